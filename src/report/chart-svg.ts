// A picture of a table, as SVG text: horizontal bars or a grid of numbers. Every number is written out, zero stands on
// the axis, nothing is told by colour alone, and what is hidden says so in words. Mirrored where the language is.
import type { Language } from "../domain/schema.ts";
import { drawBars } from "./chart-bars.ts";
import { createCanvas } from "./chart-canvas.ts";
import { drawGrid } from "./chart-grid.ts";
import type { ReportChart } from "./report.ts";
import { directionOf } from "./report-parts.ts";
import { escapeText, type Markup } from "./xml.ts";

export type ChartOptions = {
  readonly lang: Language;
  /** Unique on its page. */
  readonly id: string;
  /** A file of its own: white paper and dark ink, whatever looks at it. On a page it takes the page's ink. */
  readonly standsAlone?: boolean;
};

export type ChartSvg = { readonly svg: Markup; readonly width: number; readonly height: number };

export const chartSvg = (chart: ReportChart, options: ChartOptions): ChartSvg => {
  const { lang, id, standsAlone = false } = options;
  const dir = directionOf(lang);
  const isRtl = dir === "rtl";
  const columns = chart.table.columns.filter(({ numeric }) => numeric).length;
  const width = chart.form === "grid" ? Math.max(720, 200 + columns * 68) : 720;
  const canvas = createCanvas(width, isRtl);
  const { height, markup } =
    chart.form === "grid" ? drawGrid(chart.table, canvas) : drawBars(chart.table, canvas);
  const names = `<title id="${id}-title">${escapeText(chart.title)}</title><desc id="${id}-desc">${escapeText(chart.alternative)}</desc>`;
  const paper = standsAlone ? `<rect width="${width}" height="${height}" fill="#ffffff"/>` : "";
  const open = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`,
    `role="img" aria-labelledby="${id}-title ${id}-desc" lang="${lang}" direction="${dir}"`,
    `font-family="'Source Sans 3 Variable', 'Vazirmatn Variable', 'Segoe UI', Arial, sans-serif" font-size="14"`,
    `fill="currentColor"${standsAlone ? ' color="#1b2433"' : ""}>`,
  ].join(" ");
  const svg = `${open}${names}${paper}<g aria-hidden="true">${markup}</g></svg>`;
  return { svg, width, height };
};
