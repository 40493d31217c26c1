// The measured figures as a page: each goal a bar against its limit, with the table beside it. Made from the data alone.
import type { Result, Results, Row } from "./results.ts";

const toMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const width = 320;
/** Where the limit stands in the picture; a bar beyond the right edge is cut and told by its number. */
const limitAt = 200;

const bar = ({ median, p95, limit, isKept }: Row): string => {
  const scale = (value: number) => Math.min(width, Math.round((value / limit) * limitAt));
  return `<svg viewBox="0 0 ${width} 24" width="${width}" height="24" role="img" aria-label="${Math.round((median / limit) * 100)} % of the limit"><rect x="0" y="6" width="${Math.max(1, scale(median))}" height="12" class="${isKept ? "kept" : "missed"}"/><line x1="${scale(p95)}" x2="${scale(p95)}" y1="4" y2="20" class="p95"/><line x1="${limitAt}" x2="${limitAt}" y1="0" y2="24" class="limit"/></svg>`;
};

const table = (name: string, result: Result): string => {
  const rows = Object.entries(result.figures).map(
    ([figure, row]) =>
      `<tr><th scope="row">${toMarkup(figure)}</th><td class="n">${row.median} ${row.unit}</td><td class="n">${row.p95} ${row.unit}</td><td class="n">${toMarkup(row.goal)}</td><td>${row.isKept ? "kept" : "<strong>missed</strong>"}</td><td>${bar(row)}</td></tr>`,
  );
  return `<section><h2>${toMarkup(name)}</h2><p>${toMarkup(result.what)}</p><p class="when">${result.date}, commit ${toMarkup(result.commit)}, ${result.rounds} rounds, ${toMarkup(result.machine)}</p><table><thead><tr><th scope="col">Figure</th><th scope="col">Median</th><th scope="col">p95</th><th scope="col">Goal</th><th scope="col">Kept</th><th scope="col">Median as a bar, p95 as a tick, the limit as a line</th></tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
};

/** A page of its own, without a script. */
export const toReportPage = (results: Results): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Kuuluu: measured figures</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
section { margin-block: 3rem; overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: start; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid #8884; vertical-align: middle; font-weight: normal; }
thead th { font-weight: 600; }
.n { font-variant-numeric: tabular-nums; white-space: nowrap; }
.when { opacity: 0.75; }
.kept { fill: #2e7d6b; }
.missed { fill: #b5432a; }
.p95 { stroke: currentColor; stroke-width: 2; }
.limit { stroke: currentColor; stroke-width: 1; stroke-dasharray: 3 3; }
</style>
<h1>Kuuluu: measured figures</h1>
<p>Made by <code>npm run bench</code>. A bar that ends left of the dashed line keeps its goal. Absolute figures belong to the machine that is named; ratios are of one run.</p>
${Object.entries(results)
  .map(([name, result]) => table(name, result))
  .join("\n")}
</html>
`;
