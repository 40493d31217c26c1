// Invented talk, one contribution after the other, as long as it would take to say it. The pace is of the whole, so that
// every language takes the same three minutes.
import { type ReadonlySignal, signal } from "@preact/signals";

export type PracticeLine = { readonly speaker: string; readonly text: string };

export const practiceMs = 180_000;
/** Between two people there is a breath, however short the words. */
const breathMs = 3_500;

/** How long each line stands: a breath, and the rest of the time by length. */
export const toPace = (texts: readonly string[], totalMs = practiceMs): readonly number[] => {
  const spokenMs = totalMs - breathMs * texts.length;
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return texts.map(({ length }) => Math.round(breathMs + (spokenMs * length) / characters));
};

export type PracticePace = {
  /** Undefined before the first and after the last. */
  readonly current: ReadonlySignal<number | undefined>;
  readonly isPaused: ReadonlySignal<boolean>;
  readonly isOver: ReadonlySignal<boolean>;
  readonly begin: () => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly next: () => void;
  readonly end: () => void;
};

export const createPracticePace = (
  paceMs: readonly number[],
  after: (delayMs: number, work: () => void) => () => void,
): PracticePace => {
  const current = signal<number | undefined>(undefined);
  const isPaused = signal(false);
  const isOver = signal(false);
  let callOff: () => void = () => undefined;

  const end = () => {
    callOff();
    current.value = undefined;
    isOver.value = true;
  };
  const show = (at: number) => {
    callOff();
    const standsMs = paceMs[at];
    if (standsMs === undefined) return end();
    current.value = at;
    if (!isPaused.value) callOff = after(standsMs, () => show(at + 1));
  };

  return {
    current,
    isPaused,
    isOver,
    begin: () => show(0),
    pause: () => {
      callOff();
      isPaused.value = true;
    },
    // The line stands its whole time again: after a pause nobody remembers how much of it was left.
    goOn: () => {
      isPaused.value = false;
      if (current.value !== undefined) show(current.value);
    },
    next: () => {
      if (current.value !== undefined) show(current.value + 1);
    },
    end,
  };
};
