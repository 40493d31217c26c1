import { signal } from "@preact/signals";
import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { BriefingScreen } from "../../src/app/prepare/briefing-screen.tsx";
import { HelpScreen } from "../../src/app/shell/help-screen.tsx";
import { SupportScreen } from "../../src/app/support/support-screen.tsx";
import { failed } from "../../src/base/result.ts";
import { createDeskWorld } from "../fixtures/desk-world.ts";
import { renderWithTexts } from "./render-texts.tsx";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const namespaces = ["common", "errors", "support", "help", "briefing"] as const;
const { deps } = createDeskWorld();

test("shows the whole file before it can be saved, in a region the keyboard reaches", async () => {
  const made = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
  await renderWithTexts(<SupportScreen deps={deps} offlineReady={signal(true)} />, { namespaces });
  const region = await screen.findByRole("region", { name: "Tiedoston sisältö" });
  expect(region.textContent).toContain('"format": "kuuluu-support/1"');
  expect(region.getAttribute("tabindex")).toBe("0");
  expect(made).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Tallenna tiedosto" }));
  await vi.waitFor(() => expect(made).toHaveBeenCalledTimes(1));
  const file = made.mock.calls[0]?.[0] as File;
  expect(await file.text()).toBe(region.querySelector("pre")?.textContent);
});

test("says so when the device cannot be read", async () => {
  const device = {
    ...deps.device,
    listBoxes: async () => failed({ type: "store-failed", reason: "UnknownError" } as const),
  };
  await renderWithTexts(<SupportScreen deps={{ ...deps, device }} offlineReady={signal(true)} />, {
    namespaces,
  });
  expect(await screen.findByText(/Laite ei tallentanut/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Tallenna tiedosto" })).toBeNull();
});

test("is one step away from help", async () => {
  await renderWithTexts(<HelpScreen />, { namespaces });
  const link = screen.getByRole("link", { name: "Tiedot tuelle" });
  expect(link.getAttribute("href")).toBe("#/support");
});

test("prints one sheet for each reader, or the chosen one alone, each with all its parts", async () => {
  await renderWithTexts(<BriefingScreen />, { namespaces });
  const sheets = () =>
    screen.getAllByRole("article").map((sheet) => sheet.getAttribute("aria-label"));
  expect(sheets()).toEqual(["Kirjuri", "Keskustelunohjaaja", "Kunnan edustaja"]);
  expect(screen.getAllByText("Tehtäväsi")).toHaveLength(3);
  fireEvent.click(screen.getByRole("radio", { name: "Kunnan edustaja" }));
  await vi.waitFor(() => expect(sheets()).toEqual(["Kunnan edustaja"]));
  expect(screen.getByText("Mitä et saa etkä tarvitse")).toBeTruthy();
});
