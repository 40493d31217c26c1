// Thousands of rounds that are published again and again: no hidden count may be told from all that went out. The judge is
// not the app's own solver but a plain search for worlds that would have looked the same.
import { expect, test } from "vitest";
import { createAxis } from "../../../src/analysis/publishing/axis.ts";
import { toCountedNotes } from "../../../src/analysis/publishing/counted-note.ts";
import {
  type WeighedEdition,
  weighEdition,
} from "../../../src/analysis/publishing/edition-check.ts";
import { countForExchange } from "../../../src/analysis/publishing/exchange-tables.ts";
import { suppress } from "../../../src/analysis/publishing/suppress.ts";
import { countTable } from "../../../src/analysis/publishing/true-table.ts";
import type { Codebook } from "../../../src/domain/codebook.ts";
import type { Release } from "../../../src/domain/desk-records.ts";
import type { Named } from "../../../src/domain/record.ts";
import { sized, tell, timeoutMs } from "../figures.ts";
import { createChance } from "../random.ts";
import { cellName, createWorld, type Published } from "./plain-checker.ts";
import { growingRound } from "./worlds.ts";

const least = { notes: 5, sessions: 3, people: 10 };
const labelled = (id: string) => ({ id, label: {}, short: {} });
const exchangeCodebook: Codebook = {
  ...{ format: "kuuluu-codebook/1", name: "attack", topics: [], areas: [], kinds: [] },
  dimensions: ["A", "B"].map(labelled),
  subThemes: ["A1", "A2", "B1", "B2"].map((id) => ({
    ...{ id, label: {}, indicator: {}, dimension: id.charAt(0) },
  })),
};
const rounds = sized(300, 10_000, 100_000);

const countAll = (releases: readonly Named<Release>[]) => {
  const notes = toCountedNotes(releases);
  const dimension = createAxis("dimension", notes, ["A", "B"]);
  const grid = (facet: "polarity" | "language" | "group") =>
    countTable({ measure: "notes", by: [dimension, createAxis(facet, notes)] }, notes);
  return [
    countTable({ measure: "notes", by: [] }, notes),
    countTable({ measure: "notes", by: [dimension] }, notes),
    ...[grid("polarity"), grid("language"), grid("group")],
    countTable(
      { measure: "sessions", by: [createAxis("sub-theme", notes, ["A1", "A2", "B1", "B2"])] },
      notes,
    ),
  ];
};

/** A round that is handed over to another desk tells its numbers through the same layer; both lie in one ledger. */
const handOver = (releases: readonly Named<Release>[]): WeighedEdition["tables"] =>
  countForExchange(
    { codebook: exchangeCodebook, thresholds: least },
    releases,
    [],
    ["dimensions", "sub-themes"],
  ).tables;

const publish = (releases: readonly Named<Release>[], isFile: boolean): WeighedEdition => ({
  releases: releases.map(({ id, record }) => ({ session: record.session, release: id })),
  tables: isFile
    ? handOver(releases)
    : suppress(
        countAll(releases),
        least,
        releases.map(({ id }) => id),
      ).tables,
});

const createGuess = (known: readonly Named<Release>[]) => {
  const counted = new Map<string, ReadonlyMap<string, number>>();
  return (cell: string, releases: readonly string[]): number => {
    const id = releases.join();
    const counts =
      counted.get(id) ??
      new Map(
        countAll(known.filter((each) => releases.includes(each.id))).flatMap(
          ({ measure, by, cells }) =>
            cells.map((each) => [cellName(measure, by, each.keys), each[measure]] as const),
        ),
      );
    counted.set(id, counts);
    return counts.get(cell) ?? 0;
  };
};

const tellsZeroOf = (edition: Published, releases: readonly string[], keys: readonly string[]) =>
  releases.every((id) => edition.releases.includes(id)) &&
  edition.tables.some(
    ({ by, cells }) =>
      by.join() === "sub-theme" &&
      cells.some((cell) => cell.keys[0] === keys[0] && cell.shown === 0),
  );

const count = (answers: readonly (boolean | undefined)[]) =>
  answers.filter((each) => each === true).length;

test(
  `recovers no hidden count from ${rounds} sequences of reports`,
  () => {
    const sums = { editions: 0, blocked: 0, hidden: 0, shown: 0, undecided: 0 };
    for (let seed = 1; seed <= rounds; seed += 1) {
      const out: WeighedEdition[] = [];
      const known: Named<Release>[] = [];
      for (const releases of growingRound(createChance(seed))) {
        known.push(...releases.filter(({ id }) => known.every((each) => each.id !== id)));
        // Of every third round each second publication is an exchange file.
        const draft = publish(releases, seed % 3 === 0 && out.length % 2 === 1);
        if (weighEdition(draft, out, known, least).length > 0) sums.blocked += 1;
        else out.push(draft);
      }
      sums.editions += out.length;
      const editions = out.map(({ releases, tables }) => ({
        releases: releases.map(({ release }) => release),
        tables,
      }));
      const guess = createGuess(known);
      const world = createWorld(editions, least, guess);
      for (const { releases, tables } of editions) {
        for (const { measure, by, cells } of tables) {
          for (const { keys, shown } of cells) {
            if (shown !== undefined) {
              sums.shown += 1;
              continue;
            }
            // That nobody spoke about a thing is told on purpose, of these sessions and of more.
            if (editions.some((other) => tellsZeroOf(other, releases, keys))) continue;
            sums.hidden += 1;
            const name = cellName(measure, by, keys);
            const needed = measure === "notes" ? 5 : Math.min(3, releases.length + 1);
            const answers: (boolean | undefined)[] = [];
            const middle = guess(name, releases);
            for (let step = 0; step < 120 && count(answers) < needed; step += 1) {
              const value = middle + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
              if (value >= 0) answers.push(world.canBe(name, releases, value));
            }
            const possible = count(answers);
            if (possible < needed && answers.includes(undefined)) sums.undecided += 1;
            else expect([seed, name, possible >= needed]).toEqual([seed, name, true]);
          }
        }
      }
    }
    expect(sums.hidden).toBeGreaterThan(rounds);
    expect(sums.shown).toBeGreaterThan(rounds);
    expect(sums.undecided).toBe(0);
    for (const [what, count] of Object.entries(sums)) tell("publishing", what, count);
    process.stderr.write(`${JSON.stringify(sums)}\n`);
  },
  timeoutMs,
);
