// A translation sheet that comes back: first what it would change, then the change.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt, type Result } from "../../../base/result.ts";
import type {
  TranslationEntry,
  TranslationError,
  TranslationSheet,
} from "../../../report/translation-sheet.ts";
import type { WriteError } from "../../record-writer.ts";

export type SheetState =
  | { readonly state: "idle" | "reading" | "unreadable" }
  | { readonly state: "refused"; readonly error: TranslationError }
  | { readonly state: "read" | "writing"; readonly sheet: TranslationSheet }
  | { readonly state: "done"; readonly count: number }
  | { readonly state: "failed"; readonly error: WriteError };

export interface TranslationModel {
  readonly current: ReadonlySignal<SheetState>;
  readonly read: (
    bytes: () => Promise<Uint8Array>,
    entries: readonly TranslationEntry[],
  ) => Promise<void>;
  readonly apply: (
    write: (sheet: TranslationSheet) => Promise<Result<number, WriteError>>,
  ) => Promise<void>;
}

export const createTranslationModel = (): TranslationModel => {
  const current = signal<SheetState>({ state: "idle" });
  return {
    current,
    read: async (readBytes, entries) => {
      current.value = { state: "reading" };
      const read = await attempt(
        async () => {
          const { readTranslationSheet } = await import("../../../report/translation-sheet.ts");
          return readTranslationSheet(await readBytes(), entries);
        },
        () => ({ type: "unreadable" }) as const, // The stick is gone, or the file.
      );
      if (!read.ok) current.value = { state: "unreadable" };
      else if (read.value.ok) current.value = { state: "read", sheet: read.value.value };
      else current.value = { state: "refused", error: read.value.error };
    },
    apply: async (write) => {
      const now = current.value;
      if (now.state !== "read") return;
      current.value = { state: "writing", sheet: now.sheet };
      const written = await write(now.sheet);
      current.value = written.ok
        ? { state: "done", count: written.value }
        : { state: "failed", error: written.error };
    },
  };
};
