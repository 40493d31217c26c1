import { cleanup, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { HomeScreen } from "../../src/app/home/home-screen.tsx";
import { failed } from "../../src/base/result.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";
import { findAlert, primaryNames } from "./screen-parts.ts";

let world: TableWorld;
beforeEach(async () => {
  world = await createTableWorld();
});
afterEach(cleanup);

const draw = (deps = world.deps) => renderWithTexts(<HomeScreen deps={deps} />);

test("an empty device says what will stand here, and has one way on", async () => {
  await draw();
  await screen.findByText("Täällä ei ole vielä tilaisuuksia");
  expect(screen.getByRole("link", { name: "Liity kortilla" }).getAttribute("href")).toBe("#/join");
  expect(primaryNames()).toEqual(["Liity kortilla"]);
});

test("a joined session is to be prepared first", async () => {
  const box = await world.openByCard();
  await draw();
  await screen.findByText("Asukasilta, ryhmä 2");
  const way = await screen.findByRole("link", { name: "Valmistele ja aloita" });
  expect(way.getAttribute("href")).toBe(`#/session/${box.box}/start`);
  expect(primaryNames()).toEqual(["Valmistele ja aloita"]);
});

test("a session with notes goes on where it was, and says how far it has come", async () => {
  const box = await world.openByCard();
  await world.write(box, 3);
  await draw();
  const way = await screen.findByRole("link", { name: "Jatka kirjaamista" });
  expect(way.getAttribute("href")).toBe(`#/session/${box.box}/write`);
  expect(screen.getByText(/Kesken · 3 kirjausta/)).toBeTruthy();
  expect(primaryNames()).toEqual(["Jatka kirjaamista"]);
});

test("a locked session tells no title, only how to open it and what is here alone", async () => {
  const box = await world.openByCard();
  await world.write(box, 2);
  await world.deps.workspace.lock();
  await draw();
  await screen.findByText("Lukittu tilaisuus");
  expect(await screen.findByText(/2 muutosta on vain tässä laitteessa/)).toBeTruthy();
  expect(document.body.textContent).not.toContain("Asukasilta");
  expect(primaryNames()).toEqual(["Liity kortilla"]);
});

test("a device that cannot be read says so", async () => {
  const watchBoxes: typeof world.deps.device.watchBoxes = (listener) => {
    listener(failed({ type: "store-failed", reason: "aborted" }));
    return () => undefined;
  };
  await draw({ ...world.deps, device: { ...world.deps.device, watchBoxes } });
  expect(await findAlert()).not.toBe("");
});
