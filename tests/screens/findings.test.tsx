// Findings, themes and quotes on the screen: what a coordinator reads and does there.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPublishableFindings, listPublishableQuotes } from "../../src/analysis/publishable.ts";
import { failed } from "../../src/base/result.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import {
  createFindingsWorld,
  type FindingsWorld,
  noteOf,
  refTo,
  roundId,
} from "../fixtures/findings-world.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";

let world: FindingsWorld;
beforeEach(async () => {
  world = await createFindingsWorld();
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const write = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  return field;
};
/** What a tap on its heading line does. */
const open = (summary: HTMLElement) => {
  const details = summary.closest("details");
  if (!details) throw new Error("nothing to open");
  details.open = true;
  fireEvent(details, new Event("toggle"));
};
const sectionOf = (name: string | RegExp): HTMLElement => {
  const section = screen.getByRole("heading", { level: 2, name }).closest("section");
  if (!section) throw new Error(`no section ${name}`);
  return section;
};
const stated = async () => {
  const id = await world.findings.create({
    ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern", dimension: "S" },
    supports: [refTo(1, noteOf(1)), refTo(2, noteOf(2))],
    opposes: [refTo(3, noteOf(3))],
  });
  if (!id) throw new Error("not written");
  return id;
};

describe("the list", () => {
  test("says what will stand there, and makes the first finding out of a sentence", async () => {
    await renderDesk(world.office, "findings");
    expect(await screen.findByText("Päähavaintoja ei ole vielä")).toBeTruthy();
    write("Mitä kirjaukset sanovat", "Alikulku on pimeä");
    press("Luo päähavainto");
    await waitFor(() => expect(location.hash).toMatch(/^#\/desk\/findings\/[0-9a-f]{32}$/));
    const [view] = await world.allFindings();
    expect(view?.fields.statement).toEqual({ fi: "Alikulku on pimeä" });
  });

  test("tells how strong the evidence is and what keeps each finding inside", async () => {
    await stated();
    await renderDesk(world.office, "findings");
    expect(
      await screen.findByText(/Kuultu 2\/3 tilaisuudessa, 2 kielellä, eri mieltä 1 tilaisuudessa/),
    ).toBeTruthy();
    expect(screen.getByText("◔ odottaa tarkistusta")).toBeTruthy();
  });
});

describe("one finding", () => {
  test("shows each session's voice, the notes for and against, and links one more from a search", async () => {
    const id = await stated();
    await renderDesk(world.office, `findings/${id}`);
    await screen.findByRole("heading", { name: "Puolesta: 2 kirjausta" });
    expect(
      within(sectionOf("Vastaan: 1 kirjaus")).getByText("Alikulussa on nyt hyvä valo."),
    ).toBeTruthy();
    expect(within(sectionOf("Mihin tämä perustuu")).getAllByText(/puolesta|vastaan/)).toHaveLength(
      3,
    );
    write("Sanoja kirjauksista", "bussia");
    press("Liitä puolesta");
    expect(await screen.findByRole("heading", { name: "Puolesta: 3 kirjausta" })).toBeTruthy();
  });

  test("keeps words when their field is left, marks missing languages, and is checked once", async () => {
    const id = await stated();
    await renderDesk(world.office, `findings/${id}`);
    expect(await screen.findByText(/Puuttuvat kielet: svenska, English/)).toBeTruthy();
    fireEvent.blur(write("svenska", "Tunneln är mörk"));
    expect(await screen.findByText(/Puuttuvat kielet: English/)).toBeTruthy();
    press("Tarkistettu: saa julkaista");
    expect(await screen.findByText(/Sanat on tarkistettu julkaistaviksi/)).toBeTruthy();
    expect(listPublishableFindings(await world.records(), roundId)).toHaveLength(1);
  });

  test("points out personal data in any language, and lets nothing out that tells group, place and role", async () => {
    const id = await stated();
    await world.findings.word(id, "en", "Call 040 123 4567");
    await renderDesk(world.office, `findings/${id}`);
    expect(await screen.findByText("040 123 4567")).toBeTruthy();
    const area = (await world.records()).flatMap(({ record }) =>
      record.kind === "round/1" ? record.codebook.areas.flatMap(({ label }) => label.fi ?? []) : [],
    )[0];
    await world.findings.word(id, "fi", `Nuorten rehtori sanoi: ${area}`);
    expect(await screen.findByText("Ryhmä, paikka ja rooli samassa lauseessa")).toBeTruthy();
    expect(
      screen.getByRole("button", { name: "Tarkistettu: saa julkaista" }).hasAttribute("disabled"),
    ).toBe(true);
  });

  test("shows two coordinators' wordings side by side and keeps both as findings of their own", async () => {
    const id = await stated();
    const [view] = await world.allFindings();
    const head = view?.heads[0];
    if (!head) throw new Error("no head");
    const { box, author, stamp, salt, ...body } = head.record;
    void [box, author, stamp, salt];
    for (const fi of ["Meidän sanat", "Heidän sanat"]) {
      await world.desk.writer.write([{ ...body, statement: { fi }, parents: [head.id] }]);
    }
    await renderDesk(world.office, `findings/${id}`);
    expect(await screen.findByText("Kaksi sanamuotoa")).toBeTruthy();
    press("Pidä molemmat");
    await waitFor(() => expect(screen.queryByText("Kaksi sanamuotoa")).toBeNull());
    const statements = foldFindings(await world.records()).map(({ fields }) => fields.statement.fi);
    expect(statements.toSorted()).toEqual(["Heidän sanat", "Meidän sanat"]);
  });

  test("is set aside and taken back, and says when an address leads nowhere", async () => {
    const id = await stated();
    const view = await renderDesk(world.office, `findings/${id}`);
    await screen.findByText("Pane syrjään");
    press("Pane syrjään");
    await screen.findByText("Päähavainto on pantu syrjään.");
    press("Kumoa");
    await waitFor(async () =>
      expect((await world.allFindings())[0]?.fields.dropped).toBeUndefined(),
    );
    await view.go(`findings/${"0".repeat(32)}`);
    expect(await screen.findByText("Tätä päähavaintoa ei ole")).toBeTruthy();
  });

  test("says that the disk is full and changes nothing", async () => {
    const id = await stated();
    await renderDesk(world.office, `findings/${id}`);
    await screen.findByText("Pane syrjään");
    Object.assign(world.desk.writer, { write: async () => failed({ type: "store-full" }) });
    press("Pane syrjään");
    expect(await findAlert()).toMatch(/tila/);
    expect((await world.allFindings())[0]?.fields.dropped).toBeUndefined();
  });
});

describe("themes", () => {
  test("are made, merged, taken apart with one tap, and set aside with undo", async () => {
    await world.themes.create(roundId, "fi", "Valaistus", [refTo(1, noteOf(1))]);
    await renderDesk(world.office, "themes");
    await screen.findByText("Valaistus");
    write("Teeman nimi", "Pimeä");
    press("Luo teema");
    await screen.findByRole("heading", { name: "Pimeä" });
    const [merge] = screen.getAllByRole("menuitem", { name: "Pimeä" });
    if (!merge) throw new Error("nothing to merge into");
    fireEvent.click(merge);
    expect(await screen.findByText("Sisältää teeman:")).toBeTruthy();
    press("Erota");
    await waitFor(() => expect(screen.queryByText("Sisältää teeman:")).toBeNull());
  });
});

describe("quotes", () => {
  test("are offered from what the table ticked, worded, approved and withdrawn", async () => {
    await renderDesk(world.office, "quotes");
    await screen.findByRole("heading", { name: "Odottaa hyväksyntää: 1" });
    expect(screen.queryByText("Bussia odotetaan yksin.")).toBeNull();
    write("Näillä sanoilla", "[Paikka] on pimeä.");
    press("Hyväksy lainaus");
    await screen.findByRole("heading", { name: "Hyväksytty: 1" });
    expect(listPublishableQuotes(await world.records(), roundId)).toMatchObject([
      { text: "[Paikka] on pimeä." },
    ]);
    press("Peru hyväksyntä");
    await screen.findByRole("heading", { name: "Odottaa hyväksyntää: 1" });
  });

  test("tell why a group may not be named", async () => {
    await renderDesk(world.office, "quotes");
    await screen.findByText("Kerro ryhmä: Nuoret");
    write("Näillä sanoilla", "Rehtori sanoi, että alikulku on pimeä.");
    expect(await screen.findByText(/Sanoissa on paikka tai rooli/)).toBeTruthy();
  });
});

describe("from where one reads", () => {
  test("links a note to a finding, and its row shows the finding that rests on it", async () => {
    const id = await stated();
    await world.findings.unlink(id, [refTo(1, noteOf(1))]);
    await renderDesk(world.office, "notes");
    const row = (await screen.findByText("Alikulku on pimeä.")).closest("li");
    if (!row) throw new Error("no row");
    expect(within(row).queryByText("Puolesta:")).toBeNull();
    open(within(row).getByText("Liitä päähavaintoon"));
    fireEvent.click(
      await within(row).findByRole("button", { name: "Puolesta: Alikulku on pimeä" }),
    );
    const link = await within(row).findByRole("link", { name: "Alikulku on pimeä" });
    expect(link.getAttribute("href")).toBe(`#/desk/findings/${id}`);
  });

  test("links all notes of a narrowed list at once, to a new finding too", async () => {
    await renderDesk(world.office, `notes?round=${roundId}&lang=fi`);
    open(await screen.findByText("Liitä nämä 3 kirjausta"));
    fireEvent.click(await screen.findByRole("button", { name: "Uuteen päähavaintoon" }));
    await waitFor(() => expect(location.hash).toMatch(/^#\/desk\/findings\/[0-9a-f]{32}$/));
    expect((await world.allFindings())[0]?.fields.supports).toHaveLength(3);
  });
});
