// A file that somebody made elsewhere, read as one table: CSV by its text, a workbook by its first sheet with anything in it.
import { parseUtf8 } from "../../../base/bytes.ts";
import { type CsvError, parseCsv } from "../../../base/csv.ts";
import { attempt, failed, ok, type Result } from "../../../base/result.ts";
import type { XlsxError } from "../../../report/xlsx-reading.ts";
import type { ForeignTable } from "./table-columns.ts";

export type TableError =
  | CsvError
  | XlsxError
  | { readonly type: "table-unreadable" }
  | { readonly type: "table-too-large" }
  /** A heading alone, or nothing. */
  | { readonly type: "table-empty" };

const maxBytes = 20_000_000;
const maxNotes = 5_000;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The first row is the headings. Reads nothing that does not fit, and never by half. */
export const readForeignTable = async (file: {
  readonly size: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}): Promise<Result<ForeignTable, TableError>> => {
  if (file.size > maxBytes) return failed({ type: "table-too-large" });
  const bytes = await attempt(file.read, () => ({ type: "table-unreadable" }) as const);
  if (!bytes.ok) return bytes;
  const rows = await (isZip(bytes.value) ? readSheets(bytes.value) : readText(bytes.value));
  if (!rows.ok) return rows;
  const [headings, ...rest] = rows.value.filter((row) => row.some((cell) => cell.trim() !== ""));
  if (!headings || rest.length === 0) return failed({ type: "table-empty" });
  return rest.length > maxNotes
    ? failed({ type: "table-too-large" })
    : ok({ headings, rows: rest });
};

type Rows = Result<readonly (readonly string[])[], TableError>;

const readSheets = async (bytes: Uint8Array): Promise<Rows> => {
  const { readWorkbook } = await import("../../../report/xlsx-reading.ts");
  const sheets = readWorkbook(bytes);
  if (!sheets.ok) return sheets;
  const sheet = sheets.value.find(({ rows }) => rows.length > 1) ?? sheets.value[0];
  return ok((sheet?.rows ?? []).map(({ cells }) => cells));
};

const readText = async (bytes: Uint8Array): Promise<Rows> => {
  const text = parseUtf8(bytes);
  if (text === undefined) return failed({ type: "table-unreadable" });
  const rows = parseCsv(text);
  return rows.ok ? ok(rows.value.map(({ cells }) => cells)) : rows;
};
