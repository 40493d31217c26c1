// Suggestions in review, over a whole device: never before the reviewer's own look, set by nobody else, kept either way.
import { expect, test } from "vitest";
import codebookFile from "../../src/app/content/codebook-1.json";
import { createReviewModel } from "../../src/app/facilitator/review-model.ts";
import { Codebook } from "../../src/domain/codebook.ts";
import { ofKind } from "../../src/domain/record.ts";
import { createSuggestedOf } from "../../src/domain/suggestions.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createIntakeWorld } from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { settled } from "../fixtures/table-world.ts";

const codebook = Codebook.parse(codebookFile);

const createWorld = async (dimensions: readonly string[] = []) => {
  const { tablet, box } = await createIntakeWorld();
  const [example] = exampleNotes();
  if (!example) throw new Error("no example");
  const text = "En uskalla kulkea alikulussa, kun siellä on pimeää. Naapuri hakee.";
  await writeNotes(tablet, box, [
    { ...example, text, lang: "fi", dimensions, subThemes: [], unfinished: undefined },
  ]);
  const open = async () => {
    const model = createReviewModel({ ...tablet, courier: { nudge: () => undefined } }, box);
    while (model.log.state.value !== "ready") await settled();
    await model.suggesting.begin(codebook);
    return model;
  };
  const answers = async () =>
    ofKind(must(await box.records.readAll()), "suggestion/1").map(({ record }) => record);
  return { tablet, box, open, answers };
};
const offeredOf = ({ suggesting }: ReturnType<typeof createReviewModel>) =>
  suggesting.offered.value.map(({ dimension }) => dimension);
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error("none");
  return one;
};

test("offers for an untagged note, with the words it rests on, and shows nothing unasked", async () => {
  const { open } = await createWorld();
  const model = await open();
  expect(offeredOf(model)).toEqual(["S", "V"]);
  const words = model.suggesting.offered.value.map(({ why }) => why.map(({ word }) => word));
  expect(words).toEqual([["alikulussa", "uskalla", "pimeää"], ["Naapuri"]]);
  expect(model.suggesting.isShown.value).toBe(false);
  model.suggesting.show();
  expect(model.suggesting.isShown.value).toBe(true);
});

test("offers nothing for what only the scribe has tagged until the reviewer has looked", async () => {
  const { open } = await createWorld(["A"]);
  const model = await open();
  expect(offeredOf(model)).toEqual([]);
  expect(await model.tag(({ dimensions }) => ({ dimensions: [...dimensions, "V"] }))).toBe(true);
  expect(offeredOf(model)).toEqual(["S"]);
});

test("sets a taken dimension after the reviewer's own, keeps that it was suggested, and takes both back", async () => {
  const { open, answers } = await createWorld();
  const model = await open();
  const suggestion = first(model.suggesting.offered.value);
  expect(await model.suggesting.take(suggestion)).toBe(true);
  expect(model.current.value?.fields.dimensions).toEqual(["S"]);
  expect(await answers()).toMatchObject([
    { dimension: "S", lexicon: "fi-1", answer: "taken", author: { role: "facilitator" } },
  ]);
  const suggestedOf = () =>
    model.current.value && createSuggestedOf(model.log.records.value)(model.current.value);
  expect(suggestedOf()).toEqual(["S"]);
  expect(offeredOf(model)).toEqual(["V"]);
  await model.takeBack();
  expect(model.current.value?.fields.dimensions).toEqual([]);
  // Offered again: the answer was taken back, not turned round. And set by hand it is the reviewer's own.
  expect(offeredOf(model)).toEqual(["S", "V"]);
  await model.tag(() => ({ dimensions: ["S"] }));
  expect(suggestedOf()).toEqual([]);
});

test("does not offer again what was refused, on this device or another, unless that is taken back", async () => {
  const { open, answers } = await createWorld();
  const model = await open();
  expect(await model.suggesting.refuse(first(model.suggesting.offered.value))).toBe(true);
  expect(await answers()).toMatchObject([{ dimension: "S", answer: "refused" }]);
  expect(model.current.value?.fields.dimensions).toEqual([]);
  expect(offeredOf(model)).toEqual(["V"]);
  expect(offeredOf(await open())).toEqual(["V"]);
  await model.takeBack();
  expect(offeredOf(model)).toEqual(["S", "V"]);
});

test("stays switched off at this device", async () => {
  const { open } = await createWorld();
  const model = await open();
  await model.suggesting.turn(false);
  expect(offeredOf(model)).toEqual([]);
  const again = await open();
  expect([again.suggesting.isOn.value, offeredOf(again)]).toEqual([false, []]);
  await again.suggesting.turn(true);
  expect(offeredOf(again)).toEqual(["S", "V"]);
});
