// Sessions as REFI-QDA texts: one file each, one paragraph a note, every note a selection counted in code points with an
// exclusive end. Line ends are LF; nothing is normalised, since that would move what is counted.
import type { Release } from "../domain/desk-records.ts";
import type { Named } from "../domain/record.ts";
import { codeGuid, codeKeysOf } from "./refi-codes.ts";
import { nameLanguage, type RefiWords, refiGuid } from "./refi-words.ts";
import type { RoundContent } from "./round-content.ts";
import { countIllegal, element, type Markup, stripIllegal, textElement } from "./xml.ts";

export type RefiSource = {
  readonly guid: string;
  readonly path: string;
  readonly text: string;
  readonly source: Markup;
  /** GUIDs of the notes in it. */
  readonly selections: readonly string[];
  /** Translations, each a note of its selection. */
  readonly notes: readonly Markup[];
  readonly strippedCharacters: number;
  readonly emptyNotes: number;
};

const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** As the file holds it: LF alone, nothing that XML has no place for. */
export const toRefiText = (text: string): string =>
  stripIllegal(text).replaceAll("\r\n", "\n").replaceAll("\r", "\n");

export const selectionGuid = (session: string, noteId: string): string =>
  refiGuid("selection", session, noteId);
export const sourceGuid = (session: string): string => refiGuid("source", session);
export const userGuid = (role: string): string => refiGuid("user", role);

/** Rival head counts stay side by side. Bands, as nobody needs the very number. */
const toBand = (people: number): string =>
  people < 5 ? "1–4" : people < 10 ? "5–9" : people < 20 ? "10–19" : "20+";

export const variableNames = [
  "heldOn",
  "place",
  "languages",
  "groups",
  "people",
  "reviewed",
] as const;
export const variableGuid = (name: string): string => refiGuid("variable", name);

export const variablesOf = ({ record }: Named<Release>, words: RefiWords): Markup => {
  const value = (name: (typeof variableNames)[number], type: string, text: string | undefined) =>
    text === undefined || text === ""
      ? ""
      : element(
          "VariableValue",
          {},
          element("VariableRef", { targetGUID: variableGuid(name) }),
          textElement(type, text),
        );
  return [
    value("heldOn", "DateValue", record.heldOn),
    value("place", "TextValue", record.place),
    value(
      "languages",
      "TextValue",
      record.languages.map((code) => nameLanguage(words, code)).join(", "),
    ),
    value("groups", "TextValue", record.groups.join(", ")),
    value("people", "TextValue", [...new Set(record.people.map(toBand))].join(" / ")),
    value("reviewed", "BooleanValue", String(record.reviewed)),
  ].join("");
};

/** The code keys of the desk's themes, by session and note. */
export type ThemesByNote = ReadonlyMap<string, readonly string[]>;

export const listThemes = ({ themes }: RoundContent): ThemesByNote => {
  const found = new Map<string, string[]>();
  for (const { themeId, fields } of themes) {
    for (const { session, noteId } of fields.notes) {
      const key = `${session}/${noteId}`;
      const keys = found.get(key) ?? [];
      if (!keys.includes(`theme/${themeId}`)) found.set(key, [...keys, `theme/${themeId}`]);
    }
  }
  return found;
};

export const toRefiSource = (
  release: Named<Release>,
  content: RoundContent,
  themes: ThemesByNote,
  words: RefiWords,
): RefiSource => {
  const { session, notes, author, stamp, title } = release.record;
  const { codebook } = content.round.fields;
  const guid = sourceGuid(session);
  const by = { creatingUser: userGuid(author.role), creationDateTime: stamp.slice(0, 24) };
  const selections: Markup[] = [];
  const guids: string[] = [];
  const translations: Markup[] = [];
  let text = "";
  let end = 0;
  let strippedCharacters = 0;
  let emptyNotes = 0;
  for (const note of notes) {
    const said = toRefiText(note.text);
    strippedCharacters += countIllegal(note.text) + countIllegal(note.translation?.text ?? "");
    if (said === "") {
      emptyNotes += 1;
      continue;
    }
    const start = text === "" ? 0 : end + 2;
    text += text === "" ? said : `\n\n${said}`;
    end = start + codePoints(said);
    const own = selectionGuid(session, note.noteId);
    const codings = [...codeKeysOf(note), ...(themes.get(`${session}/${note.noteId}`) ?? [])].map(
      (key) =>
        element(
          "Coding",
          { guid: refiGuid("coding", session, note.noteId, key), ...by },
          element("CodeRef", { targetGUID: codeGuid(codebook, key) }),
        ),
    );
    const translation = note.translation;
    const translationGuid = refiGuid("translation", session, note.noteId);
    if (translation) {
      const name = `${words.translation}: ${nameLanguage(words, translation.lang)}`;
      const inside = textElement("PlainTextContent", toRefiText(translation.text));
      translations.push(element("Note", { guid: translationGuid, name, ...by }, inside));
    }
    guids.push(own);
    selections.push(
      element(
        "PlainTextSelection",
        { guid: own, name: note.noteId.slice(0, 8), startPosition: start, endPosition: end, ...by },
        ...codings,
        translation ? element("NoteRef", { targetGUID: translationGuid }) : "",
      ),
    );
  }
  const path = `${guid}.txt`;
  const source = element(
    "TextSource",
    { guid, name: title, plainTextPath: `internal://${path}`, ...by },
    ...selections,
    variablesOf(release, words),
  );
  return {
    ...{ guid, path, text, source, selections: guids },
    ...{ notes: translations, strippedCharacters, emptyNotes },
  };
};
