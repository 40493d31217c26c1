// Workbooks, written by hand: a dozen small XML parts in a zip. Own code because it must write 18,000 notes in a second,
// the same bytes each time, with no formula and no author in it.
import type { Bytes } from "../base/bytes.ts";
import type { Language } from "../domain/schema.ts";
import type { Cell } from "./report.ts";
import { columnName, formats, numberFormatOf, toCellMarkup } from "./xlsx-cells.ts";
import { toStyles } from "./xlsx-styles.ts";
import { escapeText, type Markup, xmlHead } from "./xml.ts";
import { makeZip } from "./zip-writing.ts";

export type Sheet = {
  /** As people read it on the tab; made fit and unique here. */
  readonly name: string;
  /** The first row is the head where `hasHead` is set. */
  readonly rows: readonly (readonly Cell[])[];
  readonly hasHead: boolean;
  readonly isRtl: boolean;
  /** In characters; the rest is guessed from the texts. */
  readonly widths?: readonly number[];
  /** Columns that are there and not shown, from 0: ids of rows. */
  readonly hidden?: readonly number[];
  /** What the cells of a column may hold, as a list to choose from; something else is asked about, not refused. */
  readonly choices?: readonly { readonly column: number; readonly values: readonly string[] }[];
  /** Printed on every page. */
  readonly mark?: string;
};

export type Workbook = {
  readonly title: string;
  readonly lang: Language;
  readonly madeAt: string;
  readonly sheets: readonly Sheet[];
};

/** At most 31 characters without `[]:*?/\`, no apostrophe at either end, no name twice whatever the case. */
export const toSheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    const fit = name.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ").replaceAll(/^['\s]+|['\s]+$/g, "");
    const base =
      fit
        .slice(0, 26)
        .replace(/\p{Surrogate}$/u, "")
        .trim() || "1";
    let unique = base;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${base} ${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
};

const spaces = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006";

const widthOfColumn = (rows: Sheet["rows"], at: number): number => {
  const longest = rows.slice(0, 200).reduce((most, row) => {
    const cell = row[at];
    const text = cell ? (cell.kind === "text" ? cell.text.text : cell.said) : "";
    return Math.max(
      most,
      ...text
        .slice(0, 400)
        .split("\n")
        .map((line) => line.length),
    );
  }, 0);
  return Math.min(60, Math.max(10, longest + 2));
};

/** The format takes at most 255 characters of a list in place; a longer one is left out, and anything can be typed. */
const toChoices = ({ choices = [], rows }: Sheet): Markup => {
  const lists = choices.flatMap(({ column, values }) => {
    const list = values.map((value) => value.replaceAll('"', '""')).join(",");
    if (rows.length < 2 || list.length > 250 || values.some((each) => each.includes(",")))
      return [];
    const name = columnName(column);
    return [
      `<dataValidation type="list" allowBlank="1" errorStyle="warning" showErrorMessage="1" sqref="${name}2:${name}${rows.length}"><formula1>${escapeText(`"${list}"`)}</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`
    : "";
};

const toSheet = (sheet: Sheet, isFirst: boolean, numbers: ReadonlyMap<string, number>): Markup => {
  const { rows, hasHead, isRtl, mark } = sheet;
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const last = `${columnName(columns - 1)}${Math.max(1, rows.length)}`;
  const widths = Array.from({ length: columns }, (_, at) => {
    const width = sheet.widths?.[at] ?? widthOfColumn(rows, at);
    const hidden = sheet.hidden?.includes(at) ? ' hidden="1"' : "";
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden}/>`;
  });
  const frozen = hasHead
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    : "";
  const view = `<sheetView workbookViewId="0"${isRtl ? ' rightToLeft="1"' : ""}${isFirst ? ' tabSelected="1"' : ""}>${frozen}</sheetView>`;
  const body = rows.map((row, index) => {
    const cells = row.map((cell, at) =>
      toCellMarkup(cell, `${columnName(at)}${index + 1}`, hasHead && index === 0, numbers),
    );
    return `<row r="${index + 1}">${cells.join("")}</row>`;
  });
  return [
    `${xmlHead}<worksheet ${spaces}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>`,
    `<sheetViews>${view}</sheetViews><cols>${widths.join("")}</cols><sheetData>${body.join("")}</sheetData>`,
    hasHead && rows.length > 1 ? `<autoFilter ref="A1:${last}"/>` : "",
    toChoices(sheet),
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    // A single & begins a code in a page's head.
    mark
      ? `<headerFooter><oddHeader>&amp;C${escapeText(mark.replaceAll("&", "&&"))}</oddHeader></headerFooter>`
      : "",
    "</worksheet>",
  ].join("");
};

const toBook = (names: readonly string[], sheets: readonly Sheet[]): Markup => {
  const list = names.map(
    (name, at) => `<sheet name="${escapeText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const quoted = (name: string) => escapeText(`'${name.replaceAll("'", "''")}'`);
  const titles = names.flatMap((name, at) => {
    const sheet = sheets[at];
    if (!sheet?.hasHead) return [];
    const columns = sheet.rows.reduce((most, row) => Math.max(most, row.length), 1);
    const area = `$A$1:$${columnName(columns - 1)}$${sheet.rows.length}`;
    return [
      sheet.rows.length > 1
        ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted(name)}!${area}</definedName>`
        : "",
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(name)}!$1:$1</definedName>`,
    ];
  });
  const defined = titles.length > 0 ? `<definedNames>${titles.join("")}</definedNames>` : "";
  return `${xmlHead}<workbook ${spaces} xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets>${defined}</workbook>`;
};

const toCore = ({ title, lang, madeAt }: Workbook): Markup =>
  `${xmlHead}<cp:coreProperties xmlns:cp="${packageRelations}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeText(title)}</dc:title><dc:creator>Kuuluu</dc:creator><dc:language>${lang}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created></cp:coreProperties>`;

const toContentTypes = (sheets: number): Markup => {
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
  const list = Array.from({ length: sheets }, (_, at) =>
    part(`/xl/worksheets/sheet${at + 1}.xml`, "officedocument.spreadsheetml.worksheet"),
  );
  return `${xmlHead}<Types xmlns="${packageRelations}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("/xl/workbook.xml", "officedocument.spreadsheetml.sheet.main")}${list.join("")}${part("/xl/styles.xml", "officedocument.spreadsheetml.styles")}${part("/docProps/core.xml", "package.core-properties")}</Types>`;
};

const toRelations = (list: readonly (readonly [type: string, target: string])[]): Markup =>
  `${xmlHead}<Relationships xmlns="${packageRelations}/relationships">${list
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

/** Number formats in order of appearance, each with its place in the list of cell formats. */
const collectFormats = (sheets: readonly Sheet[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const cell of sheets.flatMap(({ rows }) => rows.flat())) {
    if (cell.kind !== "count") continue;
    const format = numberFormatOf(cell);
    if (format !== undefined && !found.has(format))
      found.set(format, formats.firstNumber + found.size);
  }
  return found;
};

export const toWorkbook = (workbook: Workbook): Bytes => {
  const { sheets } = workbook;
  const names = toSheetNames(sheets.map(({ name }) => name));
  const numbers = collectFormats(sheets);
  return makeZip([
    ["[Content_Types].xml", toContentTypes(sheets.length)],
    [
      "_rels/.rels",
      toRelations([
        [`${relations}/officeDocument`, "xl/workbook.xml"],
        [`${packageRelations}/relationships/metadata/core-properties`, "docProps/core.xml"],
      ]),
    ],
    ["xl/workbook.xml", toBook(names, sheets)],
    [
      "xl/_rels/workbook.xml.rels",
      toRelations([
        ...sheets.map(
          (_, at) => [`${relations}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const,
        ),
        [`${relations}/styles`, "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", toStyles([...numbers.keys()])],
    ...sheets.map(
      (sheet, at) =>
        [`xl/worksheets/sheet${at + 1}.xml`, toSheet(sheet, at === 0, numbers)] as const,
    ),
    ["docProps/core.xml", toCore(workbook)],
  ]);
};
