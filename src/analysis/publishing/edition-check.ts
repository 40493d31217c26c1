// May this edition go out beside those that are out already? Two things can speak against it: it differs from an earlier one
// by so few sessions that the difference is what these said, or the attack over all editions finds a hidden count.
import type { Release } from "../../domain/desk-records.ts";
import type { PublishedTable } from "../../domain/edition-records.ts";
import type { Named } from "../../domain/record.ts";
import { type Attacked, type CellPlace, findLeaks, type Leak } from "./attack.ts";
import { hasKey } from "./axis.ts";
import { leastPeople, toCountedNotes } from "./counted-note.ts";
import { reasonToHide, type Thresholds } from "./suppress.ts";
import { nameOfCell } from "./true-table.ts";

export type WeighedEdition = {
  readonly releases: readonly { readonly session: string; readonly release: string }[];
  readonly tables: readonly PublishedTable[];
};

export type Obstacle =
  /** Which numbers moved while this few sessions changed. `earlier` is the place in the list of editions. */
  | {
      readonly type: "too-close";
      readonly earlier: number;
      readonly sessions: number;
      readonly cells: readonly CellPlace[];
    }
  | { readonly type: "leak"; readonly leak: Leak };

const changedSessions = (a: WeighedEdition, b: WeighedEdition): ReadonlySet<string> => {
  const known = new Map(a.releases.map(({ session, release }) => [session, release]));
  const next = new Map(b.releases.map(({ session, release }) => [session, release]));
  const all = new Set([...known.keys(), ...next.keys()]);
  return new Set([...all].filter((session) => known.get(session) !== next.get(session)));
};

const cellsOf = (tables: readonly PublishedTable[]) =>
  new Map(
    tables.flatMap(({ measure, by, cells }) =>
      cells.map(({ keys, shown }) => {
        const name = nameOfCell(measure, by, keys);
        return [name, { place: { name, measure, by, keys }, shown }];
      }),
    ),
  );

const findMoved = (a: WeighedEdition, b: WeighedEdition): readonly CellPlace[] => {
  const before = cellsOf(a.tables);
  return [...cellsOf(b.tables)].flatMap(([name, { place, shown }]) => {
    const old = before.get(name);
    return old && old.shown !== shown ? [place] : [];
  });
};

/**
 * `earlier` are all editions of the round, withdrawn ones too: what is out is out. `known` are releases that the desk still
 * holds; a count over those that could be published by itself is no secret.
 */
export const weighEdition = (
  draft: WeighedEdition,
  earlier: readonly WeighedEdition[],
  known: readonly Named<Release>[],
  least: Thresholds,
): readonly Obstacle[] => {
  const people = new Map<string, number>();
  for (const { record } of known) {
    const before = people.get(record.session) ?? Number.POSITIVE_INFINITY;
    people.set(record.session, Math.min(before, leastPeople(record)));
  }
  const close = earlier.flatMap((edition, at): readonly Obstacle[] => {
    const sessions = changedSessions(edition, draft);
    if (sessions.size === 0) return [];
    const present = [...sessions].reduce((sum, each) => sum + (people.get(each) ?? 0), 0);
    if (sessions.size >= least.sessions && present >= least.people) return [];
    const cells = findMoved(edition, draft);
    return cells.length === 0
      ? []
      : [{ type: "too-close", earlier: at, sessions: sessions.size, cells }];
  });
  const attacked = [...earlier, draft].map(
    ({ releases, tables }): Attacked => ({
      releases: releases.map(({ release }) => release),
      tables,
    }),
  );
  const leaks = findLeaks(attacked, least, mayBeKnownFrom(known, least));
  return [...close, ...leaks.map((leak): Obstacle => ({ type: "leak", leak }))];
};

const mayBeKnownFrom = (known: readonly Named<Release>[], least: Thresholds) => {
  const held = new Set<string>(known.map(({ id }) => id));
  const notes = toCountedNotes(known);
  return ({ by, keys }: CellPlace, releases: readonly string[]): boolean => {
    if (!releases.every((id) => held.has(id))) return false;
    const here = new Set(releases);
    const inCell = notes.filter(
      (note) =>
        here.has(note.release) && by.every((facet, at) => hasKey(note, facet, keys[at] ?? "")),
    );
    const people = new Map(inCell.map((note) => [note.session, note.people]));
    const cell = {
      notes: inCell.length,
      sessions: people.size,
      people: [...people.values()].reduce((sum, count) => sum + count, 0),
    };
    return reasonToHide(cell, least) === undefined;
  };
};
