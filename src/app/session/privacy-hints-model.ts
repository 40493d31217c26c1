// The hints of one text as it is being written: looked for after a pause, masked with one tap, taken back with another.
// Never in the way of a key: what is typed stands on the screen before anything is looked for.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { findHints } from "../../domain/privacy/find-hints.ts";
import type { PrivacyHint } from "../../domain/privacy/hint.ts";
import { maskHint } from "../../domain/privacy/mask-hint.ts";
import { maskWordOf } from "./mask-words.ts";

export type PrivacyHintsModel = {
  /** What still stands in the text as it is now; a word being changed is not among them until the next look. */
  readonly hints: ReadonlySignal<readonly PrivacyHint[]>;
  /** What was masked last, while the text is as the mask left it. */
  readonly masked: ReadonlySignal<string | undefined>;
  /** The text as it is now: looked through after the pause, or at once where only the known words changed. */
  readonly look: (text: string, lang: string, known: readonly string[]) => void;
  readonly mask: (hint: PrivacyHint) => void;
  readonly dismiss: (hint: PrivacyHint) => void;
  readonly undo: () => void;
  readonly stop: () => void;
};

type Written = { readonly text: string; readonly lang: string; readonly known: readonly string[] };
type Masking = { readonly before: string; readonly after: string; readonly seen: string };

export const createPrivacyHintsModel = (options: {
  /** From the last key to the look; 0 for a text that nobody is typing. */
  readonly pauseMs: number;
  readonly onMask: (newText: string) => void;
  readonly onDismiss: (word: string) => void;
}): PrivacyHintsModel => {
  const written = signal<Written>({ text: "", lang: "", known: [] });
  const found = signal<readonly PrivacyHint[]>([]);
  const masking = signal<Masking>();
  let pause: ReturnType<typeof setTimeout> | undefined;

  const lookNow = () => {
    clearTimeout(pause);
    const { text, lang, known } = written.value;
    found.value = findHints(text, lang, known);
  };

  const look: PrivacyHintsModel["look"] = (text, lang, known) => {
    const last = written.value;
    if (text === last.text && lang === last.lang && known === last.known) return;
    written.value = { text, lang, known };
    clearTimeout(pause);
    if (options.pauseMs === 0 || text === last.text || text === masking.value?.after) lookNow();
    else pause = setTimeout(lookNow, options.pauseMs);
  };

  return {
    hints: computed(() =>
      found.value.filter(({ start, end, text }) => written.value.text.slice(start, end) === text),
    ),
    masked: computed(() =>
      masking.value?.after === written.value.text ? masking.value.seen : undefined,
    ),
    look,
    mask: (hint) => {
      lookNow(); // The word may have grown since: the whole of it goes.
      const { text: before, lang, known } = written.value;
      const whole = found.value.find(({ start, end }) => start < hint.end && end > hint.start);
      if (!whole) return;
      const after = maskHint(before, whole, maskWordOf(lang, whole.kind));
      masking.value = { before, after, seen: whole.text };
      look(after, lang, known);
      options.onMask(after);
    },
    dismiss: ({ text }) => options.onDismiss(text),
    undo: () => {
      const last = masking.value;
      if (!last || last.after !== written.value.text) return;
      masking.value = undefined;
      const { lang, known } = written.value;
      look(last.before, lang, known);
      options.onMask(last.before);
    },
    stop: () => clearTimeout(pause),
  };
};
