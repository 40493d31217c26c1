// The headings of a session's summary, in the order they are asked and printed.
import type { SummaryFieldName } from "../../domain/session.ts";
import type { Key } from "../../i18n/resources.ts";

export const summaryTexts = [
  "important",
  "agreed",
  "differed",
  "unclear",
  "next",
  "corrections",
] as const satisfies readonly SummaryFieldName[];
export type SummaryText = (typeof summaryTexts)[number];

export const summaryKeys = {
  important: "sum.important",
  agreed: "sum.agreed",
  differed: "sum.differed",
  unclear: "sum.unclear",
  next: "sum.next",
  corrections: "sum.corrections",
} as const satisfies Readonly<Record<SummaryText, Key<"debrief">>>;
