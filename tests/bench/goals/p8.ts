// P8: searching the words of a national round, beside MiniSearch over the same folded words.

import { createRequire } from "node:module";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { buildIndex, searchIndex } from "../../../src/analysis/search-index.ts";
import { listWords } from "../../../src/analysis/search-words.ts";
import { cpuOf, readDeskNotes, wallOf } from "../desk-notes.ts";
import type { Goal, Samples } from "../goal.ts";
import { quantile } from "../results.ts";

type Mini = {
  readonly addAll: (documents: readonly object[]) => void;
  readonly search: (query: string, options: object) => readonly { readonly id: number }[];
};
type MakeMini = new (options: object) => Mini;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
const heapOf = <T>(make: () => T) => {
  collect();
  const before = process.memoryUsage();
  const made = cpuOf(make);
  collect();
  const after = process.memoryUsage();
  const held = (of: NodeJS.MemoryUsage) => of.heapUsed + of.arrayBuffers;
  return { ...made, mb: (held(after) - held(before)) / 1_048_576 };
};

const sessions = 1_500;
const queries = 200;

export const goal: Goal = {
  what: "90,000 notes in four languages, indexed and asked for 200 beginnings of words that occur (three and five letters), beside MiniSearch with the same folding of words, prefix search. Every note that MiniSearch finds must be found by ours too. Heap after a collection, arrays included; building by CPU time.",
  figures: {
    "prefix p99 to MiniSearch": { unit: "ratio", median: 1 / 20 },
    "heap to MiniSearch": { unit: "ratio", median: 0.2 },
    "build CPU to MiniSearch": { unit: "ratio", median: 0.5 },
    "prefix p99": { unit: "ms", median: 30 },
    "one typo p99": { unit: "ms", median: 60 },
  },
  measure: async (rounds) => {
    const found = createRequire(`${process.cwd()}/tests/bench/peers/package.json`)("minisearch");
    const MiniSearch: MakeMini = found.default ?? found;
    const texts = readDeskNotes(sessions).map(({ text }) => text);
    const words = [...new Set(texts.slice(0, 4_000).flatMap(listWords))].filter(
      (word) => word.length >= 6,
    );
    const asked = Array.from({ length: queries }, (_, at) =>
      (words[(at * 7_919) % words.length] ?? "").slice(0, at % 2 === 0 ? 3 : 5),
    );
    const misspelt = asked.map((_, at) => {
      const word = words[(at * 6_733) % words.length] ?? "";
      return `${word.slice(0, 3)}x${word.slice(4)}`;
    });
    const samples: Samples[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = heapOf(() => buildIndex(texts));
      const peer = heapOf(() => {
        const mini = new MiniSearch({ fields: ["text"], tokenize: listWords, processTerm: same });
        mini.addAll(texts.map((text, id) => ({ id, text })));
        return mini;
      });
      const times = { ours: [] as number[], peer: [] as number[], typo: [] as number[] };
      for (const query of asked) {
        const own = wallOf(() => searchIndex(ours.value, query));
        const other = wallOf(() => peer.value.search(query, { prefix: true }));
        times.ours.push(own.ms);
        times.peer.push(other.ms);
        if (round > 0) continue;
        const places = new Set(own.value?.places);
        if (!other.value.every(({ id }) => places.has(id)))
          throw new Error(`"${query}" misses notes`);
        if (other.value.length === 0) throw new Error(`"${query}" finds nothing`);
      }
      for (const query of misspelt)
        times.typo.push(wallOf(() => searchIndex(ours.value, query)).ms);
      const p99 = quantile(times.ours, 0.99);
      samples.push({
        "prefix p99 to MiniSearch": [p99 / quantile(times.peer, 0.99)],
        "heap to MiniSearch": [ours.mb / peer.mb],
        "build CPU to MiniSearch": [ours.ms / peer.ms],
        "prefix p99": [p99],
        "one typo p99": [quantile(times.typo, 0.99)],
      });
    }
    return samples;
  },
};

const same = (word: string): string => word;
