// What the table or a reviewer held back stays out of every release whatever is done to it, until somebody judges anew.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createNoteFold } from "../../src/app/session/session-log.ts";
import { findLosing } from "../../src/domain/held-back.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import type { Named } from "../../src/domain/record.ts";
import { makeRelease } from "../../src/domain/release.ts";
import { deviceB, note, noteIdOf, review, session, sessionBox } from "../fixtures/records.ts";

const first = note({ at: 0, text: "Naapuri huusi rapussa." });
const held = review({
  at: 1,
  noteId: first.record.noteId,
  revision: first.id,
  verdict: "held-back",
});
const verdictOf = (records: readonly Named[], at = 0) => foldNotes(records)[at]?.verdict;
const releasedTexts = (records: readonly Named[]) => {
  const made = makeRelease([session(), ...records], sessionBox, ["fi"]);
  return made.ok ? made.value.notes.map(({ text }) => text) : [];
};

test("keeps a reworded and a retagged note held back, and out of a release without review", () => {
  const reworded = note({ at: 2, text: "Naapuri huusi portaissa.", parents: [first.id] });
  const tagged = note({ ...reworded.record, at: 3, dimensions: ["S"], parents: [reworded.id] });
  const open = note({ at: 4, noteId: noteIdOf(2), text: "Puisto on hyvä." });
  expect(verdictOf([first, held, reworded, tagged])).toBe("held-back");
  expect(releasedTexts([first, held, reworded, tagged, open])).toEqual(["Puisto on hyvä."]);
});

test("lets a note go again when the same words are said anew, and when a reviewer approves the new ones", () => {
  const anew = note({ ...first.record, at: 2, parents: [first.id] });
  expect(verdictOf([first, held, anew])).toBe("unreviewed");
  const reworded = note({ at: 2, text: "Rapussa huudettiin.", parents: [first.id] });
  const approved = review({ at: 3, noteId: first.record.noteId, revision: reworded.id });
  expect(verdictOf([first, held, reworded, approved])).toBe("approved");
});

test("does not let go by going there and back, nor by choosing between words that grew apart", () => {
  const there = note({ at: 2, text: "Toisin", parents: [first.id] });
  const back = note({ ...first.record, at: 3, parents: [there.id] });
  expect(verdictOf([first, held, there, back])).toBe("held-back");
  const author = { device: deviceB, role: "scribe" } as const;
  const theirs = note({ at: 2, text: "Heidän", parents: [], author });
  const chosen = note({ ...theirs.record, at: 4, parents: [first.id, theirs.id] });
  expect(verdictOf([first, held, theirs, chosen])).toBe("held-back");
});

test("holds back the half that was split off, also where only that note is folded anew", () => {
  const half = note({ at: 2, text: "Naapuri", parents: [first.id] });
  const other = note({ at: 3, noteId: noteIdOf(2), text: "huusi", parents: [first.id] });
  const records = [first, held, half, other];
  expect(foldNotes(records).map(({ verdict }) => verdict)).toEqual(["held-back", "held-back"]);
  const fold = createNoteFold();
  fold([first, half, other]);
  expect(fold(records).map(({ verdict }) => verdict)).toEqual(["held-back", "held-back"]);
});

test("tells the remark of the judgement that holds it back", () => {
  const why = review({ ...held.record, at: 1, remark: "Tunnistettava" });
  const reworded = note({ at: 2, text: "Toisin", parents: [first.id] });
  expect(foldNotes([first, why, reworded])[0]?.remark).toBe("Tunnistettava");
});

test("names what would lose its judgement when earlier words are erased", () => {
  const reworded = note({ at: 2, text: "Toisin", parents: [first.id] });
  const all = [first, held, reworded];
  expect(findLosing(all, new Set([first.id, held.id])).map(({ note }) => note.id)).toEqual([
    reworded.id,
  ]);
  const again = review({ ...held.record, at: 3, revision: reworded.id });
  expect(findLosing([...all, again], new Set([first.id, held.id]))).toEqual([]);
});

test("reads the same in any order and with repetitions", () => {
  const reworded = note({ at: 2, text: "Toisin", parents: [first.id] });
  const anew = note({ ...reworded.record, at: 3, parents: [reworded.id] });
  const theirs = note({ at: 4, text: "Kolmas", parents: [reworded.id] });
  const records: readonly Named[] = [first, held, reworded, anew, theirs];
  const whole = foldNotes(records);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...records], { minLength: records.length }),
      fc.array(fc.constantFrom(...records), { maxLength: 5 }),
      (order, more) => {
        expect(foldNotes([...more, ...order])).toEqual(whole);
      },
    ),
  );
});
