// Reads a workbook that comes back from a translator or out of another program: all cells as texts, as people saw them.
// Strict and own, since nothing in the file may run, fetch, or fill the memory.
import { parseUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { readDateFormats, readSharedTexts, readSheet, type SheetRow } from "./xlsx-parts.ts";
import { SheetRefused } from "./xlsx-refused.ts";
import { scanXml, XmlRefused } from "./xml-scan.ts";
import { readZip, type ZipFailure } from "./zip-reading.ts";

export type ReadSheet = { readonly name: string; readonly rows: readonly SheetRow[] };

export type XlsxError =
  | ZipFailure
  /** A zip, but no workbook: or one of an older or a macro's kind. */
  | { readonly type: "xlsx-foreign" }
  | { readonly type: "xlsx-damaged"; readonly part: string }
  /** More rows, columns or text than any sheet of ours. */
  | { readonly type: "xlsx-too-large"; readonly sheet: string }
  /** The program that saved it could not work out what stands there: `#REF!`. */
  | { readonly type: "xlsx-error-cell"; readonly sheet: string; readonly row: number };

const limits = { maxBytes: 20_000_000, maxEntries: 500, maxUnpacked: 60_000_000 };
const isWanted = (name: string): boolean =>
  /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[\w.-]+\.xml$/.test(
    name,
  );

/** Every sheet in the order of the tabs, hidden ones too. Never throws. */
export const readWorkbook = (bytes: Uint8Array): Result<readonly ReadSheet[], XlsxError> => {
  const unzipped = readZip(bytes, isWanted, limits);
  if (!unzipped.ok) return unzipped;
  const files = unzipped.value;
  let part = "xl/workbook.xml";
  let sheet = "";
  const textOf = (name: string): string | undefined => {
    part = name;
    const content = files.get(name);
    if (!content) return undefined;
    const text = parseUtf8(content);
    if (text === undefined) throw new XmlRefused("not UTF-8");
    return text;
  };
  try {
    const book = textOf("xl/workbook.xml");
    const relations = textOf("xl/_rels/workbook.xml.rels");
    if (book === undefined || relations === undefined) return failed({ type: "xlsx-foreign" });
    const targets = readTargets(relations);
    const shared = readSharedTexts(textOf("xl/sharedStrings.xml"));
    const dates = readDateFormats(textOf("xl/styles.xml"));
    const sheets: ReadSheet[] = [];
    for (const { name, id } of readTabs(book)) {
      sheet = name;
      const text = textOf(toPath(targets.get(id) ?? ""));
      if (text === undefined) return failed({ type: "xlsx-damaged", part: "xl/workbook.xml" });
      sheets.push({ name, rows: readSheet(text, shared, dates) });
    }
    return ok(sheets);
  } catch (thrown) {
    if (thrown instanceof XmlRefused) return failed({ type: "xlsx-damaged", part });
    if (!(thrown instanceof SheetRefused)) throw thrown;
    return thrown.reason === "too-large"
      ? failed({ type: "xlsx-too-large", sheet })
      : failed({ type: "xlsx-error-cell", sheet, row: thrown.row });
  }
};

/** Relative to the workbook, or from the root of the file. */
const toPath = (target: string): string =>
  target.startsWith("/") ? target.slice(1) : `xl/${target}`;

const attributeOf = (attributes: ReadonlyMap<string, string>, local: string): string | undefined =>
  [...attributes].find(([full]) => full === local || full.endsWith(`:${local}`))?.[1];

const readTabs = (book: string): readonly { readonly name: string; readonly id: string }[] => {
  const tabs: { name: string; id: string }[] = [];
  for (const event of scanXml(book)) {
    if (event.kind !== "open" || event.name !== "sheet") continue;
    const name = event.attributes.get("name");
    const id = [...event.attributes].find(([full]) => /:id$/.test(full))?.[1];
    if (name === undefined || id === undefined) throw new XmlRefused("sheet");
    tabs.push({ name, id });
  }
  return tabs;
};

const readTargets = (relations: string): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>();
  for (const event of scanXml(relations)) {
    if (event.kind !== "open" || event.name !== "Relationship") continue;
    const id = attributeOf(event.attributes, "Id");
    const target = attributeOf(event.attributes, "Target");
    if (id !== undefined && target !== undefined) targets.set(id, target);
  }
  return targets;
};
