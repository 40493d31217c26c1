// From what was found to what importing it would do, told with the desk's own titles.
import { groupBy } from "../../base/group.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards, foldReleases } from "../../domain/desk.ts";
import { ofKind } from "../../domain/record.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { type Examined, examine } from "./intake-examine.ts";
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
  readFiles,
  type Stopped,
} from "./intake-sources.ts";

/** Everything gathered in one look, with where each came from. */
export type Heap = {
  readonly found: readonly (Found & { readonly source: Source })[];
  readonly leftOut: readonly LeftOut[];
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
  for (const [at, file] of files.entries()) {
    const source = { file: file.name };
    for (const read of await readFiles(deps, [file])) {
      if (read.found.ok) found.push(...read.found.value.map((each) => ({ ...each, source })));
      else leftOut.push({ source, error: read.found.error.type, deliveries: 1 });
    }
    if ((await onStep(at + 1)) === "stop") return failed({ type: "stopped" });
  }
  return ok({ found, leftOut });
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
  { found: fresh, leftOut, hub }: Heap,
  onStep: OnStep,
): Promise<Result<DryRun, StoreError | Stopped>> => {
  const again = await readSetAside(desk, new Set(fresh.map(({ digest }) => digest)));
  if (!again.ok) return again;
  const all = [...fresh, ...again.value];
  const looked = await examine(deps, desk, all, onStep);
  if (!looked.ok) return looked;
  const known = await readKnown(desk);
  if (!known.ok) return known;
  const opensNow = looked.value.map(
    ({ verdict }, at) => at < fresh.length || verdict.type !== "refused",
  );
  const found = all.filter((_, at) => opensNow[at]);
  const examined = ok(looked.value.filter((_, at) => opensNow[at]));
  const judged = toJudged(found, examined.value, known.value.titleOfDigest);
  const lines = toLines(judged, leftOut, known.value);
  const sum = toSum(lines);
  return ok({
    ...{ lines, sum, judged, examined: examined.value },
    bringsAnything: bringsAnything(sum),
    setsAside: judged.some(({ verdict }) => verdict.type === "refused"),
    ...(hub ? { hub } : {}),
  });
};

const mayOpenNow = new Set(["card-unknown", "card-void", "newer-version", "record-newer"]);

/** What was set aside for a reason that may have passed: a card has come, was restored, or the app is newer. */
const readSetAside = async (
  desk: OpenBox,
  inHeap: ReadonlySet<string>,
): Promise<Result<Heap["found"], StoreError>> => {
  const kept = await desk.envelopes.quarantined();
  if (!kept.ok) return kept;
  const stored = await desk.envelopes.list();
  if (!stored.ok) return stored;
  const done = new Set<string>([...inHeap, ...stored.value.map(({ digest }) => digest)]);
  const found: Heap["found"][number][] = [];
  for (const { digest, reason } of kept.value) {
    if (done.has(digest) || !mayOpenNow.has(reason)) continue;
    const bytes = await desk.envelopes.readQuarantined(digest);
    if (!bytes.ok) return bytes;
    if (bytes.value) {
      found.push({ digest, box: desk.box, bytes: bytes.value, source: { aside: true } });
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
