// Measures as the CSV that Decidim's accountability component imports. The columns are those that its importer reads
// (decidim-accountability, ResultsCsvImporter and ResultForm, as of 0.30): cut by semicolons, without a byte order mark, since
// one would become part of the first heading. Ids of statuses and categories are each Decidim's own, so those stay empty.
import { writeCsv } from "../base/csv.ts";
import type { MeasureStatus } from "../domain/measure-records.ts";
import type { Localized } from "../domain/schema.ts";
import { guardFormula } from "./csv-table.ts";
import { escapeText } from "./xml.ts";

export type DecidimMeasure = {
  readonly measureId: string;
  readonly what: Localized;
  readonly startsOn?: string;
  readonly dueOn?: string;
  readonly status: MeasureStatus;
  /** Paragraphs of the description, by language. */
  readonly description: Readonly<Record<string, readonly string[]>>;
};

/** In the language, else in the first there is: the importer refuses a result without a title in its own main language. */
const inLanguage = (texts: Localized, lang: string): string =>
  texts[lang] ?? Object.values(texts)[0] ?? "";

export const toDecidimResults = (
  measures: readonly DecidimMeasure[],
  languages: readonly string[],
): string => {
  const heads = ["id", "category/id", "parent/id", "external_id"];
  const dates = ["start_date", "end_date", "status/id", "progress", "proposal_urls"];
  const rows = measures.map((measure) => [
    // Its own number there; empty makes a new result.
    ...["", "", "", measure.measureId],
    ...languages.map((lang) => guardFormula(inLanguage(measure.what, lang))),
    ...languages.map((lang) =>
      (measure.description[lang] ?? []).map((part) => `<p>${escapeText(part)}</p>`).join(""),
    ),
    ...[measure.startsOn ?? "", measure.dueOn ?? "", ""],
    ...[measure.status === "done" ? "100" : "", ""],
  ]);
  const text = writeCsv(
    [
      [
        ...heads,
        ...languages.map((lang) => `title/${lang}`),
        ...languages.map((lang) => `description/${lang}`),
        ...dates,
      ],
      ...rows,
    ],
    ";",
  );
  return text.replace(/^\ufeff/, "");
};
