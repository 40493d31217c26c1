// A report's files: Word, Excel, CSV, a page, pictures. Each comes out of the report as data, so nothing that is hidden in
// it can be in a file.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { toUtf8 } from "../../../base/bytes.ts";
import type { CsvSeparator } from "../../../base/csv.ts";
import { chartSvg } from "../../../report/chart-svg.ts";
import { countHidden, type ExportWords } from "../../../report/export-words.ts";
import type { Report } from "../../../report/report.ts";
import { tablesOf } from "../../../report/report-parts.ts";
import { Button } from "../../../ui/button.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import { chartsOf, drawChart } from "../exports/chart-image.ts";
import { createExportModel } from "../exports/export-model.ts";
import { runExport } from "../exports/export-runner.ts";
import { ExportStatus } from "../exports/export-status.tsx";
import { SeparatorField } from "../exports/separator-field.tsx";

export type DownloadsProps = {
  readonly deps: Pick<AppDeps, "env">;
  /** In the language of the screen: its own words go into the files. */
  readonly report: Report;
  /** Of the round or the edition, hex: stands in the files' names. */
  readonly id: string;
};

/** Needs the namespace `exports`. */
export const Downloads = ({ deps, report, id }: DownloadsProps) => {
  const t = useT("exports");
  const format = useFormat();
  const separator = useSignal<CsvSeparator>(";");
  const model = useMemo(
    () =>
      createExportModel(
        { now: deps.env.now, run: runExport, saveFile: (...file) => saveFile(fileHost(), ...file) },
        id,
      ),
    [deps, id],
  );
  useEffect(() => model.stop, [model]);
  const tables = tablesOf(report);
  const charts = chartsOf(report);
  const hidden = countHidden(tables);
  const words: ExportWords = {
    made: t("words.made", { time: format.dayTime(report.madeAt) }),
    contents: t("words.contents"),
    tableFollows: t("words.tableFollows"),
    about: t("words.about"),
    sheet: t("words.sheet"),
    hidden: hidden > 0 ? t("words.hidden", { count: hidden }) : "",
  };
  const isBusy = model.current.value.state === "making";
  const draw = (chart: (typeof charts)[number]) => drawChart(chart, report.lang);
  const wordFile = async () => {
    const images = charts.map(async (chart) => [chart.table.id, await draw(chart)] as const);
    return { what: "docx", report, words, images: await Promise.all(images) } as const;
  };
  const pictures = async () => {
    const files = charts.map(async (chart, at) => {
      const name = `${String(at + 1).padStart(2, "0")}-${chart.table.id}`;
      const { svg } = chartSvg(chart, { lang: report.lang, id: "chart", standsAlone: true });
      return [
        [`${name}.svg`, toUtf8(svg)],
        [`${name}.png`, (await draw(chart)).png],
      ] as const;
    });
    return { what: "zip", files: (await Promise.all(files)).flat() } as const;
  };
  const order = (
    what: string,
    ending: string,
    prepare: Parameters<typeof model.make>[0]["prepare"],
  ) => ({
    disabled: isBusy,
    onClick: () => void model.make({ what, part: `report-${report.lang}`, ending, prepare }),
  });
  return (
    <div class="stack screen-only">
      <div class="actions">
        <Button {...order("docx", "docx", wordFile)}>{t("report.docx")}</Button>
        <Button {...order("xlsx", "xlsx", () => ({ what: "xlsx", report, words }))}>
          {t("report.xlsx")}
        </Button>
        <Button {...order("html", "html", () => ({ what: "html", report, words }))}>
          {t("report.html")}
        </Button>
        {charts.length > 0 && (
          <Button {...order("pictures", "zip", pictures)}>{t("report.pictures")}</Button>
        )}
      </div>
      {tables.length > 0 && (
        <div class="actions">
          <SeparatorField value={separator} />
          <Button
            {...order("csv", tables.length === 1 ? "csv" : "zip", () => ({
              ...{ what: "csv", report, words, separator: separator.value },
            }))}
          >
            {t("report.csv")}
          </Button>
        </div>
      )}
      <ExportStatus model={model} />
    </div>
  );
};
