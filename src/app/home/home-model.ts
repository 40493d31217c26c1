// The sessions of this device. A locked one shows only when it came and what has left it; the open one its title too.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { foldNotes } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { StoredBox, StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import { type Dispatch, type Parcels, toDispatch } from "../session/dispatch.ts";
import { sessionFieldsOf } from "../session-plan.ts";

export type HomeSession = {
  readonly box: BoxId;
  readonly addedAt: string;
  /** Undefined until its envelopes are read. */
  readonly dispatch: Dispatch | undefined;
  /** Only of the session that is open now. */
  readonly open?: {
    readonly title: string | undefined;
    readonly notes: number;
    readonly hasBegun: boolean;
  };
};

export type HomeModel = {
  readonly state: ReadonlySignal<"loading" | "ready">;
  /** The open session first, then the newest. */
  readonly sessions: ReadonlySignal<readonly HomeSession[]>;
  readonly hasDesk: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<StoreError | undefined>;
  readonly stop: () => void;
};

export const createHomeModel = (
  deps: Pick<AppDeps, "device" | "workspace" | "delivery">,
): HomeModel => {
  const boxes = signal<readonly StoredBox[]>();
  const parcels = signal<ReadonlyMap<BoxId, Parcels>>(new Map());
  const records = signal<readonly Named[]>([]);
  const failure = signal<StoreError>();
  const outboxes = new Map<BoxId, () => void>();

  const watchOutbox = (box: BoxId) =>
    deps.delivery.outboxOf(box).watch((answer) => {
      if (answer.ok) parcels.value = new Map([...parcels.value, [box, answer.value]]);
      else failure.value = answer.error;
    });

  const stopBoxes = deps.device.watchBoxes((answer) => {
    if (!answer.ok) {
      failure.value = answer.error;
      return;
    }
    boxes.value = answer.value;
    for (const { box, kind } of answer.value) {
      if (kind === "session" && !outboxes.has(box)) outboxes.set(box, watchOutbox(box));
    }
  });
  const stopOpen = effect(() => {
    const open = deps.workspace.open.value;
    if (open?.kind !== "session") return undefined;
    return open.records.watch((answer) => {
      if (answer.ok) records.value = answer.value;
      else failure.value = answer.error;
    });
  });

  const toSession = ({ box, addedAt }: StoredBox): HomeSession => {
    const open = deps.workspace.open.value;
    const held = parcels.value.get(box);
    if (open?.box !== box) return { box, addedAt, dispatch: held && toDispatch(held) };
    // The records of a session opened a moment before this one are not its own.
    const own = records.value.filter(({ record }) => record.box === box);
    const fields = sessionFieldsOf(own, open.facts().card);
    const notes = foldNotes(own).filter((note) => note.fields.struck !== true).length;
    const hasBegun = notes > 0 || fields?.startedAt !== undefined;
    return {
      ...{ box, addedAt, dispatch: held && toDispatch(held, own) },
      open: { title: fields?.title, notes, hasBegun },
    };
  };

  return {
    state: computed(() => (boxes.value ? "ready" : "loading")),
    sessions: computed(() =>
      (boxes.value ?? [])
        .filter(({ kind }) => kind === "session")
        .map(toSession)
        .sort((a, b) =>
          (a.open === undefined) !== (b.open === undefined)
            ? a.open
              ? -1
              : 1
            : a.addedAt < b.addedAt
              ? 1
              : -1,
        ),
    ),
    hasDesk: computed(() => boxes.value?.some(({ kind }) => kind === "desk") === true),
    failure,
    stop: () => {
      stopBoxes();
      stopOpen();
      for (const stop of outboxes.values()) stop();
    },
  };
};
