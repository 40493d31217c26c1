import { cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { JoinScreen } from "../../src/app/session/join-screen.tsx";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";
import { findAlert, primaryNames } from "./screen-parts.ts";

let world: TableWorld;
beforeEach(async () => {
  world = await createTableWorld();
  // What a browser that can hold a session has, and happy-dom has not.
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("indexedDB", {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = "";
});

const draw = async (data?: string) => {
  const view = await renderWithTexts(
    <JoinScreen deps={world.deps} {...(data === undefined ? {} : { data })} />,
  );
  return view;
};
const type = async (code: string) => {
  fireEvent.input(await screen.findByRole("textbox", { name: "Kortin koodi" }), {
    target: { value: code },
  });
  fireEvent.click(screen.getByRole("button", { name: "Avaa tilaisuus" }));
};
const planComes = () =>
  world.whenSending(async () => {
    const box = world.deps.workspace.open.value;
    if (box) await world.bringPlan(box);
  });

test("asks for the code alone where there is no camera, and says so", async () => {
  await draw();
  await screen.findByText(/Kameraa ei voi käyttää/);
  expect(primaryNames()).toEqual(["Avaa tilaisuus"]);
});

test("a code that is too short is refused in words, and stays in the field", async () => {
  await draw();
  await type("K7PA-3M9X");
  expect(await findAlert()).toMatch(/merkki/);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Kortin koodi" }).value).toBe(
    "K7PA-3M9X",
  );
});

test("without a network the session opens all the same, and it is said why its details lack", async () => {
  world.setCourier({ activity: "waiting", failure: "hub-unreachable" });
  await draw();
  await type(world.code);
  await screen.findByText(/sen tiedot eivät ole vielä tulleet/);
  expect(screen.getByText(/Ei verkkoa/)).toBeTruthy();
  expect(primaryNames()).toEqual(["Jatka tilaisuuteen"]);
  fireEvent.click(screen.getByRole("button", { name: "Jatka tilaisuuteen" }));
  const box = world.deps.workspace.open.value?.box;
  expect(screen.getByRole("link", { name: "Valmistele ja aloita" }).getAttribute("href")).toBe(
    `#/session/${box}/start`,
  );
});

test("a plan is compared with the paper: receiver and marks, then one press", async () => {
  planComes();
  await draw();
  await type(world.code);
  await screen.findByText("Vertaa korttiin");
  const marks = await world.deps.keys.fingerprintOf(world.info.desk.recipient);
  expect(screen.getByText("Kohtaamisia ry")).toBeTruthy();
  expect(screen.getByText(marks).getAttribute("dir")).toBe("ltr");
  fireEvent.click(screen.getByRole("button", { name: "Täsmäävät" }));
  expect(await screen.findByText("Kortti on luettu ja tilaisuus on auki")).toBeTruthy();
});

test("a plan that does not match the paper is warned of", async () => {
  planComes();
  await draw();
  await type(world.code);
  fireEvent.click(await screen.findByRole("button", { name: "Eivät täsmää" }));
  expect(await findAlert()).toContain("Älä luovuta");
});

test("a full disk is told while comparing too, and nothing is lost from sight", async () => {
  planComes();
  await draw();
  await type(world.code);
  const match = await screen.findByRole("button", { name: "Täsmäävät" });
  world.device.failNext({ type: "store-full" });
  fireEvent.click(match);
  expect(await findAlert()).not.toBe("");
  expect(screen.getByRole("button", { name: "Täsmäävät" })).toBeTruthy();
});

test("an opened link leaves the address at once and is told to stay in the history", async () => {
  location.hash = world.link.split("#")[1] ?? "";
  await draw(world.link.split("#/join/")[1]);
  expect(await screen.findByText("Kortti avattiin linkkinä")).toBeTruthy();
  expect(location.hash).toBe("#/join");
  expect(screen.getByText(/tyhjennä historia/)).toBeTruthy();
});

test("a browser that can store nothing is told before anything is typed", async () => {
  vi.stubGlobal("indexedDB", undefined);
  await draw();
  expect(await findAlert()).toContain("Tällä selaimella tilaisuutta ei voi kirjata");
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("an error that a draft language lacks is marked as English", async () => {
  world.setCourier({ activity: "waiting", failure: "hub-unreachable" });
  await renderWithTexts(<JoinScreen deps={world.deps} />, { language: "ar" });
  fireEvent.input(await screen.findByRole("textbox"), { target: { value: world.code } });
  fireEvent.submit(document.querySelector("form") ?? document.body);
  const words = await screen.findByText(/No network/);
  expect(words.getAttribute("lang")).toBe("en");
  expect(words.getAttribute("dir")).toBe("ltr");
});
