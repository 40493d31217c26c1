import { signal } from "@preact/signals";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HomeScreen } from "../../src/app/home/home-screen.tsx";
import { AppleSteps, InstallGuide } from "../../src/app/prepare/install-guide.tsx";
import { createPracticePace } from "../../src/app/prepare/practice-pace.ts";
import { PracticeTalk } from "../../src/app/prepare/practice-talk.tsx";
import { PrepareLink } from "../../src/app/prepare/prepare-link.tsx";
import { PrepareScreen } from "../../src/app/prepare/prepare-screen.tsx";
import type { DeviceMarks } from "../../src/app/support/marks.ts";
import { createDeskWorld } from "../fixtures/desk-world.ts";
import { renderWithTexts } from "./render-texts.tsx";

const namespaces = ["common", "errors", "session", "device", "prepare"] as const;
const noOffer = signal(undefined);
const files = (isReady: boolean) => ({
  offlineReady: signal(isReady),
  offlineImpossible: signal(false),
});

beforeEach(() => {
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("indexedDB", {});
  vi.stubGlobal("CompressionStream", class {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  history.replaceState(null, "", "#/");
});

const draw = (query = "", isReady = true, world = createDeskWorld()) =>
  renderWithTexts(
    <PrepareScreen deps={world.deps} query={query} install={noOffer} {...files(isReady)} />,
    { namespaces },
  ).then((drawn) => ({ ...drawn, world }));

test("ends in words that say what is left, and in ready when all is done", async () => {
  const { world } = await draw();
  expect(await screen.findByText(/Tee vielä harjoitus/)).toBeTruthy();
  const begin = screen.getByRole("link", { name: "Aloita harjoitus" });
  expect(begin.getAttribute("href")).toBe("./?practice=1");
  cleanup();
  await draw("practised", true, world);
  expect(await screen.findByText("Valmis")).toBeTruthy();
  expect(await screen.findByText(/^Harjoiteltu /)).toBeTruthy();
  expect(location.hash).toBe("#/prepare");
});

test("is not ready while languages and fonts are on their way", async () => {
  await draw("practised", false);
  expect(await screen.findByText("Vielä tekemättä:")).toBeTruthy();
  expect(screen.queryByText("Valmis")).toBeNull();
  expect(screen.getByText(/Haetaan kieliä ja kirjasimia/)).toBeTruthy();
});

test("says what is wrong with a browser that cannot hold a session, and offers no practice", async () => {
  vi.stubGlobal("CompressionStream", undefined);
  await draw();
  expect(await screen.findByText(/Tällä laitteella ei vielä voi kirjata/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Aloita harjoitus" })).toBeNull();
});

test("shows the steps of the Home Screen in order, drawings unseen by readers", async () => {
  const { container } = await renderWithTexts(<AppleSteps />, { namespaces });
  const steps = [...container.querySelectorAll("li")].map(({ textContent }) => textContent ?? "");
  expect(steps.map((step) => step.slice(0, 12))).toEqual([
    "Paina Jaa: n",
    "Rullaa alasp",
    "Paina Lisää.",
    "Sulje tämä v",
  ]);
  const drawings = container.querySelectorAll("li > .install-drawing");
  expect([...drawings].every((each) => each.getAttribute("aria-hidden") === "true")).toBe(true);
});

test("offers a button to install only once the browser has offered it", async () => {
  const state = signal<"none" | "offered">("none");
  const ask = vi.fn(async () => undefined);
  await renderWithTexts(<InstallGuide way="chromium" offer={{ state, ask }} />, { namespaces });
  expect(screen.queryByRole("button")).toBeNull();
  state.value = "offered";
  fireEvent.click(await screen.findByRole("button", { name: "Asenna Kuuluu tähän laitteeseen" }));
  expect(ask).toHaveBeenCalledTimes(1);
});

test("the practice reads each line out and can be stopped and stepped", async () => {
  const pace = createPracticePace([1, 1], () => () => undefined);
  const lines = [
    { speaker: "P1", text: "Ensimmäinen" },
    { speaker: "", text: "Toinen" },
  ];
  const { container } = await renderWithTexts(<PracticeTalk pace={pace} lines={lines} />, {
    namespaces,
  });
  pace.begin();
  await waitFor(() =>
    expect(container.querySelector("[aria-live]")?.textContent).toBe("P1 Ensimmäinen"),
  );
  fireEvent.click(screen.getByRole("button", { name: "Tauko" }));
  expect(await screen.findByRole("button", { name: "Jatka" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Seuraava" }));
  await waitFor(() => expect(screen.getByText("Toinen")).toBeTruthy());
});

test("the coordinator's link holds an address and nothing else", async () => {
  await renderWithTexts(<PrepareLink baseUrl="https://kuuluu.example/" />, { namespaces });
  expect(screen.getByText("https://kuuluu.example/#/prepare")).toBeTruthy();
});

const lossOf = (change: object): Pick<DeviceMarks, "lost" | "acknowledge"> => {
  const lost = signal<DeviceMarks["lost"]["value"]>({
    sessions: 2,
    desks: 0,
    notes: 41,
    unsent: 0,
    seenMs: Date.UTC(2026, 10, 20, 16),
    ...change,
  });
  return {
    lost,
    acknowledge: async () => {
      lost.value = undefined;
    },
  };
};

const drawHome = async (loss: Partial<DeviceMarks>) => {
  const world = createDeskWorld();
  const deps = { ...world.deps, marks: { ...world.deps.marks, ...loss } };
  await renderWithTexts(<HomeScreen deps={deps} />, { namespaces });
};

test("an emptied device says what was here instead of an empty welcome", async () => {
  await drawHome(lossOf({ unsent: 3 }));
  const told = await screen.findByText(/kirjauksia 41, tilaisuuksia 2/);
  expect(told.closest("[role=alert]")).toBeTruthy();
  expect(told.textContent).toContain("Osa ei ollut vielä lähtenyt");
  expect(screen.queryByText("Täällä ei ole vielä tilaisuuksia")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Olen lukenut tämän" }));
  expect(await screen.findByText("Täällä ei ole vielä tilaisuuksia")).toBeTruthy();
});

test("an emptied device whose notes had left says so", async () => {
  await drawHome(lossOf({}));
  expect(await screen.findByText(/Kaikki oli ehtinyt lähteä/)).toBeTruthy();
});

test("says nothing of an empty device before it has compared", async () => {
  await drawHome({ isCompared: signal(false) });
  expect(screen.queryByText("Täällä ei ole vielä tilaisuuksia")).toBeNull();
});
