// Which measures a request asks about, and their rows. Given up ones are not asked about; done ones are: what became of
// them is what residents want to know.
import type { PublishableMeasure } from "../../../analysis/publishable-measures.ts";
import { foldMeasures } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { RequestRow } from "../../../report/follow-up-request.ts";
import { versionOf } from "../../../report/measure-versions.ts";
import { createEntityId } from "../../record-writer.ts";
import { type PlanWords, statusKeys, wordingIn } from "./plan-words.ts";

export type Asked = {
  readonly all: readonly PublishableMeasure[];
  readonly units: readonly {
    readonly unit: string;
    readonly measures: readonly PublishableMeasure[];
  }[];
};

export const listAsked = (measures: readonly PublishableMeasure[]): Asked => {
  const all = measures.filter(({ status }) => status !== "dropped");
  const names = [...new Set(all.flatMap(({ unit }) => unit ?? []))];
  return {
    all,
    units: names.map((unit) => ({ unit, measures: all.filter((each) => each.unit === unit) })),
  };
};

export const toRequestRows = (
  measures: readonly PublishableMeasure[],
  records: readonly Named[],
  { t, format, lang }: PlanWords,
  random: Parameters<typeof createEntityId>[0],
): readonly RequestRow[] => {
  const views = new Map(foldMeasures(records).map((view) => [view.measureId, view]));
  return measures.flatMap((measure) => {
    const view = views.get(measure.measureId);
    if (!view) return [];
    const { measureId, status, what, objective, dueOn, indicator, target } = measure;
    const aim = indicator && target ? t("ask.indicatorTo", { indicator, target }) : indicator;
    return [
      {
        ...{ measureId, status, version: versionOf(view) },
        seenId: createEntityId(random),
        valueId: createEntityId(random),
        told: [
          wordingIn(what, lang)?.text ?? "",
          wordingIn(objective, lang)?.text ?? "",
          dueOn === undefined ? "" : format.day(dueOn),
          aim ?? "",
          t(statusKeys[status]),
        ],
      },
    ];
  });
};
