// The hand-over file `.kuuluu`: a plain zip of envelopes, so that a memory stick is a hub too and anyone can look inside.
// Entries are `<box>/<digest>`, stored and not deflated: sealed bytes do not shrink, and what does not inflate is no bomb.
import { unzipSync, type Zippable, zipSync } from "fflate";
import { type Bytes, toHex } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { BoxId, Digest } from "../domain/schema.ts";
import { maxEnvelopeBytes } from "../wire/bundle-header.ts";
import type { BundleCrypto } from "./ports.ts";

export const maxHandOverBytes = 64 * 1024 * 1024;
const maxEntries = 5_000;

export type HandOverEntry = {
  /** The folder it lies in: a hint where to look for the key. What counts is the box in the sealed header. */
  readonly box: BoxId;
  readonly digest: Digest;
  readonly bytes: Bytes;
};

export type HandOverError =
  | { readonly type: "file-empty" }
  | { readonly type: "file-too-large" }
  /** Not a hand-over file at all: a document, a picture, another zip. */
  | { readonly type: "file-foreign" }
  /** A hand-over file, but cut short or changed on the way. Nothing of it is taken in. */
  | { readonly type: "file-damaged" };

/** The same envelopes, in any order and repeated, give the same bytes. */
export const makeHandOverFile = (entries: readonly HandOverEntry[]): Bytes => {
  const byName = new Map(entries.map(({ box, digest, bytes }) => [`${box}/${digest}`, bytes]));
  const zip: Zippable = {};
  for (const name of [...byName.keys()].sort()) {
    zip[name] = [byName.get(name) ?? new Uint8Array(), { level: 0, mtime }];
  }
  return new Uint8Array(zipSync(zip));
};

// Read as local time and written as local time, so the same bytes everywhere.
const mtime = "1980-01-01T12:00:00";

/** Every envelope of the file, each matching its name, or why none of it is taken. Never throws. */
export const readHandOverFile = async (
  bytes: Bytes,
  digest: BundleCrypto["digest"],
): Promise<Result<readonly HandOverEntry[], HandOverError>> => {
  if (bytes.length === 0) return failed({ type: "file-empty" });
  if (bytes.length > maxHandOverBytes) return failed({ type: "file-too-large" });
  if (!isZip(bytes)) return failed({ type: "file-foreign" });
  const unzipped = unzip(bytes);
  if (!unzipped.ok) return unzipped;

  const entries: HandOverEntry[] = [];
  for (const [name, content] of unzipped.value) {
    const [box = "", named = ""] = name.split("/");
    const envelope = new Uint8Array(content);
    if (toHex(await digest(envelope)) !== named) return failed({ type: "file-damaged" });
    entries.push({ box: BoxId.parse(box), digest: Digest.parse(named), bytes: envelope });
  }
  return entries.length > 0 ? ok(entries) : failed({ type: "file-empty" });
};

const isZip = (bytes: Bytes): boolean =>
  [0x50, 0x4b].every((byte, at) => bytes[at] === byte) &&
  // A first entry, or the end mark of an empty zip.
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

const unzip = (bytes: Bytes): Result<[string, Uint8Array][], HandOverError> => {
  let fault: HandOverError | undefined;
  let total = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      // Nothing is copied out of a file that has anything odd in it; overlapping entries add up to more than the file.
      filter: ({ name, compression, originalSize, size }) => {
        total += size;
        count += 1;
        if (!/^[0-9a-f]{32}\/[0-9a-f]{64}$/.test(name)) fault ??= { type: "file-foreign" };
        else if (compression !== 0 || size !== originalSize) fault ??= { type: "file-foreign" };
        else if (size > maxEnvelopeBytes || count > maxEntries)
          fault ??= { type: "file-too-large" };
        else if (total > bytes.length) fault ??= { type: "file-damaged" };
        // Thrown, not skipped: the count of entries is the file's own claim.
        if (fault) throw new Error(fault.type);
        return true;
      },
    });
    return ok(Object.entries(files));
  } catch {
    return failed(fault ?? { type: "file-damaged" }); // Ours, or fflate's at whatever is no whole zip.
  }
};
