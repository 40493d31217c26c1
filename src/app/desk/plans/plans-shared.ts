// What the three parts of the area share: what they are given, files on their way out, names of measures, the day.
import { useEffect, useMemo } from "preact/hooks";
import type { EntityId } from "../../../domain/schema.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { Wording } from "../../../report/report.ts";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import type { AreaProps } from "../desk-context.ts";
import { createExportModel } from "../exports/export-model.ts";
import { runExport } from "../exports/export-runner.ts";
import { wordingIn } from "./plan-words.ts";
import { standingMeasures } from "./sheet-readers.ts";

export type PlansPartProps = AreaProps & {
  readonly roundId: EntityId;
  readonly load: LoadTexts;
};

export const languageNames = { fi: "suomi", sv: "svenska", en: "English" } as const;

export const useExport = ({ deps, roundId }: Pick<PlansPartProps, "deps" | "roundId">) => {
  const model = useMemo(
    () =>
      createExportModel(
        { now: deps.env.now, run: runExport, saveFile: (...file) => saveFile(fileHost(), ...file) },
        roundId,
      ),
    [deps, roundId],
  );
  useEffect(() => model.stop, [model]);
  return model;
};

/** The day it is here, not in Greenwich. */
export const localDay = (now: number): string => {
  const day = new Date(now);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

export const useMeasureNames = ({
  records,
  roundId,
}: Pick<PlansPartProps, "records" | "roundId">): ((id: EntityId) => Wording) => {
  const t = useT("plans");
  const { code } = useTexts().language();
  const names = useMemo(
    () =>
      new Map(
        standingMeasures(records, roundId).map(({ measureId, fields }) => [
          measureId,
          wordingIn(fields.what, code),
        ]),
      ),
    [records, roundId, code],
  );
  return (id) => names.get(id) ?? { text: t("back.unnamed") };
};
