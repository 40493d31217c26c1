// A sheet of measures that comes back. It is compared with the desk and with what went out; a row with anything broken is
// refused whole, with its line, and what the desk changed meanwhile is told and stays.
import { type CsvError, parseCsv } from "../base/csv.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { type MeasureStatus, measureStatuses } from "../domain/measure-records.ts";
import type { MeasureView } from "../domain/measures.ts";
import type { EntityId } from "../domain/schema.ts";
import { fromKeptCell, isIllFormed, isSameText, parseDayCell } from "./kept-cell.ts";
import {
  type Column,
  type ColumnCode,
  isDayCode,
  maxLengths,
  nameOfColumn,
  parseColumn,
  saidIn,
  toMeasureChange,
} from "./measure-columns.ts";
import type { StatusWords } from "./measure-sheet.ts";
import { fieldsAt } from "./measure-versions.ts";

export type FieldChange = { readonly column: Column; readonly from: string; readonly to: string };
export type SheetRow = { readonly line: number; readonly measureId: EntityId };

export type SheetRefusal = { readonly line: number } & (
  | { readonly type: "unknown"; readonly id: string }
  /** The measure stands on another line too: which of them is meant cannot be told. */
  | { readonly type: "twice" }
  /** When it went out cannot be told, so nor can what its reader changed. */
  | { readonly type: "version" }
  /** Two wordings wait for a choice on the desk. */
  | { readonly type: "rivals" | "needs-reason" | "needs-words" }
  | { readonly type: "status"; readonly said: string }
  | { readonly type: "day"; readonly column: Column; readonly said: string }
  | { readonly type: "too-long"; readonly column: Column; readonly limit: number }
  | { readonly type: "ill-formed"; readonly column: Column }
);

export type MeasureSheet = {
  readonly changes: readonly (SheetRow & { readonly fields: readonly FieldChange[] })[];
  /** Changed here and on the desk since it went out: `from` is the desk's word of now, and it stays. */
  readonly conflicts: readonly (SheetRow & { readonly fields: readonly FieldChange[] })[];
  readonly refusals: readonly SheetRefusal[];
  readonly unchanged: number;
};

export type MeasureSheetError =
  | CsvError
  | { readonly type: "sheet-foreign" }
  | { readonly type: "sheet-column-twice"; readonly column: Column };

export type MeasureSheetOptions = {
  /** What a status may be called, in every language a sheet may have gone out in. */
  readonly statuses: readonly StatusWords[];
  /** Stands as the day of a new status where the sheet names none. */
  readonly today: string;
};

export const findStatus = (
  said: string,
  statuses: readonly StatusWords[],
): MeasureStatus | undefined => {
  const plain = said.trim().toLocaleLowerCase();
  return measureStatuses.find(
    (each) => each === plain || statuses.some((words) => words[each].toLocaleLowerCase() === plain),
  );
};

type Place = { readonly column: Column; readonly at: number };

/** A cell as `saidIn` would say it, or why it cannot be. */
const readCell = (
  cell: string,
  { column }: Place,
  { statuses }: MeasureSheetOptions,
  line: number,
): { readonly value: string } | { readonly refusal: SheetRefusal } => {
  const { code } = column;
  if (code === "status") {
    const status = findStatus(fromKeptCell(cell), statuses);
    return status
      ? { value: status }
      : { refusal: { line, type: "status", said: cell.slice(0, 80) } };
  }
  const said = cell.trim();
  const refuseDay = { refusal: { line, type: "day", column, said: said.slice(0, 80) } } as const;
  if (isDayCode(code)) {
    if (said === "") return { value: "" };
    const day = parseDayCell(fromKeptCell(said));
    return day === undefined ? refuseDay : { value: day };
  }
  if (code === "follow-ups") {
    const parts = fromKeptCell(said)
      .split(/[,;\s]+/)
      .filter((part) => part !== "");
    const days = parts.map(parseDayCell);
    return days.length > 40 || days.some((day) => day === undefined)
      ? refuseDay
      : { value: [...new Set(days)].sort().join(", ") };
  }
  return { value: fromKeptCell(cell) };
};

const refuseText = ({ column, to }: FieldChange, line: number): SheetRefusal | undefined => {
  const { code } = column;
  if (code === "status" || code === "follow-ups" || isDayCode(code)) return undefined;
  if (isIllFormed(to)) return { line, type: "ill-formed", column };
  const limit = maxLengths[code];
  return to.length > limit ? { line, type: "too-long", column, limit } : undefined;
};

type RowRead = {
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldChange[];
  readonly refusals: readonly SheetRefusal[];
};

const readRow = (
  cells: readonly string[],
  line: number,
  view: MeasureView,
  base: MeasureView["fields"],
  places: readonly Place[],
  options: MeasureSheetOptions,
): RowRead => {
  const changes: FieldChange[] = [];
  const conflicts: FieldChange[] = [];
  const refusals: SheetRefusal[] = [];
  for (const place of places) {
    const { column } = place;
    const cell = cells[place.at];
    // A row that ends before this column says nothing of it; an empty cell would.
    if (cell === undefined) continue;
    const read = readCell(cell, place, options, line);
    if ("refusal" in read) {
      refusals.push(read.refusal);
      continue;
    }
    const [then, now] = [saidIn(base, column), saidIn(view.fields, column)];
    // Blanks alone say nothing, unless that is what stood there.
    const to = read.value.trim() === "" ? "" : read.value;
    if ([then, now].some((each) => isSameText(read.value, each) || to === each)) continue;
    const change = { column, from: now, to };
    const refusal = refuseText(change, line);
    if (refusal) refusals.push(refusal);
    else (isSameText(then, now) ? changes : conflicts).push(change);
  }
  const has = (code: ColumnCode) => changes.some(({ column }) => column.code === code);
  const since = view.fields.statusOn ?? "";
  if (has("status") && !has("status-since") && since !== options.today) {
    changes.push({ column: { code: "status-since" }, from: since, to: options.today });
  }
  if (changes.length > 0) refusals.push(...refuseWhole(view, changes, line));
  return { changes, conflicts, refusals };
};

/** What the measure would be as a whole. */
const refuseWhole = (
  view: MeasureView,
  changes: readonly FieldChange[],
  line: number,
): readonly SheetRefusal[] => {
  const next = { ...view.fields, ...toMeasureChange(view.fields, changes) };
  const hasRivals = view.rivals.size + view.rivalWordings.length > 0;
  return [
    ...(hasRivals ? [{ line, type: "rivals" as const }] : []),
    ...(next.status === "dropped" && !next.statusReason
      ? [{ line, type: "needs-reason" as const }]
      : []),
    ...(Object.keys(next.what ?? {}).length === 0 ? [{ line, type: "needs-words" as const }] : []),
  ];
};

/** `measures` are those of the round that stand. Never throws, changes nothing. */
export const readMeasureSheet = (
  text: string,
  measures: readonly MeasureView[],
  options: MeasureSheetOptions,
): Result<MeasureSheet, MeasureSheetError> => {
  const parsed = parseCsv(text, { mayBeShort: true });
  if (!parsed.ok) return parsed;
  const head = parsed.value[0]?.cells ?? [];
  const find = (code: string) => head.findIndex((label) => label.trim().endsWith(`(${code})`));
  const [idAt, versionAt] = [find("id"), find("version")];
  const places = head.flatMap((label, at): readonly Place[] => {
    const column = parseColumn(label);
    return column ? [{ column, at }] : [];
  });
  if (idAt < 0 || versionAt < 0 || places.length === 0) return failed({ type: "sheet-foreign" });
  const names = places.map(({ column }) => nameOfColumn(column));
  const twice = places.find((_, at) => names.indexOf(names[at] ?? "") !== at);
  if (twice) return failed({ type: "sheet-column-twice", column: twice.column });

  const known = new Map(measures.map((view) => [`m-${view.measureId}`, view]));
  const rows = parsed.value
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const ids = rows.map(({ cells }) => (cells[idAt] ?? "").trim());
  const sheet = {
    changes: [] as (SheetRow & { fields: readonly FieldChange[] })[],
    conflicts: [] as (SheetRow & { fields: readonly FieldChange[] })[],
    refusals: [] as SheetRefusal[],
    unchanged: 0,
  };
  for (const [at, { line, cells }] of rows.entries()) {
    const id = ids[at] ?? "";
    const view = known.get(id);
    const base = view && fieldsAt(view, (cells[versionAt] ?? "").trim());
    if (!view) sheet.refusals.push({ line, type: "unknown", id: id.slice(0, 80) });
    else if (ids.filter((each) => each === id).length > 1)
      sheet.refusals.push({ line, type: "twice" });
    else if (!base) sheet.refusals.push({ line, type: "version" });
    else {
      const { measureId } = view;
      const { changes, conflicts, refusals } = readRow(cells, line, view, base, places, options);
      sheet.refusals.push(...refusals);
      if (conflicts.length > 0) sheet.conflicts.push({ line, measureId, fields: conflicts });
      if (refusals.length > 0) continue;
      if (changes.length > 0) sheet.changes.push({ line, measureId, fields: changes });
      else if (conflicts.length === 0) sheet.unchanged += 1;
    }
  }
  return ok(sheet);
};
