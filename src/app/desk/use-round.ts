// The round that the reading screens show: the one asked for, else the newest with notes, else the newest.
import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { buildColumns, type Columns } from "../../analysis/columns.ts";
import { groupId } from "../../analysis/group-id.ts";
import { type DeskNote, toDeskNotes } from "../../analysis/released-notes.ts";
import { themesByNote } from "../../analysis/theme-notes.ts";
import { withoutSuggested } from "../../analysis/without-suggested.ts";
import type { Codebook } from "../../domain/codebook.ts";
import { foldCards, foldReleases, foldRounds, type RoundView } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import { foldThemes, standingThemes, type ThemeView } from "../../domain/findings.ts";
import type { Named } from "../../domain/record.ts";

export type RoundReading = {
  readonly rounds: readonly RoundView[];
  readonly round: RoundView | undefined;
  /** Notes of this round made with its own codebook, the only ones that may be added up. */
  readonly notes: readonly DeskNote[];
  readonly releases: readonly Named<Release>[];
  /** Notes of the round made with another codebook. */
  readonly foreign: number;
  /** Sessions that are to be held or were: with a living card, or with a release whatever became of the card. */
  readonly planned: number;
  /** Of these, those without a release. */
  readonly missing: number;
  /** Themes of the round that stand: neither set aside nor merged into another. */
  readonly themes: readonly ThemeView[];
  /** The same notes, for counting and filtering. */
  readonly columns: Columns;
};

/** `codebook` is the digest most releases of the round carry: the round's own, frozen. */
export const readRound = (
  records: readonly Named[],
  asked: string | undefined,
  withoutSuggestions = false,
): RoundReading => {
  const rounds = foldRounds(records);
  const current = foldReleases(records).map((each) => each.current);
  const withNotes = new Set(current.map(({ record }) => record.roundId));
  const round =
    rounds.find(({ roundId }) => roundId === asked) ??
    rounds.findLast(({ roundId }) => withNotes.has(roundId)) ??
    rounds.at(-1);
  const ofRound = current.filter(({ record }) => record.roundId === round?.roundId);
  const counts = new Map<string, number>();
  for (const { record } of ofRound) {
    counts.set(record.codebook, (counts.get(record.codebook) ?? 0) + 1);
  }
  const codebook = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const releases = ofRound.filter(({ record }) => record.codebook === codebook);
  const foreign = ofRound
    .filter(({ record }) => record.codebook !== codebook)
    .reduce((sum, { record }) => sum + record.notes.length, 0);
  const released = new Set(ofRound.map(({ record }) => record.session));
  const missing = foldCards(records).filter(
    ({ session, fields }) =>
      fields.roundId === round?.roundId && fields.state === "live" && !released.has(session),
  ).length;
  const planned = released.size + missing;
  const themes = foldThemes(records).filter(({ fields }) => fields.roundId === round?.roundId);
  const standing = standingThemes(themes);
  const columns = readColumns(
    releases,
    themes,
    withoutSuggestions ? (round?.fields.codebook.subThemes ?? []) : undefined,
  );
  return {
    ...{ rounds, round, releases, foreign, planned, missing, columns },
    notes: columns.notes,
    themes: themes.filter(({ themeId }) => standing.get(themeId) === themeId),
  };
};

type Kept = {
  readonly releases: readonly Named<Release>[];
  readonly themes: string;
  readonly isOwn: boolean;
  readonly columns: Columns;
};
// Held by the first release itself, so that it goes with the desk's records when the desk is locked.
const kept = new WeakMap<Named<Release>, Kept>();

/** Built anew only when a release or a theme is another: screens come and go with every address. */
const readColumns = (
  releases: readonly Named<Release>[],
  themes: readonly ThemeView[],
  /** Given: dimensions from a suggestion are left out, and sub-themes of those alone. */
  ownOf: Codebook["subThemes"] | undefined,
): Columns => {
  const [first] = releases;
  const themeHeads = themes.flatMap(({ heads }) => heads.map(({ id }) => id)).join();
  const last = first && kept.get(first);
  if (
    last?.themes === themeHeads &&
    last.isOwn === (ownOf !== undefined) &&
    last.releases.length === releases.length &&
    last.releases.every((release, at) => release === releases[at])
  ) {
    return last.columns;
  }
  const columns = buildColumns(
    releases
      .flatMap((release) => toDeskNotes(release))
      .map((note) => (ownOf ? withoutSuggested(note, ownOf) : note)),
    {
      groups: new Map(
        releases.map(({ record }) => [record.session, [...new Set(record.groups.map(groupId))]]),
      ),
      themes: themesByNote(themes),
    },
  );
  if (first) kept.set(first, { isOwn: ownOf !== undefined, releases, themes: themeHeads, columns });
  return columns;
};

const lastReading = new WeakMap<
  readonly Named[],
  {
    readonly asked: string | undefined;
    readonly isOwn: boolean;
    readonly reading: RoundReading;
  }
>();

/** Tags that a reviewer took from a suggestion do not count: chosen on the screens, for tables and lists alike. */
export const ownTagsOnly = signal(false);

/** Of the same records the same reading, whichever screen asks. */
export const useRound = (records: readonly Named[], asked: string | undefined): RoundReading => {
  const isOwn = ownTagsOnly.value;
  return useMemo(() => {
    const last = lastReading.get(records);
    if (last && last.asked === asked && last.isOwn === isOwn) return last.reading;
    const reading = readRound(records, asked, isOwn);
    lastReading.set(records, { asked, isOwn, reading });
    return reading;
  }, [records, asked, isOwn]);
};
