// The hub's copies of what was said at a table, once their time is up. Only deliveries whose every record a receipted
// release answers for may go; the tablet's receipts, the plans and whatever is not answered for stay.
import { parseBase64Url } from "../../base/bytes.ts";
import { ok, type Result } from "../../base/result.ts";
import { foldCards } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import { type BoxId, Digest, type EntityId } from "../../domain/schema.ts";
import type { SendError } from "../../sync/ports.ts";
import { type Opened, openEnvelope } from "../../sync/receive.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { BoxKeys } from "../ports.ts";
import { listRoundTimes } from "./retention.ts";
import type { RemovalError } from "./round-removal.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "hub">;
/** A release and the device that made it. */
type Answer = { readonly release: Named<Release>; readonly device: string };

/** Erases what may go of one round, if its time on the hub is up. Resolves to the number of deliveries that went. */
export const clearHub = async (
  deps: Deps,
  desk: OpenBox,
  roundId: EntityId,
): Promise<Result<number, RemovalError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const envelopes = await desk.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const nowMs = deps.env.now();
  const round = listRoundTimes(known.value, nowMs).find((each) => each.roundId === roundId);
  if (round?.hub.state !== "due" || !desk.facts().hasHub) return ok(0);

  const receipted = new Set(ofKind(known.value, "receipt/1").map(({ record }) => record.release));
  const deviceOf = new Map(
    envelopes.value.flatMap(({ release, device }) => (release ? [[release, device] as const] : [])),
  );
  const ours = new Set<string>(envelopes.value.map(({ digest }) => digest));
  const erased: Digest[] = [];
  let sessions = 0;
  for (const { session, fields } of foldCards(known.value)) {
    const root = parseBase64Url(fields.rootKey);
    // A dead card's box answers to nobody any more.
    if (fields.roundId !== roundId || fields.state !== "live" || !root) continue;
    const answers = ofKind(known.value, "release/1").flatMap((release): readonly Answer[] => {
      const device = deviceOf.get(release.id);
      const isOurs = release.record.session === session && receipted.has(release.id);
      return isOurs && device !== undefined ? [{ release, device }] : [];
    });
    if (answers.length === 0) continue;
    const keys = await deps.keys.deriveBoxKeys(root);
    const gone = await clearSession(deps, session, keys, answers, ours);
    if (!gone.ok) return gone;
    erased.push(...gone.value);
    if (gone.value.length > 0) sessions += 1;
  }
  if (erased.length === 0) return ok(0);
  // After the deed: what the hub was asked to erase twice it has erased once.
  const written = await desk.writer.write([
    {
      ...{ kind: "removal/1", parents: [], roundId, from: "hub", rule: "hub-time" },
      due: new Date(round.hub.due).toISOString(),
      removedAt: new Date(nowMs).toISOString(),
      ...{ sessions, notes: 0, envelopes: erased },
    },
  ]);
  return written.ok ? ok(erased.length) : written;
};

const clearSession = async (
  { hub, crypto }: Deps,
  session: BoxId,
  keys: BoxKeys,
  answers: readonly Answer[],
  ours: ReadonlySet<string>,
): Promise<Result<readonly Digest[], SendError>> => {
  const erased: Digest[] = [];
  const { read } = keys.tokens;
  for (let after: string | undefined; ; ) {
    const page = await hub.list(session, read, after);
    if (!page.ok) return page.error.type === "hub-not-found" ? ok(erased) : page;
    for (const { digest } of page.value.items) {
      if (ours.has(digest)) continue; // The desk's own plan and receipts.
      const bytes = await hub.get(session, read, digest);
      if (!bytes.ok) continue; // Gone, or not what it says: then it is not ours to judge.
      const opened = await openEnvelope(bytes.value, {
        bundleCrypto: crypto,
        identities: [keys.identity],
        cardFor: (box) => (box === session ? { enrol: keys.enrol, state: "live" } : undefined),
      });
      if (!opened.ok || !answers.some((answer) => answersFor(answer, opened.value))) continue;
      const gone = await hub.erase(session, read, digest);
      if (!gone.ok && gone.error.type !== "hub-erased") return gone;
      erased.push(Digest.parse(digest));
    }
    const { next } = page.value;
    if (next === null || next === after) return ok(erased);
    after = next;
  }
};

/** The release's maker knew these records, or the release shows each of their notes as it stands here. */
const answersFor = ({ release, device }: Answer, { header, records }: Opened): boolean => {
  const shown = new Set<string>(release.record.notes.map(({ revision }) => revision));
  return records.every(({ id, record }) => {
    const isEarlier = record.stamp <= release.record.stamp;
    if (header.device === device && isEarlier) return true;
    return record.kind === "note/1" ? shown.has(id) : isEarlier;
  });
};
