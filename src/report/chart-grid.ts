// A grid of numbers: the number in every cell says it, the shade only helps the eye. A hidden cell is hatched by its
// frame and says why it is empty.
import type { Canvas, Drawing } from "./chart-canvas.ts";
import { lineHeight, linesAt, wrapText } from "./chart-text.ts";
import type { ReportTable } from "./report.ts";
import { sayCell } from "./report-parts.ts";

const labelRoom = 190;
const gridAt = 200;

/** Paper to a tint that dark ink is still read on. */
const shade = (value: number, top: number): string =>
  value === 0 ? "0" : String(Math.round((0.08 + 0.32 * (value / top)) * 100) / 100);

export const drawGrid = (table: ReportTable, canvas: Canvas): Drawing => {
  const columns = table.columns.flatMap(({ label, numeric }, at) =>
    numeric ? [{ label, at }] : [],
  );
  const cellWidth = (canvas.width - gridAt) / Math.max(1, columns.length);
  const cells = table.rows.flat();
  const top = Math.max(1, ...cells.map((cell) => (cell.kind === "count" ? cell.value : 0)));
  const heads = columns.map(({ label }) => wrapText(label, cellWidth - 8));
  const headHeight = Math.max(1, ...heads.map((lines) => lines.length)) * lineHeight + 8;
  const middleOf = (index: number) => canvas.x(gridAt + (index + 0.5) * cellWidth);
  const parts = heads.map((lines, index) => {
    const first = headHeight - 8 - (lines.length - 1) * lineHeight;
    return linesAt(middleOf(index), first, lines, "middle", "bold");
  });
  let y = headHeight;
  for (const row of table.rows) {
    const label = wrapText(row[0] ? sayCell(row[0]) : "", labelRoom);
    const said = columns.map(({ at }) => {
      const cell = row[at];
      return cell ? wrapText(sayCell(cell), cellWidth - 8) : [""];
    });
    const lines = Math.max(label.length, ...said.map((each) => each.length));
    const height = Math.max(36, lines * lineHeight + 12);
    const baseline = (count: number) => y + (height - count * lineHeight) / 2 + 14;
    parts.push(linesAt(canvas.x(labelRoom), baseline(label.length), label, "end"));
    for (const [index, { at }] of columns.entries()) {
      const cell = row[at];
      const words = said[index] ?? [""];
      const isCount = cell?.kind === "count";
      const fill = isCount ? shade(cell.value, top) : "0";
      const frame = isCount ? "" : ' stroke-dasharray="3 3"';
      const box = { from: gridAt + index * cellWidth + 1, y: y + 1, width: cellWidth - 2 };
      const paint = `class="cell" fill="#0b5a6f" fill-opacity="${fill}" stroke="currentColor" stroke-opacity="0.4"${frame}`;
      parts.push(canvas.rect({ ...box, height: height - 2 }, paint));
      const style = isCount ? "plain" : "quiet";
      parts.push(linesAt(middleOf(index), baseline(words.length), words, "middle", style));
    }
    y += height;
  }
  return { height: y + 4, markup: parts.join("") };
};
