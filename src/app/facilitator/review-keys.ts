// Which key does what in review. Only while no field and no control has the focus, and they can be switched off.

export type ReviewAction =
  | { readonly type: "dimension"; readonly number: number }
  | { readonly type: "next" | "previous" | "approve" | "edit" | "undo" | "suggest" };

type Pressed = Pick<
  KeyboardEvent,
  "code" | "key" | "altKey" | "ctrlKey" | "metaKey" | "isComposing"
>;

const byCode: Readonly<Record<string, "next" | "previous" | "edit" | "undo" | "suggest">> = {
  KeyJ: "next",
  KeyK: "previous",
  KeyE: "edit",
  KeyZ: "undo",
  KeyS: "suggest",
};

/** Codes, not characters: Arabic and Cyrillic keyboards have them in the same places. */
export const toReviewAction = (event: Pressed): ReviewAction | undefined => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  if (event.key === "Enter") return { type: "approve" };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return { type: "dimension", number: Number(digit) };
  const type = byCode[event.code];
  return type && { type };
};
