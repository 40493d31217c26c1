// A follow-up request out and back: what a unit wrote becomes entries and statuses, once, and the rest is told with its row.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FollowUp } from "../../src/domain/measure-records.ts";
import { type FollowUpView, foldFollowUps, type MeasureView } from "../../src/domain/measures.ts";
import type { Named } from "../../src/domain/record.ts";
import {
  type AnswerCode,
  answerCodes,
  type RequestRow,
  type RequestWords,
  toFollowUpRequest,
  toRowId,
} from "../../src/report/follow-up-request.ts";
import { readFollowUpRequest } from "../../src/report/follow-up-request-reading.ts";
import { isIllFormed } from "../../src/report/kept-cell.ts";
import { versionOf } from "../../src/report/measure-versions.ts";
import { readWorkbook } from "../../src/report/xlsx-reading.ts";
import { toWorkbook } from "../../src/report/xlsx-writing.ts";
import { revise, statusesFi, viewOf } from "../fixtures/measure-sheet-world.ts";
import { followUp, measure, noteIdOf } from "../fixtures/records.ts";
import { hostileTexts, text } from "../fixtures/report.ts";

const words: RequestWords = {
  ...{ title: "Seurantapyyntö", guide: ["Täytä rivit."], about: "Ohje", sheet: "Seuranta" },
  id: "Tunniste",
  told: {
    measure: "Toimenpide",
    objective: "Tavoite",
    due: "Määräaika",
    indicator: "Mittari",
    now: "Tila nyt",
  },
  answers: {
    ...{ status: "Uusi tila", reason: "Syy", day: "Päivä", seen: "Havaittu", value: "Arvo" },
    ...{ source: "Lähde", evidence: "Näyttö", by: "Kuka" },
  },
  status: statusesFi,
  lang: "fi",
};
const madeAt = "2027-05-01T08:00:00.000Z";
const first = measure({ unit: "Katuyksikkö" });
const view = viewOf(first);
const rowFor = (of: MeasureView, at = 1): RequestRow => ({
  ...{ seenId: noteIdOf(0x5e00 + at), valueId: noteIdOf(0x7a00 + at) },
  ...{ measureId: of.measureId, version: versionOf(of), status: of.fields.status },
  told: ["Valaistaan", "", "1.9.2027", "Valot", "ehdotettu"],
});
type Answers = Partial<Record<AnswerCode, string>>;

/** As it comes back: the rows of ours with answers in them. */
const fill = (rows: readonly (readonly [RequestRow, Answers])[]) =>
  toWorkbook({
    ...{ title: "t", lang: "fi", madeAt },
    sheets: [
      {
        ...{ name: "Seuranta", hasHead: true, isRtl: false },
        rows: [
          [
            "Tunniste (row)",
            "",
            "",
            "",
            "",
            "",
            ...answerCodes.map((code) => (code === "seen" ? "x (seen:fi)" : `x (${code})`)),
          ],
          ...rows.map(([row, answers]) => [
            toRowId(row),
            ...row.told,
            ...answerCodes.map((code) => answers[code] ?? ""),
          ]),
        ].map((cells) => cells.map((cell) => text(cell))),
      },
    ],
  });
const read = (
  bytes: Uint8Array,
  measures: readonly MeasureView[] = [view],
  followUps: readonly FollowUpView[] = [],
) => {
  const options = { measures, followUps, statuses: [statusesFi], today: "2027-05-02" };
  const result = readFollowUpRequest(bytes, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const nothing = { entries: [], statuses: [], moved: [], refusals: [] };

test("goes out with instructions, ids out of sight and the measures, and says nothing when it comes back empty", () => {
  const bytes = toFollowUpRequest({ unit: "Katuyksikkö", rows: [rowFor(view)], words, madeAt });
  const book = readWorkbook(bytes);
  expect(book.ok && book.value.map(({ name }) => name)).toEqual(["Seuranta", "Ohje"]);
  expect(book.ok && book.value[0]?.rows[1]?.cells.slice(1, 6)).toEqual(rowFor(view).told);
  expect(read(bytes)).toEqual({ ...nothing, unchanged: 1 });
});

describe("a filled-in request", () => {
  const answers: Answers = {
    ...{ status: "tehty", day: "15.4.2027", seen: "Valot palavat", value: "12,5" },
    ...{ source: "Laskuri", evidence: "Pöytäkirja 3 §", by: "Katuyksikkö" },
  };

  test("becomes what was seen, a value of the indicator and a new status", () => {
    const { seenId, valueId, measureId } = rowFor(view);
    expect(read(fill([[rowFor(view), answers]]))).toEqual({
      entries: [
        {
          ...{ row: 2, measureId, followUpId: seenId, isAmended: false },
          fields: {
            ...{ type: "seen", on: "2027-04-15", text: { fi: "Valot palavat" } },
            ...{ unit: "Katuyksikkö", evidence: "Pöytäkirja 3 §" },
          },
        },
        {
          ...{ row: 2, measureId, followUpId: valueId, isAmended: false },
          fields: {
            ...{ type: "indicator", on: "2027-04-15", text: {}, value: "12.5" },
            ...{ unit: "Katuyksikkö", source: "Laskuri" },
          },
        },
      ],
      statuses: [{ row: 2, measureId, from: "proposed", to: "done", on: "2027-04-15" }],
      ...{ moved: [], refusals: [], unchanged: 0 },
    });
  });

  const taken = (bytes: Uint8Array) => {
    const { entries, statuses } = read(bytes);
    const kept = entries.map(({ followUpId, measureId, fields }) =>
      followUp({ followUpId, measureId, ...(fields as Partial<FollowUp>) }),
    );
    const [status] = statuses;
    const then = status ? revise(first, { status: status.to, statusOn: status.on }) : first;
    return { kept, records: [first, then] as const };
  };

  test("read twice adds nothing twice, even when the desk has gone on since", () => {
    const bytes = fill([[rowFor(view), answers]]);
    const { kept, records } = taken(bytes);
    expect(read(bytes, [viewOf(...records)], foldFollowUps(kept))).toEqual({
      ...nothing,
      unchanged: 1,
    });
    const [, done] = records;
    const back = revise(done, { status: "under-way", at: 120 });
    const [seen] = kept;
    if (!seen) throw new Error("nothing taken");
    const reworded = followUp({
      ...bare(seen),
      text: { fi: "Valot palavat yöllä" },
      parents: [seen.id],
      at: 90,
    });
    expect(read(bytes, [viewOf(...records, back)], foldFollowUps([...kept, reworded]))).toEqual({
      ...nothing,
      unchanged: 1,
    });
  });

  test("sent again with other words amends the entry under its own id", () => {
    const { kept, records } = taken(fill([[rowFor(view), answers]]));
    const again = fill([[rowFor(view), { ...answers, seen: "Kaksi valoa on rikki" }]]);
    expect(read(again, [viewOf(...records)], foldFollowUps(kept)).entries).toMatchObject([
      {
        followUpId: rowFor(view).seenId,
        isAmended: true,
        fields: { text: { fi: "Kaksi valoa on rikki" } },
      },
    ]);
  });

  test("does not bring back what was withdrawn", () => {
    const { kept, records } = taken(fill([[rowFor(view), answers]]));
    const [seen] = kept;
    if (!seen) throw new Error("nothing taken");
    const gone = followUp({ ...bare(seen), dropped: true, parents: [seen.id], at: 90 });
    const again = fill([[rowFor(view), { ...answers, seen: "Uusi sana" }]]);
    expect(read(again, [viewOf(...records)], foldFollowUps([...kept, gone])).refusals).toEqual([
      { row: 2, type: "withdrawn" },
    ]);
  });

  test("says that the desk gave another status meanwhile, leaves it, and takes what was seen", () => {
    const moved = viewOf(first, revise(first, { status: "decided" }));
    expect(read(fill([[rowFor(view), answers]]), [moved])).toMatchObject({
      statuses: [],
      moved: [{ row: 2, now: "decided", said: "done" }],
      refusals: [],
      entries: [{}, {}],
    });
  });

  test.each<[Answers, object]>([
    [{ status: "melkein" }, { type: "status", said: "melkein" }],
    [{ status: "luovuttu" }, { type: "needs-reason" }],
    [{ day: "31.2.2027", seen: "x" }, { type: "day" }],
    [{ seen: "x" }, { type: "needs-day" }],
    [
      { day: "1.4.2027", value: "noin 5" },
      { type: "value", said: "noin 5" },
    ],
    [{ source: "Laskuri" }, { type: "nothing-seen" }],
    [
      { day: "1.4.2027", seen: "x".repeat(4_001) },
      { type: "too-long", column: "seen", limit: 4_000 },
    ],
    [
      { day: "1.4.2027", seen: "a\u0000b" },
      { type: "ill-formed", column: "seen" },
    ],
  ])("refuses %o with its row and keeps the others", (broken, refusal) => {
    const other = viewOf(measure({ measureId: noteIdOf(9) }));
    const bytes = fill([
      [rowFor(view), broken],
      [rowFor(other, 2), { status: "päätetty" }],
    ]);
    const { refusals, statuses, entries } = read(bytes, [view, other]);
    expect(refusals).toMatchObject([{ row: 2, ...refusal }]);
    expect(entries).toEqual([]);
    expect(statuses).toMatchObject([{ row: 3, to: "decided", on: "2027-05-02" }]);
  });

  test("refuses a row that is no row of ours, one that is there twice, and a second status of one measure", () => {
    const strange = { ...rowFor(view), measureId: noteIdOf(0xbad) };
    const bytes = fill([
      [strange, answers],
      [rowFor(view), answers],
      [rowFor(view), answers],
    ]);
    expect(read(bytes).refusals.map(({ row, type }) => [row, type])).toEqual([
      [2, "unknown"],
      [3, "twice"],
      [4, "twice"],
    ]);
    const merged = fill([
      [rowFor(view), { status: "tehty" }],
      [rowFor(view, 2), { status: "käynnissä" }],
    ]);
    expect(read(merged).refusals).toEqual([{ row: 3, type: "twice" }]);
  });

  test("brings any words to the letter, and then has nothing more to say", () => {
    const any = fc
      .oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "grapheme", minLength: 1 }))
      .map((each) => each.slice(0, 500).trim())
      .filter((each) => each !== "" && !isIllFormed(each));
    fc.assert(
      fc.property(any, any, any, (seen, evidence, by) => {
        const bytes = fill([
          [
            rowFor(view),
            {
              day: "2027-04-01",
              seen,
              evidence,
              by: by.slice(0, 100).replace(/\p{Surrogate}$/u, ""),
            },
          ],
        ]);
        const { entries, refusals } = read(bytes);
        expect(refusals).toEqual([]);
        expect(entries[0]?.fields).toMatchObject({ text: { fi: seen }, evidence });
        const { kept } = taken(bytes);
        expect(read(bytes, [view], foldFollowUps(kept))).toEqual({ ...nothing, unchanged: 1 });
      }),
      { numRuns: 40 },
    );
  });
});

test("refuses a workbook that is none of ours", () => {
  const other = toWorkbook({
    ...{ title: "t", lang: "fi", madeAt },
    sheets: [{ name: "x", rows: [[text("a")], [text("b")]], hasHead: true, isRtl: false }],
  });
  const options = { measures: [view], followUps: [], statuses: [statusesFi], today: "2027-05-02" };
  expect(readFollowUpRequest(other, options)).toMatchObject({ error: { type: "request-foreign" } });
});

/** The fields alone, for a further revision. */
const bare = ({ record }: Named<FollowUp>) => {
  const { kind, box, author, stamp, salt, parents, ...fields } = record;
  void [kind, box, author, stamp, salt, parents]; // The builder makes its own.
  return fields;
};
