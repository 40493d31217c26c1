// What tests ask of a whole screen: its next step, and the alert that is drawn (the live region is another one).
import { waitFor } from "@testing-library/preact";

/** The buttons drawn as the next step. There should be one at most. */
export const primaryNames = (): readonly string[] =>
  [...document.querySelectorAll(".button-primary")].map((button) => button.textContent ?? "");

/** The words of the alert on the screen, once there is one. */
export const findAlert = (): Promise<string> =>
  waitFor(() => {
    const words = document.querySelector(".message[role=alert]")?.textContent;
    if (!words) throw new Error("no alert is drawn");
    return words;
  });
