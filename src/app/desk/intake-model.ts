// The intake: look, dry run, then import or not. One thing at a time; between two steps the page draws; and whatever is
// stopped has changed nothing, or nothing by half.
import { type ReadonlySignal, signal } from "@preact/signals";
import { failed, ok, type Result } from "../../base/result.ts";
import type { BoxId, RecordId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { SendError } from "../../sync/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { WriteError } from "../record-writer.ts";
import { setReleasesAside } from "./aside.ts";
import {
  type DryRun,
  gatherFiles,
  groupSetAside,
  type Heap,
  makeDryRun,
  type SetAside,
  toHubHeap,
} from "./intake-dry-run.ts";
import { importExamined } from "./intake-import.ts";
import { type IntakeSum, toLines, toSum } from "./intake-lines.ts";
import { fetchFromHub, type OnStep, type PickedFile, type Stopped } from "./intake-sources.ts";
import { countSealed, listAwaited, type SealedCount } from "./intake-waiting.ts";
import { makeReceipts, type ReceiptError } from "./receipts.ts";

export type IntakeFailure = SendError | StoreError | WriteError | ReceiptError;
export type Work = "reading" | "fetching" | "counting" | "examining" | "importing";

export type IntakeStage =
  | { readonly at: "idle"; readonly wasStopped: boolean }
  /** `total` is unknown while fetching. */
  | {
      readonly at: "working";
      readonly work: Work;
      readonly done: number;
      readonly total?: number;
    }
  | { readonly at: "ready"; readonly dryRun: DryRun }
  | {
      readonly at: "done";
      /** Of what was dealt with: all of it, unless it was stopped. */
      readonly sum: IntakeSum;
      readonly setAside: number;
      readonly wasStopped: boolean;
      /** The releases that came in now: what an undo puts aside. */
      readonly releases: readonly RecordId[];
      readonly undone: boolean;
    };

export interface IntakeModel {
  readonly stage: ReadonlySignal<IntakeStage>;
  readonly failure: ReadonlySignal<IntakeFailure | undefined>;
  /** By session, once the hub was looked at. */
  readonly sealed: ReadonlySignal<ReadonlyMap<BoxId, SealedCount> | undefined>;
  readonly quarantined: ReadonlySignal<readonly SetAside[]>;
  readonly lookAtHub: () => Promise<void>;
  readonly takeFiles: (files: readonly PickedFile[]) => Promise<void>;
  /** The files of a folder are listed first; those that are none of ours are passed over. */
  readonly takeFolder: (list: () => Promise<readonly PickedFile[]>) => Promise<void>;
  /** Examines once more what was set aside, without any file being picked again. */
  readonly tryAgain: () => Promise<void>;
  readonly importAll: () => Promise<void>;
  /** The undo of the import just made, and its redo: its releases are put aside, or read again. */
  readonly setAside: (aside: boolean) => Promise<void>;
  /** Stops the work under way, or puts the dry run away. */
  readonly cancel: () => void;
  readonly readSetAside: () => Promise<void>;
}

type Answer<T> = Result<T, IntakeFailure | Stopped>;

/** The browser draws and hears the person between two tasks; microtasks alone would freeze the page. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));
const drawEveryMs = 24;

export const createIntakeModel = (
  deps: Pick<AppDeps, "env" | "hub" | "keys" | "crypto" | "delivery" | "courier">,
  desk: OpenBox,
): IntakeModel => {
  const stage = signal<IntakeStage>({ at: "idle", wasStopped: false });
  const failure = signal<IntakeFailure | undefined>(undefined);
  const sealed = signal<ReadonlyMap<BoxId, SealedCount> | undefined>(undefined);
  const quarantined = signal<readonly SetAside[]>([]);
  let isStopping = false;
  let drawnAt = 0;

  const stepper = (work: Work, total?: number): OnStep => {
    const tell = (done: number) => {
      stage.value = { at: "working", work, done, ...(total === undefined ? {} : { total }) };
    };
    tell(0);
    return async (done) => {
      tell(done);
      if (deps.env.now() - drawnAt >= drawEveryMs) {
        await nextTask();
        drawnAt = deps.env.now();
      }
      return isStopping ? "stop" : "go-on";
    };
  };

  const giveUp = (error: IntakeFailure | Stopped) => {
    stage.value = { at: "idle", wasStopped: error.type === "stopped" };
    failure.value = error.type === "stopped" ? undefined : error;
  };

  /** The way to a dry run, whatever the source. */
  const look = async (gather: () => Promise<Answer<Heap>>) => {
    if (stage.peek().at === "working") return;
    isStopping = false;
    failure.value = undefined;
    const heap = await gather();
    if (!heap.ok) return giveUp(heap.error);
    const onStep = stepper("examining", heap.value.found.length);
    const dryRun = await makeDryRun(deps, desk, heap.value, onStep);
    if (!dryRun.ok) return giveUp(dryRun.error);
    if (isStopping) return giveUp({ type: "stopped" });
    stage.value = { at: "ready", dryRun: dryRun.value };
  };

  const gatherFromHub = async (): Promise<Answer<Heap>> => {
    const hub = await fetchFromHub(deps, desk, stepper("fetching"));
    if (!hub.ok) return hub;
    const records = await desk.records.readAll();
    if (!records.ok) return records;
    const awaited = listAwaited(records.value);
    const counts = await countSealed(deps, desk, awaited, stepper("counting", awaited.length));
    if (!counts.ok) return counts;
    sealed.value = counts.value;
    return ok(toHubHeap(hub.value));
  };

  const readSetAside = async () => {
    const kept = await desk.envelopes.quarantined();
    const stored = await desk.envelopes.list();
    if (!kept.ok || !stored.ok) {
      failure.value = !kept.ok ? kept.error : stored.ok ? undefined : stored.error;
      return;
    }
    // What came in after all is no longer aside.
    const taken = new Set<string>(stored.value.map(({ digest }) => digest));
    quarantined.value = groupSetAside(kept.value.filter(({ digest }) => !taken.has(digest)));
  };

  return {
    stage,
    failure,
    sealed,
    quarantined,
    readSetAside,
    lookAtHub: () => look(gatherFromHub),
    takeFiles: (files) => look(() => gatherFiles(deps, files, stepper("reading", files.length))),
    takeFolder: (list) =>
      look(async () => {
        stepper("reading");
        const files = await list();
        return isStopping
          ? failed({ type: "stopped" })
          : gatherFiles(deps, files, stepper("reading", files.length));
      }),
    tryAgain: () => look(async () => ok({ found: [], leftOut: [], isRetry: true })),
    importAll: async () => {
      const now = stage.peek();
      if (now.at !== "ready") return;
      isStopping = false;
      const { examined, judged, hub } = now.dryRun;
      const done = await importExamined(desk, examined, hub, stepper("importing", examined.length));
      await readSetAside();
      if (!done.ok) return giveUp(done.error);
      const dealtWith = judged.slice(0, done.value.dealtWith);
      stage.value = {
        at: "done",
        sum: toSum(toLines(dealtWith, [], { released: new Set(), titles: new Map() })),
        setAside: done.value.setAside,
        wasStopped: dealtWith.length < examined.length,
        releases: examined
          .slice(0, done.value.dealtWith)
          .flatMap(({ verdict }) => (verdict.type === "release" ? verdict.opened.records : []))
          .flatMap(({ id, record }) => (record.kind === "release/1" ? [id] : [])),
        undone: false,
      };
      // The import stands already; where the receipts fail, or the page goes, the desk's keeper makes them later.
      const receipted = await makeReceipts(deps, desk);
      if (!receipted.ok) failure.value = receipted.error;
      else if (receipted.value > 0) void deps.courier.sendNow();
    },
    setAside: async (aside) => {
      const now = stage.peek();
      if (now.at !== "done") return;
      const changed = await setReleasesAside(desk, now.releases, aside);
      failure.value = changed.ok ? undefined : changed.error;
      if (changed.ok) stage.value = { ...now, undone: aside };
    },
    cancel: () => {
      if (stage.peek().at === "working") isStopping = true;
      else stage.value = { at: "idle", wasStopped: stage.peek().at === "ready" };
    },
  };
};
