// Sub-themes by sessions, dissent, silence and coverage: what each table promises beyond plain counting.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildColumns } from "../../src/analysis/columns.ts";
import { coverRound } from "../../src/analysis/coverage.ts";
import { listBothWays, tabulateDissent } from "../../src/analysis/dissent.ts";
import { groupId } from "../../src/analysis/group-id.ts";
import { type DeskNote, listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { listSilence } from "../../src/analysis/silence.ts";
import { rankBySessions, tabulateTone } from "../../src/analysis/tone-table.ts";
import codebookJson from "../../src/app/content/codebook-1.json" with { type: "json" };
import guideJson from "../../src/app/content/guide-1.json" with { type: "json" };
import { Codebook } from "../../src/domain/codebook.ts";
import { Guide } from "../../src/domain/guide.ts";
import { BoxId, Tag } from "../../src/domain/schema.ts";
import { release, releasedNote } from "../fixtures/records.ts";

type Said = NonNullable<Parameters<typeof releasedNote>[0]>;
const notesOf = (...sessions: readonly (readonly Said[])[]): readonly DeskNote[] =>
  listReleasedNotes(
    sessions.map((said, at) =>
      release({
        session: BoxId.parse(String(at).padStart(32, "5")),
        notes: said.map((change, number) => releasedNote({ number: number + 1, ...change })),
      }),
    ),
  );

test("ranks sub-themes by the sessions that raised them, whatever one talkative session said", () => {
  const talkative = Array.from({ length: 9 }, () => ({ subThemes: ["A1"] }));
  const notes = notesOf([...talkative, { subThemes: ["S1"] }], [{ subThemes: ["S1"] }], [{}]);
  const rows = rankBySessions(tabulateTone(buildColumns(notes), "subTheme"));
  expect(rows.map(({ id, sessions, notes: count }) => [id, sessions, count])).toEqual([
    ["S1", 2, 2],
    ["A1", 1, 9],
  ]);
});

test("keeps apart what is told both ways, the most evenly parted first", () => {
  const told = (subTheme: string, polarity: "strengthens" | "weakens" | "mixed") => ({
    ...{ subThemes: [subTheme], polarity },
  });
  const notes = notesOf([
    ...[told("A1", "strengthens"), told("A1", "weakens"), told("A1", "weakens")],
    ...[told("S1", "weakens"), told("S1", "mixed")],
    ...[told("V1", "strengthens"), told("V1", "strengthens"), told("V1", "weakens")],
    ...[told("V1", "weakens")],
  ]);
  const both = listBothWays(tabulateTone(buildColumns(notes), "subTheme"));
  expect(both.map(({ id }) => id)).toEqual(["V1", "A1"]);
});

test("counts who disagreed, not who was many", () => {
  const notes = notesOf([
    { dimensions: ["S"], agreement: { agree: 9, disagree: 1 } },
    { dimensions: ["S"], agreement: { agree: 9, disagree: 0 } },
    { dimensions: [], polarity: "mixed", agreement: { agree: 0, disagree: 4 } },
  ]);
  expect(tabulateDissent(buildColumns(notes), ["A", "S"])).toEqual([
    { dimension: "A", mixed: 0, disagreed: 0 },
    { dimension: "S", mixed: 0, disagreed: 1 },
    { dimension: "none", mixed: 1, disagreed: 1 },
  ]);
});

test("what nobody spoke about and what somebody did are together all there is", () => {
  const codebook = Codebook.parse(codebookJson);
  const guide = Guide.parse(guideJson);
  const ids = codebook.subThemes.map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.subarray(ids),
      fc.subarray(guide.questions.map(({ id }) => id)),
      (raised, asked) => {
        const said = [
          ...raised.map((id) => ({ subThemes: [id] })),
          ...asked.map((id) => ({ phase: Tag.parse(id) })),
        ];
        const silence = listSilence(buildColumns(notesOf(said)), codebook, guide);
        expect([...silence.subTheme, ...raised].sort()).toEqual([...ids].sort());
        expect(silence.phase).toHaveLength(guide.questions.length - asked.length);
        expect(silence.dimension).toEqual(codebook.dimensions.map(({ id }) => id));
      },
    ),
  );
});

describe("coverage", () => {
  const releases = [
    release({ people: [8], reviewed: true, groupConsent: true }),
    release({ people: [6, 7], noticeRead: false }),
    release({ people: [], rescued: true, groupConsent: false }),
    release({ people: [5] }),
  ].map(({ record }) => record);

  test("adds up people where there is one head count, and never rival ones", () => {
    expect(coverRound(releases)).toMatchObject({ people: 13, counted: 2, unclearPeople: 1 });
  });

  test("tells every session that lacks something", () => {
    const lacking = { unreviewed: 3, rescued: 1, withoutNotice: 1, withoutGroupConsent: 3 };
    expect(coverRound(releases)).toMatchObject({ sessions: 4, ...lacking });
  });

  test("adds up every count of the releases", () => {
    const counts = { ...(releases[0]?.counts ?? coverRound([]).counts), heldBack: 2, written: 9 };
    const two = releases.slice(0, 2).map((each) => ({ ...each, counts }));
    expect(coverRound(two).counts).toMatchObject({ heldBack: 4, written: 18, struck: 0 });
  });
});

test("a group's id fits an address and tells nothing of its name", () => {
  const names = ["nuoret", "Nuoret", "maahan muuttaneet naiset", "ikääntyneet", "نساء", ""];
  const ids = names.map(groupId);
  expect(new Set(ids).size).toBe(names.length);
  for (const id of ids) expect(Tag.safeParse(id).success).toBe(true);
});
