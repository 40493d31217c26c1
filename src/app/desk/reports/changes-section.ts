// "What changed between rounds": the number of this report beside that of the earlier round's published one. Where the rounds
// differ it says how, and gives no number; it never says why anything changed.
import type { PublishedComparison } from "../../../analysis/published-comparison.ts";
import { leastForSessionCounts } from "../../../analysis/publishing/allowed.ts";
import type { Block } from "../../../report/report.ts";
import { nameOfSubTheme, type TableContext } from "./report-tables.ts";

const differenceKeys = {
  codebook: "changes.codebook",
  questions: "changes.questions",
  groups: "changes.groups",
  languages: "changes.languages",
} as const;

const paragraph = (text: string): Block => ({ kind: "paragraph", text: { text } });
const list = (items: readonly string[]): Block => ({
  kind: "list",
  items: items.map((text) => ({ text })),
});

const rows = (
  context: TableContext,
  { before, sessions }: PublishedComparison,
): readonly string[] => {
  const { counts, words } = context;
  const { t, format } = words;
  if (counts.sessions < leastForSessionCounts) return [];
  const say = (value: number) =>
    value === 0 ? format.number(0) : t("table.about", { number: format.number(value) });
  return (counts.tableOf(["sub-theme"])?.cells ?? []).flatMap(
    ({ keys: [key = ""], shown: now }) => {
      const then = before.get(key);
      if (now === undefined || then === undefined || now + then === 0) return [];
      const what = nameOfSubTheme(context, key);
      const nowOf = format.number(counts.sessions);
      const beforeOf = format.number(sessions);
      return [t("changes.row", { what, now: say(now), nowOf, before: say(then), beforeOf })];
    },
  );
};

export const changesSection = (
  context: TableContext,
  compared: PublishedComparison | undefined,
  isInWords: boolean,
): readonly Block[] => {
  const { t } = context.words;
  const title: Block = { kind: "heading", level: 2, text: t("changes.title") };
  if (!compared) return [title, paragraph(t("changes.none"))];
  const lead = paragraph(t("changes.lead", { round: compared.round }));
  if (compared.differences.length > 0) {
    const reasons = compared.differences.map((each) => t(differenceKeys[each]));
    return [title, lead, paragraph(t("changes.notComparable")), list(reasons)];
  }
  const told = isInWords ? [] : rows(context, compared);
  return [
    ...[title, lead],
    ...(told.length > 0 ? [list(told)] : [paragraph(t("changes.noNumbers"))]),
    ...(compared.isPrompted ? [paragraph(t("changes.prompted"))] : []),
    paragraph(t("changes.caution")),
  ];
};
