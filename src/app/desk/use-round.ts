// The round that the reading screens show: the one asked for, else the newest with notes, else the newest.
import { useMemo } from "preact/hooks";
import { buildColumns, type Columns } from "../../analysis/columns.ts";
import { groupId } from "../../analysis/group-id.ts";
import { type DeskNote, toDeskNotes } from "../../analysis/released-notes.ts";
import { themesByNote } from "../../analysis/theme-notes.ts";
import { foldCards, foldReleases, foldRounds, type RoundView } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import { foldThemes, type ThemeView } from "../../domain/findings.ts";
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
export const readRound = (records: readonly Named[], asked: string | undefined): RoundReading => {
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
  const columns = readColumns(releases, themes);
  return {
    ...{ rounds, round, releases, foreign, planned, missing, columns },
    notes: columns.notes,
    themes: themes.filter(({ fields }) => !fields.dropped && fields.mergedInto === undefined),
  };
};

type Kept = {
  readonly releases: readonly Named<Release>[];
  readonly themes: string;
  readonly columns: Columns;
};
// Held by the first release itself, so that it goes with the desk's records when the desk is locked.
const kept = new WeakMap<Named<Release>, Kept>();

/** Built anew only when a release or a theme is another: screens come and go with every address. */
const readColumns = (
  releases: readonly Named<Release>[],
  themes: readonly ThemeView[],
): Columns => {
  const [first] = releases;
  const themeHeads = themes.flatMap(({ heads }) => heads.map(({ id }) => id)).join();
  const last = first && kept.get(first);
  if (
    last?.themes === themeHeads &&
    last.releases.length === releases.length &&
    last.releases.every((release, at) => release === releases[at])
  ) {
    return last.columns;
  }
  const columns = buildColumns(
    releases.flatMap((release) => toDeskNotes(release)),
    {
      groups: new Map(
        releases.map(({ record }) => [record.session, [...new Set(record.groups.map(groupId))]]),
      ),
      themes: themesByNote(themes),
    },
  );
  if (first) kept.set(first, { releases, themes: themeHeads, columns });
  return columns;
};

export const useRound = (records: readonly Named[], asked: string | undefined): RoundReading =>
  useMemo(() => readRound(records, asked), [records, asked]);
