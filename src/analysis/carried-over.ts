// A measure asked about in a later round: its question's id carries the measure, so that every answer leads back to it.
import type { Guide, Question } from "../domain/guide.ts";
import type { EntityId, Localized, Tag } from "../domain/schema.ts";
import type { DeskNote } from "./released-notes.ts";

/** A question's id has 32 characters at most; 96 bits of the measure's name are enough to find it again. */
const carriedHex = 24;
const form = /^m-([0-9a-f]{24})$/;

export const toCarriedId = (measureId: EntityId): Tag => `m-${measureId.slice(0, carriedHex)}`;

export const isCarried = (question: string): boolean => form.test(question);

/** Which measure a question asks about. */
export const measureOf = <M extends { readonly measureId: EntityId }>(
  question: string,
  measures: readonly M[],
): M | undefined => {
  const [, hex] = form.exec(question) ?? [];
  return hex === undefined
    ? undefined
    : measures.find(({ measureId }) => measureId.startsWith(hex));
};

/** Notes, of whatever round, that were said under the question about this measure. */
export const listAnswers = (
  measureId: EntityId,
  notes: readonly DeskNote[],
): readonly DeskNote[] => {
  const id = toCarriedId(measureId);
  return notes.filter(({ phase }) => phase === id);
};

export type CarriedMeasure = {
  readonly measureId: EntityId;
  readonly what: Localized;
  readonly dimension?: Tag | undefined;
};

const maxQuestion = 1_000;
const maxQuestions = 40;
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/\p{Surrogate}$/u, "")}…`;

/** A question in each language that has both the measure's words and words to ask with; others stay gaps, named as such. */
export const toCarriedQuestion = (
  { measureId, what, dimension }: CarriedMeasure,
  asks: ReadonlyMap<string, (what: string) => string>,
): Question => ({
  id: toCarriedId(measureId),
  ...(dimension === undefined ? {} : { dimension }),
  text: Object.fromEntries(
    Object.entries(what).flatMap(([lang, text]) => {
      const ask = asks.get(lang);
      const frame = ask?.("").length ?? 0;
      return ask ? [[lang, ask(cut(text, maxQuestion - frame))]] : [];
    }),
  ),
});

/** The question set with exactly these questions about measures, after its own. As many as a set can hold. */
export const withCarried = (guide: Guide, carried: readonly Question[]): Guide => {
  const own = guide.questions.filter(({ id }) => !isCarried(id));
  const questions = [...own, ...carried].slice(0, maxQuestions);
  // A set of nothing but carried questions keeps them: it may not be empty.
  return questions.length === 0 ? guide : { ...guide, questions };
};

/** How many more a question set can take beside its own questions. */
export const carriedRoom = ({ questions }: Guide): number =>
  Math.max(0, maxQuestions - questions.filter(({ id }) => !isCarried(id)).length);
