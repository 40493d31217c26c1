// The ledger of what was published: what is out stays in it, and a withdrawal stands.
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldEditions } from "../../src/domain/editions.ts";
import { toMs } from "../../src/domain/stamp.ts";
import { deviceB, edition, noteIdOf, stampAt } from "../fixtures/records.ts";

const first = edition({ at: 10 });
const other = edition({ at: 5, editionId: noteIdOf(0xee), title: "Aiempi" });
const withdrawn = edition({ at: 20, parents: [first.id], withdrawn: true });
const renamed = edition({
  at: 30,
  parents: [first.id],
  title: "Toinen nimi",
  author: { device: deviceB, role: "coordinator" },
});

test("lists editions by when they were first written, whatever came after", () => {
  expect(foldEditions([renamed, first, other]).map(({ madeAt }) => madeAt)).toEqual(
    [stampAt(5), stampAt(10)].map(toMs),
  );
});

test("keeps a withdrawal, though another coordinator changed the edition meanwhile", () => {
  const views = foldEditions([first, withdrawn, renamed]);
  expect(views.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true]);
});

test("folds to the same in any order and with repetitions", () => {
  const all = [first, other, withdrawn, renamed];
  const expected = foldEditions(all);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...all, ...all], { minLength: 8, maxLength: 8 }),
      (records) => {
        expect(foldEditions(records)).toEqual(expected);
      },
    ),
  );
});
