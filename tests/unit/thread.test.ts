// The thread: whole from wherever one stands, both ways, whatever the records' order, and honest about ends that are gone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCarriedId } from "../../src/analysis/carried-over.ts";
import { noteThreadId, type ThreadRef, threadKey, threadOf } from "../../src/analysis/thread.ts";
import { buildThreadGraph } from "../../src/analysis/thread-graph.ts";
import type { Named } from "../../src/domain/record.ts";
import { BoxId, EntityId } from "../../src/domain/schema.ts";
import {
  decision,
  deskEvent,
  edition,
  finding,
  followUp,
  idea,
  measure,
  noteIdOf,
  noteRef,
  quote,
  release,
  releasedNote,
  theme,
} from "../fixtures/records.ts";

const [f, d, m, u] = [noteIdOf(0xf1), noteIdOf(0xd1), noteIdOf(0xa1), noteIdOf(0xb1)];
const nextRound = EntityId.parse("0e".repeat(16));
const later = BoxId.parse("7a".repeat(16));
const noteId = (number: number) => noteThreadId(noteRef(number));

/** Notes 1 and 2 are for the finding, 3 against, 4 said something else; a year later one answers what became of it. */
const wholeWay: readonly Named[] = [
  release({ notes: [1, 2, 3, 4].map((number) => releasedNote({ number })) }),
  finding({ findingId: f, supports: [noteRef(1), noteRef(2)], opposes: [noteRef(3)], at: 1 }),
  deskEvent({ eventId: noteIdOf(0xe1), findings: [f], at: 2 }),
  idea({ ideaId: noteIdOf(0xc1), findingId: f, at: 3 }),
  decision({ decisionId: d, findings: [f], eventId: noteIdOf(0xe1), at: 4 }),
  measure({ measureId: m, findings: [f], decisions: [d], at: 5 }),
  followUp({ followUpId: u, measureId: m, at: 6 }),
  release({
    ...{ session: later, roundId: nextRound, at: 7 },
    notes: [
      releasedNote({ number: 9, text: "Siellä on nyt valot.", phase: toCarriedId(m) }),
      releasedNote({ number: 10, text: "Muuta ei kysytty." }),
    ],
  }),
  theme({ notes: [noteRef(1)] }),
  quote({ note: noteRef(1) }),
  edition({
    tables: [{ measure: "sessions", by: ["finding"], cells: [{ keys: [f], shown: 5 }] }],
  }),
];

const keysFrom = (records: readonly Named[], ref: ThreadRef) =>
  threadOf(buildThreadGraph(records), ref)?.nodes.map(threadKey);
const answer = { kind: "note", id: `${later}.${noteIdOf(9)}` } as const;
const way = [
  `note/${noteId(1)}`,
  `note/${noteId(2)}`,
  `note/${noteId(3)}`,
  `finding/${f}`,
  `decision/${d}`,
  `measure/${m}`,
  `note/${answer.id}`,
  `follow-up/${u}`,
];

describe("the way", () => {
  test("goes from a note to the next round's answer, and from the answer back to the note", () => {
    const down = keysFrom(wholeWay, { kind: "note", id: noteId(1) });
    const beside = [`note/${noteId(2)}`, `note/${noteId(3)}`];
    expect(down?.toSorted()).toEqual(way.filter((key) => !beside.includes(key)).toSorted());
    const up = keysFrom(wholeWay, answer);
    expect(up?.toSorted()).toEqual(way.filter((key) => key !== `follow-up/${u}`).toSorted());
  });

  test("is whole from the measure: all it came from and all that came of it", () => {
    expect(keysFrom(wholeWay, { kind: "measure", id: m })?.toSorted()).toEqual(way.toSorted());
  });

  test("leaves out what nobody linked, and is a thread of one for a note that nothing rests on", () => {
    expect(keysFrom(wholeWay, { kind: "note", id: noteId(4) })).toEqual([`note/${noteId(4)}`]);
    expect(keysFrom(wholeWay, { kind: "note", id: `${later}.${noteIdOf(10)}` })).toHaveLength(1);
  });

  test("tells notes against apart, and answers from evidence", () => {
    const thread = threadOf(buildThreadGraph(wholeWay), { kind: "measure", id: m });
    const howOf = (from: string, to: string) =>
      thread?.edges.find((edge) => edge.from === from && edge.to === to)?.how;
    expect(howOf(`note/${noteId(3)}`, `finding/${f}`)).toBe("against");
    expect(howOf(`note/${noteId(1)}`, `finding/${f}`)).toBeUndefined();
    expect(howOf(`measure/${m}`, threadKey(answer))).toBe("answer");
  });

  test("shows what hangs on it and walks through none of that", () => {
    const { hanging } = threadOf(buildThreadGraph(wholeWay), { kind: "measure", id: m }) ?? {};
    const kindsOn = (key: string) => hanging?.get(key)?.map(({ kind }) => kind);
    expect(kindsOn(`note/${noteId(1)}`)).toEqual(["theme", "quote"]);
    expect(kindsOn(`finding/${f}`)).toEqual(["event", "idea", "edition"]);
    expect(kindsOn(`decision/${d}`)).toEqual(["event"]);
    const other = finding({ findingId: noteIdOf(0xf2), supports: [noteRef(4)] });
    const shared = theme({ themeId: noteIdOf(0x7f), notes: [noteRef(1), noteRef(4)] });
    expect(keysFrom([...wholeWay, other, shared], { kind: "finding", id: noteIdOf(0xf2) })).toEqual(
      [`note/${noteId(4)}`, `finding/${noteIdOf(0xf2)}`],
    );
  });
});

describe("ends that are gone", () => {
  test("are told in their place when a later release drops a note or a record never came", () => {
    const records = [finding({ findingId: f, supports: [noteRef(1)] }), followUp({ measureId: m })];
    const thread = threadOf(buildThreadGraph(records), { kind: "finding", id: f });
    expect(thread?.nodes.map(({ key, state }) => [key, state])).toEqual([
      [`note/${noteId(1)}`, "gone"],
      [`finding/${f}`, "here"],
    ]);
    const follow = threadOf(buildThreadGraph(records), { kind: "follow-up", id: u });
    expect(follow?.nodes.map(({ kind, state }) => [kind, state])).toEqual([
      ["measure", "gone"],
      ["follow-up", "here"],
    ]);
  });

  test("say when a note has other words than when it was linked", () => {
    const { revision } = noteRef(2);
    const records = [
      release({ notes: [{ ...releasedNote({ number: 1 }), revision }] }),
      finding({ findingId: f, supports: [noteRef(1)] }),
    ];
    const thread = threadOf(buildThreadGraph(records), { kind: "finding", id: f });
    expect(thread?.edges.map(({ isChanged }) => isChanged)).toEqual([true]);
  });

  test("show what was set aside only where something that stands was made of it", () => {
    const aside = finding({ findingId: f, supports: [noteRef(1)], dropped: true });
    const notes = release({ notes: [releasedNote()] });
    const from = { kind: "note", id: noteId(1) } as const;
    expect(keysFrom([notes, aside], from)).toEqual([`note/${noteId(1)}`]);
    expect(keysFrom([notes, aside], { kind: "finding", id: f })).toBeUndefined();
    const made = measure({ measureId: m, findings: [f] });
    const thread = threadOf(buildThreadGraph([notes, aside, made]), from);
    expect(thread?.nodes.map(({ kind, state }) => [kind, state])).toEqual([
      ["note", "here"],
      ["finding", "aside"],
      ["measure", "here"],
    ]);
  });

  test("answer nothing for what nobody knows", () => {
    const graph = buildThreadGraph(wholeWay);
    expect(threadOf(graph, { kind: "measure", id: noteIdOf(0xdead) })).toBeUndefined();
    expect(threadOf(graph, { kind: "note", id: "nonsense" })).toBeUndefined();
    expect(threadOf(graph, { kind: "note", id: "__proto__" })).toBeUndefined();
  });
});

/** Any web of links, rings among them: a measure may answer the finding that its own answers led to. */
const anyWeb = fc
  .record({
    supports: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }))),
    answered: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))),
    kept: fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 }))),
    asked: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
    aside: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
  })
  .map(({ supports, answered, kept, asked, aside }): readonly Named[] => {
    const of = <A, B>(pairs: readonly (readonly [A, B])[], at: A) => [
      ...new Set(pairs.filter(([from]) => from === at).map(([, to]) => to)),
    ];
    const idsOf = (base: number, numbers: readonly number[]) =>
      numbers.map((number) => noteIdOf(base + number));
    const six = [0, 1, 2, 3, 4, 5];
    return [
      release({
        notes: six.slice(0, 5).map((at) => {
          const phase =
            asked[at] === undefined ? {} : { phase: toCarriedId(noteIdOf(0xa0 + asked[at])) };
          return releasedNote({ number: at + 1, ...phase });
        }),
      }),
      ...six.map((at) =>
        finding({
          ...{ findingId: noteIdOf(0xf0 + at), at },
          supports: of(supports, at).map(noteRef),
          ...(aside.includes(at) ? { dropped: true as const } : {}),
        }),
      ),
      ...six
        .slice(0, 4)
        .map((at) =>
          decision({ decisionId: noteIdOf(0xd0 + at), findings: idsOf(0xf0, of(kept, at)), at }),
        ),
      ...six.slice(0, 4).map((at) =>
        measure({
          ...{ measureId: noteIdOf(0xa0 + at), at },
          findings: idsOf(0xf0, of(answered, at)),
          decisions: idsOf(0xd0, of(kept, at)),
        }),
      ),
      followUp({ measureId: noteIdOf(0xa0) }),
      followUp({ followUpId: noteIdOf(0xb2), measureId: noteIdOf(0xa5) }),
    ];
  });

describe("whatever the web of links", () => {
  test("what is in my thread has me in its own", () => {
    fc.assert(
      fc.property(anyWeb, (records) => {
        const graph = buildThreadGraph(records);
        for (const from of graph.nodes.values()) {
          for (const node of threadOf(graph, from)?.nodes ?? []) {
            const back = threadOf(graph, node)?.nodes.map(({ key }) => key);
            expect(back).toContain(from.key);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("order and repetition of records change nothing", () => {
    fc.assert(
      fc.property(
        anyWeb.chain((records) =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray([...records, ...records], { minLength: 2 * records.length }),
          ),
        ),
        ([records, mixed]) => {
          const [plain, other] = [buildThreadGraph(records), buildThreadGraph(mixed)];
          expect([...other.nodes.keys()].sort()).toEqual([...plain.nodes.keys()].sort());
          for (const ref of plain.nodes.values()) {
            expect(threadOf(other, ref)?.nodes).toEqual(threadOf(plain, ref)?.nodes);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
