// Changing a thing of the desk's own work: what stands now is read first, so that two quick changes never pass for rivals,
// and the new revision names every head it was made from.
import { signal } from "@preact/signals";
import { failed, ok, type Result } from "../../base/result.ts";
import type { AnyRecord, Named } from "../../domain/record.ts";
import type { RecordId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";
import type { RecordDraft, WriteError } from "../record-writer.ts";

export type WorkDesk = Pick<OpenBox, "records" | "writer">;
export type WorkError = StoreError | WriteError | { readonly type: "work-gone" };

/** Undefined as a value takes the field away. */
export type Change<F> = { readonly [K in keyof F]?: F[K] | undefined };

type Headed = { readonly heads: readonly Named[]; readonly fields: object };

/** The next revision of a thing: its fields as they stand, with the change. */
export const nextDraft = <V extends Headed>(
  kind: AnyRecord["kind"],
  ids: object,
  view: V,
  change: Change<V["fields"]>,
): RecordDraft => {
  const fields = Object.entries({ ...view.fields, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  const parents: readonly RecordId[] = view.heads.map(({ id }) => id);
  // The kind goes with the view it was folded from; the strict gate looks at the whole before anything is kept.
  return { kind, ...ids, parents, ...Object.fromEntries(fields) } as unknown as RecordDraft;
};

/** One change at a time, each over what the one before left. */
export const createDeskWork = (desk: WorkDesk, onWritten: () => void = () => undefined) => {
  const failure = signal<WorkError | undefined>(undefined);
  let last: Promise<unknown> = Promise.resolve();

  const changeOnce = async (
    toDrafts: (records: readonly Named[]) => readonly RecordDraft[] | undefined,
  ): Promise<Result<readonly Named[], WorkError>> => {
    const records = await desk.records.readAll();
    if (!records.ok) return records;
    const drafts = toDrafts(records.value);
    if (!drafts) return failed({ type: "work-gone" });
    return drafts.length === 0 ? ok([]) : desk.writer.write(drafts);
  };

  return {
    failure,
    /** Answers what was written; undefined where it failed, which `failure` then tells. */
    change: (
      toDrafts: (records: readonly Named[]) => readonly RecordDraft[] | undefined,
    ): Promise<readonly Named[] | undefined> => {
      const next = last.then(async () => {
        const written = await changeOnce(toDrafts);
        failure.value = written.ok ? undefined : written.error;
        if (written.ok && written.value.length > 0) onWritten();
        return written.ok ? written.value : undefined;
      });
      last = next;
      return next;
    },
  };
};
export type DeskWork = ReturnType<typeof createDeskWork>;
