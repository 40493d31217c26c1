// Thousands of rounds that are published again and again: no hidden count may be told from all that went out. The judge is
// not the app's own solver but a plain search for worlds that would have looked the same.
import { expect, test } from "vitest";
import { sized, tell, timeoutMs } from "../figures.ts";
import { createChance } from "../random.ts";
import { judge } from "./judge.ts";
import { least, play } from "./sequences.ts";

const rounds = sized(300, 10_000, 100_000);

test(
  `recovers no hidden count from ${rounds} sequences of reports, files and event pages`,
  () => {
    const sums = {
      ...{ reports: 0, files: 0, pages: 0, blocked: 0 },
      ...{ hidden: 0, differences: 0, open: 0, undecided: 0 },
    };
    for (let seed = 1; seed <= rounds; seed += 1) {
      const { out, kinds, truth } = play(createChance(seed));
      const verdict = judge(out, least, truth);
      expect([seed, verdict.isTruthOne, verdict.leaks]).toEqual([seed, true, []]);
      for (const kind of ["reports", "files", "pages", "blocked"] as const)
        sums[kind] += kinds[kind];
      for (const kind of ["hidden", "differences", "open"] as const) sums[kind] += verdict[kind];
      sums.undecided += verdict.undecided.length;
    }
    expect(sums.hidden).toBeGreaterThan(rounds);
    expect(sums.differences).toBeGreaterThan(rounds);
    for (const kind of ["reports", "files", "pages"] as const)
      expect(sums[kind]).toBeGreaterThan(rounds / 10);
    for (const [what, count] of Object.entries(sums)) tell("publishing", what, count);
    expect(sums.undecided).toBe(0);
  },
  timeoutMs,
);
