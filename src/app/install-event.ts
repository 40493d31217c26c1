// The browser's offer to install the app comes once, early, and only in Chromium: caught here, used on the page for
// getting ready.
import { type ReadonlySignal, signal } from "@preact/signals";

/** Undefined: this browser makes no offer, or none yet. */
export type InstallEvent = ReadonlySignal<Event | undefined>;

export const catchInstallEvent = (host: Pick<Window, "addEventListener">): InstallEvent => {
  const caught = signal<Event | undefined>(undefined);
  host.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // Or the browser asks by itself, in the middle of a session.
    caught.value = event;
  });
  return caught;
};
