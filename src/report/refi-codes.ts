// The codebook as REFI-QDA codes: folders that cannot be coded with, the dimensions with their sub-themes, and whatever
// else a note can be tagged with. A tag that the codebook does not know is kept under its id.
import type { Codebook } from "../domain/codebook.ts";
import type { ReleasedNote } from "../domain/desk-records.ts";
import { polarities } from "../domain/note.ts";
import type { Language } from "../domain/schema.ts";
import { nameLanguage, type RefiWords, refiGuid } from "./refi-words.ts";
import { inLanguage, type RoundContent } from "./round-content.ts";
import { element, type Markup, textElement } from "./xml.ts";

export type RefiCode = {
  readonly guid: string;
  readonly name: string;
  readonly isCodable: boolean;
  readonly color?: string;
  readonly description?: string;
  readonly children: readonly RefiCode[];
};

const colors = ["#7A3E9D", "#8A5200", "#00695C", "#1F4E9E"] as const;
const marks = ["star", "unfinished", "quotable"] as const;

/** The codes of one note, each as the key that its GUID is made of. */
export const codeKeysOf = (note: ReleasedNote): readonly string[] => [
  ...note.dimensions.map((id) => `dimension/${id}`),
  ...note.subThemes.map((id) => `subTheme/${id}`),
  ...note.kinds.map((id) => `kind/${id}`),
  ...note.topics.map((id) => `topic/${id}`),
  ...(note.area === undefined ? [] : [`area/${note.area}`]),
  ...(note.polarity === undefined ? [] : [`polarity/${note.polarity}`]),
  `language/${note.lang}`,
  ...marks.filter((mark) => note[mark] === true).map((mark) => `mark/${mark}`),
];

export const codeGuid = (codebook: Codebook, key: string): string =>
  refiGuid("code", codebook.name, key);

type Labelled = { readonly id: string; readonly label: Readonly<Record<string, string>> };

/** Folders without a code in them are left out, as the schema asks. */
export const toCodes = (content: RoundContent, words: RefiWords): readonly RefiCode[] => {
  const { codebook, languages } = content.round.fields;
  const said = (texts: Readonly<Record<string, string>>) =>
    inLanguage(texts, words.lang, languages);
  const used = new Set(content.releases.flatMap(({ record }) => record.notes).flatMap(codeKeysOf));
  const known = new Set<string>();
  const code = (key: string, name: string, rest: Partial<RefiCode> = {}): RefiCode => {
    known.add(key);
    return { guid: codeGuid(codebook, key), name, isCodable: true, children: [], ...rest };
  };
  const folder = (key: keyof RefiWords["folders"], children: readonly RefiCode[]): RefiCode =>
    code(`folder/${key}`, words.folders[key], { isCodable: false, children });
  const list = (kind: string, entries: readonly Labelled[]) =>
    entries.map(({ id, label }) => code(`${kind}/${id}`, said(label) || id));
  const subThemesOf = (dimension: string) =>
    codebook.subThemes
      .filter((each) => each.dimension === dimension)
      .map(({ id, label, indicator }) =>
        code(`subTheme/${id}`, said(label) || id, { description: said(indicator) }),
      );
  const dimensions = codebook.dimensions.map(({ id, label }, at) =>
    code(`dimension/${id}`, said(label) || id, {
      children: subThemesOf(id),
      ...(colors[at] === undefined ? {} : { color: colors[at] }),
    }),
  );
  const spoken = [...used].flatMap((key): readonly Language[] =>
    key.startsWith("language/") ? [key.slice("language/".length)] : [],
  );
  const themes = content.themes.map(({ themeId, fields }) =>
    code(`theme/${themeId}`, said(fields.name) || themeId, {
      ...(fields.memo === undefined ? {} : { description: fields.memo }),
    }),
  );
  const folders = [
    folder("dimensions", dimensions),
    folder(
      "polarity",
      polarities.map((each) => code(`polarity/${each}`, words.polarities[each])),
    ),
    folder("kinds", list("kind", codebook.kinds)),
    folder("topics", list("topic", codebook.topics)),
    folder("areas", list("area", codebook.areas)),
    folder("themes", themes),
    folder(
      "languages",
      spoken.toSorted().map((each) => code(`language/${each}`, nameLanguage(words, each))),
    ),
    folder(
      "marks",
      marks.map((mark) => code(`mark/${mark}`, words.marks[mark])),
    ),
  ];
  const others = [...used].filter((key) => !known.has(key)).toSorted();
  const other = folder(
    "other",
    others.map((key) => code(key, key.slice(key.indexOf("/") + 1))),
  );
  return [...folders, other].filter(({ children }) => children.length > 0);
};

const toMarkup = ({ guid, name, isCodable, color, description, children }: RefiCode): Markup =>
  element(
    "Code",
    { guid, name, isCodable, color },
    description ? textElement("Description", description) : "",
    ...children.map(toMarkup),
  );

export const codesMarkup = (codes: readonly RefiCode[]): Markup =>
  element("Codes", {}, ...codes.map(toMarkup));

/** The codebook alone, for another project: plain XML, `.qdc`. */
export const toRefiCodebook = (content: RoundContent, words: RefiWords): string => {
  const root = { xmlns: "urn:QDA-XML:codebook:1.0", origin: "Kuuluu" };
  const body = element("CodeBook", root, codesMarkup(toCodes(content, words)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`;
};
