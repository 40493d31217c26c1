import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { SummaryScreen } from "../../src/app/session/summary-screen.tsx";
import { must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createTableWorld, type TableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";
import { primaryNames } from "./screen-parts.ts";

let world: TableWorld;
let box: OpenBox;
beforeEach(async () => {
  world = await createTableWorld();
  box = await world.openByCard();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const draw = () => renderWithTexts(<SummaryScreen deps={world.deps} box={box} />);
const sheet = async () => within(await screen.findByRole("article"));

test("shows five headings, the counts and that names are not in it; no words of notes, no speakers", async () => {
  await world.write(box, 5);
  must(
    await box.writer.write([
      { kind: "summary/1", parents: [], important: "Valaistus", groupConsent: true },
    ]),
  );
  await draw();
  const paper = await sheet();
  expect(paper.getAllByRole("heading", { level: 3 }).map((each) => each.textContent)).toEqual([
    "Tärkeintä",
    "Mistä oltiin samaa mieltä",
    "Missä näkemykset erosivat",
    "Mikä jäi epäselväksi tai sanomatta",
    "Mitä seuraavaksi ja kuka tekee",
    "Kirjaukset osa-alueittain",
  ]);
  expect(paper.getByText("Valaistus")).toBeTruthy();
  expect(paper.getAllByRole("row")).toHaveLength(5);
  expect(paper.getByText(/Tämän saa kertoa tämän tilaisuuden ryhmältä/)).toBeTruthy();
  expect(paper.getByText(/^Ei nimiä\. Tekstissä voi olla epäsuoria tunnisteita/)).toBeTruthy();
  const shown = document.body.textContent ?? "";
  expect(shown).not.toMatch(/\bP\d|anonyym/i);
  for (const { text } of exampleNotes().slice(0, 5)) expect(shown).not.toContain(text);
});

test("prints, and saves a Word file whose name tells no title", async () => {
  vi.stubGlobal("print", vi.fn());
  const saved: { name: string; blob: Blob }[] = [];
  let blob = new Blob();
  vi.spyOn(URL, "createObjectURL").mockImplementation((made) => {
    blob = made as Blob; // The only thing this screen makes an address for.
    return "blob:x";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob });
  });
  await draw();
  await sheet();
  expect(primaryNames()).toEqual(["Tulosta"]);
  fireEvent.click(screen.getByRole("button", { name: "Tulosta" }));
  expect(window.print).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Tallenna Word-tiedostona" }));
  expect(await screen.findByText(/Se ei ole salattu: säilytä se huolella/)).toBeTruthy();
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/^kuuluu-[0-9a-f]{8}-\d{4}-\d\d-\d\d\.docx$/);
  const files = unzipSync(new Uint8Array(await (saved[0]?.blob ?? new Blob()).arrayBuffer()));
  expect(Object.keys(files)).toContain("word/document.xml");
});
