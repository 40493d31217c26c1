// The projector's window: shows what it is sent, and turns by itself where a clicker is pressed in it. It opens no database,
// asks for no code and goes on with what it has when the laptop's window is closed.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { moved, type Slide, type SlideMove } from "../../report/slides.ts";
import type { OpenShowChannel, ShowState } from "./show-channel.ts";

export interface ProjectorModel {
  /** Undefined until the presenter's window has answered. */
  readonly state: ReadonlySignal<ShowState | undefined>;
  readonly slide: ReadonlySignal<Slide | undefined>;
  readonly move: (move: Exclude<SlideMove, "full">) => void;
  readonly stop: () => void;
}

export const createProjectorModel = (open: OpenShowChannel, eventId: string): ProjectorModel => {
  const state = signal<ShowState | undefined>(undefined);
  const tell = () => {
    const now = state.peek();
    const id = now?.slides[now.at]?.id;
    if (now && id !== undefined) channel.send({ type: "turned", id, isBlack: now.isBlack });
  };
  const channel = open(eventId, (message) => {
    if (message.type === "show") state.value = message.state;
    if (message.type === "ask") {
      tell();
      channel.send({ type: "hello" });
    }
  });
  channel.send({ type: "hello" });
  return {
    state,
    slide: computed(() => state.value?.slides[state.value.at]),
    move: (move) => {
      const now = state.peek();
      if (!now) return;
      // The first press on a black screen only brings the slide back.
      state.value =
        move === "black" || now.isBlack
          ? { ...now, isBlack: !now.isBlack }
          : { ...now, at: moved(now.at, move, now.slides.length) };
      tell();
    },
    stop: () => {
      channel.send({ type: "bye" });
      channel.close();
    },
  };
};
