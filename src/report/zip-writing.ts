// Zip files whose bytes depend on their content alone: every entry carries the same date, in local time as zip wants it.
import { strToU8, zipSync } from "fflate";
import type { Bytes } from "../base/bytes.ts";

const always = new Date(1980, 0, 1);

/** Entries in the order given. Text becomes UTF-8 without a byte-order mark. */
export const makeZip = (entries: readonly (readonly [string, string | Bytes])[]): Bytes =>
  // The library's type leaves the buffer open; it allocates an ordinary one.
  zipSync(
    Object.fromEntries(
      entries.map(([name, content]) => [
        name,
        typeof content === "string" ? strToU8(content) : content,
      ]),
    ),
    { mtime: always, level: 6 },
  ) as Bytes;
