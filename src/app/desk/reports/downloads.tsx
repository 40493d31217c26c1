// A report's files: Word, Excel, CSV, a page, pictures. Each comes out of the report as data, so nothing that is hidden in
// it can be in a file. A draft carries its mark into every one of them.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { toUtf8 } from "../../../base/bytes.ts";
import type { CsvSeparator } from "../../../base/csv.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import { chartSvg } from "../../../report/chart-svg.ts";
import type { Report, ReportChart } from "../../../report/report.ts";
import { tablesOf } from "../../../report/report-parts.ts";
import { Button } from "../../../ui/button.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import { chartsOf, drawChart } from "../exports/chart-image.ts";
import type { ExportJob } from "../exports/export-job.ts";
import { createExportModel } from "../exports/export-model.ts";
import { runExport } from "../exports/export-runner.ts";
import { ExportStatus } from "../exports/export-status.tsx";
import { SeparatorField } from "../exports/separator-field.tsx";
import { loadExportWords } from "./downloads-words.ts";

export type DownloadsProps = {
  readonly deps: Pick<AppDeps, "env">;
  readonly report: Report;
  /** Of the round or the edition, hex: stands in the files' names. */
  readonly id: string;
  readonly load: LoadTexts;
};

/** Needs the namespace `exports`. */
export const Downloads = ({ deps, report, id, load }: DownloadsProps) => {
  const t = useT("exports");
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
  const tables = tablesOf(report).length;
  const charts = chartsOf(report);
  const words = () => loadExportWords(report, load);
  const button = (what: string, ending: string, prepare: () => Promise<ExportJob>) => ({
    disabled: model.current.value.state === "making",
    onClick: () => void model.make({ what, part: `report-${report.lang}`, ending, prepare }),
  });
  return (
    <div class="stack screen-only">
      <div class="actions">
        <Button
          {...button("docx", "docx", async () => ({
            ...{ what: "docx", report, words: await words() },
            images: await drawAll(charts, report.lang),
          }))}
        >
          {t("report.docx")}
        </Button>
        <Button
          {...button("xlsx", "xlsx", async () => ({ what: "xlsx", report, words: await words() }))}
        >
          {t("report.xlsx")}
        </Button>
        <Button
          {...button("html", "html", async () => ({ what: "html", report, words: await words() }))}
        >
          {t("report.html")}
        </Button>
        {charts.length > 0 && (
          <Button {...button("pictures", "zip", () => toPictures(charts, report.lang))}>
            {t("report.pictures")}
          </Button>
        )}
      </div>
      {tables > 0 && (
        <div class="actions">
          <SeparatorField value={separator} />
          <Button
            {...button("csv", tables === 1 ? "csv" : "zip", async () => ({
              ...{ what: "csv", report, words: await words(), separator: separator.value },
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

const drawAll = (charts: readonly ReportChart[], lang: string) =>
  Promise.all(charts.map(async (chart) => [chart.table.id, await drawChart(chart, lang)] as const));

/** Each as SVG, sharp at any size, and as PNG for programs that know no SVG. */
const toPictures = async (charts: readonly ReportChart[], lang: string): Promise<ExportJob> => {
  const drawn = new Map(await drawAll(charts, lang));
  const files = charts.flatMap((chart, at) => {
    const name = `${String(at + 1).padStart(2, "0")}-${chart.table.id}`;
    const { svg } = chartSvg(chart, { lang, id: "chart", standsAlone: true });
    const image = drawn.get(chart.table.id);
    const vector = [`${name}.svg`, toUtf8(svg)] as const;
    return image ? [vector, [`${name}.png`, image.png] as const] : [vector];
  });
  return { what: "zip", files };
};
