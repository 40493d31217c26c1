import { signal } from "@preact/signals";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { StartScreen } from "../../src/app/session/start-screen.tsx";
import { foldSession } from "../../src/domain/session.ts";
import { must } from "../fixtures/device.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";
import { findAlert, primaryNames } from "./screen-parts.ts";

let world: TableWorld;
beforeEach(async () => {
  world = await createTableWorld();
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("indexedDB", {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  location.hash = "";
});

const draw = async (box: OpenBox) => {
  await renderWithTexts(
    <StartScreen
      deps={world.deps}
      box={box}
      offlineReady={signal(true)}
      offlineImpossible={signal(false)}
    />,
  );
  await screen.findByRole("button", { name: "Aloita tilaisuus" });
};
const begin = () => fireEvent.click(screen.getByRole("button", { name: "Aloita tilaisuus" }));
const people = () => screen.getByRole("spinbutton", { name: /Montako asukasta/ });

test("names the receiver, asks three things and has one way on", async () => {
  await draw(await world.openByCard());
  expect(screen.getByText("Vastaanottaja on Kohtaamisia ry (järjestö).")).toBeTruthy();
  expect(people()).toBeTruthy();
  expect(screen.getByRole("combobox", { name: "Keskustelun kieli" })).toBeTruthy();
  expect(screen.getByRole("combobox", { name: "Kirjaat kielellä" })).toBeTruthy();
  expect(primaryNames()).toEqual(["Aloita tilaisuus"]);
});

test("shows what needs a person, and folds away what is in order", async () => {
  await draw(await world.openByCard());
  const note = await screen.findByText(/Selain ei osaa pitää näyttöä päällä/);
  expect(note.closest("details")).toBeNull();
  // Keeping and installing are one paragraph above, not said again below.
  expect(await screen.findByText(/Kuuluuta ei ole asennettu, ja selain voi poistaa/)).toBeTruthy();
  expect(screen.queryByText(/Selain ei kerro, säilyttääkö/)).toBeNull();
  expect(screen.getByText("Kuuluu toimii myös ilman verkkoa.").closest("details")).not.toBeNull();
});

test("the notice is in the language it is read in, with the receiver's name", async () => {
  await draw(await world.openByCard());
  const notice = document.querySelector(".notice-text");
  expect(notice?.getAttribute("lang")).toBe("fi");
  expect(notice?.textContent).toContain("Kohtaamisia ry");
  fireEvent.change(screen.getByRole("combobox", { name: "Ilmoitus kielellä" }), {
    target: { value: "sv" },
  });
  expect(document.querySelector(".notice-text")?.getAttribute("lang")).toBe("sv");
});

test("an impossible head count is told at its field and nothing begins", async () => {
  await draw(await world.openByCard());
  fireEvent.input(people(), { target: { value: "900" } });
  begin();
  await waitFor(() => expect(people().getAttribute("aria-invalid")).toBe("true"));
  expect(location.hash).toBe("");
});

test("begins with what was said and goes to writing", async () => {
  const box = await world.openByCard();
  await draw(box);
  fireEvent.input(people(), { target: { value: "8" } });
  fireEvent.click(screen.getByRole("checkbox", { name: "Ilmoitus on luettu" }));
  begin();
  await waitFor(() => expect(location.hash).toBe(`#/session/${box.box}/write`));
  const fields = foldSession(must(await box.records.readAll()))?.fields;
  expect(fields).toMatchObject({ people: 8, noticeRead: { lang: "fi" } });
});

test("a full disk is told and the page stays", async () => {
  const box = await world.openByCard();
  await draw(box);
  world.device.openBox(box.box).failNext({ type: "store-full" });
  begin();
  expect(await findAlert()).not.toBe("");
  expect(location.hash).toBe("");
});

test("a typed code alone may begin, and is told what is not known yet", async () => {
  await draw(await world.openByCode());
  expect(screen.getByText("Tilaisuuden tiedot eivät ole vielä tulleet")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Lue kortin ruutukoodi" })).toBeTruthy();
  begin();
  await waitFor(() => expect(location.hash).toContain("/write"));
});

test("a session that has begun leads to writing at once", async () => {
  const box = await world.openByCard();
  await world.write(box, 1);
  await renderWithTexts(
    <StartScreen
      deps={world.deps}
      box={box}
      offlineReady={signal(true)}
      offlineImpossible={signal(false)}
    />,
  );
  const way = await screen.findByRole("link", { name: "Jatka kirjaamista" });
  expect(way.getAttribute("href")).toBe(`#/session/${box.box}/write`);
});
