// The notes of a round as typed arrays, built once: every count and filter is then one pass over small numbers. Rows of
// objects would cost a thousand times more at a national round.
import type { BoxId } from "../domain/schema.ts";
import type { DeskNote } from "./released-notes.ts";

/** One field of all notes. A note may have several values; `none` is what one without any has. */
export type Column = {
  /** What the numbers stand for. Number 0 is `none`, so `ids[0]` belongs to the number 1. */
  readonly ids: readonly string[];
  /** The values of note `n` stand from `starts[n]` to before `starts[n + 1]`. A note without any has one: 0. */
  readonly starts: Uint32Array;
  readonly values: Uint16Array;
};

export const columnNames = [
  "session",
  "dimension",
  "polarity",
  "subTheme",
  "topic",
  "area",
  "kind",
  "lang",
  "phase",
  "group",
  "theme",
] as const;
export type ColumnName = (typeof columnNames)[number];

export const flagNames = ["starred", "quotable", "unfinished", "disagreed", "agreed"] as const;
export type FlagName = (typeof flagNames)[number];

export type Columns = Readonly<Record<ColumnName, Column>> & {
  readonly notes: readonly DeskNote[];
  /** A bit for each of `flagNames`, in their order. */
  readonly flags: Uint8Array;
};

/** What stands beside the notes themselves. */
export type Surroundings = {
  /** Groups of each session, as its release names them. */
  readonly groups?: ReadonlyMap<BoxId, readonly string[]>;
  /** Themes by note: keys as `noteKey` makes them. */
  readonly themes?: ReadonlyMap<string, readonly string[]>;
};

export const noteKey = (note: Pick<DeskNote, "session" | "noteId">): string =>
  `${note.session}/${note.noteId}`;

export const isFlagged = (note: DeskNote, flag: FlagName): boolean => {
  switch (flag) {
    case "starred":
      return note.star === true;
    case "quotable":
      return note.quotable === true;
    case "unfinished":
      return note.unfinished === true;
    case "disagreed":
      return (note.agreement?.disagree ?? 0) > 0;
    case "agreed":
      return (note.agreement?.agree ?? 0) > 0;
  }
};

const none: readonly string[] = [];
const only = (value: string | undefined): readonly string[] =>
  value === undefined ? none : [value];

/** The values of one field of a note: what the columns hold, by the note itself. */
export const valuesOf = (
  note: DeskNote,
  name: ColumnName,
  { groups, themes }: Surroundings = {},
): readonly string[] => {
  switch (name) {
    case "session":
      return [note.session];
    case "dimension":
      return note.dimensions;
    case "polarity":
      return only(note.polarity);
    case "subTheme":
      return note.subThemes;
    case "topic":
      return note.topics;
    case "area":
      return only(note.area);
    case "kind":
      return note.kinds;
    case "lang":
      return [note.lang];
    case "phase":
      return only(note.phase);
    case "group":
      return groups?.get(note.session) ?? none;
    case "theme":
      return themes?.get(noteKey(note)) ?? none;
  }
};

const buildColumn = (
  notes: readonly DeskNote[],
  of: (note: DeskNote) => readonly string[],
): Column => {
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(notes.length + 1);
  let values = new Uint16Array(notes.length + 16);
  let at = 0;
  const add = (value: number) => {
    if (at === values.length) {
      const wider = new Uint16Array(values.length * 2);
      wider.set(values);
      values = wider;
    }
    values[at] = value;
    at += 1;
  };
  for (const [n, note] of notes.entries()) {
    starts[n] = at;
    const given = of(note);
    if (given.length === 0) add(0);
    for (const id of given) {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      add(number);
    }
  }
  starts[notes.length] = at;
  return { ids: [...numbers.keys()], starts, values: values.slice(0, at) };
};

export const buildColumns = (
  notes: readonly DeskNote[],
  surroundings: Surroundings = {},
): Columns => {
  const column = (name: ColumnName) =>
    buildColumn(notes, (note) => valuesOf(note, name, surroundings));
  const flags = new Uint8Array(notes.length);
  for (const [n, note] of notes.entries()) {
    for (const [bit, flag] of flagNames.entries()) {
      if (isFlagged(note, flag)) flags[n] = (flags[n] ?? 0) | (1 << bit);
    }
  }
  return {
    notes,
    flags,
    session: column("session"),
    dimension: column("dimension"),
    polarity: column("polarity"),
    subTheme: column("subTheme"),
    topic: column("topic"),
    area: column("area"),
    kind: column("kind"),
    lang: column("lang"),
    phase: column("phase"),
    group: column("group"),
    theme: column("theme"),
  };
};
