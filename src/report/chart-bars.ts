// Horizontal bars on one scale that begins at zero. One column of numbers: a bar a row. Several: a small group a row,
// each bar with its own label, so that no legend has to be looked up.
import type { Canvas, Drawing } from "./chart-canvas.ts";
import { lineHeight, linesAt, textAt, widthOf, wrapText } from "./chart-text.ts";
import type { Cell, ReportTable } from "./report.ts";
import { sayCell } from "./report-parts.ts";

const labelRoom = 220;
const axisAt = 232;
const barHeight = 20;
const accent = 'class="bar" fill="#0b5a6f"';

type Bar = { readonly label: string; readonly cell: Cell };
type Group = { readonly title: string | undefined; readonly bars: readonly Bar[] };

const toGroups = ({ columns, rows }: ReportTable): readonly Group[] => {
  const series = columns.flatMap(({ label, numeric }, at) => (numeric ? [{ label, at }] : []));
  return rows.map((row) => {
    const head = row[0] ? sayCell(row[0]) : "";
    const bars = series.flatMap(({ label, at }) => {
      const cell = row[at];
      return cell ? [{ label: series.length === 1 ? head : label, cell }] : [];
    });
    return { title: series.length === 1 ? undefined : head, bars };
  });
};

/** 1, 2 or 5 times a power of ten: the first such number that is not below `value`. */
const niceAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((nice) => nice >= value) ?? value;
};

export const drawBars = (table: ReportTable, canvas: Canvas): Drawing => {
  const groups = toGroups(table);
  const cells = groups.flatMap(({ bars }) => bars.map(({ cell }) => cell));
  const values = cells.flatMap((cell) => (cell.kind === "count" ? [cell.value] : []));
  const top = niceAbove(Math.max(1, ...values));
  const numberRoom = Math.max(
    40,
    ...cells.flatMap((cell) => (cell.kind === "count" ? [widthOf(cell.said) + 12] : [])),
  );
  const room = Math.max(80, canvas.width - axisAt - numberRoom);
  const lengthOf = (value: number) => (value / top) * room;
  let y = 6;
  const parts: string[] = [];
  for (const { title, bars } of groups) {
    if (title !== undefined) {
      const lines = wrapText(title, canvas.width);
      parts.push(linesAt(canvas.x(0), y + 14, lines, "start", "bold"));
      y += lines.length * lineHeight + 4;
    }
    for (const { label, cell } of bars) {
      const lines = wrapText(label, labelRoom);
      const height = Math.max(barHeight, lines.length * lineHeight);
      parts.push(linesAt(canvas.x(labelRoom), y + 15, lines, "end"));
      parts.push(drawBar(cell, y, canvas, lengthOf));
      y += height + 6;
    }
    if (title !== undefined) y += 8;
  }
  return { height: y + 24, markup: `${drawAxis(y, top, room, canvas)}${parts.join("")}` };
};

const drawBar = (
  cell: Cell,
  y: number,
  canvas: Canvas,
  lengthOf: (value: number) => number,
): string => {
  if (cell.kind !== "count") {
    return textAt(canvas.x(axisAt + 6), y + 15, sayCell(cell), "start", "quiet");
  }
  const width = lengthOf(cell.value);
  const bar = width > 0 ? canvas.rect({ from: axisAt, y, width, height: barHeight }, accent) : "";
  return `${bar}${textAt(canvas.x(axisAt + width + 6), y + 15, cell.said, "start")}`;
};

const drawAxis = (bottom: number, top: number, room: number, canvas: Canvas): string => {
  const line = (at: number, strength: string) =>
    `<line x1="${canvas.x(at)}" x2="${canvas.x(at)}" y1="0" y2="${bottom}" stroke="currentColor" ${strength}/>`;
  const ticks = top % 2 === 0 ? [0, top / 2, top] : [0, top];
  return ticks
    .map((tick) => {
      const at = axisAt + (tick / top) * room;
      const strength = tick === 0 ? 'stroke-width="1.5"' : 'stroke-width="1" stroke-opacity="0.25"';
      return `${line(at, strength)}${textAt(canvas.x(at), bottom + 16, String(tick), "middle")}`;
    })
    .join("");
};
