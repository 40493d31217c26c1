// Shows a payload as a row of codes until somebody has seen enough. Nobody answers, so it never ends by itself.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Bytes } from "../../base/bytes.ts";
import {
  loadScreenCodes,
  type QrModules,
  type ScreenCode,
  screenCodes,
} from "../../sync/qr-code.ts";
import { createFrameSource, type TooLargeForQr } from "../../sync/qr-frames.ts";
import type { AppDeps } from "../deps.ts";

/**
 * Codes a second. At most ten, for WCAG 2.3.1: half of all modules change from one code to the next, each by chance, so
 * the picture as a whole stays as bright as it is, and a module flashes more than three times in a second only where it
 * changes at least seven times. Of eight changes that happens in 9 of 256 modules, of ten in 17 %, both below the quarter
 * of the field that the criterion allows; of twelve it would be 39 %.
 */
const rates = [2, 4, 6, 8, 10] as const;
const usualRate = rates.indexOf(8);

/** A camera that looks at a moving screen misses about every fifth code. */
const seenShare = 0.8;

export interface FramePlayer {
  /** Undefined until the first is made. */
  readonly picture: ReadonlySignal<QrModules | undefined>;
  readonly failure: ReadonlySignal<TooLargeForQr | undefined>;
  readonly shown: ReadonlySignal<number>;
  /** Codes after which an ordinary camera has seen enough. */
  readonly expected: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly rate: ReadonlySignal<number>;
  readonly canSlow: ReadonlySignal<boolean>;
  readonly canHurry: ReadonlySignal<boolean>;
  readonly code: ReadonlySignal<ScreenCode>;
  readonly play: () => void;
  readonly pause: () => void;
  readonly slower: () => void;
  readonly faster: () => void;
  /** Fewer and larger modules, for a poor camera. The other device begins again. */
  readonly setCode: (code: ScreenCode) => Promise<void>;
  readonly stop: () => void;
}

export const createFramePlayer = (
  deps: Pick<AppDeps, "after" | "crypto">,
  payload: Bytes,
  isPaused: boolean,
): FramePlayer => {
  const picture = signal<QrModules>();
  const failure = signal<TooLargeForQr>();
  const shown = signal(0);
  const expected = signal(0);
  const isPlaying = signal(!isPaused);
  const [rate, canSlow, canHurry] = [signal(0), signal(true), signal(true)];
  const code = signal<ScreenCode>("fine");
  let at: number = usualRate;
  let callOff = () => {};
  let showNext = () => {};
  let turn = 0;

  const setRate = (next: number) => {
    at = Math.min(Math.max(next, 0), rates.length - 1);
    rate.value = rates[at] ?? 1;
    canSlow.value = at > 0;
    canHurry.value = at < rates.length - 1;
  };
  setRate(usualRate);

  const tick = () => {
    callOff();
    if (!isPlaying.peek()) return;
    showNext();
    callOff = deps.after(1_000 / rate.peek(), tick);
  };

  const setCode = async (next: ScreenCode) => {
    turn += 1;
    const mine = turn;
    code.value = next;
    const draw = await loadScreenCodes();
    const made = await createFrameSource(payload, screenCodes[next].bytes, deps.crypto.digest);
    if (mine !== turn) return;
    failure.value = made.ok ? undefined : made.error;
    if (!made.ok) return;
    const source = made.value;
    expected.value = Math.ceil((source.blocks + 2) / seenShare);
    shown.value = 0;
    showNext = () => {
      picture.value = draw(source.frame(shown.peek()), next);
      shown.value += 1;
    };
    showNext();
    callOff();
    if (isPlaying.peek()) callOff = deps.after(1_000 / rate.peek(), tick);
  };
  void setCode("fine");

  return {
    ...{ picture, failure, shown, expected, isPlaying, rate, canSlow, canHurry, code, setCode },
    play: () => {
      isPlaying.value = true;
      tick();
    },
    pause: () => {
      isPlaying.value = false;
      callOff();
    },
    slower: () => setRate(at - 1),
    faster: () => setRate(at + 1),
    stop: () => {
      turn += 1;
      isPlaying.value = false;
      callOff();
    },
  };
};
