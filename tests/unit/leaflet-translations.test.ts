// The leaflets' texts on the translation sheet: what goes out, and how what comes back becomes one revision of each thing.
import { beforeAll, expect, test } from "vitest";
import {
  applyTranslations,
  type EntryWords,
  listEntries,
} from "../../src/app/desk/exports/translations.ts";
import { foldRounds } from "../../src/domain/desk.ts";
import { foldMeasures, isMeasureChecked } from "../../src/domain/measures.ts";
import { must } from "../fixtures/device.ts";
import { createTwoRounds, fillTwoRounds, type TwoRounds } from "../fixtures/two-rounds.ts";

const words: EntryWords = {
  ...{ finding: "h", theme: "t", question: "k", notice: "i", alarm: "o", meaning: "m" },
  ...{ example: "e", promise: "s", measure: "p", assessment: "a", seen: "n" },
};

let world: TwoRounds;
let rounds: Awaited<ReturnType<typeof fillTwoRounds>>;
beforeAll(async () => {
  world = await createTwoRounds();
  rounds = await fillTwoRounds(world);
  await world.addDecision(rounds.earlier, { fi: "Alikulkuun tulee valot." });
});

test("commitments and measures go out, empty assessments do not, and another round's stay", async () => {
  const records = await world.records();
  const round = foldRounds(records).find(({ roundId }) => roundId === rounds.earlier);
  const other = foldRounds(records).find(({ roundId }) => roundId === rounds.later);
  if (!round || !other) throw new Error("no round");
  const ids = listEntries(records, round, words).map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith("decision/"))).toHaveLength(1);
  expect(ids.filter((id) => id.startsWith("measure/"))).toEqual([
    `measure/${rounds.measureId}/what`,
  ]);
  expect(listEntries(records, other, words).some(({ id }) => id.startsWith("measure/"))).toBe(
    false,
  );
});

test("a translation that comes back is one revision with its parents, and is looked at again", async () => {
  const records = await world.records();
  const round = foldRounds(records).find(({ roundId }) => roundId === rounds.earlier);
  if (!round) throw new Error("no round");
  const find = (all: typeof records) =>
    foldMeasures(all).find(({ measureId }) => measureId === rounds.measureId);
  expect(find(records)).toSatisfy(isMeasureChecked);
  const change = { id: `measure/${rounds.measureId}/what`, lang: "sv", text: "Tunneln får ljus." };
  expect(must(await applyTranslations(world.desk, records, round, [change]))).toBe(1);
  const after = find(await world.records());
  expect(after?.fields.what).toEqual({
    fi: "Valaistaan aseman alikulku.",
    ar: "إنارة نفق المحطة.",
    sv: "Tunneln får ljus.",
  });
  expect(after?.heads).toHaveLength(1);
  expect(after).not.toSatisfy(isMeasureChecked);
});
