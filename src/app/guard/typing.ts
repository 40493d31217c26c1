// Text that is being typed and may not be on the disk yet. Whoever locks asks here first, so that nothing is dropped.
import type { RecordDraft } from "../record-writer.ts";

/** A screen with a field. Writes what is unwritten; answers what could not be written, as the records that would save it. */
export type Settle = () => Promise<readonly RecordDraft[]>;

export interface Typing {
  /** Returns how to leave again. */
  readonly register: (settle: Settle) => () => void;
  readonly settleAll: Settle;
}

export const createTyping = (): Typing => {
  const fields = new Set<Settle>();
  return {
    register: (settle) => {
      fields.add(settle);
      return () => fields.delete(settle);
    },
    settleAll: async () => (await Promise.all([...fields].map((settle) => settle()))).flat(),
  };
};
