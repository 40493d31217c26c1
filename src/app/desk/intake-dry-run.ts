// From what was found to what importing it would do, told with the desk's own titles.
import { groupBy } from "../../base/group.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards, foldReleases } from "../../domain/desk.ts";
import { ofKind } from "../../domain/record.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { type Examined, examine } from "./intake-examine.ts";
import { rawKept } from "./intake-import.ts";
import {
  bringsAnything,
  type IntakeLine,
  type IntakeSum,
  type Judged,
  type LeftOut,
  type Source,
  toLines,
  toSum,
} from "./intake-lines.ts";
import {
  type Found,
  type HubFound,
  type OnStep,
  type PickedFile,
  readFile,
  type Stopped,
} from "./intake-sources.ts";

/** Everything gathered in one look, with where each came from. */
export type Heap = {
  readonly found: readonly (Found & { readonly source: Source })[];
  readonly leftOut: readonly LeftOut[];
  /** Files of a chosen folder that are none of ours. */
  readonly passedOver?: number;
  /** Everything that was set aside is tried again, whatever the reason. */
  readonly isRetry?: boolean;
  readonly hub?: HubFound;
};

export type DryRun = {
  readonly lines: readonly IntakeLine[];
  readonly sum: IntakeSum;
  /** Importing would add something to the desk; otherwise it could only set something aside. */
  readonly bringsAnything: boolean;
  readonly setsAside: boolean;
  readonly examined: readonly Examined[];
  readonly judged: readonly Judged[];
  readonly passedOver: number;
  /** Of a retry: what still does not open, for the same reason. */
  readonly stillAside: number;
  readonly hub?: HubFound;
};

/** Several picked files as one heap: each whole, or refused by itself. */
export const gatherFiles = async (
  deps: Pick<AppDeps, "crypto">,
  files: readonly PickedFile[],
  onStep: OnStep,
): Promise<Result<Heap, Stopped>> => {
  const found: Heap["found"][number][] = [];
  const leftOut: LeftOut[] = [];
  let passedOver = 0;
  for (const [at, file] of files.entries()) {
    const source = { file: file.name };
    const read = await readFile(deps, file);
    if (!read) passedOver += 1;
    else if (read.ok) found.push(...read.value.map((each) => ({ ...each, source })));
    else leftOut.push({ source, error: read.error.type, deliveries: 1 });
    if ((await onStep(at + 1)) === "stop") return failed({ type: "stopped" });
  }
  return ok({ found, leftOut, passedOver });
};

export const toHubHeap = (hub: HubFound): Heap => ({
  found: hub.found.map((each) => ({ ...each, source: {} })),
  leftOut: [
    { source: {}, error: "oversized" as const, deliveries: hub.oversized },
    { source: {}, error: "mangled" as const, deliveries: hub.mangled },
  ].filter(({ deliveries }) => deliveries > 0),
  hub,
});

/** Examines a heap and says it in lines. Writes nothing. What was set aside earlier and opens now comes along. */
export const makeDryRun = async (
  deps: Pick<AppDeps, "keys" | "crypto">,
  desk: OpenBox,
  { found: fresh, leftOut, passedOver = 0, isRetry = false, hub }: Heap,
  onStep: OnStep,
): Promise<Result<DryRun, StoreError | Stopped>> => {
  const again = await readSetAside(
    desk,
    new Set(fresh.map(({ digest }) => digest)),
    isRetry ? (reason) => reason !== rawKept : (reason) => mayOpenNow.has(reason),
  );
  if (!again.ok) return again;
  const all = [...fresh, ...again.value];
  const looked = await examine(deps, desk, all, onStep);
  if (!looked.ok) return looked;
  const known = await readKnown(desk);
  if (!known.ok) return known;
  const opensNow = looked.value.map(
    ({ verdict, wasAside }, at) =>
      at < fresh.length ||
      verdict.type !== "refused" ||
      (isRetry && verdict.error.type !== wasAside),
  );
  const found = all.filter((_, at) => opensNow[at]);
  const examined = ok(looked.value.filter((_, at) => opensNow[at]));
  const judged = toJudged(found, examined.value, known.value.titleOfDigest);
  const lines = toLines(judged, leftOut, known.value);
  const sum = toSum(lines);
  return ok({
    ...{ lines, sum, judged, examined: examined.value },
    bringsAnything: bringsAnything(sum),
    setsAside: examined.value.some(
      ({ verdict, wasAside }) =>
        verdict.type === "refused" || (verdict.type === "session" && wasAside !== undefined),
    ),
    passedOver,
    stillAside: isRetry ? all.length - found.length : 0,
    ...(hub ? { hub } : {}),
  });
};

const mayOpenNow = new Set(["card-unknown", "card-void", "newer-version", "record-newer"]);

/** What was set aside for a reason that may have passed: a card has come, was restored, or the app is newer. */
const readSetAside = async (
  desk: OpenBox,
  inHeap: ReadonlySet<string>,
  isWanted: (reason: string) => boolean,
): Promise<Result<Heap["found"], StoreError>> => {
  const kept = await desk.envelopes.quarantined();
  if (!kept.ok) return kept;
  const stored = await desk.envelopes.list();
  if (!stored.ok) return stored;
  const done = new Set<string>([...inHeap, ...stored.value.map(({ digest }) => digest)]);
  const found: Heap["found"][number][] = [];
  for (const { digest, reason } of kept.value) {
    if (done.has(digest) || !isWanted(reason)) continue;
    const bytes = await desk.envelopes.readQuarantined(digest);
    if (!bytes.ok) return bytes;
    if (bytes.value) {
      const source = { aside: true } as const;
      found.push({ digest, box: undefined, bytes: bytes.value, wasAside: reason, source });
    }
  }
  return ok(found);
};

const readKnown = async (desk: OpenBox) => {
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const stored = await desk.envelopes.list();
  if (!stored.ok) return stored;
  const releases = ofKind(records.value, "release/1");
  const titleOfRelease = new Map(releases.map(({ id, record }) => [id, record.title]));
  const titled = stored.value.flatMap(
    ({ digest, release }): readonly (readonly [string, string])[] => {
      const title = release && titleOfRelease.get(release);
      return title === undefined ? [] : [[digest, title]];
    },
  );
  return ok({
    released: new Set(foldReleases(records.value).map(({ session }) => session)),
    titles: new Map<string, string>(
      foldCards(records.value).map(({ session, fields }) => [session, fields.title]),
    ),
    titleOfDigest: new Map(titled),
  });
};

const toJudged = (
  found: Heap["found"],
  examined: readonly Examined[],
  titleOfDigest: ReadonlyMap<string, string>,
): readonly Judged[] => {
  const titleSoFar = new Map(titleOfDigest);
  const seen = new Set<string>();
  return examined.map(({ digest, verdict }, at) => {
    const isRepeat = seen.has(digest);
    seen.add(digest);
    if (verdict.type === "release") titleSoFar.set(digest, verdict.release.record.title);
    if (verdict.type === "session") titleSoFar.set(digest, verdict.title);
    return { source: found[at]?.source ?? {}, verdict, isRepeat, title: titleSoFar.get(digest) };
  });
};

export type SetAside = {
  readonly reason: string;
  readonly deliveries: number;
  readonly size: number;
};

/** What lies in quarantine, one entry a reason. */
export const groupSetAside = (
  kept: readonly { readonly reason: string; readonly size: number }[],
): readonly SetAside[] =>
  [...groupBy(kept, ({ reason }) => reason)].map(([reason, all]) => ({
    reason,
    deliveries: all.length,
    size: all.reduce((sum, { size }) => sum + size, 0),
  }));
