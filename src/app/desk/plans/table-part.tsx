// The five headings of the municipality's plan: seen, copied, saved as CSV, and read back. Below, the file for Decidim.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { CsvSeparator } from "../../../base/csv.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { Table } from "../../../ui/table.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { ExportStatus } from "../exports/export-status.tsx";
import { SeparatorField } from "../exports/separator-field.tsx";
import { reportLanguages, toReportLanguage } from "../reports/report-settings.ts";
import { ReportsFailureAlert } from "../reports/reports-failure.tsx";
import { CopyTable } from "./copy-table.tsx";
import { DecidimPart } from "./decidim-part.tsx";
import { fiveHeadings, type HeadingRow, headingKeys, toHeadingRows } from "./five-headings.ts";
import { LeftOutView } from "./left-out.tsx";
import { type PlanContent, readForPlan } from "./plan-content.ts";
import type { PlanWords } from "./plan-words.ts";
import { languageNames, type PlansPartProps, useExport } from "./plans-shared.ts";
import { isAsking } from "./sheet-in.ts";
import { standingMeasures } from "./sheet-readers.ts";
import { measureSheetWords } from "./sheet-words.ts";
import { TableBack, type TableBackModel, useTableBack } from "./table-back.tsx";
import { usePlanWords } from "./use-plan-words.ts";

export const TablePart = (props: PlansPartProps) => {
  const t = useT("plans");
  const { records, roundId, load } = props;
  const { code } = useTexts().language();
  const lang = useSignal(toReportLanguage(code));
  const { words, isMissing } = usePlanWords(lang.value, load);
  const content = useMemo(() => readForPlan(records, roundId), [records, roundId]);
  const back = useTableBack(props);
  if (isMissing) return <ReportsFailureAlert failure={{ type: "words-missing" }} />;
  if (!content || !words) return <Busy />;
  return (
    <>
      <p class="lead">{t("table.lead")}</p>
      {content.measures.length === 0 ? (
        <Empty
          title={t("table.empty")}
          actions={
            <LinkButton href={`#/desk/measures?round=${roundId}`}>{t("toMeasures")}</LinkButton>
          }
        >
          <p>{t("check.noMeasures")}</p>
        </Empty>
      ) : (
        <>
          <div class="plans-choices">
            <SelectField
              label={t("table.language")}
              value={lang.value}
              options={reportLanguages.map((each) => ({ value: each, label: languageNames[each] }))}
              onChange={(next) => {
                lang.value = toReportLanguage(next);
              }}
            />
          </div>
          <Headings {...props} content={content} words={words} back={back} />
        </>
      )}
      <LeftOutView leftOut={content.leftOut} measuresOnly />
      <TableBack {...props} back={back} />
      {content.measures.length > 0 && <DecidimPart {...props} measures={content.measures} />}
    </>
  );
};

type Inner = PlansPartProps & {
  readonly content: PlanContent;
  readonly words: PlanWords;
  readonly back: TableBackModel;
};

const Headings = (props: Inner) => {
  const t = useT("plans");
  const { content, words, records, roundId } = props;
  const separator = useSignal<CsvSeparator>(";");
  const file = useExport(props);
  const rows = useMemo(() => toHeadingRows(content.measures, words), [content, words]);
  const save = () => {
    const told = new Set(content.measures.map(({ measureId }) => measureId));
    const measures = standingMeasures(records, roundId).filter((each) => told.has(each.measureId));
    const written = measures.flatMap(({ fields }) =>
      [fields.what, fields.objective, fields.assessment].flatMap(Object.keys),
    );
    return file.make({
      ...{ what: "measure-sheet", part: `measures-${words.lang}`, ending: "csv" },
      prepare: () => ({
        ...{ what: "measure-sheet", measures, words: measureSheetWords(words) },
        languages: [...new Set([words.lang, "fi", "sv", ...written])],
        separator: separator.value,
      }),
    });
  };
  return (
    <>
      <div class="plans-headings">
        <Table
          caption={t("table.caption")}
          narrow="stacked"
          columns={fiveHeadings.map((name) => ({
            id: name,
            label: words.t(headingKeys[name]),
            header: name === "measure",
            cell: (row: HeadingRow) => {
              const { text, lang } = row[name];
              const said = (
                <span class="plans-cell" lang={lang ?? words.lang} dir="auto">
                  {text === "" ? "–" : text}
                </span>
              );
              return name === "measure" ? (
                <a href={`#/desk/measures/${row.measureId}`}>{said}</a>
              ) : (
                said
              );
            },
          }))}
          rows={rows}
          rowKey={({ measureId }) => measureId}
        />
      </div>
      <CopyTable rows={rows} words={words} isPrimary={!isAsking(props.back.sheet.current.value)} />
      <Section title={t("sheet.title")}>
        <p>{t("sheet.body")}</p>
        <div class="plans-choices">
          <SeparatorField value={separator} />
          <Button onClick={() => void save()}>{t("sheet.save")}</Button>
        </div>
        <ExportStatus model={file} />
      </Section>
    </>
  );
};
