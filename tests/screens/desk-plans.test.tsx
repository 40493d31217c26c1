// Plans and sheets on the screen: what is chosen, what is said before anything is saved, what a sheet would change.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseCsv, writeCsv } from "../../src/base/csv.ts";
import { foldMeasures } from "../../src/domain/measures.ts";
import { createPlansWorld, type PlansWorld } from "../fixtures/plans-world.ts";
import { renderDesk } from "./desk-screens.tsx";

let world: PlansWorld;
let saved: { name: string; bytes: Promise<ArrayBuffer> }[];
beforeEach(async () => {
  world = await createPlansWorld();
  saved = [];
  const urls = new Map<string, Blob>();
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const url = `blob:${urls.size}`;
    urls.set(url, blob as Blob); // Only files are saved here.
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = urls.get(this.href);
    if (blob) saved.push({ name: this.download, bytes: blob.arrayBuffer() });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = async (part = "") => {
  await renderDesk(world.office, `plans${part}`);
};
const headings = (page: HTMLElement) =>
  within(page)
    .getAllByRole("heading", { level: 3 })
    .map(({ textContent }) => textContent);

test("shows the action plan with the sections of its frame, and marks what is to be filled in", async () => {
  await world.addMeasure({ indicator: "Valoja", baseline: "0", target: "12" });
  await open();
  const page = await screen.findByRole("article");
  expect(headings(page)).toEqual([
    "Tilannekuva",
    "Tavoitteet",
    "Paikalliset erityiskysymykset",
    "Vaikuttamiskanavat",
    "Keskeiset toimijat",
    "Toimenpide-ehdotukset",
    "Mittarit",
    "Seuranta ja vastuutaho",
    "Viestintä ja palaute osallistujille",
    "Näin suunnitelman tiedot on koottu",
  ]);
  expect(within(page).getAllByText("Valaistaan aseman alikulku").length).toBeGreaterThan(0);
  expect(within(page).getByText("[täydennetään: hyväksyjä]")).toBeTruthy();
  expect(screen.getByText(/1 toimenpide mukana · 1 päähavainto · \d+ kohtaa/)).toBeTruthy();
});

test("says before saving how many things are left out and why, with a way to each", async () => {
  const unchecked = await world.addMeasure({}, false);
  await world.addFinding("Tarkistamaton", [0], false);
  await open();
  fireEvent.click(await screen.findByText("2 asiaa ei ole mukana: katso miksi"));
  expect(screen.getByText(/1 toimenpide: ei tarkistettu kerrottavaksi/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Toimenpide 1" }).getAttribute("href")).toBe(
    `#/desk/measures/${unchecked}`,
  );
});

test("takes three objectives into an implementation plan, and tells about the fourth", async () => {
  for (const at of [1, 2, 3, 4]) {
    await world.addMeasure({ objective: { fi: `Tavoitteena ${at}` }, what: { fi: `Teko ${at}` } });
  }
  await open();
  await screen.findByRole("article");
  fireEvent.change(screen.getByLabelText("Suunnitelma"), { target: { value: "implementation" } });
  const box = (at: number) =>
    screen.getByRole("checkbox", { name: new RegExp(`Tavoitteena ${at}`) });
  for (const at of [2, 1, 4]) fireEvent.click(box(at));
  const page = screen.getByRole("article");
  await waitFor(() =>
    expect(headings(page)).toEqual([
      "Tavoite 1",
      "Tavoite 2",
      "Tavoite 3",
      "Näin suunnitelman tiedot on koottu",
    ]),
  );
  fireEvent.click(box(3));
  expect(await screen.findByText(/enintään 3 tavoitetta\. Poista ensin/)).toBeTruthy();
  expect(within(page).queryByText("Teko 3")).toBeNull();
  expect(within(page).getByText("Teko 4")).toBeTruthy();
});

test("saves the plan for Word under a name without a word of it", async () => {
  await world.addMeasure();
  await open();
  await screen.findByRole("article");
  fireEvent.change(screen.getByLabelText("Suunnitelman kieli"), { target: { value: "sv" } });
  await screen.findByRole("heading", { name: /Verksamhetsplan för att främja/ });
  fireEvent.click(screen.getByRole("button", { name: "Tallenna Word-tiedostona" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/^kuuluu-[0-9a-f]{8}-action-plan-sv-\d{4}-\d\d-\d\d\.docx$/);
});

const pick = (bytes: BlobPart) => {
  const input = document.querySelector('input[type="file"]');
  if (!input) throw new Error("no place for a file");
  fireEvent.change(input, { target: { files: [new File([bytes], "taulukko.csv")] } });
};

test("lets the table go out, shows what the edited one would change, and changes it after a yes", async () => {
  const id = await world.addMeasure();
  await open("/table");
  expect(await screen.findByRole("table")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Tallenna CSV-tiedostona" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const parsed = parseCsv(new TextDecoder().decode(await saved[0]?.bytes));
  if (!parsed.ok) throw new Error("not ours");
  const party = parsed.value[0]?.cells.indexOf("Vastuutaho (party)") ?? -1;
  const [head, row] = parsed.value.map(({ cells }) => cells);
  if (!head || !row) throw new Error("no rows");
  const edited = [head, row.with(party, "Tekninen lautakunta"), row.with(0, "m-0")];
  pick(writeCsv(edited, ";"));
  expect(await screen.findByText("1 toimenpide muuttuisi")).toBeTruthy();
  expect(screen.getByText(/Rivi 3: tunnistetta m-0 ei ole/)).toBeTruthy();
  const before = await world.records();
  fireEvent.click(screen.getByRole("button", { name: "Ota 1 toimenpiteen muutokset" }));
  await screen.findByText(/1 toimenpide on nyt muuttunut/);
  const view = foldMeasures(await world.records()).find(({ measureId }) => measureId === id);
  expect(view?.fields.unit).toBe("Tekninen lautakunta");
  expect(view?.heads).toHaveLength(1);
  expect(await world.records()).toHaveLength(before.length + 1);
});

test("refuses a file that lost its letters, with what to do", async () => {
  await world.addMeasure();
  await open("/table");
  await screen.findByRole("table");
  pick(new Uint8Array([0x54, 0xe4]));
  expect(await screen.findByText(/Tallenna se Excelissä muodossa CSV UTF-8/)).toBeTruthy();
});

test("asks a unit about its measures and saves the request", async () => {
  await world.addMeasure();
  await world.addMeasure({ unit: "Nuorisopalvelut", what: { fi: "Oppilaskunnat mukaan" } });
  await open("/requests");
  const unit = await screen.findByLabelText("Mistä toimenpiteistä kysytään");
  fireEvent.change(unit, { target: { value: "Nuorisopalvelut" } });
  expect(await screen.findByText("Oppilaskunnat mukaan")).toBeTruthy();
  expect(screen.queryByText("Valaistaan aseman alikulku")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Tallenna pyyntö Excel-tiedostona" }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.name).toMatch(/-follow-up-fi-.*\.xlsx$/);
});

test("says what will stand there while no measure has been checked", async () => {
  await open("/table");
  expect(await screen.findByText("Taulukossa ei ole vielä toimenpiteitä")).toBeTruthy();
});
