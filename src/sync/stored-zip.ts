// A plain zip whose entries are stored, not deflated: sealed bytes do not shrink, and what does not inflate is no bomb.
// All our files are such zips, so that anyone can look inside with the tools of any computer.
import { unzipSync, type Zippable, zipSync } from "fflate";
import type { Bytes } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";

export type ZipError =
  | { readonly type: "file-empty" }
  | { readonly type: "file-too-large" }
  /** Not such a file at all: a document, a picture, another zip. */
  | { readonly type: "file-foreign" }
  /** Cut short or changed on the way. */
  | { readonly type: "file-damaged" };

export type ZipLimits = {
  readonly maxBytes: number;
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  /** One name that does not fit makes the whole file a foreign one. */
  readonly isName: (name: string) => boolean;
};

// Read as local time and written as local time, so the same bytes everywhere.
const mtime = "1980-01-01T12:00:00";

/** The same entries, in any order, give the same bytes. */
export const makeStoredZip = (entries: ReadonlyMap<string, Uint8Array>): Bytes => {
  const zip: Zippable = {};
  for (const name of [...entries.keys()].sort()) {
    zip[name] = [entries.get(name) ?? new Uint8Array(), { level: 0, mtime }];
  }
  return new Uint8Array(zipSync(zip));
};

/** Names and contents, which nobody has vouched for yet. Never throws. */
export const readStoredZip = (
  bytes: Bytes,
  limits: ZipLimits,
): Result<ReadonlyMap<string, Bytes>, ZipError> => {
  if (bytes.length === 0) return failed({ type: "file-empty" });
  if (bytes.length > limits.maxBytes) return failed({ type: "file-too-large" });
  if (!isZip(bytes)) return failed({ type: "file-foreign" });
  let fault: ZipError | undefined;
  let total = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      // Nothing is copied out of a file that has anything odd in it; overlapping entries add up to more than the file.
      filter: ({ name, compression, originalSize, size }) => {
        total += size;
        count += 1;
        if (!limits.isName(name)) fault ??= { type: "file-foreign" };
        else if (compression !== 0 || size !== originalSize) fault ??= { type: "file-foreign" };
        else if (size > limits.maxEntryBytes || count > limits.maxEntries)
          fault ??= { type: "file-too-large" };
        else if (total > bytes.length) fault ??= { type: "file-damaged" };
        // Thrown, not skipped: the count of entries is the file's own claim.
        if (fault) throw new Error(fault.type);
        return true;
      },
    });
    return ok(
      new Map(Object.entries(files).map(([name, content]) => [name, new Uint8Array(content)])),
    );
  } catch {
    return failed(fault ?? { type: "file-damaged" }); // Ours, or fflate's at whatever is no whole zip.
  }
};

const isZip = (bytes: Bytes): boolean =>
  [0x50, 0x4b].every((byte, at) => bytes[at] === byte) &&
  // A first entry, or the end mark of an empty zip.
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
