// A release that was put aside is as if it had never come, until it is taken back; nothing of it goes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { setReleasesAside } from "../../src/app/desk/aside.ts";
import { foldAside } from "../../src/domain/aside.ts";
import { foldReleases } from "../../src/domain/desk.ts";
import type { Named } from "../../src/domain/record.ts";
import { createDeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";
import { aside, deviceB, release, releasedNote } from "../fixtures/records.ts";

const older = release({ at: 0, notes: [releasedNote({ text: "Vanha" })] });
const newer = release({ at: 5, notes: [releasedNote({ text: "Uusi" })], parents: [older.id] });
const texts = (records: readonly Named[]) => listReleasedNotes(records).map(({ text }) => text);

test("lets the release be read again that one put aside had replaced", () => {
  expect(texts([older, newer])).toEqual(["Uusi"]);
  expect(texts([older, newer, aside({ at: 6, release: newer.id })])).toEqual(["Vanha"]);
});

test("reads neither, where both are aside, and the newer one once it is taken back", () => {
  const first = aside({ at: 6, release: newer.id });
  const both = [older, newer, first, aside({ at: 7, release: older.id })];
  expect(foldReleases(both)).toEqual([]);
  const back = aside({ at: 8, release: newer.id, aside: false, parents: [first.id] });
  expect(texts([...both, back])).toEqual(["Uusi"]);
});

test("reads it where two coordinators disagree, whatever their clocks say", () => {
  const author = { device: deviceB, role: "coordinator" } as const;
  const away = aside({ at: 9, release: newer.id });
  const kept = aside({ at: 6, release: newer.id, aside: false, author });
  expect(foldAside([away, kept]).get(newer.id)?.isAside).toBe(false);
});

test("folds to the same in any order and with repetitions", () => {
  const away = aside({ at: 6, release: newer.id });
  const back = aside({ at: 7, release: newer.id, aside: false, parents: [away.id] });
  const again = aside({ at: 8, release: newer.id, parents: [back.id] });
  const records: readonly Named[] = [older, newer, away, back, again];
  const whole = foldReleases(records);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...records], { minLength: records.length }),
      fc.array(fc.constantFrom(...records), { maxLength: 4 }),
      (order, more) => {
        expect(foldReleases([...more, ...order])).toEqual(whole);
      },
    ),
  );
});

test("writes one record for each that changes, and none the second time", async () => {
  const { desk } = await openDeskIn(createDeskWorld());
  expect(must(await setReleasesAside(desk, [older.id, newer.id], true))).toBe(2);
  expect(must(await setReleasesAside(desk, [older.id, newer.id], true))).toBe(0);
  expect(must(await setReleasesAside(desk, [older.id], false))).toBe(1);
  const states = foldAside(must(await desk.records.readAll()));
  expect([states.get(older.id)?.isAside, states.get(newer.id)?.isAside]).toEqual([false, true]);
});
