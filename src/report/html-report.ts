// A report as one file that any browser opens, now and in twenty years: nothing is fetched, nothing runs, everything is
// marked up for those who listen to it, and it prints without cutting a word.
import type { Language } from "../domain/schema.ts";
import { chartSvg } from "./chart-svg.ts";
import type { ExportWords } from "./export-words.ts";
import { htmlStyle, htmlStyleDigest } from "./html-style.ts";
import type { Block, Cell, Report, ReportTable, Wording } from "./report.ts";
import { directionOf, directionOfText, sayCell } from "./report-parts.ts";
import { escapeText, type Markup } from "./xml.ts";

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${htmlStyleDigest}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Language and direction of words that are not the report's own, or run the other way. */
const spoken = (wording: Wording, own: Language): string => {
  const dir = directionOfText(wording, own);
  const lang = wording.lang !== undefined && wording.lang !== own ? ` lang="${wording.lang}"` : "";
  return dir === directionOf(own) ? lang : `${lang} dir="${dir}"`;
};

const words = (tag: string, wording: Wording, own: Language, style = ""): Markup =>
  `<${tag}${style}${spoken(wording, own)}>${escapeText(wording.text)}</${tag}>`;

const paragraph = (text: string, style: string): Markup =>
  `<p class="${style}">${escapeText(text)}</p>`;

const toCell = (cell: Cell, isHeader: boolean, isNumeric: boolean, own: Language): Markup => {
  if (isHeader) {
    return cell.kind === "text"
      ? words("th", cell.text, own, ' scope="row"')
      : `<th scope="row">${escapeText(sayCell(cell))}</th>`;
  }
  if (cell.kind === "text") return words("td", cell.text, own);
  const styles = [isNumeric ? "number" : "", cell.kind === "hidden" ? "hidden" : ""];
  return `<td class="${styles.filter((style) => style !== "").join(" ")}">${escapeText(cell.said)}</td>`;
};

const toTable = ({ id, caption, columns, rows, notes }: ReportTable, own: Language): Markup => {
  const heads = columns.map(
    ({ label, numeric }) =>
      `<th scope="col"${numeric ? ' class="number"' : ""}>${escapeText(label)}</th>`,
  );
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => toCell(cell, at === 0, columns[at]?.numeric === true, own));
    return `<tr>${cells.join("")}</tr>`;
  });
  const table = `<table id="table-${id}"><caption>${escapeText(caption)}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
  // A wide table is scrolled by keyboard too, so its frame can be reached and has a name.
  const frame = `<div class="wide" role="region" aria-label="${escapeText(caption)}" tabindex="0">${table}</div>`;
  return `${frame}${notes.map((note) => paragraph(note, "note")).join("")}`;
};

const toBlock = (block: Block, at: number, own: Language, wording: ExportWords): Markup => {
  switch (block.kind) {
    case "heading":
      return `<h${block.level} id="part-${at}">${escapeText(block.text)}</h${block.level}>`;
    case "paragraph":
      return words("p", block.text, own);
    case "list":
      return `<ul>${block.items.map((item) => words("li", item, own)).join("")}</ul>`;
    case "quote": {
      const source = block.source === undefined ? "" : paragraph(`– ${block.source}`, "source");
      return `<blockquote>${words("p", block.text, own)}${source}</blockquote>`;
    }
    case "finding": {
      const statement = words("p", block.statement, own, ' class="statement"');
      return `<div class="finding">${statement}${paragraph(block.evidence, "evidence")}</div>`;
    }
    case "table":
      return toTable(block.table, own);
    case "chart": {
      const { chart } = block;
      const { svg } = chartSvg(chart, { lang: own, id: `chart-${at}` });
      const caption = `<figcaption>${escapeText(chart.title)}</figcaption>`;
      const pointer = paragraph(wording.tableFollows, "note");
      return `<figure>${caption}<div class="picture">${svg}</div></figure>${pointer}${toTable(chart.table, own)}`;
    }
  }
};

const toContents = (blocks: readonly Block[], wording: ExportWords): Markup => {
  const links = blocks.flatMap((block, at) =>
    block.kind === "heading" && block.level === 2
      ? [`<li><a href="#part-${at}">${escapeText(block.text)}</a></li>`]
      : [],
  );
  if (links.length < 3) return "";
  const name = escapeText(wording.contents);
  return `<nav aria-label="${name}"><ul>${links.join("")}</ul></nav>`;
};

export const toHtml = (report: Report, wording: ExportWords): string => {
  const { title, lang, blocks, forPublishing, mark } = report;
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    forPublishing ? "" : '<meta name="robots" content="noindex, nofollow">',
    `<title>${escapeText(title)}</title>`,
    `<style>${htmlStyle}</style>`,
  ];
  const top = `<header><h1>${escapeText(title)}</h1>${paragraph(wording.made, "made")}${toContents(blocks, wording)}</header>`;
  const main = blocks.map((block, at) => toBlock(block, at, lang, wording)).join("\n");
  const body = `${top}\n<main>${main}</main>`;
  return `<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
${head.filter((line) => line !== "").join("\n")}
</head>
<body>
${forPublishing ? body : withMark(mark ?? "", body)}
</body>
</html>
`;
};

/** The head of a table stands on every printed page in every browser; nothing else does. It is no table to a listener. */
const withMark = (mark: string, body: Markup): Markup =>
  `<table class="paged" role="presentation"><thead><tr><td>${paragraph(mark, "mark")}</td></tr></thead><tbody><tr><td>${body}</td></tr></tbody></table>`;
