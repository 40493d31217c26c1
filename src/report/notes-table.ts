// Every note of a round as a table: one row a note, one column a field, tags by their labels. For CSV and workbooks that are
// never for publishing.
import type { Codebook } from "../domain/codebook.ts";
import { labelOf } from "../domain/codebook.ts";
import type { ReleasedNote } from "../domain/desk-records.ts";
import type { Polarity } from "../domain/note.ts";
import type { Language } from "../domain/schema.ts";
import type { Cell, ReportTable } from "./report.ts";
import type { RoundContent } from "./round-content.ts";

/** `satisfies` below: a field added to a note must be given a column, or be left out on purpose. */
type NoteColumn =
  | "session"
  | "heldOn"
  | "place"
  | "groups"
  | "people"
  | "place-in-talk"
  | Exclude<keyof ReleasedNote, "revision" | "agreement" | "translation">
  | "translation"
  | "translationLang"
  | "agree"
  | "disagree";

export type NotesTableWords = {
  readonly lang: Language;
  readonly caption: string;
  readonly columns: Readonly<Record<NoteColumn, string>>;
  readonly polarities: Readonly<Record<Polarity, string>>;
  readonly yes: string;
  /** By id; one that is not here is called by its id. */
  readonly questions: Readonly<Record<string, string>>;
};

const text = (value: string | undefined, lang?: Language): Cell => ({
  kind: "text",
  text: lang === undefined ? { text: value ?? "" } : { text: value ?? "", lang },
});
const number = (value: number | undefined): Cell =>
  value === undefined ? text("") : { kind: "count", value, said: String(value) };

const order: readonly NoteColumn[] = [
  ...(["session", "heldOn", "place", "groups", "people", "place-in-talk", "noteId"] as const),
  ...(["text", "lang", "translation", "translationLang", "dimensions", "subThemes"] as const),
  ...(["polarity", "kinds", "topics", "area", "phase", "agree", "disagree"] as const),
  ...(["star", "unfinished", "quotable", "suggestedDimensions"] as const),
];
const numeric: ReadonlySet<NoteColumn> = new Set(["place-in-talk", "agree", "disagree"]);

export const toNotesTable = (content: RoundContent, words: NotesTableWords): ReportTable => {
  const { codebook } = content.round.fields;
  const join = (entries: Codebook["topics"], ids: readonly string[]) =>
    text(ids.map((id) => labelOf(entries, id, words.lang)).join("; "));
  const mark = (isSet: true | undefined) => text(isSet ? words.yes : "");
  const rows = content.releases.flatMap(({ record }) =>
    record.notes.map((note, at) => {
      const cells = {
        session: text(record.title),
        heldOn: text(record.heldOn),
        place: text(record.place),
        groups: text(record.groups.join("; ")),
        people: text(record.people.join(" / ")),
        "place-in-talk": number(at + 1),
        noteId: text(note.noteId.slice(0, 8)),
        text: text(note.text, note.lang),
        lang: text(note.lang),
        translation: text(note.translation?.text, note.translation?.lang),
        translationLang: text(note.translation?.lang),
        dimensions: join(codebook.dimensions, note.dimensions),
        subThemes: join(codebook.subThemes, note.subThemes),
        polarity: text(note.polarity && words.polarities[note.polarity]),
        kinds: join(codebook.kinds, note.kinds),
        topics: join(codebook.topics, note.topics),
        area: join(codebook.areas, note.area === undefined ? [] : [note.area]),
        phase: text(note.phase === undefined ? "" : (words.questions[note.phase] ?? note.phase)),
        agree: number(note.agreement?.agree),
        disagree: number(note.agreement?.disagree),
        star: mark(note.star),
        unfinished: mark(note.unfinished),
        quotable: mark(note.quotable),
        suggestedDimensions: join(codebook.dimensions, note.suggestedDimensions ?? []),
      } satisfies Readonly<Record<NoteColumn, Cell>>;
      return order.map((column) => cells[column]);
    }),
  );
  return {
    id: "notes",
    caption: words.caption,
    columns: order.map((id) => ({ label: words.columns[id], numeric: numeric.has(id) })),
    rows,
    notes: [],
  };
};
