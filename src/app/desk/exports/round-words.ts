// The words of a round's files, out of the locale: heads of columns, names of codes and folders, and the sentence that says
// what is not for publishing.
import type { RoundView } from "../../../domain/desk.ts";
import { writtenLanguages } from "../../../i18n/languages.ts";
import type { Translate } from "../../../i18n/resources.ts";
import type { NotesTableWords } from "../../../report/notes-table.ts";
import type { RefiWords } from "../../../report/refi-words.ts";
import { inLanguage } from "../../../report/round-content.ts";

export const languageNames: Readonly<Record<string, string>> = Object.fromEntries(
  writtenLanguages.map(({ code, endonym }) => [code, endonym]),
);

const polarityWords = (t: Translate<"exports">) => ({
  strengthens: t("polarity.strengthens"),
  weakens: t("polarity.weakens"),
  mixed: t("polarity.mixed"),
});

export const toNotesWords = (
  t: Translate<"exports">,
  lang: string,
  { fields }: RoundView,
): NotesTableWords => ({
  lang,
  caption: t("notes.sheet"),
  columns: {
    session: t("column.session"),
    heldOn: t("column.heldOn"),
    place: t("column.place"),
    groups: t("column.groups"),
    people: t("column.people"),
    "place-in-talk": t("column.order"),
    noteId: t("column.noteId"),
    text: t("column.text"),
    lang: t("column.lang"),
    translation: t("column.translation"),
    translationLang: t("column.translationLang"),
    dimensions: t("column.dimensions"),
    subThemes: t("column.subThemes"),
    polarity: t("column.polarity"),
    kinds: t("column.kinds"),
    topics: t("column.topics"),
    area: t("column.area"),
    phase: t("column.phase"),
    agree: t("column.agree"),
    disagree: t("column.disagree"),
    star: t("column.star"),
    unfinished: t("column.unfinished"),
    quotable: t("column.quotable"),
    suggestedDimensions: t("column.suggestedDimensions"),
  },
  polarities: polarityWords(t),
  yes: t("yes"),
  questions: Object.fromEntries(
    fields.guide.questions.map(({ id, text }) => [id, inLanguage(text, lang, fields.languages)]),
  ),
});

export const toRefiWords = (t: Translate<"exports">, lang: string): RefiWords => ({
  lang,
  mark: t("mark"),
  leftOut: {
    heldBack: t("refi.heldBack"),
    rivals: t("refi.rivals"),
    empty: t("refi.empty"),
    characters: t("refi.characters"),
  },
  folders: {
    dimensions: t("column.dimensions"),
    kinds: t("column.kinds"),
    topics: t("column.topics"),
    areas: t("column.area"),
    polarity: t("column.polarity"),
    themes: t("refi.themes"),
    languages: t("refi.languages"),
    marks: t("refi.marks"),
    other: t("refi.other"),
  },
  polarities: polarityWords(t),
  marks: {
    star: t("column.star"),
    unfinished: t("column.unfinished"),
    quotable: t("column.quotable"),
  },
  roles: {
    scribe: t("refi.scribe"),
    facilitator: t("refi.facilitator"),
    coordinator: t("refi.coordinator"),
  },
  variables: {
    heldOn: t("column.heldOn"),
    place: t("column.place"),
    languages: t("refi.languages"),
    groups: t("column.groups"),
    people: t("column.people"),
    reviewed: t("refi.reviewed"),
  },
  languages: languageNames,
  translation: t("column.translation"),
  finding: t("refi.finding"),
  supports: t("refi.supports"),
  opposes: t("refi.opposes"),
});
