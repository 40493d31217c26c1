// Inline codes while typing: a code turns into a chip as it is completed, Backspace right after makes it text again, and
// a code once given back stays text in this note.
import type { Tag } from "../../domain/schema.ts";
import type { CaptureDraft } from "./capture-draft.ts";
import type { CaptureWriting } from "./capture-writing.ts";
import { giveBack, type InlineCode, type Recognized, recognizeCode } from "./inline-codes.ts";

export interface CodeTyping {
  /** `isComposing`: an input method is at work, and its text must not be changed under it. */
  readonly typed: (text: string, caret: number, isComposing?: boolean) => number;
  readonly giveBack: () => number | undefined;
}

export const createCodeTyping = (
  { draft, change }: Pick<CaptureWriting, "draft" | "change">,
  options: { readonly dimensions: readonly Tag[]; readonly isOn: () => boolean },
): CodeTyping => {
  const { dimensions, isOn } = options;
  let last: { readonly found: Recognized; readonly before: CaptureDraft } | undefined;
  const refused = new Set<InlineCode["type"]>();

  const find = (text: string, caret: number): Recognized | undefined => {
    const found = isOn() ? recognizeCode(text, caret, dimensions.length) : undefined;
    if (!found || refused.has(found.code.type)) return undefined;
    const isKnownQuote = found.code.type === "quote" && draft.value.kinds.includes("quote");
    return isKnownQuote ? undefined : found;
  };

  return {
    typed: (text, caret, isComposing = false) => {
      if (draft.value.text === "") refused.clear();
      const found = isComposing ? undefined : find(text, caret);
      last = found && { found, before: draft.value };
      if (!found) {
        change({ text });
        return caret;
      }
      change({ text: found.text, ...toPart(found.code, draft.value, dimensions) });
      return found.at === "start" ? 0 : found.text.length;
    },
    giveBack: () => {
      if (!last) return undefined;
      const { found, before } = last;
      change({
        text: giveBack(found, draft.value.text),
        kinds: before.kinds,
        dimensions: before.dimensions,
        speaker: before.speaker,
        star: before.star,
        unfinished: before.unfinished,
      });
      refused.add(found.code.type);
      last = undefined;
      return found.at === "start" ? found.literal.length : draft.value.text.length;
    },
  };
};

const add = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list : [...list, item];

const toPart = (
  code: InlineCode,
  { dimensions, kinds }: CaptureDraft,
  known: readonly Tag[],
): Partial<CaptureDraft> => {
  if (code.type === "speaker") return { speaker: code.speaker };
  if (code.type === "quote") return { kinds: add(kinds, "quote") };
  if (code.type !== "dimension") return { [code.type]: true };
  const id = known[code.number - 1];
  return id === undefined ? {} : { dimensions: add(dimensions, id) };
};
