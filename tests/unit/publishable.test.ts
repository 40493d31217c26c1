// The one door to what is told outside: what passes, and what keeps each thing back.
import { expect, test } from "vitest";
import { weighEvidence } from "../../src/analysis/evidence.ts";
import {
  findingObstacles,
  groupObstaclesOf,
  listPublishableFindings,
  listPublishableQuotes,
  quoteObstacles,
  standingOf,
} from "../../src/analysis/publishable.ts";
import { listReleasedNotes } from "../../src/analysis/released-notes.ts";
import { foldFindings, foldQuotes } from "../../src/domain/findings.ts";
import { tellingPartsOf } from "../../src/domain/privacy/combination.ts";
import type { Named } from "../../src/domain/record.ts";
import { BoxId, EntityId, RecordId } from "../../src/domain/schema.ts";
import { createDeskWorld } from "../fixtures/desk-world.ts";
import {
  deskBox,
  finding,
  named,
  noteRef,
  quote,
  release,
  releasedNote,
} from "../fixtures/records.ts";

const roundId = EntityId.parse("0d".repeat(16));
const otherSession = BoxId.parse("5f".repeat(16));
const otherRevision = RecordId.parse("e".repeat(64));
const { codebook, guide } = createDeskWorld();

const round = named({
  kind: "round/1",
  box: deskBox,
  author: { device: release().record.author.device, role: "coordinator" },
  stamp: release().record.stamp,
  salt: "0".repeat(22),
  parents: [],
  roundId,
  name: "Syksy 2026",
  operator: "ngo",
  deskName: "Järjestö",
  languages: ["fi"],
  codebook,
  guide,
  thresholds: { notes: 5, sessions: 3, people: 10 },
  reviewRequired: true,
  allowResume: true,
  retention: { tabletDays: 14, hubDays: 60, deskDays: 365 },
});
const said = (change: Parameters<typeof release>[0] = {}) =>
  release({
    notes: [releasedNote({ number: 1, quotable: true })],
    reviewed: true,
    people: [12],
    groups: ["Vieraskieliset nuoret"],
    groupConsent: true,
    ...change,
  });

const findingOf = (records: readonly Named[]) => {
  const [view] = foldFindings(records);
  if (!view) throw new Error("no finding");
  return findingObstacles(view, standingOf(records, roundId));
};
const stated = finding({ at: 1, supports: [noteRef(1)] });
const checkedFinding = finding({
  at: 2,
  supports: [noteRef(1)],
  parents: [stated.id],
  checked: stated.id,
});

test("lets a checked finding out that rests on a note as it stands, and no count with it", () => {
  const records = [
    round,
    said(),
    said({ session: otherSession, notes: [] }),
    stated,
    checkedFinding,
  ];
  expect(findingOf(records)).toEqual([]);
  const [out] = listPublishableFindings(records, roundId);
  expect(out?.supports).toEqual([noteRef(1)]);
  const numbers = JSON.stringify(out).match(/:\d/g);
  expect(numbers).toBeNull();
});

test("weighs a finding's evidence by sessions, for the desk's own eyes", () => {
  const records = [said(), said({ session: otherSession, notes: [] })];
  const notes = listReleasedNotes([round, ...records], roundId);
  const sessions = records.map(({ record }) => record.session);
  expect(weighEvidence({ supports: [noteRef(1)], opposes: [] }, notes, sessions)).toMatchObject({
    heard: [said().record.session],
    silent: [otherSession],
    sessions: 2,
    languages: ["fi"],
    notes: 1,
  });
});

test("keeps back a finding without notes, without a check, or set aside", () => {
  expect(findingOf([round, said(), finding()])).toEqual(["no-notes", "unchecked"]);
  expect(findingOf([round, said(), stated])).toEqual(["unchecked"]);
  const dropped = finding({
    ...checkedFinding.record,
    at: 3,
    dropped: true,
    parents: [checkedFinding.id],
  });
  expect(findingOf([round, said(), stated, checkedFinding, dropped])).toEqual(["dropped"]);
});

test("keeps back a finding whose note a later release changed or dropped, until somebody has looked", () => {
  const first = said();
  const later = (notes: ReturnType<typeof releasedNote>[]) =>
    said({ at: 9, parents: [first.id], notes });
  const changed = later([releasedNote({ number: 1, revision: otherRevision })]);
  expect(findingOf([round, first, changed, stated, checkedFinding])).toEqual(["note-changed"]);
  expect(findingOf([round, first, later([]), stated, checkedFinding])).toEqual([
    "no-notes",
    "note-gone",
  ]);
  expect(listPublishableFindings([round, first, changed, stated, checkedFinding], roundId)).toEqual(
    [],
  );
});

const worded = quote({ at: 1, withGroup: true });
const approved = quote({ at: 2, withGroup: true, parents: [worded.id], checked: worded.id });
const quoteOf = (...records: readonly Named[]) => {
  const [view] = foldQuotes(records);
  if (!view) throw new Error("no quote");
  const standing = standingOf(records, roundId);
  return { quote: quoteObstacles(view, standing), group: groupObstaclesOf(view, standing) };
};

test("lets a quote out that the table allowed and two people approved, and names its group where all agree", () => {
  const text = "Illalla ei uskalla kulkea yksin.";
  const safe = quote({ at: 1, withGroup: true, text });
  const yes = quote({ at: 2, withGroup: true, text, parents: [safe.id], checked: safe.id });
  expect(listPublishableQuotes([round, said(), safe, yes], roundId)).toMatchObject([
    { text, groups: ["Vieraskieliset nuoret"] },
  ]);
});

test("keeps a quote back that was not ticked, not reviewed, changed, withdrawn or never approved", () => {
  const notTicked = said({ notes: [releasedNote({ number: 1 })] });
  expect(quoteOf(round, notTicked, worded, approved).quote).toEqual(["not-quotable"]);
  expect(quoteOf(round, said({ reviewed: false }), worded, approved).quote).toEqual([
    "not-reviewed",
  ]);
  expect(quoteOf(round, said(), worded).quote).toEqual(["unchecked"]);
  const changed = said({
    notes: [releasedNote({ number: 1, quotable: true, revision: otherRevision })],
  });
  expect(quoteOf(round, changed, worded, approved).quote).toEqual(["note-changed"]);
  expect(quoteOf(round, said({ notes: [] }), worded, approved).quote).toEqual(["note-gone"]);
  const withdrawn = quote({ ...approved.record, at: 3, dropped: true, parents: [approved.id] });
  expect(quoteOf(round, said(), worded, approved, withdrawn).quote).toEqual(["dropped"]);
});

test("keeps a reworded quote back although an older wording of it was approved elsewhere meanwhile", () => {
  const reworded = quote({ at: 3, withGroup: true, text: "Toiset sanat", parents: [worded.id] });
  expect(quoteOf(round, said(), worded, approved, reworded).quote).toEqual(["unchecked"]);
});

test("names no group without consent, review, approval or enough people, and never beside a place or a role", () => {
  const group = (change: Parameters<typeof said>[0], ...quotes: readonly Named[]) =>
    quoteOf(round, said(change), ...(quotes.length > 0 ? quotes : [worded, approved])).group;
  expect(group({ groupConsent: false })).toContain("no-consent");
  expect(group({ people: [9] })).toContain("few-people");
  expect(group({ people: [12, 8] })).toContain("few-people");
  expect(group({ people: [] })).toContain("few-people");
  expect(group({ reviewed: false })).toContain("not-reviewed");
  expect(group({ groups: [] })).toContain("no-group");
  expect(group({}, worded)).toContain("not-approved");
  const telling = quote({ at: 1, withGroup: true, text: "Rehtori sanoi koulun pihalla ei." });
  expect(group({}, telling)).toContain("place-or-role");
  const named = quote({ at: 1, withGroup: true, text: "Soita 040 123 4567." });
  expect(group({}, named)).toContain("personal-data");
});

test("tells group, place and role in a text, in the forms that cases give them", () => {
  const names = { groups: ["Vieraskieliset nuoret"], places: ["Aseman seutu"] };
  expect(tellingPartsOf("Vieraskielisten nuorten rehtori aseman seudulla", "fi", names)).toEqual([
    "group",
    "place",
    "role",
  ]);
  expect(tellingPartsOf("Puiston valot ovat rikki.", "fi", names)).toEqual([]);
  expect(tellingPartsOf("[Vieraskieliset nuoret] puhuivat.", "fi", names)).toEqual([]);
});
