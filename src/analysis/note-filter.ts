// One filter for the list and for every number: a count opens exactly the notes it counted. `matches` says what a filter
// means, note by note; `selectNotes` answers the same for all notes at once.
import {
  type ColumnName,
  type Columns,
  columnNames,
  type FlagName,
  flagNames,
  isFlagged,
  type Surroundings,
  valuesOf,
} from "./columns.ts";
import type { DeskNote } from "./released-notes.ts";

/** `none` asks for notes without that tag. An absent field asks for nothing; all that is asked must hold. */
export type NoteFilter = { readonly [name in ColumnName]?: string } & {
  readonly [flag in FlagName]?: boolean;
} & {
  /** A second dimension beside the first: what a cell of the table of pairs opens. */
  readonly with?: string;
};

const has = (values: readonly string[], asked: string | undefined): boolean =>
  asked === undefined || (asked === "none" ? values.length === 0 : values.includes(asked));

export const matches = (
  note: DeskNote,
  filter: NoteFilter,
  surroundings: Surroundings = {},
): boolean =>
  columnNames.every((name) => has(valuesOf(note, name, surroundings), filter[name])) &&
  has(note.dimensions, filter.with) &&
  flagNames.every((flag) => filter[flag] !== true || isFlagged(note, flag));

export const filterNotes = (
  notes: readonly DeskNote[],
  filter: NoteFilter,
  surroundings: Surroundings = {},
): readonly DeskNote[] => notes.filter((note) => matches(note, filter, surroundings));

/** 1 for each note that the filter lets through, in the order of the columns' notes. */
export const selectNotes = (columns: Columns, filter: NoteFilter): Uint8Array => {
  const chosen = new Uint8Array(columns.notes.length).fill(1);
  const asks = [
    ...columnNames.map((name) => [name, filter[name]] as const),
    ["dimension", filter.with] as const,
  ];
  for (const [name, asked] of asks) {
    if (asked !== undefined) keepWith(chosen, columns, name, asked);
  }
  const flags = flagNames.reduce(
    (bits, flag, bit) => (filter[flag] === true ? bits | (1 << bit) : bits),
    0,
  );
  if (flags > 0) {
    for (let n = 0; n < chosen.length; n++) {
      if (((columns.flags[n] ?? 0) & flags) !== flags) chosen[n] = 0;
    }
  }
  return chosen;
};

const keepWith = (chosen: Uint8Array, columns: Columns, name: ColumnName, asked: string) => {
  const { ids, starts, values } = columns[name];
  // An id that no note has gets a number that no note has.
  const at = ids.indexOf(asked);
  const number = asked === "none" ? 0 : at < 0 ? 0xffff : at + 1;
  for (let n = 0; n < chosen.length; n++) {
    if (chosen[n] === 0) continue;
    const end = starts[n + 1] ?? 0;
    let at = starts[n] ?? 0;
    while (at < end && values[at] !== number) at++;
    if (at === end) chosen[n] = 0;
  }
};

/** The chosen notes themselves, or as many of the first of them as asked for. */
export const listChosen = (
  { notes }: Columns,
  chosen: Uint8Array,
  most = Number.POSITIVE_INFINITY,
): readonly DeskNote[] => {
  const list: DeskNote[] = [];
  for (const [n, note] of notes.entries()) {
    if (list.length >= most) break;
    if (chosen[n] === 1) list.push(note);
  }
  return list;
};
