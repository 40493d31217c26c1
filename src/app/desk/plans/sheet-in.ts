// A sheet that comes back: read, shown as what it would change, and taken in only after a yes. What it would change is
// worked out anew at that moment; where the desk has moved on meanwhile, that is shown instead of being written over.
import { signal } from "@preact/signals";
import { attempt, type Result } from "../../../base/result.ts";
import type { Named } from "../../../domain/record.ts";
import type { RecordDraft } from "../../record-writer.ts";
import type { DeskWork } from "../desk-work.ts";

export type SheetInState<P, E> =
  | { readonly state: "idle" | "reading" | "unreadable" | "failed" }
  | { readonly state: "refused"; readonly error: E }
  | {
      readonly state: "read" | "writing";
      readonly preview: P;
      /** The desk changed between looking and saying yes: this is what the sheet would change now. */
      readonly hasMoved: boolean;
    }
  | { readonly state: "done"; readonly count: number };

export type SheetReader<P, E> = {
  /** Everything that has to be fetched first; then reading is a pure question. */
  readonly prepare: () => Promise<(bytes: Uint8Array, records: readonly Named[]) => Result<P, E>>;
  readonly draftsOf: (preview: P, records: readonly Named[]) => readonly RecordDraft[];
  /** How many changes a person would count. */
  readonly countOf: (preview: P) => number;
};

/** Then saying yes or no to it is what the screen is about. */
export const isAsking = ({ state }: SheetInState<unknown, unknown>): boolean =>
  state === "read" || state === "writing";

export const createSheetIn = <P, E>(work: DeskWork, reader: SheetReader<P, E>) => {
  const current = signal<SheetInState<P, E>>({ state: "idle" });
  let again: ((records: readonly Named[]) => Result<P, E>) | undefined;
  return {
    current,
    read: async (readBytes: () => Promise<Uint8Array>, records: readonly Named[]) => {
      current.value = { state: "reading" };
      const read = await attempt(
        async () => {
          const parse = await reader.prepare();
          const bytes = await readBytes();
          return (now: readonly Named[]) => parse(bytes, now);
        },
        () => ({ type: "unreadable" }) as const, // The stick is gone, or the file.
      );
      if (!read.ok) {
        current.value = { state: "unreadable" };
        return;
      }
      again = read.value;
      const first = again(records);
      current.value = first.ok
        ? { state: "read", preview: first.value, hasMoved: false }
        : { state: "refused", error: first.error };
    },
    apply: async () => {
      const now = current.peek();
      if (now.state !== "read" || !again) return;
      const { preview } = now;
      const readAgain = again;
      current.value = { state: "writing", preview, hasMoved: false };
      let moved: P | undefined;
      const written = await work.change((records) => {
        const fresh = readAgain(records);
        if (!fresh.ok) return undefined;
        if (JSON.stringify(fresh.value) === JSON.stringify(preview)) {
          return reader.draftsOf(preview, records);
        }
        moved = fresh.value;
        return [];
      });
      if (!written) current.value = { state: "failed" };
      else if (moved) current.value = { state: "read", preview: moved, hasMoved: true };
      else current.value = { state: "done", count: reader.countOf(preview) };
    },
    forget: () => {
      again = undefined;
      current.value = { state: "idle" };
    },
  };
};
export type SheetIn<P, E> = ReturnType<typeof createSheetIn<P, E>>;
