// What an export of a round's raw notes is made of: the round, its releases as they stand, and the desk's themes and
// findings. Never cards, keys, devices, drafts or what was held back.
import { foldReleases, foldRounds, type RoundView } from "../domain/desk.ts";
import type { Release } from "../domain/desk-records.ts";
import { type FindingView, foldFindings, foldThemes, type ThemeView } from "../domain/findings.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Language } from "../domain/schema.ts";

export type RoundContent = {
  readonly round: RoundView;
  /** One per session, in the order of the sessions. */
  readonly releases: readonly Named<Release>[];
  /** Sessions with a rival release that nobody has chosen between: the newest is taken, and that is said. */
  readonly rivals: number;
  /** Set aside and merged ones left out. */
  readonly themes: readonly ThemeView[];
  readonly findings: readonly FindingView[];
};

export const readRoundContent = (
  records: readonly Named[],
  roundId: EntityId,
): RoundContent | undefined => {
  const round = foldRounds(records).find((each) => each.roundId === roundId);
  if (!round) return undefined;
  const sessions = foldReleases(records).filter(
    ({ current }) => current.record.roundId === roundId,
  );
  return {
    round,
    releases: sessions.map(({ current }) => current),
    rivals: sessions.filter(({ heads }) => heads.length > 1).length,
    themes: foldThemes(records).filter(
      ({ fields }) =>
        fields.roundId === roundId && !fields.dropped && fields.mergedInto === undefined,
    ),
    findings: foldFindings(records).filter(
      ({ fields }) => fields.roundId === roundId && !fields.dropped,
    ),
  };
};

/** Of a text per language the one in `lang`, else the first of the round's languages that is there. */
export const inLanguage = (
  texts: Readonly<Record<string, string>>,
  lang: Language,
  languages: readonly Language[],
): string =>
  [lang, ...languages, ...Object.keys(texts)].flatMap((each) => texts[each] ?? [])[0] ?? "";
