// The browser's offer to install, as a button that works once.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { InstallEvent } from "../install-event.ts";

/** Not in the library's types: Chromium alone has it. */
type Promptable = Event & {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
};

export type InstallOffer = {
  /** `none`: this browser makes no offer, or none yet. */
  readonly state: ReadonlySignal<"none" | "offered" | "asking" | "accepted" | "dismissed">;
  /** Shows the browser's own question. To be called from a press: browsers refuse it otherwise. */
  readonly ask: () => Promise<void>;
};

export const createInstallOffer = (caught: InstallEvent): InstallOffer => {
  const outcome = signal<"asking" | "accepted" | "dismissed" | undefined>(undefined);
  const used = signal<Event | undefined>(undefined);
  const offer = computed(() => (caught.value === used.value ? undefined : caught.value));
  return {
    state: computed(() => {
      if (outcome.value === "asking" || outcome.value === "accepted") return outcome.value;
      return offer.value ? "offered" : (outcome.value ?? "none");
    }),
    ask: async () => {
      const event = offer.value as Promptable | undefined;
      if (!event) return;
      used.value = event; // It can be shown once.
      outcome.value = "asking";
      try {
        outcome.value = (await event.prompt()).outcome;
      } catch {
        outcome.value = "dismissed"; // Refused by the browser: nothing was installed.
      }
    },
  };
};
