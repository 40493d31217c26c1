// Reads a zip that somebody else made, with limits counted while it unpacks: what a file says of its own size is not
// believed. Fed in small pieces, so that a bomb is noticed after a few megabytes at most.
import { Unzip, UnzipInflate } from "fflate";
import { type Bytes, concatBytes } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";

export type ZipLimits = {
  readonly maxBytes: number;
  readonly maxEntries: number;
  /** Of all entries that are wanted, unpacked. */
  readonly maxUnpacked: number;
};

export type ZipFailure =
  | { readonly type: "zip-too-large" }
  | { readonly type: "zip-damaged" }
  /** Two entries have one name: which of them is read would be a matter of taste. */
  | { readonly type: "zip-twice"; readonly name: string };

const pieceBytes = 16 * 1024;

/** The wanted entries by name. Never throws. */
export const readZip = (
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Result<ReadonlyMap<string, Bytes>, ZipFailure> => {
  if (bytes.length > limits.maxBytes) return failed({ type: "zip-too-large" });
  // "PK" and the marks of a first entry: without them the library would look for one for ever.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) {
    return failed({ type: "zip-damaged" });
  }
  const parts = new Map<string, Uint8Array[]>();
  const finished = new Set<string>();
  let failure: ZipFailure | undefined;
  let entries = 0;
  let unpacked = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > limits.maxEntries) failure ??= { type: "zip-too-large" };
    if (failure || !isWanted(file.name)) return;
    if (parts.has(file.name)) {
      failure = { type: "zip-twice", name: file.name };
      return;
    }
    const mine: Uint8Array[] = [];
    parts.set(file.name, mine);
    file.ondata = (error, chunk, isLast) => {
      if (error) {
        failure ??= { type: "zip-damaged" };
        return;
      }
      unpacked += chunk.length;
      if (unpacked > limits.maxUnpacked) failure ??= { type: "zip-too-large" };
      else mine.push(chunk);
      if (isLast) finished.add(file.name);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !failure; at += pieceBytes) {
      unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
    }
  } catch {
    return failed(failure ?? { type: "zip-damaged" }); // The library throws on what is no zip inside.
  }
  if (failure) return failed(failure);
  if ([...parts.keys()].some((name) => !finished.has(name))) return failed({ type: "zip-damaged" });
  return ok(new Map([...parts].map(([name, chunks]) => [name, concatBytes(...chunks)])));
};
