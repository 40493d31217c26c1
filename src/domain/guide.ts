// What the people in the room are asked and told: questions, notice, definitions, the instruction for alarming talk.
// Data per language, editable at the desk; a card names it by digest.
import { Instant, type Language, type Localized, localized, Tag, text, z } from "./schema.ts";

export const Question = z.readonly(
  z.strictObject({
    id: Tag,
    dimension: z.optional(Tag),
    text: localized(1_000),
    /** Planned length in minutes, for the phase clock. */
    minutes: z.optional(z.int().check(z.minimum(1), z.maximum(240))),
  }),
);
export type Question = z.infer<typeof Question>;

export const Definition = z.readonly(
  z.strictObject({ id: Tag, meaning: localized(1_000), example: localized(1_000) }),
);
export type Definition = z.infer<typeof Definition>;

export const Guide = z.readonly(
  z.strictObject({
    format: z.literal("kuuluu-guide/1"),
    name: text(200),
    questions: z.readonly(z.array(Question).check(z.minLength(1), z.maxLength(40))),
    /** Read aloud before the first question. {{receiver}} stands for who receives the notes. */
    notice: localized(5_000),
    /** Shown behind "If something alarming was said"; makes no note. */
    alarm: localized(5_000),
    definitions: z.readonly(z.array(Definition).check(z.maxLength(80))),
  }),
);
export type Guide = z.infer<typeof Guide>;

/** That the notice was read: which text (by guide digest), in which language, when. No names, no signatures. */
export const NoticeRead = z.readonly(z.strictObject({ lang: z.string(), at: Instant }));

export type Gap = {
  readonly part: "question" | "notice" | "alarm" | "definition";
  readonly id?: Tag;
};

/** What a session in `language` would miss, so that it can be named before anything prints. */
export const findGaps = (guide: Guide, language: Language): readonly Gap[] => {
  const lacks = (localizedText: Localized) => localizedText[language] === undefined;
  return [
    ...guide.questions
      .filter((q) => lacks(q.text))
      .map((q) => ({ part: "question" as const, id: q.id })),
    ...(lacks(guide.notice) ? [{ part: "notice" as const }] : []),
    ...(lacks(guide.alarm) ? [{ part: "alarm" as const }] : []),
    ...guide.definitions
      .filter((d) => lacks(d.meaning) || lacks(d.example))
      .map((d) => ({ part: "definition" as const, id: d.id })),
  ];
};

/** Only the languages a session needs, so that a plan stays small. Texts of other languages are left out. */
export const narrowGuide = (guide: Guide, languages: readonly Language[]): Guide => {
  const narrow = (all: Localized): Localized =>
    Object.fromEntries(Object.entries(all).filter(([language]) => languages.includes(language)));
  return {
    ...guide,
    questions: guide.questions.map((q) => ({ ...q, text: narrow(q.text) })),
    notice: narrow(guide.notice),
    alarm: narrow(guide.alarm),
    definitions: guide.definitions.map((d) => ({
      ...d,
      meaning: narrow(d.meaning),
      example: narrow(d.example),
    })),
  };
};
