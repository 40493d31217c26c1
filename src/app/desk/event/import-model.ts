// Commitments typed in the meeting room come to the desk: looked at first, each line with its verdict, then taken in. Lines
// that the desk has are left as the desk has them, so a file taken in twice adds nothing.
import { signal } from "@preact/signals";
import {
  type EventFileRefusal,
  type LineFault,
  maxEventFileBytes,
  parseEventFile,
  type TypedCommitment,
} from "../../../domain/event-file.ts";
import type { EventView } from "../../../domain/events.ts";
import { foldFindings } from "../../../domain/findings.ts";
import { foldDecisions } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { DeskWork } from "../desk-work.ts";
import { toDecisionDraft } from "./room-model.ts";

export type FileRefusal = EventFileRefusal | "other-event";
export type LineVerdict =
  | { readonly type: "new" | "known" | "differs"; readonly line: TypedCommitment }
  /** The finding it names is not on this desk: taken in without it. */
  | { readonly type: "unlinked"; readonly line: TypedCommitment }
  | { readonly type: "refused"; readonly fault: LineFault };

export type Preview = {
  readonly lang: string;
  /** In the order of the file, each with its number in it. */
  readonly lines: readonly { readonly item: number; readonly verdict: LineVerdict }[];
};
export type ImportState =
  | { readonly state: "idle" | "reading" | "importing" }
  | { readonly state: "refused"; readonly reason: FileRefusal }
  | { readonly state: "preview"; readonly preview: Preview }
  | { readonly state: "done"; readonly added: number };

const isAdded = ({ verdict }: Preview["lines"][number]): boolean =>
  verdict.type === "new" || verdict.type === "unlinked";

const judge = (line: TypedCommitment, event: EventView, records: readonly Named[]): LineVerdict => {
  const there = foldDecisions(records).find(({ decisionId }) => decisionId === line.id);
  if (there) {
    const { promise, unit, dueOn, firstFollowUpOn } = there.fields;
    const isSame =
      Object.values(promise).includes(line.promise) &&
      [unit, dueOn, firstFollowUpOn].join("\n") ===
        [line.unit, line.dueOn, line.firstFollowUpOn].join("\n");
    return { type: isSame ? "known" : "differs", line };
  }
  const isKnown = foldFindings(records).some(
    ({ findingId, fields }) =>
      findingId === line.finding && fields.roundId === event.fields.roundId,
  );
  return { type: line.finding !== undefined && !isKnown ? "unlinked" : "new", line };
};

export const previewFile = (
  bytes: Uint8Array,
  event: EventView,
  records: readonly Named[],
): Preview | FileRefusal => {
  const file = parseEventFile(bytes);
  if (typeof file === "string") return file;
  if (file.event !== event.eventId || file.round !== event.fields.roundId) return "other-event";
  const refused = new Map(file.refused.map(({ item, fault }) => [item, fault]));
  const taken = [...file.commitments];
  const count = file.commitments.length + file.refused.length;
  const lines = Array.from({ length: count }, (_, at): Preview["lines"][number] => {
    const fault = refused.get(at + 1);
    const line = fault === undefined ? taken.shift() : undefined;
    return {
      item: at + 1,
      verdict: line ? judge(line, event, records) : { type: "refused", fault: fault ?? "line" },
    };
  });
  return { lang: file.lang, lines };
};

export const createImportModel = (
  work: DeskWork,
  event: () => EventView,
  records: () => readonly Named[],
) => {
  const state = signal<ImportState>({ state: "idle" });
  return {
    state,
    look: async (file: Pick<File, "size" | "arrayBuffer">) => {
      state.value = { state: "reading" };
      const result =
        file.size > maxEventFileBytes
          ? ("too-large" as const)
          : previewFile(new Uint8Array(await file.arrayBuffer()), event(), records());
      state.value =
        typeof result === "string"
          ? { state: "refused", reason: result }
          : { state: "preview", preview: result };
    },
    take: async () => {
      const now = state.peek();
      if (now.state !== "preview") return;
      const { preview } = now;
      state.value = { state: "importing" };
      const written = await work.change((fresh) => {
        const there = new Set<string>(foldDecisions(fresh).map(({ decisionId }) => decisionId));
        return preview.lines.filter(isAdded).flatMap(({ verdict }) => {
          if (verdict.type === "refused" || there.has(verdict.line.id)) return [];
          const { id, finding, promise, ...facts } = verdict.line;
          const isLinked = finding !== undefined && verdict.type === "new";
          const findings = isLinked ? [finding] : [];
          return [
            toDecisionDraft(event(), id, {
              ...facts,
              ...{ findings, promise: { [preview.lang]: promise } },
            }),
          ];
        });
      });
      // Where it failed, `work.failure` tells it, and the preview stands to be tried again.
      state.value = written ? { state: "done", added: written.length } : now;
    },
    leave: () => {
      state.value = { state: "idle" };
    },
  };
};
export type ImportModel = ReturnType<typeof createImportModel>;
