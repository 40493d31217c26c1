// A table from elsewhere as lines: which column is the text is guessed from its heading and chosen by a person. Headings of
// Kobo and other forms come as "group/question": what stands behind the last slash counts.
import type { Codebook } from "../../../domain/codebook.ts";
import { type Polarity, polarities } from "../../../domain/note.ts";
import { Language, maxNoteLength } from "../../../domain/schema.ts";
import { type EnteredLine, emptyContent } from "./entered-lines.ts";

export type ForeignTable = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export const tableFields = ["text", "lang", "dimension", "polarity", "translation"] as const;
export type TableField = (typeof tableFields)[number];
/** The place of each field's column; undefined where the table has none. */
export type ColumnChoice = { readonly [F in TableField]?: number | undefined };

const words: Readonly<Record<TableField, readonly string[]>> = {
  text: ["text", "note", "kirjaus", "teksti", "anteckning", "sanottiin", "said", "sagt"],
  lang: ["lang", "language", "kieli", "språk", "sprak"],
  dimension: ["dimension", "osa-alue", "osaalue", "delområde", "delomrade"],
  polarity: ["polarity", "direction", "suunta", "sävy", "savy", "riktning"],
  translation: ["translation", "käännös", "kaannos", "översättning"],
};

const headingOf = (heading: string): string =>
  (heading.split("/").at(-1) ?? "").trim().toLowerCase();

/** Exact headings first, then those that begin with a word; each column serves once. */
export const guessColumns = ({ headings }: ForeignTable): ColumnChoice => {
  const names = headings.map(headingOf);
  const taken = new Set<number>();
  const find = (holds: (name: string, word: string) => boolean, field: TableField) =>
    names.findIndex((name, at) => !taken.has(at) && words[field].some((word) => holds(name, word)));
  const choice: { [F in TableField]?: number } = {};
  for (const holds of [
    (name: string, word: string) => name === word,
    (name: string, word: string) => name.startsWith(word),
  ]) {
    for (const field of tableFields) {
      if (choice[field] !== undefined) continue;
      const at = find(holds, field);
      if (at < 0) continue;
      taken.add(at);
      choice[field] = at;
    }
  }
  return choice;
};

export type TableLines = {
  readonly lines: readonly Omit<EnteredLine, "noteId">[];
  /** Tags and languages that this round does not know; their notes came without them. */
  readonly unknown: number;
};

const signs: Readonly<Record<string, Polarity>> = {
  "▲": "strengthens",
  "▼": "weakens",
  "◆": "mixed",
};

/** `polarityWords` are the words of the languages people may have used, each with what it means. */
export const toTableLines = (
  { rows }: ForeignTable,
  choice: ColumnChoice,
  options: {
    readonly codebook: Pick<Codebook, "dimensions">;
    readonly lang: string;
    readonly polarityWords: ReadonlyMap<string, Polarity>;
  },
): TableLines => {
  let unknown = 0;
  const cell = (row: readonly string[], field: TableField): string => {
    const at = choice[field];
    return at === undefined ? "" : (row[at] ?? "").trim();
  };
  const known = <T>(said: string, value: T | undefined): T | undefined => {
    if (said !== "" && value === undefined) unknown += 1;
    return value;
  };
  const lines = rows.flatMap((row) => {
    const text = cell(row, "text");
    if (text === "") return [];
    const saidLang = cell(row, "lang");
    const lang = known(saidLang, Language.safeParse(saidLang.toLowerCase()).data) ?? options.lang;
    const dimensions = cell(row, "dimension")
      .split(/[,;|]/u)
      .map((said) => known(said.trim(), findDimension(said.trim(), options.codebook)))
      .filter((id) => id !== undefined);
    const saidPolarity = cell(row, "polarity").toLowerCase();
    const polarity = known(saidPolarity, toPolarity(saidPolarity, options.polarityWords));
    const translated = cell(row, "translation").slice(0, maxNoteLength);
    return [
      {
        ...emptyContent,
        ...{ text, lang, dimensions: [...new Set(dimensions)] },
        ...(polarity && { polarity }),
        ...(translated !== "" && {
          translation: { text: translated, lang: options.lang, by: "later" as const },
        }),
      },
    ];
  });
  return { lines, unknown };
};

/** By id, by its place in the codebook, or by its name in any language, without regard to case. */
const findDimension = (said: string, { dimensions }: Pick<Codebook, "dimensions">) => {
  const asked = said.toLowerCase();
  return dimensions.find(
    ({ id, label, short }, at) =>
      id.toLowerCase() === asked ||
      String(at + 1) === asked ||
      [...Object.values(label), ...Object.values(short)].some(
        (name) => name.toLowerCase() === asked,
      ),
  )?.id;
};

const toPolarity = (said: string, byWord: ReadonlyMap<string, Polarity>): Polarity | undefined =>
  signs[said] ?? polarities.find((each) => each === said) ?? byWord.get(said);
