// The desk's safety by role and label: receipts, the safe copy, a rescue, the keeping of a round.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeRescueCopy } from "../../src/app/home/rescue-copy.ts";
import type { Bytes } from "../../src/base/bytes.ts";
import { parseCode } from "../../src/base/code.ts";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import {
  close,
  createIntakeWorld,
  fileOf,
  handOver,
  type IntakeWorld,
  tryFiles,
} from "../fixtures/intake-world.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";

let world: IntakeWorld;
beforeEach(async () => {
  world = await createIntakeWorld();
  await writeNotes(world.tablet, world.box, exampleNotes().slice(0, 3));
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const drop = (name: string, bytes: Bytes) => {
  const input = document.querySelector("input[type=file]");
  if (!input) throw new Error("no file field");
  fireEvent.change(input, { target: { files: [new File([bytes], name)] } });
};
const arrive = async () => {
  await close(world);
  await tryFiles(world.model, fileOf("a.kuuluu", await handOver(world.box)));
  await world.model.importAll();
};

test("says the receipt of each session as a code in groups of four", async () => {
  await arrive();
  await renderDesk(world.office, "receipts");
  const table = await screen.findByRole("table", { name: /kuittaukset/i });
  const code = within(table).getByText(/^\w{4}-\w{4}-\w{4}$/).textContent ?? "";
  expect(parseCode("receipt", code).ok).toBe(true);
  expect(screen.getByRole("button", { name: "Tallenna kuittaukset tiedostoksi" })).toBeTruthy();
});

test("has no receipts to give before anything has arrived, and says what will come", async () => {
  await renderDesk(world.office, "receipts");
  expect(await screen.findByText("Kuitattavaa ei vielä ole")).toBeTruthy();
});

test("opens no rescue without a reason, then brings the notes and says that they are unsigned", async () => {
  await world.tablet.workspace.lock();
  const { bytes } = must(await makeRescueCopy(world.tablet, world.session));
  await renderDesk(world.office, "rescue");
  drop("rescue.zip", bytes);
  await screen.findByLabelText(/Miksi kirjaukset avataan/);
  press("Avaa ja ota talteen");
  expect(await findAlert()).toMatch(/Syy puuttuu/);
  type(/Miksi kirjaukset avataan/, "Kortti katosi");
  press("Avaa ja ota talteen");
  expect(await screen.findByText(/3 kirjausta on pelastettu/)).toBeTruthy();
  expect(screen.getByText(/pelastettu, ei allekirjoitettu/)).toBeTruthy();
  expect(await screen.findByText("Kortti katosi")).toBeTruthy();
});

test("refuses what is no rescue file, in words", async () => {
  await renderDesk(world.office, "rescue");
  drop("kuva.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47));
  expect(await findAlert()).toMatch(/Mitään ei muutettu/);
});

test("removes a round only when its name was typed, and shows the certificate", async () => {
  await arrive();
  await renderDesk(world.office, "retention");
  await screen.findByText(/Viimeinen luovutus kuitattiin/);
  type(/Kirjoita kierroksen nimi/, "Jokin muu");
  press(/lopullisesti/);
  expect(await findAlert()).toMatch(/Nimi ei ole sama/);
  type(/Kirjoita kierroksen nimi/, "Syksy 2026");
  press(/lopullisesti/);
  expect(await screen.findByText("Todistus poistamisesta")).toBeTruthy();
  expect(screen.getByText(/Poistettu: 3 kirjausta/)).toBeTruthy();
  expect(screen.getByText(/koordinaattorin päätös ennen/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole("button", { name: /lopullisesti/ })).toBeNull());
});

test("names what must come first instead of offering to remove", async () => {
  await arrive();
  const { planSession } = await import("../../src/app/desk/desk-plan.ts");
  const { toDeskState } = await import("../../src/app/desk/desk-view.ts");
  const [round] = toDeskState(must(await world.desk.records.readAll())).rounds;
  if (!round) throw new Error("no round");
  const draft = { roundId: round.roundId, title: "Toinen", groups: [], languages: ["fi"] as const };
  must(await planSession(world.office, world.desk, draft));
  await renderDesk(world.office, "retention");
  expect(await screen.findByText(/Yhdestä tilaisuudesta ei ole luovutusta/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /lopullisesti/ })).toBeNull();
});
