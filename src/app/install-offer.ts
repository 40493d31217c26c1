// The browser's offer to install the app. It comes once, early, and only in Chromium: kept until a person asks for it.
import { type ReadonlySignal, signal } from "@preact/signals";

type InstallEvent = Event & {
  readonly prompt: () => Promise<{ readonly outcome: "accepted" | "dismissed" }>;
};

export type InstallOffer = {
  /** `none`: this browser makes no offer, or none yet. */
  readonly state: ReadonlySignal<"none" | "offered" | "asking" | "accepted" | "dismissed">;
  /** Shows the browser's own question. To be called from a press: browsers refuse it otherwise. */
  readonly ask: () => Promise<void>;
};

export const catchInstallOffer = (host: Pick<Window, "addEventListener">): InstallOffer => {
  const state = signal<"none" | "offered" | "asking" | "accepted" | "dismissed">("none");
  let offer: InstallEvent | undefined;
  host.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // Or the browser asks by itself, in the middle of a session.
    offer = event as InstallEvent; // Not in the library's types: Chromium alone has it.
    state.value = "offered";
  });
  host.addEventListener("appinstalled", () => {
    state.value = "accepted";
  });
  return {
    state,
    ask: async () => {
      const asked = offer;
      offer = undefined; // It can be shown once.
      if (!asked) return;
      state.value = "asking";
      try {
        state.value = (await asked.prompt()).outcome;
      } catch {
        state.value = "dismissed"; // Refused by the browser: nothing was installed.
      }
    },
  };
};
