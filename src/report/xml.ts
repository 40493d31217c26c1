// Markup from text, in one place: whatever a person wrote stays text. Characters that XML 1.0 has no place for are taken
// out here and nowhere else, so that they can be counted and told.

// Everything outside the Char production of XML 1.0. Text in our records is well-formed, so surrogates come in pairs.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be written.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const stripIllegal = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, "\ufffd").replace(illegal, "");

export const countIllegal = (text: string): number => text.match(illegal)?.length ?? 0;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // A reader turns these into plain spaces or LF unless they are named.
  "\r": "&#13;",
};
const inAttributes: Readonly<Record<string, string>> = {
  ...entities,
  "\t": "&#9;",
  "\n": "&#10;",
};

export const escapeText = (text: string): string =>
  stripIllegal(text).replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);

const escapeAttribute = (text: string): string =>
  stripIllegal(text).replace(/[&<>"'\r\t\n]/g, (character) => inAttributes[character] ?? character);

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Markup that is finished; text must go through `escapeText` to become it. */
export type Markup = string;

const toAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join("");

/** One element. Without children it closes itself. */
export const element = (
  name: string,
  attributes: Attributes = {},
  ...children: readonly Markup[]
): Markup => {
  const inside = children.join("");
  const open = `<${name}${toAttributes(attributes)}`;
  return inside === "" ? `${open}/>` : `${open}>${inside}</${name}>`;
};

/** One element with text in it. */
export const textElement = (name: string, text: string, attributes: Attributes = {}): Markup =>
  `<${name}${toAttributes(attributes)}>${escapeText(text)}</${name}>`;

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
