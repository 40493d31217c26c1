// How Kuuluu is installed in this browser: a button where there is one, else which words.
import { type BrowserFacts, nameBrowser } from "../session/browser-check.ts";

export type InstallWay =
  | "done"
  /** iPad and iPhone: the Home Screen, by hand. */
  | "apple"
  | "safari-mac"
  | "firefox"
  | "firefox-mobile"
  /** Chromium, Edge, Samsung: a button once the browser offers it, else the menu. */
  | "chromium"
  | "other";

export const toInstallWay = (
  facts: Pick<BrowserFacts, "isInstalled" | "isAppleTouch" | "userAgent">,
): InstallWay => {
  if (facts.isInstalled) return "done";
  if (facts.isAppleTouch) return "apple";
  switch (nameBrowser(facts.userAgent)?.name) {
    case "Safari":
      return "safari-mac";
    case "Firefox":
      return facts.userAgent.includes("Android") ? "firefox-mobile" : "firefox";
    case "Chrome":
    case "Edge":
    case "Samsung Internet":
      return "chromium";
    default:
      return "other";
  }
};
