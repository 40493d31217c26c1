// An edition's pages on a device that did not publish them: built again from the desk as it stood then, and shown only
// where they are, to the letter, what the ledger says went out.
import { failed, ok, type Result } from "../../../base/result.ts";
import type { EditionView } from "../../../domain/editions.ts";
import { type Named, ofKind } from "../../../domain/record.ts";
import type { Digest } from "../../../domain/schema.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { Report } from "../../../report/report.ts";
import { buildReport, countRound, readForReport } from "./build-report.ts";
import { parseSettings } from "./report-settings.ts";
import { loadReportWords, type WordsMissing } from "./report-words.ts";

export type EditionFailure =
  | WordsMissing
  /** Published before editions kept what was chosen for them: only the device that published it has the pages. */
  | { readonly type: "edition-elsewhere" }
  /** So many of its releases are not at this device: not fetched, or removed when their time was up. */
  | { readonly type: "edition-releases"; readonly count: number }
  /** Built, and not the same: something of the desk's work has not come here, or the app is another version. */
  | { readonly type: "edition-differs" };

export const rebuildEdition = async (
  records: readonly Named[],
  edition: EditionView,
  deps: { readonly load: LoadTexts; readonly digestOf: (report: Report) => Promise<Digest> },
): Promise<Result<Report, EditionFailure>> => {
  const { fields, history } = edition;
  const { choices, madeAt, lang, title, roundId } = fields;
  const settings = parseSettings({ ...choices, lang, title });
  const publishedAt = history[0]?.record.stamp;
  if (!settings || madeAt === undefined || publishedAt === undefined) {
    return failed({ type: "edition-elsewhere" });
  }
  const here = new Set<string>(ofKind(records, "release/1").map(({ id }) => id));
  const missing = fields.releases.filter(({ release }) => !here.has(release)).length;
  if (missing > 0) return failed({ type: "edition-releases", count: missing });

  // Whatever its maker knew has an earlier stamp than the edition; what came later was not in it.
  const asOfThen = records.filter(({ record }) => record.stamp < publishedAt);
  const read = readForReport(asOfThen, roundId);
  if (!read) return failed({ type: "edition-differs" });
  const words = await loadReportWords(settings.lang, deps.load);
  if (!words.ok) return words;
  const options = { settings, words: words.value, madeAt, isDraft: false };
  const { report } = buildReport(read, countRound(read, settings), options);
  return (await deps.digestOf(report)) === fields.report
    ? ok(report)
    : failed({ type: "edition-differs" });
};
