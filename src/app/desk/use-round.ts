// The round that the reading screens show: the one asked for, else the newest with notes, else the newest.
import { useMemo } from "preact/hooks";
import { type DeskNote, listReleasedNotes } from "../../analysis/released-notes.ts";
import { foldCards, foldReleases, foldRounds, type RoundView } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
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
  const sessions = new Set(releases.map(({ record }) => record.session));
  const all = listReleasedNotes(records, round?.roundId);
  const notes = all.filter(({ session }) => sessions.has(session));
  const released = new Set(ofRound.map(({ record }) => record.session));
  const missing = foldCards(records).filter(
    ({ session, fields }) =>
      fields.roundId === round?.roundId && fields.state === "live" && !released.has(session),
  ).length;
  const planned = released.size + missing;
  return { rounds, round, notes, releases, foreign: all.length - notes.length, planned, missing };
};

export const useRound = (records: readonly Named[], asked: string | undefined): RoundReading =>
  useMemo(() => readRound(records, asked), [records, asked]);
