// The facilitator's clock without its markup: times, questions, and which dimensions have not been touched yet. It knows
// counts alone; no text of a note leaves the fold.
import { computed, signal } from "@preact/signals";
import type { Codebook } from "../../domain/codebook.ts";
import type { Guide } from "../../domain/guide.ts";
import { foldNotes } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";
import type { Tag } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { OpenBox } from "../open-box.ts";
import type { Environment } from "../ports.ts";
import { lookAtClock, stintsOf } from "../session/phase-clock.ts";

export type ClockModel = ReturnType<typeof createClockModel>;

export const createClockModel = (
  env: Pick<Environment, "now">,
  box: Pick<OpenBox, "records">,
  { guide, codebook }: { readonly guide: Guide; readonly codebook: Codebook },
) => {
  const records = signal<readonly Named[] | undefined>(undefined);
  const failure = signal<StoreError | undefined>(undefined);
  const now = signal(env.now());
  const stop = box.records.watch((answer) => {
    failure.value = answer.ok ? undefined : answer.error;
    if (answer.ok) records.value = answer.value;
  });
  const counts = computed(() => countTouched(records.value ?? [], codebook));
  const stints = computed(() => stintsOf(records.value ?? []));
  return {
    records: computed(() => records.value ?? []),
    failure,
    now,
    isLoading: computed(() => records.value === undefined),
    phase: computed(() => lookAtClock(stints.value, guide, now.value)),
    counts,
    /** Before the talk: the question it will begin with. */
    first: guide.questions[0],
    tick: () => {
      now.value = env.now();
    },
    stop,
  };
};

export type TouchCounts = {
  /** In the codebook's order; those that no note names. */
  readonly untouched: readonly Tag[];
  readonly notes: number;
  /** Their dimension may yet be one of the untouched. */
  readonly untagged: number;
};

const countTouched = (
  records: readonly Named[],
  { dimensions }: Pick<Codebook, "dimensions">,
): TouchCounts => {
  const notes = foldNotes(records).filter(({ fields }) => fields.struck !== true);
  const touched = new Set(notes.flatMap(({ fields }) => fields.dimensions));
  return {
    untouched: dimensions.map(({ id }) => id).filter((id) => !touched.has(id)),
    notes: notes.length,
    untagged: notes.filter(({ fields }) => fields.dimensions.length === 0).length,
  };
};
