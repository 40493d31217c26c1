// Hands shown for statements, round by round: a series of its own, never mixed with counts of notes. Hands, not a survey.
import { groupBy } from "../base/group.ts";
import { foldReleases, foldRounds } from "../domain/desk.ts";
import type { Round } from "../domain/desk-records.ts";
import type { HandCount } from "../domain/hands.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Tag } from "../domain/schema.ts";

export type HandsRow = HandCount & {
  readonly roundId: EntityId;
  /** Sessions whose hands are added up here. */
  readonly sessions: number;
  /** Sessions where two devices counted differently: in no sum. */
  readonly apart: number;
  /** May be told outside by the round's thresholds. */
  readonly isTellable: boolean;
};
export type HandsSeries = {
  readonly statement: Tag;
  /** The same id in another codebook may be another statement. */
  readonly codebook: string;
  /** Oldest round first. */
  readonly rows: readonly HandsRow[];
};

const sum = (counts: readonly HandCount[]): HandCount => ({
  agree: counts.reduce((total, { agree }) => total + agree, 0),
  disagree: counts.reduce((total, { disagree }) => total + disagree, 0),
  unsure: counts.reduce((total, { unsure }) => total + unsure, 0),
});

/** Enough people and sessions behind it, and no answer that only a few gave, nor one that everybody gave. */
const isTellable = (
  count: HandCount,
  sessions: number,
  { people, sessions: least }: Round["thresholds"],
): boolean => {
  const cells = [count.agree, count.disagree, count.unsure];
  const all = cells.reduce((total, cell) => total + cell, 0);
  return (
    all >= people &&
    sessions >= least &&
    cells.every((cell) => cell === 0 || cell >= people) &&
    cells.every((cell) => cell < all)
  );
};

/** Every statement that hands were shown for, in the order of its id. */
export const listHandsSeries = (records: readonly Named[]): readonly HandsSeries[] => {
  const rounds = foldRounds(records);
  const shown = foldReleases(records).flatMap(({ session, current: { record } }) =>
    [...groupBy(record.hands ?? [], ({ statement }) => statement)].map(([statement, counts]) => ({
      ...{ session, statement, counts, roundId: record.roundId, codebook: record.codebook },
    })),
  );
  return [...groupBy(shown, ({ codebook, statement }) => `${codebook} ${statement}`).values()]
    .flatMap((ofStatement): readonly HandsSeries[] => {
      const [first] = ofStatement;
      if (!first) return [];
      const rows = rounds.flatMap(({ roundId, fields }): readonly HandsRow[] => {
        const here = ofStatement.filter((each) => each.roundId === roundId);
        if (here.length === 0) return [];
        const clear = here.flatMap(({ counts }) => (counts.length === 1 ? counts : []));
        const count = sum(clear);
        return [
          {
            ...{ ...count, roundId, sessions: clear.length, apart: here.length - clear.length },
            isTellable: isTellable(count, clear.length, fields.thresholds),
          },
        ];
      });
      return [{ statement: first.statement, codebook: first.codebook, rows }];
    })
    .sort((a, b) => (a.statement < b.statement ? -1 : a.statement > b.statement ? 1 : 0));
};
