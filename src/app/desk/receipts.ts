// The desk's word that a release is in: a record in the session's own box, so that it reaches every tablet of the session
// by hub or by file, and twelve characters of it by telephone. Only a receipt lets a tablet remove what it holds.
import { parseBase64Url, parseHex } from "../../base/bytes.ts";
import { groupBy } from "../../base/group.ts";
import { ok, type Result } from "../../base/result.ts";
import { type CardView, foldCards, foldReleases, isMadeHere } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import { type Named, ofKind, type RecordError } from "../../domain/record.ts";
import type { BoxId, Digest, RecordId } from "../../domain/schema.ts";
import type { EnvelopeInfo, StoreError } from "../../storage/ports.ts";
import type { BundleTooLarge } from "../../sync/bundle.ts";
import { cutParts } from "../../sync/cut.ts";
import type { CutTarget } from "../../sync/store-ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { createCutPile } from "./cut-pile.ts";
import { toCircle } from "./session-circle.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "delivery">;
export type ReceiptError = StoreError | RecordError | BundleTooLarge;

type Arrived = {
  readonly release: Named<Release>;
  readonly envelope: Digest;
  readonly card: CardView;
};

/** Releases that came from a table, each with the envelope it came in and the card it came by. */
const listArrived = (
  records: readonly Named[],
  envelopes: readonly EnvelopeInfo[],
): readonly Arrived[] => {
  const cards = new Map(foldCards(records).map((card) => [card.session, card]));
  const envelopeOf = new Map<RecordId, Digest>();
  for (const { release, digest } of envelopes) if (release) envelopeOf.set(release, digest);
  return ofKind(records, "release/1").flatMap((release) => {
    const envelope = envelopeOf.get(release.id);
    const card = cards.get(release.record.session);
    // Rescued or chosen, it was made here: no tablet has handed it over, so none may remove anything for it.
    if (!envelope || !card || isMadeHere(release)) return [];
    return [{ release, envelope, card }];
  });
};

const readDesk = async (desk: OpenBox) => {
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const envelopes = await desk.envelopes.list();
  return envelopes.ok ? ok({ records: records.value, envelopes: envelopes.value }) : envelopes;
};

/** Writes what is not receipted yet. Doing it again, or in two windows at once, writes nothing more. */
export const makeReceipts = (deps: Deps, desk: OpenBox): Promise<Result<number, ReceiptError>> =>
  deps.delivery.exclusively(desk.box, async () => {
    const known = await readDesk(desk);
    if (!known.ok) return known;
    const { records, envelopes } = known.value;
    const receipted = new Set(ofKind(records, "receipt/1").map(({ record }) => record.envelope));
    const missing = listArrived(records, envelopes).filter(
      ({ envelope }) => !receipted.has(envelope),
    );
    const pile = createCutPile(desk, envelopes);
    for (const [session, arrived] of groupBy(missing, ({ card }) => card.session)) {
      const made = await receiptSession(deps, desk, session, arrived, pile.target);
      if (!made.ok) return made;
    }
    const stored = await pile.flush();
    return stored.ok ? ok(missing.length) : stored;
  });

const receiptSession = async (
  deps: Deps,
  desk: OpenBox,
  session: BoxId,
  arrived: readonly Arrived[],
  envelopes: CutTarget,
): Promise<Result<number, ReceiptError>> => {
  const root = parseBase64Url(arrived[0]?.card.fields.rootKey ?? "");
  if (!root) return ok(0);
  const receivedAt = new Date(deps.env.now()).toISOString();
  const prepared = await desk.writer.prepare(
    arrived.map(({ release, envelope }) => ({
      kind: "receipt/1",
      box: session,
      parents: [],
      release: release.id,
      envelope,
      notes: release.record.notes.length,
      receivedAt,
    })),
  );
  if (!prepared.ok) return prepared;
  const place = await toCircle(deps, desk, root);
  return cutParts({ ...place, envelopes }, { box: session }, prepared.value, () => true);
};

export type ReceiptLine = {
  readonly session: BoxId;
  readonly title: string;
  readonly notes: number;
  /** When the receipt was written, ISO 8601; absent where that failed and will be tried again. */
  readonly receivedAt?: string;
  /** Twelve characters without hyphens. */
  readonly code: string;
};

/** The receipts of what stands: one line for each release that no other replaces. */
export const listReceipts = async (
  deps: Pick<Deps, "keys">,
  desk: OpenBox,
): Promise<Result<readonly ReceiptLine[], StoreError>> => {
  const known = await readDesk(desk);
  if (!known.ok) return known;
  const { records, envelopes } = known.value;
  // What stands by a choice made here stands on what was handed over.
  const standing = new Set(
    foldReleases(records).flatMap(({ heads }) =>
      heads.flatMap((head) => (isMadeHere(head) ? head.record.parents : [head.id])),
    ),
  );
  const writtenAt = new Map(
    ofKind(records, "receipt/1").map(({ record }) => [record.envelope, record.receivedAt]),
  );
  const lines: ReceiptLine[] = [];
  for (const { release, envelope, card } of listArrived(records, envelopes)) {
    const root = parseBase64Url(card.fields.rootKey);
    const digest = parseHex(envelope);
    if (!root || !digest || !standing.has(release.id)) continue;
    const { enrol } = await deps.keys.deriveBoxKeys(root);
    const receivedAt = writtenAt.get(envelope);
    lines.push({
      session: card.session,
      title: card.fields.title,
      notes: release.record.notes.length,
      code: await deps.keys.makeReceiptCode(enrol, digest),
      ...(receivedAt === undefined ? {} : { receivedAt }),
    });
  }
  return ok(lines);
};

export type ReceiptFile = {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sessions: number;
};

/** One file for the tablets of all these sessions: each takes out what is its own. Undefined where there is nothing. */
export const makeReceiptFile = async (
  deps: Pick<Deps, "env">,
  desk: OpenBox,
): Promise<Result<ReceiptFile | undefined, StoreError>> => {
  const known = await readDesk(desk);
  if (!known.ok) return known;
  const receipts = new Set<RecordId>(ofKind(known.value.records, "receipt/1").map(({ id }) => id));
  const entries = [];
  for (const { digest, box, records } of known.value.envelopes) {
    if (!records.some((id) => receipts.has(id))) continue;
    const bytes = await desk.envelopes.read(digest);
    if (!bytes.ok) return bytes;
    if (bytes.value) entries.push({ box, digest, bytes: bytes.value });
  }
  if (entries.length === 0) return ok(undefined);
  const { makeHandOverFile } = await import("../../sync/hand-over-file.ts");
  const day = new Date(deps.env.now()).toISOString().slice(0, 10);
  return ok({
    name: `kuuluu-receipts-${day}.kuuluu`,
    bytes: makeHandOverFile(entries),
    sessions: new Set(entries.map(({ box }) => box)).size,
  });
};
