// Draws the desk's screens as its routes do, over a desk in memory with real keys. An address change draws anew.
import { act, fireEvent, screen, waitFor } from "@testing-library/preact";
import { expect, vi } from "vitest";
import type { AppDeps } from "../../src/app/deps.ts";
import { DeskRoutes } from "../../src/app/desk/desk-routes.tsx";
import { type InterfaceCode, isInterfaceCode } from "../../src/i18n/languages.ts";
import type { Namespace } from "../../src/i18n/resources.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { type RenderOptions, renderWithTexts } from "./render-texts.tsx";

const namespaces: readonly Namespace[] = [
  "common",
  "desk",
  "intake",
  "reading",
  "paper",
  "reports",
  "safety",
  "prepare",
  "briefing",
  "errors",
];

export const renderDesk = async (deps: AppDeps, address = "", options: RenderOptions = {}) => {
  const toScreen = (to: string) => {
    const [path = "", query = ""] = to.replace(/^#?\/?desk\/?/, "").split("?");
    const parts = path.split("/").filter((part) => part !== "");
    // A new address is a new screen, as in the app.
    return (
      <DeskRoutes key={path} deps={deps} path={parts} query={query} openDemo={() => undefined} />
    );
  };
  location.hash = "";
  const view = await renderWithTexts(toScreen(address), { namespaces, ...options });
  await settled();
  return {
    ...view,
    /** Goes where a link or the screen itself has pointed. */
    go: async (to = location.hash) => {
      await act(() => view.redraw(toScreen(to)));
      await settled();
    },
  };
};

/** The page is there, and nothing on it is still being read. */
const settled = async () => {
  await screen.findByRole("heading", { level: 1 });
  await waitFor(() => expect(document.querySelector(".busy")).toBeNull());
};

/** The words of the alert that has some; live regions are always there and mostly empty. */
export const findAlert = (): Promise<string> =>
  waitFor(() => {
    const all = screen.getAllByRole("alert").map(({ textContent }) => textContent ?? "");
    const words = all.filter((text) => text !== "").join(" ");
    expect(words).not.toBe("");
    return words;
  });

/** What Enter in a field does. */
export const submit = (label: string | RegExp): void => {
  const form = screen.getByLabelText(label).closest("form");
  if (!form) throw new Error(`no form round ${label}`);
  fireEvent.submit(form);
};

// The papers fetch their words themselves, in each session's language.
vi.stubGlobal("fetch", async (url: string) => {
  const [, code, namespace] = /locales\/(\w+)\/(\w+)\.json/.exec(url) ?? [];
  if (!isInterfaceCode(code ?? "")) throw new TypeError("Failed to fetch");
  // Ours are the only files of this shape.
  return Response.json(await readTexts(code as InterfaceCode, namespace as Namespace));
});

// The window in memory has no popovers: what is in one is simply there.
HTMLElement.prototype.showPopover ??= () => undefined;
HTMLElement.prototype.hidePopover ??= () => undefined;

// WebCrypto rejects with Node's own exception; the window in memory has another class of that name.
try {
  structuredClone(() => undefined);
} catch (thrown) {
  if (thrown instanceof Error) globalThis.DOMException = thrown.constructor as typeof DOMException;
}
