// Two rounds side by side against a table counted by hand, and every reason why they may not be compared.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  carriedRoom,
  isCarried,
  listAnswers,
  measureOf,
  toCarriedId,
  withCarried,
} from "../../src/analysis/carried-over.ts";
import { listReleasedNotes, toDeskNotes } from "../../src/analysis/released-notes.ts";
import { type ComparedRound, compareRounds } from "../../src/analysis/round-comparison.ts";
import type { Release } from "../../src/domain/desk-records.ts";
import { BoxId, Tag } from "../../src/domain/schema.ts";
import { digestOf, noteIdOf, release, releasedNote } from "./../fixtures/records.ts";
import { round } from "../fixtures/round.ts";
import { createTwoRounds, fillTwoRounds } from "../fixtures/two-rounds.ts";

const { guide, codebook } = round().record;
const order = { dimensions: ["A", "S", "V", "O"], subThemes: ["A1", "S1", "V1", "O1"] };

const heldIn = (changes: readonly Parameters<typeof release>[0][], own = guide): ComparedRound => {
  const releases = changes.map((change, at) =>
    release({ session: BoxId.parse(at.toString(16).padStart(32, "0")), ...change }),
  );
  return { guide: own, releases, notes: releases.flatMap((each) => toDeskNotes(each)) };
};
const typesOf = (one: ComparedRound, other: ComparedRound) =>
  compareRounds(one, other, order).differences.map(({ type }) => type);

test("counts the sessions that raised each matter, then and now, as a person would by hand", async () => {
  const world = await createTwoRounds();
  const { earlier, later } = await fillTwoRounds(world);
  const records = await world.records();
  const of = (roundId: typeof earlier): ComparedRound => ({
    guide,
    releases: records.flatMap(({ id, record }) =>
      record.kind === "release/1" && record.roundId === roundId ? [{ id, record }] : [],
    ),
    notes: listReleasedNotes(records, roundId),
  });
  const compared = compareRounds(of(earlier), of(later), order);
  const row = ({ id, earlier: then, later: now }: (typeof compared.dimensions)[number]) => [
    id,
    [then.sessions, then.strengthens, then.weakens, then.mixed, then.none],
    [now.sessions, now.strengthens, now.weakens, now.mixed, now.none],
  ];
  expect(compared.dimensions.map(row)).toEqual([
    ["A", [2, 1, 1, 0, 0], [0, 0, 0, 0, 0]],
    ["S", [2, 0, 1, 1, 0], [2, 1, 1, 0, 0]],
    ["V", [0, 0, 0, 0, 0], [1, 0, 1, 0, 0]],
    ["O", [1, 0, 0, 0, 1], [0, 0, 0, 0, 0]],
  ]);
  expect(compared.earlier).toMatchObject({ sessions: 3, notes: 6, groups: ["naapurusto"] });
  expect(compared.earlier.people).toEqual({ least: 24, most: 24, unknown: 0 });
  expect(compared.later).toMatchObject({ sessions: 2, notes: 3, prompted: 1 });
  expect(compared.differences).toEqual([]);
});

test("names each reason why two rounds may not be compared, and which way they differ", () => {
  const one = heldIn([{ groups: ["nuoret"], languages: ["fi"] }]);
  expect(typesOf(one, one)).toEqual([]);
  expect(typesOf(one, heldIn([{ groups: ["nuoret"], codebook: digestOf("d") as never }]))).toEqual([
    "codebook",
  ]);
  const other = heldIn([{ groups: ["seniorit"], languages: ["fi", "ar"] }]);
  expect(compareRounds(one, other, order).differences).toEqual([
    { type: "groups", onlyEarlier: ["nuoret"], onlyLater: ["seniorit"] },
    { type: "languages", onlyEarlier: [], onlyLater: ["ar"] },
  ]);
});

test("tells which questions differ, and which of them ask about measures", () => {
  const [first, second, ...rest] = guide.questions;
  if (!first || !second) throw new Error("no questions");
  const carried = { id: toCarriedId(noteIdOf(0xa1)), text: { fi: "Luvattiin valo. Huomattu?" } };
  const changed = {
    ...guide,
    questions: [{ ...second, text: { fi: "Toisin sanoin" } }, ...rest, carried],
  };
  const now = heldIn([{ guideDigest: digestOf("8") as never }], changed);
  expect(compareRounds(heldIn([{}]), now, order).differences).toEqual([
    { type: "questions", onlyEarlier: 1, onlyLater: 1, carried: 1, reworded: 1 },
  ]);
  const sameQuestions = heldIn([{ guideDigest: digestOf("8") as never }]);
  expect(compareRounds(heldIn([{}]), sameQuestions, order).differences).toEqual([
    { type: "questions", onlyEarlier: 0, onlyLater: 0, carried: 0, reworded: 0 },
  ]);
});

test("adds head counts from the least to the most and says of how many sessions it does not know", () => {
  const { people } = compareRounds(
    heldIn([{}]),
    heldIn([{ people: [8, 10] }, { people: [] }]),
    order,
  ).later;
  expect(people).toEqual({ least: 8, most: 10, unknown: 1 });
});

test("counts the same whatever the order of sessions and notes, and never more sessions than there are", () => {
  const note = fc.record({
    dimension: fc.constantFrom("A", "S", "V", "O"),
    polarity: fc.constantFrom("strengthens", "weakens", "mixed", undefined),
  });
  const sessions = fc.array(fc.array(note, { maxLength: 5 }), { maxLength: 6 });
  fc.assert(
    fc.property(sessions, sessions, (then, now) => {
      const build = (said: typeof then, turn: boolean): ComparedRound => {
        const changes = said.map(
          (notes, at): Partial<Release> => ({
            session: BoxId.parse(at.toString(16).padStart(32, "0")),
            notes: (turn ? notes.toReversed() : notes).map(({ dimension, polarity }, number) =>
              releasedNote({
                ...{ number: at * 10 + number + 1, dimensions: [dimension] },
                ...(polarity === undefined ? {} : { polarity }),
              }),
            ),
          }),
        );
        const releases = (turn ? changes.toReversed() : changes).map((change) => release(change));
        return { guide, releases, notes: releases.flatMap((each) => toDeskNotes(each)) };
      };
      const straight = compareRounds(build(then, false), build(now, false), order);
      const turned = compareRounds(build(then, true), build(now, true), order);
      expect(turned.dimensions).toEqual(straight.dimensions);
      for (const { earlier } of straight.dimensions) {
        expect(earlier.sessions).toBeLessThanOrEqual(then.length);
        const tones = earlier.strengthens + earlier.weakens + earlier.mixed + earlier.none;
        expect(tones).toBeGreaterThanOrEqual(earlier.sessions);
      }
    }),
  );
});

test("a carried question's id fits a tag and leads back to its measure and no other", () => {
  const hex = fc.string({
    unit: fc.constantFrom(..."0123456789abcdef"),
    minLength: 32,
    maxLength: 32,
  });
  fc.assert(
    fc.property(fc.uniqueArray(hex, { minLength: 2, maxLength: 5 }), (ids) => {
      const measures = ids.map((measureId) => ({ measureId: measureId as never }));
      const [wanted] = measures;
      if (!wanted) return;
      const id = toCarriedId(wanted.measureId);
      expect(Tag.safeParse(id).success).toBe(true);
      expect(isCarried(id)).toBe(true);
      expect(measureOf(id, measures)).toBe(wanted);
    }),
  );
  expect(codebook.subThemes.some(({ id }) => isCarried(id))).toBe(false);
  expect(guide.questions.some(({ id }) => isCarried(id))).toBe(false);
});

test("the answers to a carried question are the notes said under it", () => {
  const measureId = noteIdOf(0xa1);
  const said = heldIn([
    {
      notes: [
        releasedNote({ number: 1, phase: toCarriedId(measureId) }),
        releasedNote({ number: 2, phase: "Q-A1" }),
        releasedNote({ number: 3 }),
      ],
    },
  ]);
  expect(listAnswers(measureId, said.notes).map(({ noteId }) => noteId)).toEqual([noteIdOf(1)]);
});

test("carrying anew replaces the carried questions and leaves the set's own", () => {
  const ask = (number: number) => ({ id: toCarriedId(noteIdOf(number)), text: { fi: "Näkyykö?" } });
  const once = withCarried(guide, [ask(1), ask(2)]);
  const again = withCarried(once, [ask(2)]);
  expect(again.questions).toEqual([...guide.questions, ask(2)]);
  expect(withCarried(again, [])).toEqual(guide);
  expect(carriedRoom(once)).toBe(carriedRoom(guide));
});
