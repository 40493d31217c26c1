// Which texts of a round go out to translators, and how what comes back becomes records. The question set goes along only
// while no card names it: what is printed is not changed by a sheet.
import { groupBy } from "../../../base/group.ts";
import { ok, type Result } from "../../../base/result.ts";
import { foldCards, type RoundView } from "../../../domain/desk.ts";
import { foldFindings, foldThemes } from "../../../domain/findings.ts";
import type { Guide } from "../../../domain/guide.ts";
import type { Named } from "../../../domain/record.ts";
import type { Localized } from "../../../domain/schema.ts";
import type { Translated, TranslationEntry } from "../../../report/translation-sheet.ts";
import type { OpenBox } from "../../open-box.ts";
import type { RecordDraft, WriteError } from "../../record-writer.ts";
import { draftLeafletParts, listLeafletParts } from "./leaflet-translations.ts";

/** What each text is, for the translator. */
export type EntryWords = Readonly<
  Record<
    | ("finding" | "theme" | "question" | "notice" | "alarm" | "meaning" | "example")
    | ("promise" | "measure" | "assessment" | "seen"),
    string
  >
>;

/** A question set in parts: an id, its texts, and how to put others in their place. */
type GuidePart = {
  readonly id: string;
  readonly what: keyof EntryWords;
  readonly texts: Localized;
  readonly maxLength: number;
  readonly put: (guide: Guide, texts: Localized) => Guide;
};

const guideParts = (guide: Guide): readonly GuidePart[] => [
  ...guide.questions.map(
    ({ id, text }): GuidePart => ({
      ...{ id: `question/${id}`, what: "question", texts: text, maxLength: 1_000 },
      put: (before, texts) => ({
        ...before,
        questions: before.questions.map((each) =>
          each.id === id ? { ...each, text: texts } : each,
        ),
      }),
    }),
  ),
  ...(["notice", "alarm"] as const).map(
    (what): GuidePart => ({
      ...{ id: what, what, texts: guide[what], maxLength: 5_000 },
      put: (before, texts) => ({ ...before, [what]: texts }),
    }),
  ),
  ...guide.definitions.flatMap((definition) =>
    (["meaning", "example"] as const).map(
      (what): GuidePart => ({
        ...{ id: `definition/${definition.id}/${what}`, what },
        ...{ texts: definition[what], maxLength: 1_000 },
        put: (before, texts) => ({
          ...before,
          definitions: before.definitions.map((each) =>
            each.id === definition.id ? { ...each, [what]: texts } : each,
          ),
        }),
      }),
    ),
  ),
];

const isOpen = (records: readonly Named[], { roundId }: RoundView): boolean =>
  !foldCards(records).some(({ fields }) => fields.roundId === roundId);

const findingsOf = (records: readonly Named[], { roundId }: RoundView) =>
  foldFindings(records).filter(({ fields }) => fields.roundId === roundId && !fields.dropped);
const themesOf = (records: readonly Named[], { roundId }: RoundView) =>
  foldThemes(records).filter(({ fields }) => fields.roundId === roundId && !fields.dropped);

export const listEntries = (
  records: readonly Named[],
  round: RoundView,
  words: EntryWords,
): readonly TranslationEntry[] => [
  ...findingsOf(records, round).map(({ findingId, fields }) => ({
    ...{ id: `finding/${findingId}`, what: words.finding },
    ...{ texts: fields.statement, maxLength: 2_000 },
  })),
  ...themesOf(records, round).map(({ themeId, fields }) => ({
    ...{ id: `theme/${themeId}`, what: words.theme, texts: fields.name, maxLength: 200 },
  })),
  ...listLeafletParts(records, round).map(({ id, what, texts, maxLength }) => ({
    ...{ id, what: words[what], texts, maxLength },
  })),
  ...(isOpen(records, round) ? guideParts(round.fields.guide) : []).map(
    ({ id, what, texts, maxLength }) => ({ id, what: words[what], texts, maxLength }),
  ),
];

const withTexts = (texts: Localized, changes: readonly Translated[]): Localized => ({
  ...texts,
  ...Object.fromEntries(changes.map(({ lang, text }) => [lang, text])),
});

/** All of it or nothing, in one transaction. */
export const applyTranslations = async (
  desk: Pick<OpenBox, "writer">,
  records: readonly Named[],
  round: RoundView,
  changes: readonly Translated[],
): Promise<Result<number, WriteError>> => {
  const byId = groupBy(changes, ({ id }) => id);
  const parentsOf = ({ heads }: { readonly heads: readonly Named[] }) => heads.map(({ id }) => id);
  const drafts: RecordDraft[] = [];
  for (const finding of findingsOf(records, round)) {
    const mine = byId.get(`finding/${finding.findingId}`);
    if (!mine) continue;
    const statement = withTexts(finding.fields.statement, mine);
    const { findingId, fields } = finding;
    drafts.push({
      kind: "finding/1",
      parents: parentsOf(finding),
      findingId,
      ...fields,
      statement,
    });
  }
  for (const theme of themesOf(records, round)) {
    const mine = byId.get(`theme/${theme.themeId}`);
    if (!mine) continue;
    const name = withTexts(theme.fields.name, mine);
    const { themeId, fields } = theme;
    drafts.push({ kind: "theme/1", parents: parentsOf(theme), themeId, ...fields, name });
  }
  drafts.push(
    ...draftLeafletParts(records, round, (id, texts) => {
      const mine = byId.get(id);
      return mine && withTexts(texts, mine);
    }),
  );
  const parts = guideParts(round.fields.guide).filter(({ id }) => byId.has(id));
  if (parts.length > 0 && isOpen(records, round)) {
    const guide = parts.reduce(
      (before, { id, texts, put }) => put(before, withTexts(texts, byId.get(id) ?? [])),
      round.fields.guide,
    );
    const { roundId, fields } = round;
    drafts.push({ kind: "round/1", parents: parentsOf(round), roundId, ...fields, guide });
  }
  if (drafts.length === 0) return ok(0);
  const written = await desk.writer.write(drafts);
  return written.ok ? ok(changes.length) : written;
};
