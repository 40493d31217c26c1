// The hand-over file `.kuuluu`: a plain zip of envelopes, so that a memory stick is a hub too and anyone can look inside.
// Entries are `<box>/<digest>`.
import { type Bytes, toHex } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { BoxId, Digest } from "../domain/schema.ts";
import { maxEnvelopeBytes } from "../wire/bundle-header.ts";
import type { BundleCrypto } from "./ports.ts";
import { makeStoredZip, readStoredZip, type ZipError } from "./stored-zip.ts";

export const maxHandOverBytes = 64 * 1024 * 1024;
const maxEntries = 5_000;

export type HandOverEntry = {
  /** The folder it lies in: a hint where to look for the key. What counts is the box in the sealed header. */
  readonly box: BoxId;
  readonly digest: Digest;
  readonly bytes: Bytes;
};

/** Nothing of a refused file is taken in. */
export type HandOverError = ZipError;

/** The same envelopes, in any order and repeated, give the same bytes. */
export const makeHandOverFile = (entries: readonly HandOverEntry[]): Bytes =>
  makeStoredZip(new Map(entries.map(({ box, digest, bytes }) => [`${box}/${digest}`, bytes])));

const limits = {
  maxBytes: maxHandOverBytes,
  maxEntries,
  maxEntryBytes: maxEnvelopeBytes,
  isName: (name: string) => /^[0-9a-f]{32}\/[0-9a-f]{64}$/.test(name),
};

/** Every envelope of the file, each matching its name, or why none of it is taken. Never throws. */
export const readHandOverFile = async (
  bytes: Bytes,
  digest: BundleCrypto["digest"],
): Promise<Result<readonly HandOverEntry[], HandOverError>> => {
  const unzipped = readStoredZip(bytes, limits);
  if (!unzipped.ok) return unzipped;
  const entries: HandOverEntry[] = [];
  for (const [name, envelope] of unzipped.value) {
    const [box = "", named = ""] = name.split("/");
    if (toHex(await digest(envelope)) !== named) return failed({ type: "file-damaged" });
    entries.push({ box: BoxId.parse(box), digest: Digest.parse(named), bytes: envelope });
  }
  return entries.length > 0 ? ok(entries) : failed({ type: "file-empty" });
};
