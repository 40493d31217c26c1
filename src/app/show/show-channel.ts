// Between the presenter's window and the projector's: the presenter sends finished slides, the projector answers what a
// clicker does there. Each can be reloaded alone; neither keeps anything on disk.
import type { Slide } from "../../report/slides.ts";

export type ShowTheme = "light" | "dark";
export type ShowState = {
  readonly lang: string;
  /** Of the event, for the foot of each slide. */
  readonly name: string;
  readonly slides: readonly Slide[];
  readonly at: number;
  readonly isBlack: boolean;
  readonly theme: ShowTheme;
};

export type ShowMessage =
  /** From the presenter: this is to be seen. */
  | { readonly type: "show"; readonly state: ShowState }
  /** From the presenter, just opened: where are you? */
  | { readonly type: "ask" }
  /** From the projector, just opened: what is to be seen? */
  | { readonly type: "hello" }
  /** From the projector: its window is being closed. */
  | { readonly type: "bye" }
  /** From the projector: turned there. `id` is the slide's, since places move. */
  | { readonly type: "turned"; readonly id: string; readonly isBlack: boolean };

export type ShowChannel = {
  readonly send: (message: ShowMessage) => void;
  readonly close: () => void;
};
export type OpenShowChannel = (
  eventId: string,
  listen: (message: ShowMessage) => void,
) => ShowChannel;

export const createOpenShowChannel =
  (
    open: (name: string) => Pick<BroadcastChannel, "postMessage" | "addEventListener" | "close">,
  ): OpenShowChannel =>
  (eventId, listen) => {
    const channel = open(`kuuluu-show/${eventId}`);
    channel.addEventListener("message", ({ data }) => {
      // Only our own two windows know the name, and both are of one build.
      listen(data as ShowMessage);
    });
    return { send: (message) => channel.postMessage(message), close: () => channel.close() };
  };

/** Ids stand behind the `#`, which reaches no server. */
export const toShowAddress = (eventId: string, lang: string): string =>
  `./?show=1#event=${eventId}&lang=${lang}`;
