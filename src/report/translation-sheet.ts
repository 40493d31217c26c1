// Texts out to a translator and back: one row a text, one column a language, in a workbook. What comes back is compared
// with what went out; whatever does not fit is refused with its row, and nothing is guessed.
import type { Bytes } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { Language, type Localized } from "../domain/schema.ts";
import type { Cell } from "./report.ts";
import { directionOf } from "./report-parts.ts";
import { readWorkbook, type XlsxError } from "./xlsx-reading.ts";
import { toWorkbook } from "./xlsx-writing.ts";

export type TranslationEntry = {
  /** Finds the text again: `finding/<id>/statement`. */
  readonly id: string;
  /** What it is, for the translator. */
  readonly what: string;
  readonly texts: Localized;
  readonly maxLength: number;
};

export type TranslationWords = {
  readonly title: string;
  /** How to fill the sheet, a line each. */
  readonly guide: readonly string[];
  readonly about: string;
  readonly sheet: string;
  readonly id: string;
  readonly what: string;
  readonly lang: Language;
  /** By code. A column is called "suomi (fi)": the code in brackets is what is read again. */
  readonly languages: Readonly<Record<Language, string>>;
};

const text = (value: string): Cell => ({ kind: "text", text: { text: value } });

export const toTranslationSheet = (
  entries: readonly TranslationEntry[],
  languages: readonly Language[],
  words: TranslationWords,
  madeAt: string,
): Bytes => {
  const head = [
    words.id,
    words.what,
    ...languages.map((code) => `${words.languages[code] ?? code} (${code})`),
  ];
  const isRtl = directionOf(words.lang) === "rtl";
  return toWorkbook({
    title: words.title,
    lang: words.lang,
    madeAt,
    sheets: [
      {
        name: words.sheet,
        rows: [
          head.map(text),
          ...entries.map(({ id, what, texts }) =>
            [id, what, ...languages.map((language) => texts[language] ?? "")].map(text),
          ),
        ],
        hasHead: true,
        isRtl,
        widths: [16, 28, ...languages.map(() => 50)],
      },
      {
        name: words.about,
        rows: [words.title, ...words.guide].map((line) => [text(line)]),
        hasHead: false,
        isRtl,
        widths: [100],
      },
    ],
  });
};

export type Translated = { readonly id: string; readonly lang: Language; readonly text: string };

/** Each with the row of the sheet where it stands. */
export type TranslationRefusal = { readonly row: number } & (
  | { readonly type: "translation-unknown"; readonly id: string }
  | { readonly type: "translation-twice"; readonly id: string }
  | { readonly type: "translation-too-long"; readonly language: Language; readonly limit: number }
  /** The text was there and the cell is empty now: nothing is deleted by a sheet. */
  | { readonly type: "translation-emptied"; readonly language: Language }
);

export type TranslationSheet = {
  /** Texts that differ from what the desk has. */
  readonly changes: readonly Translated[];
  readonly unchanged: number;
  readonly refusals: readonly TranslationRefusal[];
};

export type TranslationError =
  | XlsxError
  /** No sheet has a head like ours. */
  | { readonly type: "translation-foreign" }
  | { readonly type: "translation-column-twice"; readonly language: Language };

const codeIn = (head: string): Language | undefined => {
  const parsed = Language.safeParse(/\(([^()]+)\)\s*$/.exec(head)?.[1]);
  return parsed.success ? parsed.data : undefined;
};

export const readTranslationSheet = (
  bytes: Uint8Array,
  entries: readonly TranslationEntry[],
): Result<TranslationSheet, TranslationError> => {
  const book = readWorkbook(bytes);
  if (!book.ok) return book;
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  // The sheet may be renamed or moved; the one with a text of ours in its first column is it.
  const sheet = book.value.find(({ rows }) =>
    rows.slice(1).some(({ cells }) => known.has(cells[0] ?? "")),
  );
  const head = sheet?.rows[0]?.cells ?? [];
  const columns = head.flatMap((label, at) => {
    const language = at < 2 ? undefined : codeIn(label);
    return language === undefined ? [] : [{ language, at }];
  });
  if (!sheet || columns.length === 0) return failed({ type: "translation-foreign" });
  const twice = columns.find(
    ({ language }, at) => columns.findIndex((each) => each.language === language) !== at,
  );
  if (twice) return failed({ type: "translation-column-twice", language: twice.language });

  const changes: Translated[] = [];
  const refusals: TranslationRefusal[] = [];
  const seen = new Set<string>();
  let unchanged = 0;
  for (const { number: row, cells } of sheet.rows.slice(1)) {
    const id = cells[0] ?? "";
    const entry = known.get(id);
    if (!entry) {
      refusals.push({ row, type: "translation-unknown", id: id.slice(0, 80) });
      continue;
    }
    if (seen.has(id)) {
      refusals.push({ row, type: "translation-twice", id });
      continue;
    }
    seen.add(id);
    for (const { language, at } of columns) {
      const now = cells[at] ?? "";
      const before = entry.texts[language] ?? "";
      if (now === before) unchanged += now === "" ? 0 : 1;
      else if (now.trim() === "") refusals.push({ row, type: "translation-emptied", language });
      else if (now.length > entry.maxLength) {
        refusals.push({ row, type: "translation-too-long", language, limit: entry.maxLength });
      } else changes.push({ id, lang: language, text: now });
    }
  }
  return ok({ changes, unchanged, refusals });
};
