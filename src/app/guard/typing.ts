// Text that is being typed and may not be on the disk yet. Whoever locks asks here first, so that nothing is dropped.
import type { BoxId } from "../../domain/schema.ts";
import type { RecordDraft } from "../record-writer.ts";

/** A screen with a field. Writes what is unwritten; answers what could not be written, as the records that would save it. */
export type Settle = () => Promise<readonly RecordDraft[]>;

export interface Typing {
  /** By box: text is never sealed to another session than its own. Returns how to leave again. */
  readonly register: (box: BoxId, settle: Settle) => () => void;
  readonly settle: (box: BoxId) => ReturnType<Settle>;
  /** What was there has been sealed: nobody is asked for it again. */
  readonly forget: (box: BoxId) => void;
}

export const createTyping = (): Typing => {
  const fields = new Map<Settle, BoxId>();
  const of = (box: BoxId) => [...fields].flatMap(([settle, own]) => (own === box ? settle : []));
  return {
    register: (box, settle) => {
      fields.set(settle, box);
      return () => fields.delete(settle);
    },
    settle: async (box) => (await Promise.all(of(box).map((settle) => settle()))).flat(),
    forget: (box) => {
      for (const settle of of(box)) fields.delete(settle);
    },
  };
};
