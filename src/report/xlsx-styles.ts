// The formats that cells of our workbooks name by their place: see `formats` in xlsx-cells.ts.
import { escapeText, type Markup, xmlHead } from "./xml.ts";

/** Numbers of formats below this are the program's own. */
const firstFormat = 164;

const wrapped = '<alignment vertical="top" wrapText="1"/>';

export const toStyles = (numberFormats: readonly string[]): Markup => {
  const list = numberFormats.map(
    (code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${escapeText(code)}"/>`,
  );
  const numbers = numberFormats.map(
    (_, at) =>
      `<xf numFmtId="${firstFormat + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${wrapped}</xf>`,
  );
  const cell = (font: number, border: number, rest = "", format = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyAlignment="1"${rest}>${wrapped}</xf>`;
  const named = [
    cell(0, 0),
    cell(1, 1, ' applyFont="1" applyBorder="1"', 49),
    cell(0, 0, ' quotePrefix="1"', 49),
    cell(2, 0, ' applyFont="1"', 49),
    cell(3, 0, ' applyFont="1"', 49),
  ];
  const font = (size: number, inside = "") =>
    `<font>${inside}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;
  return [
    `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    list.length > 0 ? `<numFmts count="${list.length}">${list.join("")}</numFmts>` : "",
    `<fonts count="4">${font(11)}${font(11, "<b/>")}${font(11, "<i/>")}${font(16, "<b/>")}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color auto="1"/></bottom><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${named.length + numbers.length}">${named.join("")}${numbers.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
};
