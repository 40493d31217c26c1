// The presenter's side of the show: which slide, how the time of each stage runs, and what the projector is sent. It lives as
// long as the desk is open, so that typing a commitment on another page of the desk stops nothing.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { EventStage } from "../../domain/event-records.ts";
import { moved, type Slide, type SlideMove } from "../../report/slides.ts";
import type { OpenShowChannel, ShowState, ShowTheme } from "./show-channel.ts";

export type Shown = Pick<ShowState, "lang" | "name" | "slides">;

export interface PresenterModel {
  readonly shown: ReadonlySignal<Shown | undefined>;
  readonly at: ReadonlySignal<number>;
  readonly slide: ReadonlySignal<Slide | undefined>;
  readonly next: ReadonlySignal<Slide | undefined>;
  readonly isBlack: ReadonlySignal<boolean>;
  readonly theme: ReadonlySignal<ShowTheme>;
  /** A projector's window has answered. */
  readonly isSeen: ReadonlySignal<boolean>;
  /** Groups of ideas that the room is shown: a finding's id, or "" for those of none. */
  readonly shownIdeas: ReadonlySignal<readonly string[]>;
  readonly stage: ReadonlySignal<EventStage | undefined>;
  /** Seconds since the stage began; undefined before the first. */
  readonly elapsed: ReadonlySignal<number | undefined>;
  readonly now: ReadonlySignal<number>;
  readonly tick: () => void;
  /** What is to be seen has changed: the slide that is up stays up. */
  readonly set: (shown: Shown) => void;
  readonly move: (move: Exclude<SlideMove, "full">) => void;
  /** To the slide of this id, and its light on. `later`: as soon as there is one. */
  readonly goTo: (id: string) => void;
  readonly setTheme: (theme: ShowTheme) => void;
  readonly toggleIdeas: (group: string) => void;
  readonly begin: (stage: EventStage) => void;
  readonly stop: () => void;
}

export const createPresenterModel = (
  open: OpenShowChannel,
  eventId: string,
  now: () => number,
): PresenterModel => {
  const shown = signal<Shown | undefined>(undefined);
  const at = signal(0);
  const isBlack = signal(false);
  const theme = signal<ShowTheme>("light");
  const isSeen = signal(false);
  const shownIdeas = signal<readonly string[]>([]);
  const begun = signal<{ readonly stage: EventStage; readonly atMs: number } | undefined>(
    undefined,
  );
  const clock = signal(now());
  // A slide that was asked for before its words had been read back from the disk.
  let wanted: string | undefined;

  const send = () => {
    const deck = shown.peek();
    if (!deck) return;
    const state = { ...deck, at: at.peek(), isBlack: isBlack.peek(), theme: theme.peek() };
    channel.send({ type: "show", state });
  };
  const placeOf = (id: string | undefined): number =>
    shown.peek()?.slides.findIndex((slide) => slide.id === id) ?? -1;
  const channel = open(eventId, (message) => {
    if (message.type === "hello") {
      isSeen.value = true;
      send();
    }
    if (message.type === "bye") isSeen.value = false;
    if (message.type === "turned") {
      isSeen.value = true;
      const place = placeOf(message.id);
      if (place >= 0) at.value = place;
      isBlack.value = message.isBlack;
    }
  });

  const goTo = (id: string) => {
    const place = placeOf(id);
    wanted = place < 0 ? id : undefined;
    if (place < 0) return;
    at.value = place;
    isBlack.value = false;
    send();
  };

  return {
    ...{ shown, at, isBlack, theme, isSeen, shownIdeas, now: clock },
    slide: computed(() => shown.value?.slides[at.value]),
    next: computed(() => shown.value?.slides[at.value + 1]),
    stage: computed(() => begun.value?.stage),
    elapsed: computed(() =>
      begun.value ? Math.max(0, Math.floor((clock.value - begun.value.atMs) / 1_000)) : undefined,
    ),
    tick: () => {
      clock.value = now();
    },
    set: (next) => {
      const isFirst = shown.peek() === undefined;
      const id = shown.peek()?.slides[at.peek()]?.id;
      shown.value = next;
      const place = placeOf(id);
      at.value = place >= 0 ? place : moved(at.peek(), "black", next.slides.length);
      // A projector that is still there says where it is, and is sent the slides at that place.
      if (isFirst) channel.send({ type: "ask" });
      else if (wanted !== undefined && placeOf(wanted) >= 0) goTo(wanted);
      else send();
    },
    move: (move) => {
      if (move === "black" || isBlack.peek()) isBlack.value = !isBlack.peek();
      else at.value = moved(at.peek(), move, shown.peek()?.slides.length ?? 0);
      send();
    },
    goTo,
    setTheme: (next) => {
      theme.value = next;
      send();
    },
    toggleIdeas: (group) => {
      shownIdeas.value = shownIdeas.peek().includes(group)
        ? shownIdeas.peek().filter((each) => each !== group)
        : [...shownIdeas.peek(), group];
    },
    begin: (stage) => {
      clock.value = now();
      begun.value = { stage, atMs: now() };
    },
    stop: channel.close,
  };
};
