// A picture of a report as pixels, for a Word file and for those who cannot use SVG: drawn by the browser's own canvas.
import type { Bytes } from "../../../base/bytes.ts";
import { chartSvg } from "../../../report/chart-svg.ts";
import type { Report, ReportChart } from "../../../report/report.ts";
import type { ChartImage } from "../../../report/report-docx.ts";

/** Sharp on paper: two pixels for each of the picture's own, at 170 mm about 215 to the inch. */
const scale = 2;

export const chartsOf = ({ blocks }: Pick<Report, "blocks">): readonly ReportChart[] =>
  blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));

const load = (svg: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("the picture could not be drawn"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });

export const drawChart = async (chart: ReportChart, lang: string): Promise<ChartImage> => {
  const { svg, width, height } = chartSvg(chart, { lang, id: "chart", standsAlone: true });
  const image = await load(svg);
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture");
  const png: Bytes = new Uint8Array(await blob.arrayBuffer());
  return { png, width: canvas.width, height: canvas.height };
};
