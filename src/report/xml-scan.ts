// A small reader of XML for files that come from outside: no document types, no entities but the five and numbers, no
// processing instructions, a limit to depth. Whatever is not well-formed ends it.

import { countIllegal } from "./xml.ts";

export type XmlEvent =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** Thrown while scanning; `readXml` turns it into a value. */
export class XmlRefused extends Error {}

const maxDepth = 64;
const maxAttributes = 64;
const name = String.raw`[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?`;
const opening = new RegExp(
  String.raw`<(${name})((?:\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>`,
  "uy",
);
const closing = new RegExp(String.raw`</(${name})\s*>`, "uy");
const attribute = new RegExp(String.raw`(${name})\s*=\s*("[^"]*"|'[^']*')`, "gu");

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

const isLegal = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

const decode = (text: string): string =>
  text.replace(/&([^;&]*)(;?)/g, (_, body: string, end: string) => {
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? "", number[1] ? 16 : 10) : -1;
    const character = number && isLegal(code) ? String.fromCodePoint(code) : named[body];
    if (end !== ";" || character === undefined) throw new XmlRefused("entity");
    return character;
  });

/** Without the prefix: which one a maker chose for a namespace is theirs. */
const localName = (full: string): string => full.slice(full.indexOf(":") + 1);

const toAttributes = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [, full = "", value = ""] of text.matchAll(attribute)) {
    if (found.has(full) || found.size >= maxAttributes) throw new XmlRefused("attributes");
    found.set(full, decode(value.slice(1, -1)));
  }
  return found;
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray => {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) throw new XmlRefused("tag");
  return match;
};

/** Events in the order of the text. Throws XmlRefused, and nothing else. */
export function* scanXml(document: string): Generator<XmlEvent, void> {
  const source = document.replace(/^\ufeff/, "").replace(/^<\?xml\s[^?]*\?>/, "");
  const text = source.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  if (countIllegal(text) > 0) throw new XmlRefused("character");
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const between = next < 0 ? text.slice(at) : text.slice(at, next);
    if (between !== "") {
      if (open.length > 0) yield { kind: "text", text: decode(between) };
      else if (between.trim() !== "") throw new XmlRefused("text outside");
    }
    if (next < 0) break;
    at = next;
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("-->", at + 4);
      if (end < 0) throw new XmlRefused("comment");
      at = end + 3;
    } else if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at);
      if (end < 0 || open.length === 0) throw new XmlRefused("cdata");
      yield { kind: "text", text: text.slice(at + 9, end) };
      at = end + 3;
    } else if (text[at + 1] === "/") {
      const [whole, full = ""] = matchAt(closing, text, at);
      if (open.pop() !== full) throw new XmlRefused("nesting");
      yield { kind: "close", name: localName(full) };
      at += whole.length;
    } else {
      // "<!" and "<?" are no beginning of a name, so document types and instructions end here.
      const [whole, full = "", attributes = "", selfClosing] = matchAt(opening, text, at);
      if (open.length === 0) roots += 1;
      if (roots > 1 || open.length >= maxDepth) throw new XmlRefused("depth");
      yield { kind: "open", name: localName(full), attributes: toAttributes(attributes) };
      if (selfClosing) yield { kind: "close", name: localName(full) };
      else open.push(full);
      at += whole.length;
    }
  }
  if (open.length > 0 || roots === 0) throw new XmlRefused("end");
}
