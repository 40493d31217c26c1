// Keys of the live screen. By place on the keyboard, not by letter, so that Arabic and Cyrillic layouts and the Option
// key change nothing. Every one but `?` has Alt, so none can be struck while writing.

export type CaptureAction =
  /** From 1, the place in the codebook. */
  | { readonly type: "dimension"; readonly number: number }
  | { readonly type: "star" | "edit-latest" | "next-question" | "undo" | "keys" };

export type KeyPress = Pick<
  KeyboardEvent,
  "code" | "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "isComposing"
>;

export const toCaptureAction = (
  press: KeyPress,
  place: { readonly isInField: boolean; readonly isFieldEmpty: boolean },
): CaptureAction | undefined => {
  // Ctrl with Alt is AltGr on Windows: it writes characters.
  if (press.isComposing || press.ctrlKey || press.metaKey) return undefined;
  if (!press.altKey) return press.key === "?" && !place.isInField ? { type: "keys" } : undefined;
  if (press.shiftKey) return undefined; // Switches keyboard layouts on Windows.
  const digit = /^(?:Digit|Numpad)([1-8])$/.exec(press.code)?.[1];
  if (digit !== undefined) return { type: "dimension", number: Number(digit) };
  switch (press.code) {
    case "KeyS":
      return { type: "star" };
    case "ArrowUp":
      return { type: "edit-latest" };
    case "KeyN":
      return { type: "next-question" };
    case "KeyZ":
      return place.isFieldEmpty ? { type: "undo" } : undefined;
    default:
      return undefined;
  }
};
