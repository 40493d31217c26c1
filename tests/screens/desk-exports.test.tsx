// Files and papers of a round: what is on the screen, in which words, and that it tells what is not for publishing.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createIntakeWorld, type IntakeWorld } from "../fixtures/intake-world.ts";
import { renderDesk } from "./desk-screens.tsx";

let world: IntakeWorld;
let names: string[];
beforeEach(async () => {
  world = await createIntakeWorld();
  names = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = async () => {
  await renderDesk(world.office, "exports");
  await screen.findByRole("heading", { name: "Tiedostot ja asiakirjat" });
};
const partOf = (title: string) => {
  const part = screen.getByRole("heading", { level: 2, name: title }).closest("section");
  if (!part) throw new Error(`no part ${title}`);
  return within(part);
};

test("keeps the notes as they were written apart, marked as not for publishing", async () => {
  await open();
  const raw = partOf("Kirjaukset sellaisinaan");
  expect(raw.getByText("Ei julkaistavaksi: sisältää kirjaukset sellaisinaan")).toBeTruthy();
  for (const name of [
    "Excel",
    "CSV",
    "Koko kierros (JSON)",
    "Aineisto (.qdpx)",
    "Koodikirja (.qdc)",
  ]) {
    expect(raw.getByRole("button", { name })).toBeTruthy();
  }
});

test("offers researchers the line ends of MAXQDA, the common ones first", async () => {
  await open();
  const raw = partOf("Kirjaukset sellaisinaan");
  const field = raw.getByLabelText("Aineiston rivinvaihdot");
  expect(field).toHaveProperty("value", "lf");
  fireEvent.change(field, { target: { value: "crlf" } });
  expect(field).toHaveProperty("value", "crlf");
  fireEvent.click(raw.getByRole("button", { name: "Aineisto (.qdpx)" }));
  await waitFor(() => expect(names).toHaveLength(1));
  expect(names[0]).toMatch(/\.qdpx$/);
});

test("saves the round under a name without a word of it, and says so", async () => {
  await open();
  fireEvent.click(
    partOf("Kirjaukset sellaisinaan").getByRole("button", { name: "Koko kierros (JSON)" }),
  );
  await waitFor(() => expect(names).toHaveLength(1));
  expect(names[0]).toMatch(/^kuuluu-[0-9a-f]{8}-round-\d{4}-\d\d-\d\d\.json$/);
  expect(await screen.findByText(`Tiedosto on valmis: ${names[0]}`)).toBeTruthy();
});

test("makes a paper in the language that is chosen, whatever the screen speaks", async () => {
  await open();
  const papers = partOf("Asiakirjat");
  fireEvent.change(papers.getByLabelText("Asiakirjojen kieli"), { target: { value: "sv" } });
  fireEvent.click(
    papers.getByRole("button", { name: "Tallenna Word-tiedostona: Seloste käsittelytoimista" }),
  );
  await waitFor(() => expect(names).toHaveLength(1));
  expect(names[0]).toMatch(/-record-sv-.*\.docx$/);
});

test("says what will stand there while there is nothing to translate", async () => {
  await open();
  expect(partOf("Käännökset").getByText(/Käännettävää ei vielä ole/)).toBeTruthy();
});
