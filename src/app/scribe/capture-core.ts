// What the parts of the scribe's model share: the log, one queue for all that reaches the disk, and how that went.
import { type Signal, signal } from "@preact/signals";
import type { Result } from "../../base/result.ts";
import type { NoteFields } from "../../domain/note.ts";
import type { Named } from "../../domain/record.ts";
import type { EntityId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { Courier } from "../courier-port.ts";
import type { OpenBox } from "../open-box.ts";
import type { Environment } from "../ports.ts";
import type { RecordDraft, WriteError } from "../record-writer.ts";
import { type NoteChange, toRevision } from "../session/note-revision.ts";
import { createSessionLog, type SessionLog } from "../session/session-log.ts";
import { createUndoStack, toExcerpt, type UndoEntry, type UndoStack } from "./undo-stack.ts";
import { createQueue, type Enqueue } from "./work-queue.ts";

export type SaveStatus =
  | { readonly state: "empty" }
  | { readonly state: "saving" }
  /** A record has reached the disk. Milliseconds since 1970. */
  | { readonly state: "saved"; readonly at: number }
  /** The text being typed has reached the disk; it is no note yet. */
  | { readonly state: "kept"; readonly at: number }
  | {
      readonly state: "failed";
      readonly error: WriteError["type"];
      /** `draft`: only the safety copy of what is being typed. The text stays in the field in any case. */
      readonly what: "record" | "draft";
    };

export type CaptureDeps = {
  readonly env: Pick<Environment, "now" | "random">;
  readonly courier: Pick<Courier, "nudge">;
};
export type CaptureBox = Pick<OpenBox, "records" | "writer" | "drafts"> & {
  readonly signer: { readonly device: string };
};

export interface CaptureCore {
  readonly log: SessionLog;
  readonly undoStack: UndoStack;
  readonly status: Signal<SaveStatus>;
  readonly enqueue: Enqueue;
  readonly nowMs: () => number;
  readonly nowText: () => string;
  /** A draft reached the disk, or did not. */
  readonly noteKept: (result: Result<void, StoreError>, isKept: boolean) => void;
  /** To be called in the queue. Says "saved" only after the disk has it. */
  readonly commit: (
    records: RecordDraft | readonly RecordDraft[],
    options?: { readonly clearDraft?: string },
  ) => Promise<Result<readonly Named[], WriteError>>;
  /** To be called in the queue. Revises a note and remembers how to take it back. */
  readonly revise: (
    noteId: EntityId,
    change: (fields: NoteFields) => NoteChange,
    kind?: Exclude<UndoEntry["kind"], "saved" | "phase">,
  ) => Promise<boolean>;
}

export const createCaptureCore = (deps: CaptureDeps, box: CaptureBox): CaptureCore => {
  const { env, courier } = deps;
  const log = createSessionLog(box);
  const undoStack = createUndoStack();
  const status = signal<SaveStatus>({ state: "empty" });
  let lastSaved: SaveStatus = { state: "empty" };

  const commit: CaptureCore["commit"] = async (records, options) => {
    status.value = { state: "saving" };
    const result = await log.write([records].flat(), options);
    if (result.ok) {
      status.value = lastSaved = { state: "saved", at: env.now() };
      courier.nudge();
    } else status.value = { state: "failed", error: result.error.type, what: "record" };
    return result;
  };

  return {
    log,
    undoStack,
    status,
    enqueue: createQueue(),
    nowMs: env.now,
    nowText: () => new Date(env.now()).toISOString(),
    noteKept: (result, isKept) => {
      // That a note was not saved stays in sight until one is; its text being kept is no reason to take it away.
      if (status.value.state === "failed" && status.value.what === "record") return;
      if (!result.ok) status.value = { state: "failed", error: result.error.type, what: "draft" };
      else if (isKept) status.value = { state: "kept", at: env.now() };
      else if (status.value.state === "kept") status.value = lastSaved;
    },
    commit,
    revise: async (noteId, change, kind) => {
      const view = log.note(noteId);
      // New words or tags would be a revision that nobody has held back.
      if (!view || view.verdict === "held-back") return false;
      const { record, before } = toRevision(view, change);
      if (Object.keys(before).length === 0) return true;
      const result = await commit(record);
      if (result.ok && kind !== undefined) {
        undoStack.push({ kind, noteId, before, excerpt: toExcerpt(view.fields.text) });
      }
      return result.ok;
    },
  };
};
