// Random rounds that grow from edition to edition: few sessions or a dozen, skewed tags, sometimes a session handed over anew.

import type { Release, ReleasedNote } from "../../../src/domain/desk-records.ts";
import type { Named } from "../../../src/domain/record.ts";
import { BoxId, EntityId, RecordId } from "../../../src/domain/schema.ts";
import { release } from "../../fixtures/records.ts";
import type { Chance } from "../random.ts";

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");

/** A common finding and a rare one. What a note speaks of stands in its text. */
const findingOdds = [0.3, 0.06] as const;
export const speaksOf = ({ text }: ReleasedNote, finding: number): boolean =>
  text.split(",").includes(`${finding}`);

const noteOf = (chance: Chance, number: number): ReleasedNote => {
  const dimensions = ["A", "B"].filter((_, at) => chance.odds(at === 0 ? 0.7 : 0.35));
  return {
    noteId: EntityId.parse(hex(number, 32)),
    revision: RecordId.parse(hex(number, 64)),
    text: findingOdds.flatMap((odds, at) => (chance.odds(odds) ? `${at}` : [])).join() || "-",
    lang: chance.odds(0.8) ? "fi" : "ar",
    kinds: [],
    dimensions,
    subThemes: ["A1", "A2", "B1", "B2"].filter((_, at) =>
      chance.odds([0.4, 0.05, 0.15, 0.02][at] ?? 0),
    ),
    topics: [],
    ...(chance.odds(0.9) ? { polarity: chance.odds(0.75) ? "weakens" : "strengthens" } : {}),
  };
};

export const sessionOf = (chance: Chance, number: number, version = 0): Named<Release> => {
  const notes = Array.from({ length: 1 + chance.below(9) }, (_, at) =>
    noteOf(chance, number * 1_000 + version * 100 + at),
  );
  const { record } = release({
    session: BoxId.parse(hex(number + 1, 32)),
    groups: [chance.odds(0.6) ? "naapurusto" : "nuoret"],
    groupConsent: chance.odds(0.8),
    people: [4 + chance.below(7)],
    notes,
  });
  return { id: RecordId.parse(hex(number * 16 + version + 1, 64)), record };
};

/** The releases that stand at each edition. */
export const growingRound = (chance: Chance): readonly (readonly Named<Release>[])[] => {
  const steps: (readonly Named<Release>[])[] = [];
  const sessions = chance.odds(0.3) ? 8 + chance.below(5) : 2 + chance.below(6);
  let now = Array.from({ length: sessions }, (_, at) => sessionOf(chance, at));
  for (let edition = 0; edition < 1 + chance.below(3); edition += 1) {
    if (edition > 0) {
      const from = now.length;
      if (chance.odds(0.2))
        now = now.map((each, at) => (at === 0 ? sessionOf(chance, 0, edition) : each));
      else
        now = [
          ...now,
          ...Array.from({ length: chance.below(5) }, (_, at) => sessionOf(chance, from + at)),
        ];
    }
    steps.push(now);
  }
  return steps;
};
