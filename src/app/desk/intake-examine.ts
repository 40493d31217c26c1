// The dry run: what each envelope is and what importing it would do. Nothing is written. Raw session bundles are
// counted, never read: before a release the desk shows counts, not text.
import { parseBase64Url } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards, foldReleases } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import { type Named, ofKind } from "../../domain/record.ts";
import type { BoxId, RecordId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import {
  type CardState,
  type Opened,
  openEnvelope,
  type ReceiveError,
} from "../../sync/receive.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { BoxKeys } from "../ports.ts";
import { isForgotten, listForgotten, namesIn } from "./forgetting.ts";
import type { Found, OnStep, Stopped } from "./intake-sources.ts";
import { listRemoved } from "./removals.ts";

/** How a release stands to what the desk has of that session. */
export type Relation =
  /** First of its session. */
  | "new"
  /** Its maker knew the release the desk has: it takes its place. */
  | "newer"
  /** A release that one at the desk has replaced already. */
  | "older"
  /** Neither knew the other: both stay until the coordinator chooses. */
  | "rival";

type ReleaseVerdict = {
  readonly type: "release";
  readonly release: Named<Release>;
  readonly relation: Relation;
  /** Notes whose revision the desk does not have in its current release of that session. */
  readonly changed: number;
  readonly opened: Opened;
};

export type Examined = Found & {
  readonly verdict:
    | { readonly type: "known" }
    | ReleaseVerdict
    /** Raw notes of a session, as rescue or on the way to a facilitator. Stay sealed. */
    | {
        readonly type: "session";
        readonly session: BoxId;
        readonly title: string;
        readonly records: number;
      }
    /** Another coordinator's work at this desk. */
    | { readonly type: "desk"; readonly records: number; readonly opened: Opened }
    | { readonly type: "refused"; readonly error: ReceiveError };
};

type Circle = {
  readonly keys: BoxKeys;
  readonly title: string;
  readonly state: CardState["state"];
};

/** The cards of these records with their keys; each key is derived once, however often cards come along. */
const createCircleReader = (deps: Pick<AppDeps, "keys">) => {
  const keysByRoot = new Map<string, BoxKeys>();
  return async (records: readonly Named[]): Promise<ReadonlyMap<string, Circle>> => {
    const circles = new Map<string, Circle>();
    for (const { session, fields } of foldCards(records)) {
      const root = parseBase64Url(fields.rootKey);
      if (!root) continue;
      const keys = keysByRoot.get(fields.rootKey) ?? (await deps.keys.deriveBoxKeys(root));
      keysByRoot.set(fields.rootKey, keys);
      circles.set(session, { keys, title: fields.title, state: fields.state });
    }
    return circles;
  };
};

/** Releases by session, and what is named as a parent: grows with the heap, so that each release costs itself alone. */
const createReleaseWorld = (records: readonly Named[]) => {
  const bySession = new Map<BoxId, Named<Release>[]>();
  const replaced = new Set<RecordId>();
  const add = (release: Named<Release>) => {
    const { session, parents } = release.record;
    bySession.set(session, [...(bySession.get(session) ?? []), release]);
    for (const parent of parents) replaced.add(parent);
  };
  for (const release of ofKind(records, "release/1")) add(release);
  return {
    add,
    relate: (release: Named<Release>): Pick<ReleaseVerdict, "relation" | "changed"> => {
      const [mine] = foldReleases(bySession.get(release.record.session) ?? []);
      const had = new Set(mine?.current.record.notes.map(({ revision }) => revision));
      const changed = release.record.notes.filter(({ revision }) => !had.has(revision)).length;
      const isNewer = mine?.heads.some(({ id }) => release.record.parents.includes(id));
      if (!mine) return { changed, relation: "new" };
      if (replaced.has(release.id)) return { changed, relation: "older" };
      return { changed, relation: isNewer ? "newer" : "rival" };
    },
  };
};

/**
 * Examines in the order given; a release in the same heap counts as there for those after it. What waits for a card that
 * comes later in the heap is examined once more at the end. Never throws.
 */
export const examine = async (
  deps: Pick<AppDeps, "keys" | "crypto">,
  desk: OpenBox,
  found: readonly Found[],
  onStep: OnStep = () => undefined,
): Promise<Result<readonly Examined[], StoreError | Stopped>> => {
  const stored = await desk.envelopes.list();
  if (!stored.ok) return stored;
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  // What was removed when its time was up has been here once, and does not come back.
  const known = new Set<string>([
    ...stored.value.map(({ digest }) => digest),
    ...listRemoved(records.value, desk.box),
  ]);
  const readCircles = createCircleReader(deps);
  const before = await readCircles(records.value);
  let circles = before;
  const cardFor = (box: string, sessionBox: string | undefined): CardState | undefined => {
    if (box === desk.box && sessionBox === undefined) {
      return { enrol: desk.keys.enrol, state: "live" };
    }
    const circle = circles.get(sessionBox ?? box);
    return circle && { enrol: circle.keys.enrol, state: circle.state };
  };

  const ofDesk = [...records.value];
  const releases = createReleaseWorld(ofDesk);
  const forgotten = new Set(listForgotten(ofDesk));
  const judge = async ({ box, digest, bytes }: Found): Promise<Examined["verdict"]> => {
    // Where nobody says whose it is, every card's key is tried.
    const named = box === undefined ? [...circles.values()] : [circles.get(box) ?? []].flat();
    const identities = [desk.keys.identity, ...named.map(({ keys }) => keys.identity)];
    const recipients = [desk.keys.recipient, ...named.map(({ keys }) => keys.recipient)];
    const receive = { bundleCrypto: deps.crypto, identities, recipients, cardFor };
    const opened = await openEnvelope(bytes, receive);
    if (!opened.ok) return { type: "refused", error: opened.error };
    const { header, records: brought } = opened.value;
    const session = circles.get(header.box);
    if (isForgotten(forgotten, header.sessionBox ?? header.box, digest)) return { type: "known" };
    if (session) {
      const title = session.title;
      return { type: "session", session: session.keys.box, title, records: header.records };
    }
    const [release] = ofKind(brought, "release/1");
    if (header.sessionBox === undefined || !release) {
      ofDesk.push(...brought);
      for (const each of ofKind(brought, "release/1")) releases.add(each);
      if (ofKind(brought, "card/1").length > 0) circles = await readCircles(ofDesk);
      return { type: "desk", records: brought.length, opened: opened.value };
    }
    const verdict = {
      type: "release" as const,
      release,
      ...releases.relate(release),
      opened: opened.value,
    };
    releases.add(release);
    for (const name of namesIn(release.record)) forgotten.add(name);
    return verdict;
  };

  const examined: Examined[] = [];
  for (const each of found) {
    const isKnown = known.has(each.digest);
    known.add(each.digest);
    examined.push({ ...each, verdict: isKnown ? { type: "known" } : await judge(each) });
    if ((await onStep(examined.length)) === "stop") return failed({ type: "stopped" });
  }
  for (const [at, { verdict, ...each }] of examined.entries()) {
    const { box } = each;
    const cameAlong =
      box === undefined ? circles.size > before.size : circles.has(box) && !before.has(box);
    if (!waitedForCard(verdict, cameAlong)) continue;
    examined[at] = { ...each, verdict: await judge(each) };
  }
  return ok(examined);
};

/** A session's own envelope needs its card's key even to be opened. */
const waitedForCard = (verdict: Examined["verdict"], cameAlong: boolean): boolean =>
  verdict.type === "refused" &&
  (verdict.error.type === "card-unknown" || (verdict.error.type === "not-for-us" && cameAlong));
