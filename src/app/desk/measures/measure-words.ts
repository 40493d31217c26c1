// The words for where a measure stands and what keeps it inside, in the language of the screen.
import type { DecisionObstacle, MeasureObstacle } from "../../../analysis/publishable-measures.ts";
import type { MeasureStatus } from "../../../domain/measure-records.ts";
import type { MeasureView } from "../../../domain/measures.ts";
import type { Language } from "../../../domain/schema.ts";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { wordsIn } from "../findings/finding-words.ts";
import type { Fact, MeasureWords } from "./measures-model.ts";

export const statusKeys = {
  proposed: "status.proposed",
  decided: "status.decided",
  "under-way": "status.underWay",
  done: "status.done",
  dropped: "status.dropped",
} as const satisfies Record<MeasureStatus, string>;

/** A sign beside the word: how much of it is filled tells how far it is. */
export const statusSigns: Readonly<Record<MeasureStatus, string>> = {
  proposed: "○",
  decided: "◔",
  "under-way": "◑",
  done: "●",
  dropped: "✕",
};

export const wordKeys = {
  what: "field.what",
  objective: "field.objective",
  assessment: "field.assessment",
} as const satisfies Record<MeasureWords, string>;

export const factKeys = {
  status: "field.status",
  statusReason: "field.status",
  statusOn: "field.status",
  urgent: "field.urgent",
  template: "field.template",
  dimension: "field.dimension",
  unit: "field.unit",
  partners: "field.partners",
  startsOn: "field.startsOn",
  dueOn: "field.dueOn",
  cost: "field.cost",
  indicator: "field.indicator",
  baseline: "field.baseline",
  target: "field.target",
  source: "field.source",
  memo: "field.memo",
  removed: "field.removed",
} as const satisfies Record<Fact, string>;

export const useObstacleWords = (): Readonly<
  Record<MeasureObstacle | DecisionObstacle, string>
> => {
  const t = useT("measures");
  return {
    removed: t("keeps.removed"),
    dropped: t("keeps.dropped"),
    "no-words": t("keeps.noWords"),
    rivals: t("keeps.rivals"),
    "no-roots": t("keeps.noRoots"),
    telling: t("keeps.telling"),
    unchecked: t("keeps.unchecked"),
  };
};

/** What is done, in the language of the screen, else in another; never nothing. */
export const useWhat = (): ((view: MeasureView) => {
  readonly text: string;
  readonly lang: Language | undefined;
}) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  return ({ fields }) =>
    wordsIn(fields.what, code) ?? { text: t("list.unworded"), lang: undefined };
};

/** Languages a measure is worded in: the municipality's, those of the round, and any it already has. */
export const measureLanguages = (
  round: readonly Language[],
  { what, objective, assessment }: MeasureView["fields"],
): readonly Language[] => [
  ...new Set([
    ...["fi", "sv", "en"],
    ...[what, objective, assessment].flatMap((words) => Object.keys(words)),
    ...round,
  ]),
];
