// A report as a page: what is published, drawn from the same data as every export. Prints by itself; nothing is cut.

import { writtenLanguage } from "../../../i18n/languages.ts";
import type { Block, Cell, Report, ReportChart, ReportTable } from "../../../report/report.ts";
import { Table } from "../../../ui/table.tsx";

const said = (cell: Cell): string => (cell.kind === "text" ? cell.text.text : cell.said);

const TableBlock = ({ table }: { readonly table: ReportTable }) => (
  <>
    <Table
      caption={table.caption}
      narrow="scroll"
      columns={table.columns.map((column, at) => ({
        id: String(at),
        label: column.label,
        numeric: column.numeric,
        header: at === 0,
        cell: (row: readonly Cell[]) => {
          const cell = row[at];
          if (!cell) return null;
          return cell.kind === "hidden" ? (
            <span class="report-hidden">{cell.said}</span>
          ) : (
            said(cell)
          );
        },
      }))}
      rows={table.rows}
      rowKey={(row) => row.slice(0, 1).map(said).join()}
    />
    {table.notes.map((note) => (
      <p key={note} class="report-note">
        {note}
      </p>
    ))}
  </>
);

/** Bars of what is shown; what is hidden has its words in the bar's place. The table stands under it. */
const Bars = ({ chart }: { readonly chart: ReportChart }) => {
  const { rows } = chart.table;
  const values = rows.map((row) => row.find(({ kind }) => kind === "count"));
  const most = Math.max(1, ...values.map((cell) => (cell?.kind === "count" ? cell.value : 0)));
  return (
    <div class="report-chart" role="img" aria-label={`${chart.title}. ${chart.alternative}`}>
      <p class="report-chart-title" aria-hidden="true">
        {chart.title}
      </p>
      <div aria-hidden="true">
        {rows.map((row, at) => {
          const cell = values[at];
          const label = row[0];
          return (
            <div key={label ? said(label) : at} class="report-bar-row">
              <span>{label && said(label)}</span>
              <span class="report-bar-track">
                {cell?.kind === "count" && (
                  <span
                    class="report-bar"
                    style={{ inlineSize: `${(100 * cell.value) / most}%` }}
                  />
                )}
                <span class="report-bar-number">{row.slice(1).map(said).join(" ")}</span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

const Words = ({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) =>
  lang === undefined ? (
    <span>{text}</span>
  ) : (
    <span lang={lang} dir={writtenLanguage(lang).dir}>
      {text}
    </span>
  );

const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case "paragraph":
      return (
        <p>
          <Words {...block.text} />
        </p>
      );
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item.text}>
              <Words {...item} />
            </li>
          ))}
        </ul>
      );
    case "quote":
      return (
        <blockquote class="report-quote">
          <p>
            <Words {...block.text} />
          </p>
          {block.source && <footer>{block.source}</footer>}
        </blockquote>
      );
    case "finding":
      return (
        <div class="report-finding">
          <p class="report-statement">
            <Words {...block.statement} />
          </p>
          <p class="report-evidence">{block.evidence}</p>
        </div>
      );
    case "table":
      return <TableBlock table={block.table} />;
    case "chart":
      return (
        <>
          <Bars chart={block.chart} />
          <TableBlock table={block.chart.table} />
        </>
      );
  }
};

export const ReportPage = ({
  report,
  made,
}: {
  readonly report: Report;
  readonly made: string;
}) => (
  <article class="report-page" lang={report.lang} dir={writtenLanguage(report.lang).dir}>
    {report.mark && <p class="report-mark">{report.mark}</p>}
    <h2>{report.title}</h2>
    <p class="report-made">{made}</p>
    {report.blocks.map((block, at) => (
      <BlockView key={at} block={block} />
    ))}
  </article>
);
