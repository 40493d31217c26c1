// A picture for a Word file that got no image: bars out of shaded cells, with the label before and the number behind each.
import {
  BorderStyle,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import type { Language } from "../domain/schema.ts";
import { pageWidth, type Write } from "./docx-text.ts";
import type { ReportTable } from "./report.ts";
import { directionOf, sayCell } from "./report-parts.ts";

const labelWidth = 3_000;
/** A bar is so many of these cells long. */
const steps = 24;
const none = { style: BorderStyle.NONE };
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

export const drawWordBars = (table: ReportTable, own: Language, write: Write): Table => {
  const series = table.columns.flatMap(({ label, numeric }, at) =>
    numeric ? [{ label, at }] : [],
  );
  const values = table.rows.flat().map((cell) => (cell.kind === "count" ? cell.value : 0));
  const top = Math.max(1, ...values);
  const cell = (child: Paragraph, columnSpan: number, fill?: string) =>
    new TableCell({
      children: [child],
      columnSpan,
      ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill } }),
    });
  const rows = table.rows.flatMap((row) =>
    series.map(({ label, at }) => {
      const number = row[at];
      const head = row[0] ? sayCell(row[0]) : "";
      const value = number?.kind === "count" ? number.value : 0;
      // The last two steps are kept for the number of the longest bar.
      const length = value === 0 ? 0 : Math.max(1, Math.round((value / top) * (steps - 4)));
      const name = write(series.length === 1 ? head : `${head}: ${label}`);
      const said = write(number ? sayCell(number) : "", { isItalic: number?.kind === "hidden" });
      return new TableRow({
        cantSplit: true,
        children: [
          cell(name, 1),
          ...(length > 0 ? [cell(write(""), length, "0B5A6F")] : []),
          cell(said, steps - length),
        ],
      });
    }),
  );
  const step = Math.floor((pageWidth - labelWidth) / steps);
  return new Table({
    rows,
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, ...Array.from({ length: steps }, () => step)],
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: directionOf(own) === "rtl",
    borders: noBorders,
  });
};
