// Searches all files of a folder for words and keys: as they are, and as they stand compressed or written in another way.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { readSnappy, unpackAll } from "./decoders.ts";

export type Needle = { readonly name: string; readonly forms: readonly Buffer[] };
export type Searched = {
  readonly files: number;
  readonly bytes: number;
  readonly hits: readonly string[];
};

/** A word in the ways in which text lies on disks. */
export const wordNeedle = (name: string, word: string): Needle => ({
  name,
  forms: [
    Buffer.from(word, "utf8"),
    Buffer.from(word, "utf16le"),
    // Base64 of text that holds it, at each of the three places where it may begin.
    ...[0, 1, 2].map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(word, "utf8")]).toString(
        "base64",
      );
      return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -4), "latin1");
    }),
  ],
});

/** A key as bytes, and as the texts that programs make of bytes. */
export const keyNeedle = (name: string, key: Uint8Array): Needle => {
  const bytes = Buffer.from(key);
  const texts = [bytes.toString("hex"), bytes.toString("base64url"), bytes.toString("base64")];
  return {
    name,
    forms: [
      bytes,
      ...texts.flatMap((text) => [Buffer.from(text, "latin1"), Buffer.from(text, "utf16le")]),
      Buffer.from(bytes.toString("hex").toUpperCase(), "latin1"),
    ],
  };
};

/** Values of a SQLite database, decoded as Firefox packs them. Its free pages are searched raw, like any file. */
const readCells = (path: string): readonly Buffer[] => {
  const database = new Sqlite(path, { readonly: true, timeout: 20 });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as readonly string[]; // The one column asked for.
    return tables.flatMap((table) => {
      const rows = database
        .prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`)
        .raw()
        .all();
      return rows
        .flatMap((row) => row as readonly unknown[]) // Raw rows are arrays.
        .filter((cell) => Buffer.isBuffer(cell))
        .map((cell) => readSnappy(cell));
    });
  } finally {
    database.close();
  }
};

const sqliteMark = Buffer.from("SQLite format 3\0", "latin1");

const unpackFile = (path: string, file: Buffer): readonly Buffer[] => {
  const cells = () => {
    try {
      return readCells(path);
    } catch {
      return []; // Locked or damaged by a kill: its raw bytes are searched all the same.
    }
  };
  return [file, ...unpackAll(file), ...(file.subarray(0, 16).equals(sqliteMark) ? cells() : [])];
};

export const searchBytes = (bytes: Buffer, needles: readonly Needle[]): readonly string[] =>
  [bytes, ...unpackAll(bytes)].flatMap((each) =>
    needles
      .filter(({ forms }) => forms.some((form) => each.includes(form)))
      .map(({ name }) => name),
  );

export const searchFolder = (folder: string, needles: readonly Needle[]): Searched => {
  const hits = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    let file: Buffer;
    try {
      file = readFileSync(path);
    } catch {
      continue; // A running browser removes files under one's hands.
    }
    files += 1;
    bytes += file.length;
    for (const part of unpackFile(path, file)) {
      for (const { name, forms } of needles) {
        if (forms.some((form) => part.includes(form)))
          hits.add(`${name} in ${path.slice(folder.length + 1)}`);
      }
    }
  }
  return { files, bytes, hits: [...hits] };
};
