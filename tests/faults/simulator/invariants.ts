// What must hold after every step (reliability.md §3.3, I1 to I7, and some of our own), worked out anew from what lies
// on the disks and on the hub, without the code that is being watched.

import { isDeepStrictEqual } from "node:util";
import { rawKept } from "../../../src/app/desk/intake-import.ts";
import type { Note } from "../../../src/domain/note.ts";
import type { foldNotes, NoteView } from "../../../src/domain/notes.ts";
import { type Named, ofKind } from "../../../src/domain/record.ts";
import type { RecordId } from "../../../src/domain/schema.ts";
import type { Chance } from "../random.ts";
import { shaHex } from "./sim-crypto.ts";
import type { SimDevice } from "./sim-device.ts";
import type { HubRow, SimHub } from "./sim-hub.ts";

export class Violation extends Error {}
export const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Violation(what);
};

/** What was told to a person as saved, and by whom. */
export type Acknowledged = { readonly device: SimDevice; readonly id: RecordId };

/** I1, I4, I5: what was acknowledged lies on its disk, nothing that lay there is gone, and none of it can be read. */
export const createDiskWatch = () => {
  const sizes = new Map<string, number>();
  const seen = new Set<string>();
  const marked = Buffer.from(marker);
  /** Looked at once: what lies there does not change. */
  const isNew = (name: string): boolean => {
    const before = seen.size;
    return seen.add(name).size > before;
  };
  const checkRows = ({ name, platter }: SimDevice) => {
    for (const [id, sealed] of platter.rows) {
      const isClear = isNew(`${name} ${id}`) && Buffer.from(sealed).includes(marked);
      demand(!isClear, "I4: plain text in a row");
    }
  };
  const checkEnvelopes = ({ name, platter }: SimDevice) => {
    const places = new Set<string>();
    const bundled = new Map<string, string>();
    for (const { digest, bytes, box, device, seq, records } of platter.envelopes.values()) {
      const place = `${device} ${box} ${seq}`;
      demand(!places.has(place), "two envelopes in one place of a chain");
      places.add(place);
      for (const id of records) {
        demand(!bundled.has(id), "a record in two envelopes");
        bundled.set(id, box);
      }
      if (!isNew(`${name} ${digest}`)) continue;
      demand(shaHex(bytes) === digest, "an envelope under another's name");
      demand(!Buffer.from(bytes).includes(marked), "I4: plain text in an envelope");
    }
  };

  return (devices: readonly SimDevice[], acknowledged: readonly Acknowledged[]): void => {
    for (const { device, id } of acknowledged) {
      demand(device.platter.rows.has(id), "I1: an acknowledged record is not on its disk");
    }
    for (const device of devices) {
      const { name, platter } = device;
      for (const part of ["rows", "envelopes", "deliveries"] as const) {
        const before = sizes.get(`${name} ${part}`) ?? 0;
        const now = platter[part].size;
        if (now === before) continue;
        demand(now > before, `I5: ${part} were deleted without a receipt`);
        sizes.set(`${name} ${part}`, now);
        if (part === "rows") checkRows(device);
        if (part === "envelopes") checkEnvelopes(device);
      }
      // A desk may meet a release before the card it belongs to; it is tried again. What then turns out to be a session's
      // own delivery stays whole and sealed: a desk reads none of it without a reason on record.
      const reasons = [...platter.quarantine.values()].map(({ reason }) => reason);
      const mayWait = (reason: string) =>
        name.startsWith("desk") && (reason === "card-unknown" || reason === rawKept);
      demand(reasons.every(mayWait), `an honest envelope was set aside: ${reasons}`);
    }
  };
};

/** Stands in every text that is written: it may be found nowhere but in memory. */
export const marker = "merkki-jota-kukaan-ei-saa-nähdä";

/** An envelope of the device's own box lies there with all its records. */
export const checkWhole = ({ platter, keys }: SimDevice): void => {
  for (const { box, records, release } of platter.envelopes.values()) {
    if (box !== keys.box || release) continue;
    for (const id of records) demand(platter.rows.has(id), "an envelope without all its records");
  }
};

/** I2: a receipt of this epoch has its row on the hub, the same for all; and the hub has nothing that nobody made. */
export const createHubWatch = () => {
  const looked = new WeakSet<HubRow>();
  return (hub: SimHub, devices: readonly SimDevice[]): void => {
    const numbers = new Set<number>();
    const rows = new Map<string, HubRow>();
    for (const row of hub.rows()) {
      const { digest } = row.receipt;
      demand(!numbers.has(row.seq), "I2: two envelopes under one number");
      numbers.add(row.seq);
      rows.set(digest, row);
      if (looked.has(row)) continue;
      looked.add(row);
      const isOurs = devices.some(({ platter }) => platter.envelopes.has(digest));
      demand(isOurs, "I2: the hub holds what no device made");
      demand(shaHex(row.bytes) === digest, "I2: the hub holds an envelope under another's name");
    }
    const current = hub.epoch();
    for (const { platter } of devices) {
      for (const {
        digest,
        destination,
        epoch,
        receivedAt,
        cursor,
      } of platter.deliveries.values()) {
        if (destination !== "hub" || epoch !== current) continue;
        const row = rows.get(digest);
        demand(row !== undefined, "I2: a receipt without its envelope on the hub");
        demand(row?.receipt.receivedAt === receivedAt, "I2: two receipts for one envelope");
        demand(cursor === `${epoch}.${row?.seq}`, "I2: a receipt of another number");
      }
    }
  };
};

const toComparable = (views: readonly NoteView[]): string =>
  JSON.stringify(
    views.map(({ noteId, fields, heads, rivals, verdict, firstStamp }) => ({
      ...{ noteId, fields, verdict, firstStamp },
      heads: heads.map(({ id }) => id),
      rivals: [...rivals].map(([name, all]) => [
        name,
        all.map(({ value, revision }) => [value, revision]),
      ]),
    })),
  );

/** I3, I7 and what a fold must keep: every text that stands, no approval for other words, nothing that was erased. */
export const checkFold = (
  fold: typeof foldNotes,
  records: readonly Named[],
  chance: Chance,
): void => {
  const views = fold(records);
  const again = fold(
    chance.shuffle([...records, ...records.slice(0, chance.below(records.length + 1))]),
  );
  demand(
    toComparable(views) === toComparable(again),
    "I3: order or repetition changes what is read",
  );

  const notes = ofKind(records, "note/1");
  const living = withoutErased(notes, records);
  const ids = new Set(living.map(({ record }) => record.noteId));
  demand(views.length === ids.size, "I7: the count is not that of distinct notes");
  demand(
    views.every(({ noteId }) => ids.has(noteId)),
    "an erased note is read",
  );

  const byId = new Map(living.map((note) => [note.id, note]));
  const replaced = new Set(living.flatMap(({ record }) => record.parents));
  for (const view of views) {
    const heads = living.filter(
      ({ id, record }) => record.noteId === view.noteId && !replaced.has(id),
    );
    const shown = new Set([
      view.fields.text,
      ...(view.rivals.get("text") ?? []).map(({ value }) => value),
    ]);
    for (const head of heads) {
      // A head that went back to words of its ancestors has, on the whole, left them as they were.
      const isOwn = ancestorsOf(head, byId).every(({ record }) => record.text !== head.record.text);
      demand(!isOwn || shown.has(head.record.text), "a text that stands is shown nowhere");
    }
    const judged = (id: RecordId) => newestVerdict(records, id) !== undefined;
    const isHeld = heads.some(({ id }) => standsHeld(id, records));
    demand(
      isHeld === (view.verdict === "held-back"),
      "what was held back is no longer, or never was",
    );
    // Of words that grew apart none is approved; but what was returned in one head stays so.
    const mayJudge = isHeld || heads.some(({ id }) => judged(id));
    demand(view.verdict === "unreviewed" || mayJudge, "a verdict for other words");
    demand(
      view.verdict !== "approved" || heads.length === 1,
      "an approval of words that grew apart",
    );
  }
};

const newestVerdict = (records: readonly Named[], revision: RecordId) =>
  ofKind(records, "review/1")
    .filter(({ record }) => record.revision === revision)
    .sort((a, b) => (a.record.stamp < b.record.stamp ? -1 : 1))
    .at(-1)?.record.verdict;

/** By what was said of it itself, else of what it comes from, unless it is that very text once more. */
const standsHeld = (id: RecordId, records: readonly Named[]): boolean => {
  const own = newestVerdict(records, id);
  if (own !== undefined) return own === "held-back";
  const notes = ofKind(records, "note/1");
  const at = (wanted: RecordId) => notes.find((note) => note.id === wanted)?.record;
  const { stamp: _s, salt: _t, parents = [], author: _a, ...content } = at(id) ?? {};
  return parents.some((parentId) => {
    const { stamp: _p, salt: _q, parents: _r, author: _b, ...before } = at(parentId) ?? {};
    const isAgain = parents.length === 1 && isDeepStrictEqual(content, before);
    return !isAgain && standsHeld(parentId, records);
  });
};

const ancestorsOf = (
  note: Named<Note>,
  byId: ReadonlyMap<RecordId, Named<Note>>,
): readonly Named<Note>[] =>
  note.record.parents.flatMap((id) => {
    const parent = byId.get(id);
    return parent ? [parent, ...ancestorsOf(parent, byId)] : [];
  });

const withoutErased = (
  notes: readonly Named<Note>[],
  records: readonly Named[],
): readonly Named<Note>[] => {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const erasures = ofKind(records, "erasure/1");
  const comesFrom = (id: RecordId, survivors: readonly RecordId[]): boolean => {
    if (survivors.includes(id)) return true;
    return byId.get(id)?.record.parents.some((parent) => comesFrom(parent, survivors)) ?? false;
  };
  return notes.filter(({ id, record }) =>
    erasures
      .filter((erasure) => erasure.record.noteId === record.noteId)
      .every((erasure) => comesFrom(id, erasure.record.survivors)),
  );
};

/** What a release may hold: the words as they stood, nothing struck, held back or returned. */
export const checkRelease = (release: Named, known: readonly Named[]): void => {
  if (release.record.kind !== "release/1") return;
  const { notes, counts } = release.record;
  const revisions = new Map(ofKind(known, "note/1").map((note) => [note.id, note.record]));
  const reviews = ofKind(known, "review/1");
  demand(
    new Set(notes.map(({ noteId }) => noteId)).size === notes.length,
    "I7: a note twice in a release",
  );
  demand(counts.released === notes.length, "I7: a release that counts otherwise than it holds");
  for (const { revision } of notes) {
    const judged = reviews
      .filter(({ record }) => record.revision === revision)
      .sort((a, b) => (a.record.stamp < b.record.stamp ? -1 : 1))
      .at(-1)?.record.verdict;
    demand(judged !== "returned", "a release holds what was returned");
    demand(!standsHeld(revision, known), "a release holds what was held back");
    demand(revisions.get(revision)?.struck !== true, "a release holds what was struck");
  }
};

/** I5: a tablet lets go only of notes that a release told the desk about, and the desk has that release. */
export const checkRemoval = (
  tablet: SimDevice,
  desks: readonly SimDevice[],
  closings: ReadonlyMap<RecordId, readonly Named[]>,
): void => {
  const releases = desks.flatMap((desk) => ofKind(desk.recordsNow(), "release/1"));
  const told = new Set(
    releases.flatMap(({ id }) => (closings.get(id) ?? []).map((known) => known.id)),
  );
  for (const { id, record } of ofKind(tablet.recordsNow(), "note/1")) {
    const isOwn = record.author.device === tablet.signer.device;
    demand(!isOwn || told.has(id), "I5: a note was removed that no release at the desk knew");
  }
};
