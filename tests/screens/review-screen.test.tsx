// The review as it stands on the screen: a suggestion comes when asked for and says why; two scribes are compared.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { ReviewScreen } from "../../src/app/facilitator/review-screen.tsx";
import { createRecordWriter } from "../../src/app/record-writer.ts";
import { ofKind, parseTableRecord } from "../../src/domain/record.ts";
import { DeviceId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { writeNotes } from "../fixtures/main-job.ts";
import { createTableWorld } from "../fixtures/table-world.ts";
import { renderWithTexts } from "./render-texts.tsx";

afterEach(cleanup);

const said = (text: string, second: number, dimensions: readonly string[] = []) => ({
  ...{ text, lang: "fi", kinds: [], subThemes: [], topics: [], dimensions },
  begunAt: `2026-11-24T15:59:${String(second).padStart(2, "0")}.000Z`,
});
const button = (name: string | RegExp) => screen.getByRole("button", { name });

test("shows a suggestion when asked, says which word it rests on, and goes on at the note once answered", async () => {
  const world = await createTableWorld();
  const box = await world.openByCard();
  await writeNotes(world.deps, box, [said("Naapuri haki kotiin, en uskalla yksin.", 1)]);
  await renderWithTexts(<ReviewScreen deps={world.deps} box={box} />);
  fireEvent.click(await screen.findByRole("button", { name: "Näytä ehdotus" }));
  const list = within(screen.getByRole("list", { name: "Ehdotukset tähän kirjaukseen" }));
  expect(list.getAllByText(/^Ehdotus: /).map((each) => each.textContent)).toEqual([
    "Ehdotus: 3 Vuorovaikutus?",
    "Ehdotus: 2 Turvallisuus?",
  ]);
  expect(list.getByText(/sana ”uskalla” – Turvallisuus julkisissa paikoissa/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(button("Lisää: Vuorovaikutus")));
  fireEvent.click(button("Ei tähän: Vuorovaikutus"));
  await waitFor(() => expect(document.activeElement).toBe(button("Lisää: Turvallisuus")));
  fireEvent.click(button("Lisää: Turvallisuus"));
  await waitFor(() => {
    const [chip] = screen.getAllByRole("button", { name: /2 Turvallisuus$/, pressed: true });
    expect(chip).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole("region", { name: "Avoin kirjaus" }));
  });
  expect(screen.queryByRole("button", { name: "Näytä ehdotus" })).toBeNull();
  const answers = ofKind(must(await box.records.readAll()), "suggestion/1");
  expect(answers.map(({ record }) => [record.dimension, record.answer])).toEqual([
    ["V", "refused"],
    ["S", "taken"],
  ]);
});

test("shows no suggestion once they are switched off, and says what they are", async () => {
  const world = await createTableWorld();
  const box = await world.openByCard();
  await writeNotes(world.deps, box, [said("En uskalla kulkea yksin.", 1)]);
  await renderWithTexts(<ReviewScreen deps={world.deps} box={box} />);
  await screen.findByRole("button", { name: "Näytä ehdotus" });
  expect(screen.getByText(/Se ei ymmärrä, mitä sanat tarkoittavat/)).toBeTruthy();
  fireEvent.click(screen.getByLabelText("Ehdotukset ovat käytössä tässä laitteessa"));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Näytä ehdotus" })).toBeNull());
  cleanup();
  await renderWithTexts(<ReviewScreen deps={world.deps} box={box} />);
  const settled = await screen.findByLabelText("Ehdotukset ovat käytössä tässä laitteessa");
  await waitFor(() => expect((settled as HTMLInputElement).checked).toBe(false)); // A checkbox by its label.
});

test("compares two scribes: how often they agreed, kappa by dimension, and where they differ", async () => {
  const world = await createTableWorld();
  const box = await world.openByCard();
  const other = createRecordWriter({
    ...{ box: box.box, role: "scribe", records: box.records, env: world.deps.env },
    parse: parseTableRecord,
    device: DeviceId.parse("bb".repeat(16)),
  });
  const dark = "Alikulku on pimeä iltaisin";
  const soup = "Keitto tuotiin sairaalle kotiin";
  await writeNotes(world.deps, box, [said(dark, 1, ["S"]), said(soup, 40, ["V"])]);
  await writeNotes(world.deps, { ...box, writer: other }, [
    said(dark, 5, ["S"]),
    said(soup, 45, ["O"]),
  ]);
  await renderWithTexts(<ReviewScreen deps={world.deps} box={box} />);
  const title = await screen.findByText("Kirjurit A ja B: samat osa-alueet 1/2 kirjausparissa");
  fireEvent.click(title);
  const table = within(screen.getByRole("table"));
  const cells = (name: RegExp) =>
    within(table.getByRole("row", { name }))
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
  expect(cells(/Turvallisuus/)).toEqual(["1", "0", "0", "1", "1"]);
  expect(cells(/Vuorovaikutus/)).toEqual(["0", "1", "0", "1", "0"]);
  expect(cells(/Asenteet/)).toEqual(["0", "0", "0", "2", "–"]);
  expect(screen.getByText(/enintään minuutin välein/)).toBeTruthy();
  fireEvent.click(button(/^Eri osa-alueet 2/));
  const rows = within(screen.getByRole("region", { name: "Kirjaukset" })).getAllByRole("listitem");
  expect(rows).toHaveLength(2);
});
