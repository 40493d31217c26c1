// The thread and the exchange between desks on the screen: what a coordinator reads and does there.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toCarriedId } from "../../src/analysis/carried-over.ts";
import { foldExchanges } from "../../src/domain/exchanges.ts";
import { foldMeasures } from "../../src/domain/measures.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { createGivingWorld, type GivingWorld, measureDraft } from "../fixtures/exchange-world.ts";
import { noteOf, refTo, releaseDraft } from "../fixtures/findings-world.ts";
import { noteIdOf, releasedNote } from "../fixtures/records.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";

let world: GivingWorld;
beforeEach(async () => {
  world = await createGivingWorld();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const measure = measureDraft.measureId;
const noteThread = () => {
  const { session, noteId } = refTo(1, noteOf(1));
  return `${session}.${noteId}`;
};
describe("the thread", () => {
  test("stands as a picture and as a list, with each thing's own screen", async () => {
    await renderDesk(world.office, `thread/measure/${measure}`);
    await screen.findByRole("heading", { level: 1, name: "Kuultu ja mitä siitä seurasi" });
    expect(
      screen.getByText(/3 kirjausta, 1 päähavainto, 1 toimenpide ja 1 seurantamerkintä/),
    ).toBeTruthy();
    const picture = screen.getByRole("figure");
    expect(within(picture).getAllByRole("link")).toHaveLength(6);
    expect(within(picture).getByRole("group", { name: "Päähavainnot" })).toBeTruthy();
    const list = screen.getByRole("heading", { name: "Ketju luettelona" }).closest("section");
    if (!list) throw new Error("no list");
    const hrefs = within(list)
      .getAllByRole("link", { name: "Avaa" })
      .map((link) => link.getAttribute("href"));
    expect(hrefs).toContain(`#/desk/findings/${world.findingId}`);
    expect(hrefs).toContain(`#/desk/measures/${measure}`);
    expect(within(list).getByText(/Ilta 3, 1\. kirjaus · eri mieltä/)).toBeTruthy();
  });

  test("tells an end that is gone, and what hangs on a note", async () => {
    must(
      await world.desk.writer.write([
        releaseDraft(2, []),
        releaseDraft(9, [
          releasedNote({ number: 77, text: "Nyt on valoa.", phase: toCarriedId(measure) }),
        ]),
      ]),
    );
    await renderDesk(world.office, `thread/finding/${world.findingId}`);
    expect((await screen.findAllByText(/Kirjaus ei ole enää mukana/)).length).toBeGreaterThan(0);
    expect(screen.getByText("Lainaus:")).toBeTruthy();
    expect(screen.getByText(/vastaus toimenpiteestä kysyttäessä/)).toBeTruthy();
  });

  test("says what to do where the address leads to nothing", async () => {
    await renderDesk(world.office, `thread/measure/${noteIdOf(0xdead)}`);
    expect(await screen.findByText("Toimenpide ei ole enää mukana")).toBeTruthy();
    cleanup();
    await renderDesk(world.office, "thread");
    expect(await screen.findByText("Valitse ensin, mistä ketju alkaa")).toBeTruthy();
  });

  test("opens with T on what has the focus and on the page's own heading, never while typing", async () => {
    await renderDesk(world.office, "notes");
    const [link] = await screen.findAllByRole("link", { name: "Koko ketju" });
    const search = screen.getByRole("searchbox");
    location.hash = "";
    fireEvent.keyDown(search, { key: "t", code: "KeyT" });
    fireEvent.keyDown(document.body, { key: "t", code: "KeyT" });
    if (link) fireEvent.keyDown(link, { key: "t", code: "KeyT", ctrlKey: true });
    expect(location.hash).toBe("");
    if (link) fireEvent.keyDown(link, { key: "t", code: "KeyT" });
    expect(location.hash).toBe(`#/desk/thread/note/${noteThread()}`);
    cleanup();
    await renderDesk(world.office, `findings/${world.findingId}`);
    // The key in the same place on an Arabic keyboard.
    fireEvent.keyDown(screen.getByRole("heading", { level: 1 }), { key: "ف", code: "KeyT" });
    expect(location.hash).toBe(`#/desk/thread/finding/${world.findingId}`);
  });
});

const caught = () => {
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return "blob:file";
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  return blobs;
};
const drop = (file: Blob) => {
  const input = document.querySelector('input[type="file"]');
  if (!input) throw new Error("no place for a file");
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  fireEvent.change(input);
};
const giveFile = async (purpose: RegExp): Promise<Blob> => {
  const blobs = caught();
  const { unmount } = await renderDesk(world.office, "exchange/give");
  fireEvent.click(await screen.findByLabelText(purpose));
  press("Tallenna tiedosto");
  expect(await screen.findByText(/Tiedosto on valmis: kuuluu-/)).toBeTruthy();
  unmount();
  const [blob] = blobs;
  if (!blob) throw new Error("nothing was saved");
  return blob;
};
const otherDesk = async (): Promise<TestDevice> => {
  const device = await createTestDevice();
  const { desk } = must(await device.workspace.createDesk("neljä tavallista sanaa tässä"));
  must(
    await desk.writer.write([
      {
        ...{ kind: "desk/1", parents: [], operator: "municipality", name: "Esikunta" },
        languages: ["fi"],
      },
    ]),
  );
  return device;
};
const recordsOf = async (device: TestDevice) => {
  const open = device.workspace.open.value;
  if (open?.kind !== "desk") throw new Error("no desk");
  return must(await open.records.readAll());
};

describe("the exchange", () => {
  test("shows the file before it is given, and what was given after", async () => {
    await renderDesk(world.office, "exchange/give");
    expect(await screen.findByRole("heading", { name: "Näin tiedosto luetaan" })).toBeTruthy();
    expect(screen.queryByText(/KANARIA/)).toBeNull();
    fireEvent.click(screen.getByRole("checkbox", { name: "Valaistaan alikulku." }));
    await waitFor(() => expect(screen.queryByText("1 toimenpide")).toBeNull());
    cleanup();
    await giveFile(/Esimerkiksi muille/);
    await renderDesk(world.office, "exchange/give");
    expect(await screen.findByRole("heading", { name: "Annetut tiedostot" })).toBeTruthy();
  });

  test("hands a round over to a municipality, whose measure then answers its finding", async () => {
    const file = await giveFile(/Kierroksen luovutus/);
    const there = await otherDesk();
    const view = await renderDesk(there, "exchange/take");
    drop(file);
    expect(await screen.findByText(/Antaja Yhdessä ry, kierros Syksy 2026/)).toBeTruthy();
    press("Ota kierros vastaan");
    await waitFor(() => expect(location.hash).toMatch(/^#\/desk\/exchange\/[0-9a-f]{64}$/));
    await view.go();
    fireEvent.click(await screen.findByRole("button", { name: "Luo kierros" }));
    fireEvent.click(await screen.findByRole("link", { name: "Tee toimenpide" }));
    await view.go(`#/desk/measures/new?finding=${world.findingId}`);
    expect(await screen.findByText("Alikulku on pimeä")).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/Mitä tehdään/), { target: { value: "Valot päälle" } });
    fireEvent.submit(screen.getByLabelText(/Mitä tehdään/).closest("form") as HTMLFormElement);
    await waitFor(async () => expect(foldMeasures(await recordsOf(there))).toHaveLength(1));
    const [made] = foldMeasures(await recordsOf(there));
    expect(made?.fields.findings).toEqual([world.findingId]);
    await view.go(`#/desk/thread/finding/${world.findingId}`);
    expect((await screen.findAllByText(/saatu: Yhdessä ry/)).length).toBeGreaterThan(0);
  });

  test("takes examples in, sets them aside, and takes them back with one tap", async () => {
    const file = await giveFile(/Esimerkiksi muille/);
    const there = await otherDesk();
    const view = await renderDesk(there, "exchange/take");
    drop(file);
    await screen.findByRole("heading", { name: "Mitä tiedostossa on" });
    press("Ota esimerkiksi");
    await waitFor(() => expect(location.hash).toMatch(/exchange\/[0-9a-f]{64}$/));
    await view.go();
    expect(
      (await screen.findByRole("link", { name: /Aloita tästä oma toimenpide/ })).getAttribute(
        "href",
      ),
    ).toBe(`#/desk/measures/new?example=${measure}`);
    expect(screen.queryByRole("link", { name: "Tee toimenpide" })).toBeNull();
    fireEvent.click(await screen.findByRole("button", { name: "Pane syrjään" }));
    await waitFor(async () => expect(foldExchanges(await recordsOf(there))[0]?.isAside).toBe(true));
    await view.go("#/desk/exchange");
    fireEvent.click(await screen.findByText(/Syrjään pantuja: 1/));
    press("Ota takaisin");
    await waitFor(async () =>
      expect(foldExchanges(await recordsOf(there))[0]?.isAside).toBe(false),
    );
  });

  test("refuses what is no exchange file, in words", async () => {
    await renderDesk(await otherDesk(), "exchange/take");
    drop(new Blob(['{"format":"kuuluu-round/1"}']));
    expect(await findAlert()).toMatch(/Tämä ei ole vaihtotiedosto/);
    drop(new Blob(['{"format":"kuuluu-exchange/1"']));
    await waitFor(async () => expect(await findAlert()).toMatch(/katkennut/));
  });
});
