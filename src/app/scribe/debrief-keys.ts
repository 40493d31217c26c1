// Which key does what while notes are finished one at a time. Only while no field and no control has focus, so that
// every key keeps its own meaning there; and they can be switched off.

type Plain = "next" | "previous" | "nowhere" | "unfinished" | "edit" | "undo";
export type DebriefAction =
  | { readonly type: "dimension"; readonly number: number }
  | { readonly type: Plain };

type Pressed = Pick<
  KeyboardEvent,
  "code" | "key" | "altKey" | "ctrlKey" | "metaKey" | "isComposing"
>;

const byCode: Readonly<Record<string, Plain>> = {
  KeyJ: "next",
  KeyK: "previous",
  KeyE: "edit",
  KeyV: "unfinished",
  KeyZ: "undo",
  Digit0: "nowhere",
  Numpad0: "nowhere",
};

/** Codes, not characters: Arabic and Cyrillic keyboards have them in the same places. */
export const toDebriefAction = (event: Pressed, isRtl: boolean): DebriefAction | undefined => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  if (event.key === "Enter") return { type: "next" };
  if (event.key === "ArrowRight") return { type: isRtl ? "previous" : "next" };
  if (event.key === "ArrowLeft") return { type: isRtl ? "next" : "previous" };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return { type: "dimension", number: Number(digit) };
  const type = byCode[event.code];
  return type && { type };
};
