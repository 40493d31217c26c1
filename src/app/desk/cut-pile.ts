// A place to cut many envelopes into, that stores them some at a time: each commit of its own would wait for the disk and
// wake all watchers. Its owner holds the box's queue, so nothing else is cut meanwhile.
import { ok, type Result } from "../../base/result.ts";
import type { Arrival, EnvelopeInfo, StoreError } from "../../storage/ports.ts";
import type { CutTarget } from "../../sync/store-ports.ts";
import type { OpenBox } from "../open-box.ts";

const most = 16;

export type CutPile = {
  readonly target: CutTarget;
  /** Stores what still waits. What was not stored is cut anew another time. */
  readonly flush: () => Promise<Result<number, StoreError>>;
};

/** `known` is every envelope of the box, as it stood when the queue was entered. */
export const createCutPile = (
  { envelopes }: Pick<OpenBox, "envelopes">,
  known: readonly EnvelopeInfo[],
): CutPile => {
  const all = [...known];
  let waiting: Arrival[] = [];
  const flush = async (): Promise<Result<number, StoreError>> => {
    const part = waiting;
    waiting = [];
    return part.length === 0 ? ok(0) : envelopes.addAll(part);
  };
  return {
    flush,
    target: {
      list: async () => ok(all),
      unbundled: envelopes.unbundled,
      add: async (envelope, records) => {
        const { bytes, ...info } = envelope;
        all.push({ ...info, size: bytes.length });
        waiting.push({ envelope, records });
        if (waiting.length < most) return ok(records.length);
        const stored = await flush();
        return stored.ok ? ok(records.length) : stored;
      },
    },
  };
};
