import { cleanup, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ClockScreen } from "../../src/app/facilitator/clock-screen.tsx";
import type { OpenBox } from "../../src/app/open-box.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";

let world: TableWorld;
let box: OpenBox;
beforeEach(async () => {
  world = await createTableWorld();
  box = await world.openByCard();
});
afterEach(cleanup);

const draw = () => renderWithTexts(<ClockScreen deps={world.deps} box={box} />);
const begin = async (question: string) => {
  const begunAt = new Date(world.deps.env.now()).toISOString();
  must(await box.writer.write([{ kind: "phase/1", parents: [], question, begunAt }]));
};

test("before the talk says how the clock starts, and with which question", async () => {
  await draw();
  expect(await screen.findByText(/Keskustelu ei ole vielä alkanut/)).toBeTruthy();
  expect(screen.getByText(/Millaista täällä on asua ja elää/)).toBeTruthy();
});

test("shows the question of now, the next one, and what has not been touched", async () => {
  await begin("Q-start");
  await draw();
  expect(await screen.findByText(/^Nyt, kysymys 1\//)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Seuraavaksi" })).toBeTruthy();
  const untouched = [...document.querySelectorAll(".clock-untouched .mark")];
  expect(untouched.map((mark) => mark.textContent?.trim())).toEqual([
    "1 Asenteet",
    "2 Turvallisuus",
    "3 Vuorovaikutus",
    "4 Osallisuus",
  ]);
  expect(untouched.every((mark) => mark.querySelector(".shape"))).toBe(true);
});

test("shows not a word of any note", async () => {
  await begin("Q-start");
  await world.write(box, 6);
  await draw();
  await waitFor(() => expect(screen.getByText(/^Kirjauksia 6/)).toBeTruthy());
  const shown = document.body.textContent ?? "";
  for (const { text } of exampleNotes().slice(0, 6)) expect(shown).not.toContain(text);
});
