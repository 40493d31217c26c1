// What a reviewer's hand does to notes, as records; and which key does what.
import { expect, test } from "vitest";
import { toReviewAction } from "../../src/app/facilitator/review-keys.ts";
import { canApprove, keepBoth } from "../../src/app/facilitator/review-records.ts";
import { toHalves } from "../../src/app/facilitator/review-text.tsx";
import { toReviews } from "../../src/app/session/verdicts.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import { letterScribes } from "../../src/domain/review-queue.ts";
import { deviceA, deviceB, note, noteIdOf } from "../fixtures/records.ts";

const key = (code: string, more: Partial<KeyboardEvent> = {}) =>
  toReviewAction({
    code,
    key: code,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  });

test("keeps both where both can be had, and asks where a person has to choose", () => {
  expect(keepBoth("text", ["yksi", "kaksi", "yksi"])).toBe("yksi\nkaksi");
  expect(keepBoth("dimensions", [["A"], ["A", "S"]])).toEqual(["A", "S"]);
  expect(keepBoth("polarity", ["weakens", "mixed"])).toBeUndefined();
  expect(keepBoth("star", [true, undefined])).toBeUndefined();
});

test("judges every head of a note that grew apart, and approves none", () => {
  const first = note();
  const heads = ["yksi", "kaksi"].map((text, at) =>
    note({ at: at + 1, text, parents: [first.id] }),
  );
  const [view] = foldNotes([first, ...heads]);
  if (!view) throw new Error("no note");
  expect(canApprove(view)).toBe(false);
  expect(toReviews(view, "held-back")).toHaveLength(2);
});

test("splits where an empty line stands, and nowhere else", () => {
  expect(toHalves("yksi\n\nkaksi")).toEqual(["yksi", "kaksi"]);
  expect(toHalves("yksi\n \nkaksi\n\nkolme")).toEqual(["yksi", "kaksi\n\nkolme"]);
  for (const whole of ["yksi\nkaksi", "yksi\n\n", "\n\nkaksi", ""]) {
    expect(toHalves(whole)).toBeUndefined();
  }
});

test("reads keys by their place on the keyboard, and none that belongs to the browser", () => {
  expect(key("KeyJ")).toEqual({ type: "next" });
  expect(key("Digit3", { key: "٣" })).toEqual({ type: "dimension", number: 3 });
  expect(key("Enter")).toEqual({ type: "approve" });
  expect(key("KeyJ", { ctrlKey: true })).toBeUndefined();
  expect(key("KeyJ", { isComposing: true })).toBeUndefined();
  expect(key("Space")).toBeUndefined();
});

test("marks two scribes at one table by a letter each, and one alone by none", () => {
  const author = (device: typeof deviceA) => ({ device, role: "scribe" as const });
  const notes = foldNotes([
    note({ at: 1, noteId: noteIdOf(1), author: author(deviceB) }),
    note({ at: 2, noteId: noteIdOf(2), author: author(deviceA) }),
  ]);
  expect([...letterScribes(notes)]).toEqual([
    [deviceB, "A"],
    [deviceA, "B"],
  ]);
  expect(letterScribes(notes.slice(1)).size).toBe(0);
});
