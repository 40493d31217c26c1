// "Leave that out": an erasure is written first, then everything that held the text goes. Whoever is interrupted half-way
// goes on at the next carrying, and whoever learns of somebody else's erasure does the same.
import { ok, type Result } from "../base/result.ts";
import { findDoomed, listErasedEnvelopes } from "../domain/doomed.ts";
import { withoutErased } from "../domain/erasures.ts";
import { findLosing } from "../domain/held-back.ts";
import { type Named, ofKind, type RecordOf } from "../domain/record.ts";
import type { Digest, EntityId, RecordId } from "../domain/schema.ts";
import type { EnvelopeInfo } from "../storage/ports.ts";
import { cutParts } from "../sync/cut.ts";
import { type ClosingError, remakeRelease } from "./closing.ts";
import { type DeliveryDeps, toCutDeps } from "./delivery.ts";
import type { OpenBox } from "./open-box.ts";
import type { RecordDraft, WriteError } from "./record-writer.ts";
import { forgetUnheard } from "./session/known-words.ts";

export type EraseDeps = Pick<DeliveryDeps, "env" | "keys" | "crypto" | "device" | "exclusively">;
export type EraseError = WriteError | ClosingError;
type Erasure = Named<RecordOf<"erasure/1">>;

/**
 * Erases a note with all its history, or, with `survivors`, everything of it that is neither one of them nor comes from
 * one. Resolves when nothing of it lies on this device any more; the hub follows at the next carrying.
 */
export const eraseNote = async (
  deps: EraseDeps,
  box: OpenBox,
  noteId: EntityId,
  survivors: readonly RecordId[] = [],
): Promise<Result<void, EraseError>> => {
  const written = await box.writer.write([
    { kind: "erasure/1", parents: [], noteId, survivors, envelopes: [] },
  ]);
  return written.ok ? applyErasures(deps, box) : written;
};

/** Does what the box's erasures say and is not done yet. Without any it costs a look at the records. */
export const applyErasures = async (
  deps: EraseDeps,
  box: OpenBox,
): Promise<Result<void, EraseError>> => {
  const marked = await deps.exclusively(box.box, () => markAll(box));
  if (!marked.ok) return marked;
  if (!marked.value) return ok(undefined);
  const { going, doomed } = marked.value;
  const cut = await deps.exclusively(box.box, () => cutSurvivors(deps, box, going, doomed));
  if (!cut.ok) return cut;
  // It shows the erased words to the desk until another takes its place.
  if (going.some(({ release }) => release !== undefined)) {
    const made = await remakeRelease(deps, box);
    if (!made.ok) return made;
  }
  const gone = await deps.exclusively(box.box, () =>
    box.envelopes.remove(
      going.map(({ digest }) => digest),
      doomed.map(({ id }) => id),
    ),
  );
  if (!gone.ok) return gone;
  const left = await box.records.readAll();
  if (!left.ok) return left;
  const texts = withoutErased(left.value).flatMap(({ record }) => [
    record.text,
    record.translation?.text ?? "",
  ]);
  const unheard = await forgetUnheard(box, texts);
  if (!unheard.ok) return unheard;
  return box.updateFacts({ erasures: ofKind(left.value, "erasure/1").map(({ id }) => id) });
};

type Marked = { readonly going: readonly EnvelopeInfo[]; readonly doomed: readonly Named[] };

/**
 * What is to go, or undefined where all is done. What no erasure names yet is named in a further one, so that the other
 * devices, the hub and the desk learn of it: texts that came late, and releases made here before this device knew.
 */
const markAll = async (box: OpenBox): Promise<Result<Marked | undefined, EraseError>> => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const erasures = ofKind(records.value, "erasure/1");
  if (erasures.length === 0) return ok(undefined);
  const envelopes = await box.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const doomed = findDoomed(records.value);
  const ids = new Set(doomed.map(({ id }) => id));
  const known = new Set(listErasedEnvelopes(records.value));
  const isNew = hasNew(erasures, box.facts().erasures ?? []);
  const going = envelopes.value.filter(
    ({ digest, records: inside, release }) =>
      known.has(digest) || (release ? isNew : inside.some((id) => ids.has(id))),
  );
  if (going.length === 0 && doomed.length === 0 && !isNew) return ok(undefined);
  const drafts = toFurther(
    erasures,
    doomed,
    going.map(({ digest }) => digest).filter((digest) => !known.has(digest)),
  );
  // What stands held back by what goes now is held back by a judgement of its own, in the same breath.
  for (const { note, source } of findLosing(records.value, ids)) {
    const { remark, author } = source.record;
    const review: RecordDraft = {
      ...{ kind: "review/1", parents: [], verdict: "held-back", ...(remark && { remark }) },
      ...{ noteId: note.record.noteId, revision: note.id },
    };
    const kept = await box.writer.write([review], { as: author.role });
    if (!kept.ok) return kept;
  }
  const written = await box.writer.write(drafts);
  return written.ok ? ok({ going, doomed }) : written;
};

/** What an erasure lets live; a further one that only names more says nothing new. */
const meaningOf = ({ record }: Erasure): string =>
  [record.noteId, ...[...record.survivors].sort()].join();

const hasNew = (erasures: readonly Erasure[], applied: readonly RecordId[]): boolean => {
  const done = new Set(erasures.filter(({ id }) => applied.includes(id)).map(meaningOf));
  return erasures.some((erasure) => !done.has(meaningOf(erasure)));
};

/** As many as one record names. */
const limit = 1_000;

const toFurther = (
  erasures: readonly Erasure[],
  doomed: readonly Named[],
  envelopes: readonly Digest[],
): readonly RecordDraft[] => {
  const named = new Set(erasures.flatMap(({ record }) => record.erased ?? []));
  const late = doomed.filter(({ id }) => !named.has(id));
  const further = (like: Erasure, part: Partial<Erasure["record"]>): RecordDraft => ({
    ...{ kind: "erasure/1", parents: [], envelopes: [], ...part },
    ...{ noteId: like.record.noteId, survivors: like.record.survivors },
  });
  const drafts: RecordDraft[] = [];
  for (const like of new Map(erasures.map((one) => [one.record.noteId, one])).values()) {
    const ids = late.flatMap(({ id, record }) =>
      "noteId" in record && record.noteId === like.record.noteId ? [id] : [],
    );
    for (let at = 0; at < ids.length; at += limit) {
      drafts.push(further(like, { erased: ids.slice(at, at + limit) }));
    }
  }
  for (let at = 0; at < envelopes.length && erasures[0]; at += limit) {
    drafts.push(further(erasures[0], { envelopes: envelopes.slice(at, at + limit) }));
  }
  return drafts;
};

/** What else lay in the envelopes that go is bundled anew. */
const cutSurvivors = async (
  deps: EraseDeps,
  box: OpenBox,
  going: readonly EnvelopeInfo[],
  doomed: readonly Named[],
) => {
  const records = await box.records.readAll();
  if (!records.ok) return records;
  const envelopes = await box.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const leaving = new Set(going.map(({ digest }) => digest));
  const staying = new Set(
    envelopes.value.flatMap((one) => (leaving.has(one.digest) ? [] : one.records)),
  );
  const gone = new Set(doomed.map(({ id }) => id));
  const inside = new Set(going.flatMap((one) => one.records));
  const orphans = records.value.filter(
    ({ id }) => inside.has(id) && !staying.has(id) && !gone.has(id),
  );
  return cutParts(toCutDeps(deps, box), { box: box.box }, orphans);
};
