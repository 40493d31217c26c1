// Histories longer than any person writes, as a hostile member of the circle could send them (H27): reading them stays
// near linear. Nothing here measures time; what was cubic would simply not end.
import { expect, test } from "vitest";
import { createRecordWriter } from "../../src/app/record-writer.ts";
import { foldNotes } from "../../src/domain/notes.ts";
import { type Named, parseTableRecord } from "../../src/domain/record.ts";
import { RecordId, Stamp } from "../../src/domain/schema.ts";
import { lastChangeOf } from "../../src/domain/session.ts";
import { erasure, note, noteIdOf, sessionBox, stampAt } from "../fixtures/records.ts";

const { record } = note();
const idOf = (number: number): RecordId => RecordId.parse(number.toString(16).padStart(64, "0"));
/** Named by number: the digests would cost more than the reading. */
const revision = (number: number, parents: readonly number[], text = "sama"): Named => ({
  id: idOf(number),
  record: { ...record, stamp: stampAt(number), text, parents: parents.map(idOf) },
});
const chain = (length: number) =>
  Array.from({ length }, (_, at) => revision(at, at === 0 ? [] : [at - 1]));

test("reads a chain of 20,000 revisions that grew apart at its end", () => {
  const length = 20_000;
  const heads = [
    revision(length, [length - 1], "yksi"),
    revision(length + 1, [length - 1], "kaksi"),
  ];
  const [view] = foldNotes([...chain(length), ...heads]);
  expect(view?.rivals.get("text")?.map(({ value }) => value)).toEqual(["yksi", "kaksi"]);
  expect(view?.history).toHaveLength(length + 2);
});

test("reads a chain of 20,000 revisions of which an erasure leaves the last half", () => {
  const survivors = [idOf(10_000)];
  const [view] = foldNotes([...chain(20_000), erasure({ noteId: noteIdOf(1), survivors })]);
  expect(view?.history).toHaveLength(10_000);
  expect(lastChangeOf(chain(110_000))).toBe(lastChangeOf(chain(110_000).slice(-1)));
});

test("follows the newest stamp it has seen, however many clocks are years ahead", async () => {
  let now = Date.UTC(2026, 10, 24, 16);
  const writer = createRecordWriter({
    ...{ box: sessionBox, device: "aa".repeat(16), role: "scribe", parse: parseTableRecord },
    records: { append: async (records) => ({ ok: true, value: records.length }) },
    env: {
      now: () => now,
      random: (length) => new Uint8Array(length),
      digest: async () => new Uint8Array(32),
    },
  });
  const write = async () => {
    const { kind, noteId, text, lang, kinds, dimensions, subThemes, topics, begunAt } = record;
    const fields = { kind, noteId, text, lang, kinds, dimensions, subThemes, topics, begunAt };
    const written = await writer.write([{ ...fields, parents: [] }]);
    return written.ok ? (written.value[0]?.record.stamp ?? "") : "";
  };
  const before = await write();
  writer.observe(
    Array.from({ length: 100 }, (_, at) =>
      Stamp.parse(`2036-11-24T16:00:00.000Z-${at.toString(16).padStart(4, "0")}-bbbbbbbb`),
    ),
  );
  now -= 3_600_000;
  expect((await write()) > before).toBe(true);
});
