// Measures on the screen: the board and its table, one measure's page, and the ways to a new one.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failed } from "../../src/base/result.ts";
import { Digest, type EntityId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { noteOf, refTo, roundId, sessionOf } from "../fixtures/findings-world.ts";
import { createMeasuresWorld, type MeasuresWorld } from "../fixtures/measures-world.ts";
import { noteIdOf } from "../fixtures/records.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";

let world: MeasuresWorld;
beforeEach(async () => {
  world = await createMeasuresWorld();
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const write = (label: string | RegExp, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  return field;
};
const column = (name: string | RegExp) => screen.getByRole("region", { name });
const select = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const open = (summary: HTMLElement) => {
  const details = summary.closest("details");
  if (!details) throw new Error("nothing to open");
  details.open = true;
  fireEvent(details, new Event("toggle"));
};
const only = async () => {
  const [record, ...more] = new Set(
    (await world.records()).flatMap(({ record }) =>
      record.kind === "measure/1" ? [record.measureId] : [],
    ),
  );
  if (!record || more.length > 0) throw new Error("not one measure");
  return world.one(record);
};
const stated = async () => {
  const id = await world.findings.create({
    ...{ roundId, statement: { fi: "Alikulku on pimeä" }, type: "concern", dimension: "S" },
    supports: [refTo(1, noteOf(1))],
  });
  if (!id) throw new Error("not written");
  return id;
};

describe("the board", () => {
  test("says what will stand there, and leads to a new one", async () => {
    await renderDesk(world.office, "measures");
    expect(await screen.findByText("Toimenpiteitä ei ole vielä")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Uusi toimenpide" }).getAttribute("href")).toBe(
      `#/desk/measures/new?round=${roundId}`,
    );
  });

  test("moves a card by its menu, keeps the focus on it, and takes the move back", async () => {
    const id = await world.begin();
    await renderDesk(world.office, "measures");
    expect(within(column(/Ehdotettu/)).getByText("Valaistaan alikulku")).toBeTruthy();
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Käynnissä" }));
    const link = await within(column(/Käynnissä/)).findByRole("link");
    await waitFor(() => expect(document.activeElement).toBe(link));
    press("Kumoa");
    await within(column(/Ehdotettu/)).findByRole("link");
    expect((await world.one(id)).fields.status).toBe("proposed");
  });

  test("asks in place why a measure is given up, and writes nothing without a reason", async () => {
    const id = await world.begin();
    await renderDesk(world.office, "measures");
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Luovuttu" }));
    await screen.findByLabelText("Miksi tästä luovutaan?");
    press("Peruuta");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Siirrä…/ })),
    );
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Luovuttu" }));
    await screen.findByLabelText("Miksi tästä luovutaan?");
    press("Luovu toimenpiteestä");
    expect(await screen.findByText(/Kirjoita syy/)).toBeTruthy();
    expect((await world.one(id)).fields.status).toBe("proposed");
    write("Miksi tästä luovutaan?", "Rahaa ei saatu");
    press("Luovu toimenpiteestä");
    await within(column(/Luovuttu/)).findByText("Valaistaan alikulku");
    expect((await world.one(id)).fields.statusReason).toBe("Rahaa ei saatu");
  });

  test("leaves everything where it was when the disk is full, and says so", async () => {
    await world.begin();
    await renderDesk(world.office, "measures");
    Object.assign(world.desk.writer, { write: async () => failed({ type: "store-full" }) });
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Tehty" }));
    expect(await findAlert()).toMatch(/tila/);
    expect(within(column(/Ehdotettu/)).getByText("Valaistaan alikulku")).toBeTruthy();
  });
});

describe("personal data", () => {
  test("is pointed out in facts of a measure and of an entry too, since they go out as typed", async () => {
    const id = await world.begin("Valaistaan alikulku");
    await world.measures.set(id, { unit: "Kadut, soita 040 123 4567" });
    await world.followUps.create({
      ...{ roundId, measureId: id, type: "seen", on: "2027-01-01", text: { fi: "Palaa." } },
      evidence: "Kuva: matti.meikalainen@example.fi",
    });
    await renderDesk(world.office, `measures/${id}`);
    expect(await screen.findByText("040 123 4567", { selector: "bdi" })).toBeTruthy();
    expect(
      await screen.findByText("matti.meikalainen@example.fi", { selector: "bdi" }),
    ).toBeTruthy();
  });
});

describe("the table", () => {
  test("narrows to what is overdue and to what nobody was told, by the address", async () => {
    const late = await world.begin("Myöhässä oleva");
    await world.measures.set(late, { dueOn: "2020-01-01", unit: "Tekninen keskus" });
    await world.begin("Toinen");
    await world.followUps.create({
      ...{ roundId, measureId: late, type: "told", on: "2026-01-01", text: { fi: "Lehtinen" } },
    });
    await renderDesk(world.office, "measures?as=table&only=overdue");
    expect(await screen.findByRole("rowheader", { name: /Myöhässä oleva/ })).toBeTruthy();
    expect(screen.getAllByRole("rowheader")).toHaveLength(1);
    select("Näytä", "untold");
    await waitFor(() => expect(location.hash).toBe("#/desk/measures?as=table&only=untold"));
    select(
      "Vastuutaho",
      screen.getByRole<HTMLOptionElement>("option", { name: "Tekninen keskus" }).value,
    );
    await waitFor(() => expect(location.hash).toMatch(/unit=g\w+/));
  });

  test("is ordered by its heads", async () => {
    for (const fi of ["Beeta", "Alfa"]) await world.begin(fi);
    const view = await renderDesk(world.office, "measures?as=table");
    press("Mitä tehdään");
    await view.go();
    const names = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
    expect(names()).toEqual(["Alfa", "Beeta"]);
    press(/Mitä tehdään/);
    await view.go();
    expect(names()).toEqual(["Beeta", "Alfa"]);
  });
});

describe("one measure", () => {
  const show = async (id: EntityId) => renderDesk(world.office, `measures/${id}`);

  test("stands open until participants were told, and says when and how they were", async () => {
    const id = await world.begin();
    await show(id);
    expect(await screen.findByText("Osallistujille ei ole vielä kerrottu")).toBeTruthy();
    press("Merkitse kerrotuksi");
    write("Miten kerrottiin", "Lehtinen asukastuvalla");
    press("Tallenna");
    expect(await screen.findByText("Lehtinen asukastuvalla", { selector: "p" })).toBeTruthy();
    expect(screen.queryByText("Osallistujille ei ole vielä kerrottu")).toBeNull();
  });

  test("has no trace until it is linked, is then checked, and waits for new eyes when words change", async () => {
    const finding = await stated();
    const id = await world.begin();
    await show(id);
    const check = () => screen.getByRole("button", { name: "Tarkistettu: saa kertoa ulos" });
    expect(screen.getAllByText(/ei vielä jälkeä siihen/i).length).toBeGreaterThan(0);
    expect(check().hasAttribute("disabled")).toBe(true);
    open(screen.getByText("Liitä päähavainto tai sitoumus"));
    select("Liitä päähavainto", finding);
    press("Liitä");
    const link = await screen.findByRole("link", { name: "Alikulku on pimeä" });
    expect(link.getAttribute("href")).toBe(`#/desk/findings/${finding}`);
    fireEvent.click(check());
    expect(await screen.findByText(/Sanat on tarkistettu ulos/)).toBeTruthy();
    fireEvent.blur(write("Vastuutaho", "Tekninen keskus"));
    await waitFor(() => expect(check().hasAttribute("disabled")).toBe(false));
    expect(screen.getByRole("link", { name: "Koko ketju" }).getAttribute("href")).toBe(
      `#/desk/thread/measure/${id}`,
    );
  });

  test("draws the values of its indicator with a table under them, and refuses what is no number", async () => {
    const measureId = await world.begin();
    for (const [on, value] of [
      ["2027-01-01", "9"],
      ["2027-06-01", "2.5"],
    ] as const) {
      await world.followUps.create({ roundId, measureId, type: "indicator", on, value, text: {} });
    }
    await show(measureId);
    const table = await screen.findByRole("table", { name: "Mittarin arvot päivittäin" });
    expect(within(table).getByText("2,5")).toBeTruthy();
    expect(document.querySelectorAll(".chart-point")).toHaveLength(2);
    open(screen.getByText("Lisää arvo"));
    write("Arvo", "paljon");
    press("Tallenna arvo");
    expect(await screen.findByText(/Kirjoita luku/)).toBeTruthy();
    write("Arvo", "1,5");
    press("Tallenna arvo");
    expect(await within(table).findByText("1,5")).toBeTruthy();
  });

  test("keeps follow-up days and what was seen, by which unit and from what", async () => {
    const id = await world.begin();
    await show(id);
    write("Uusi seurantapäivä", "2027-03-01");
    press("Lisää");
    await screen.findByText("1.3.2027");
    open(screen.getByText("Kirjaa, mitä nähtiin"));
    write("Mitä nähtiin", "Valot palavat");
    write("Kuka näki (yksikkö)", "Vanhusneuvosto");
    write(/Mistä sen näkee/, "Pöytäkirja 12");
    press("Tallenna merkintä");
    expect(await screen.findByText("Näkyy tästä: Pöytäkirja 12")).toBeTruthy();
    expect(screen.getByText("Vanhusneuvosto", { selector: "bdi" })).toBeTruthy();
    press("Tarkistettu: merkinnän saa kertoa ulos");
    expect(await screen.findByText(/✓ Saa kertoa ulos/)).toBeTruthy();
    press("Poista seurantapäivä 1.3.2027");
    await screen.findByText("Seurantapäivä 1.3.2027 on poistettu.");
    press("Kumoa");
    await screen.findByRole("button", { name: "Poista seurantapäivä 1.3.2027" });
  });

  test("shows what two desks made apart side by side, and loses nothing by itself", async () => {
    const id = await world.begin();
    await world.changeApart(
      id,
      { what: { fi: "Meidän sanat" }, status: "done" },
      { what: { fi: "Heidän sanat" }, status: "under-way" },
    );
    await show(id);
    expect(await screen.findByText("Kaksi työpöytää muutti tätä eri tavalla")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Molemmat peräkkäin").checked).toBe(true);
    fireEvent.click(screen.getByLabelText(/^Tehty/));
    press("Vahvista valinnat");
    await waitFor(() =>
      expect(screen.queryByText("Kaksi työpöytää muutti tätä eri tavalla")).toBeNull(),
    );
    expect((await world.one(id)).fields).toMatchObject({
      ...{ what: { fi: "Meidän sanat\nHeidän sanat" }, status: "done" },
    });
  });

  test("is removed and taken back, and says when an address leads nowhere", async () => {
    const id = await world.begin();
    const view = await show(id);
    press("Poista vahingossa tehty");
    await screen.findByText("Toimenpide on poistettu.");
    fireEvent.click(await screen.findByRole("button", { name: "Ota takaisin" }));
    await waitFor(async () => expect((await world.one(id)).fields.removed).toBeUndefined());
    await view.go(`measures/${"0".repeat(32)}`);
    expect(await screen.findByText("Tätä toimenpidettä ei ole")).toBeTruthy();
  });

  test("points out personal data, and lets nothing out that tells group, place and role", async () => {
    const id = await world.begin();
    await world.measures.word(id, "assessment", "en", "Call 040 123 4567");
    await show(id);
    expect(await screen.findByText("040 123 4567")).toBeTruthy();
    const area = (await world.records()).flatMap(({ record }) =>
      record.kind === "round/1" ? record.codebook.areas.flatMap(({ label }) => label.fi ?? []) : [],
    )[0];
    await world.measures.word(id, "what", "fi", `Nuorten rehtori sanoi: ${area}`);
    expect(await screen.findByText("Ryhmä, paikka ja rooli samassa lauseessa")).toBeTruthy();
  });
});

describe("a new measure", () => {
  test("begins from a finding, whose page then shows it", async () => {
    const finding = await stated();
    const view = await renderDesk(world.office, `findings/${finding}`);
    expect(await screen.findByText("Tähän ei ole vielä vastattu toimenpiteellä.")).toBeTruthy();
    await view.go(
      screen.getByRole("link", { name: "Toimenpide tästä" }).getAttribute("href") ?? "",
    );
    expect(await screen.findByText("Alikulku on pimeä")).toBeTruthy();
    write("Mitä tehdään", "Valaistaan alikulku");
    press("Tee toimenpide");
    await waitFor(() => expect(location.hash).toMatch(/^#\/desk\/measures\/[0-9a-f]{32}$/));
    expect((await only()).fields).toMatchObject({ findings: [finding], dimension: "S" });
    await view.go(`findings/${finding}`);
    expect(await screen.findByRole("link", { name: "Valaistaan alikulku" })).toBeTruthy();
  });

  test("begins from a note at once, marked urgent, before any event", async () => {
    const view = await renderDesk(world.office, "notes");
    const row = (await screen.findByText("Alikulku on pimeä.")).closest("li");
    if (!row) throw new Error("no row");
    open(within(row).getByText("Liitä päähavaintoon"));
    const link = await within(row).findByRole("link", { name: "Kiireellinen: tee toimenpide" });
    expect(link.getAttribute("href")).toBe(
      `#/desk/measures/new?note=${sessionOf(1)}/${noteOf(1).noteId}`,
    );
    await view.go(link.getAttribute("href") ?? "");
    await screen.findByText("Alikulku on pimeä.");
    write("Mitä tehdään", "Vaihdetaan lamput");
    press("Tee toimenpide");
    await waitFor(() => expect(location.hash).toMatch(/measures\/[0-9a-f]{32}$/));
    expect((await only()).fields).toMatchObject({
      ...{ urgent: true, notes: [refTo(1, noteOf(1))], dimension: "S" },
    });
  });

  test("takes over what a commitment says, its unit, its day and its findings", async () => {
    const [finding, decisionId] = [await stated(), noteIdOf(0xd1)];
    must(
      await world.desk.writer.write([
        {
          ...{ kind: "decision/1", parents: [], decisionId, roundId, findings: [finding] },
          promise: { fi: "Alikulkuun tulee valot", sv: "Tunneln får ljus" },
          ...{ unit: "Tekninen keskus", dueOn: "2027-06-01" },
        },
      ]),
    );
    await renderDesk(world.office, `measures/new?decision=${decisionId}`);
    await screen.findByText("Sitoumus, josta tämä lähtee");
    press("Tee toimenpide");
    await waitFor(() => expect(location.hash).toMatch(/measures\/[0-9a-f]{32}$/));
    expect((await only()).fields).toMatchObject({
      what: { fi: "Alikulkuun tulee valot", sv: "Tunneln får ljus" },
      ...{ unit: "Tekninen keskus", dueOn: "2027-06-01", decisions: [decisionId] },
      findings: [finding],
    });
  });

  test("begins from another desk's measure with its origin, and answers a finding of a round handed over", async () => {
    const [measureId, findingId] = [noteIdOf(0xe1), noteIdOf(0xe2)];
    must(
      await world.desk.writer.write([
        {
          ...{ kind: "exchange/1", parents: [], digest: Digest.parse("ab".repeat(32)) },
          content: {
            ...{ format: "kuuluu-exchange/1", purpose: "hand-over", origin: "Naapuri ry" },
            ...{ madeAt: "2026-11-01T10:00:00.000Z", operator: "ngo", labels: {}, tables: [] },
            round: { roundId: noteIdOf(0xe3), name: "Kevät", languages: ["fi"] },
            findings: [
              {
                ...{ findingId, statement: { fi: "Puisto on pimeä" }, type: "concern" },
                ...{ subThemes: [], quotes: [], dimension: "S" },
              },
            ],
            measures: [
              {
                ...{ measureId, what: { fi: "Puistoon valot" }, objective: {}, assessment: {} },
                ...{ status: "done", urgent: false, followUpOn: [], findings: [] },
                ...{ decisions: [], followUps: [] },
              },
            ],
          },
        },
      ]),
    );
    const view = await renderDesk(world.office, `measures/new?example=${measureId}`);
    await screen.findByText("Naapuri ry");
    press("Tee toimenpide");
    await waitFor(() => expect(location.hash).toMatch(/measures\/[0-9a-f]{32}$/));
    expect((await only()).fields.what).toEqual({ fi: "Puistoon valot" });
    await view.go();
    expect(await screen.findByText("Naapuri ry")).toBeTruthy();
    await view.go(`measures/new?finding=${findingId}`);
    expect(await screen.findByText("Puisto on pimeä")).toBeTruthy();
    write("Mitä tehdään", "Vaihdetaan lamput");
    location.hash = "";
    press("Tee toimenpide");
    await waitFor(() => expect(location.hash).toMatch(/measures\/[0-9a-f]{32}$/));
    await view.go();
    const link = await screen.findByRole("link", { name: "Puisto on pimeä" });
    expect(link.getAttribute("href")).toBe(`#/desk/exchange/${"ab".repeat(32)}`);
  });

  test("without a root says that it has no trace yet; an example kind says where it was named", async () => {
    await renderDesk(world.office, "measures/new");
    expect(await screen.findByText("Ei vielä jälkeä siihen, mitä sanottiin")).toBeTruthy();
    write("Mitä tehdään", "Oma lause");
    open(screen.getByText("Esimerkkejä, joista voi aloittaa"));
    expect(screen.getByText("Nuorilta nuorille -mentorointiohjelma")).toBeTruthy();
    press(/Nuorilta nuorille -mentorointi:/);
    await screen.findByText("Kirjoittamasi lause vaihtui esimerkkiin.");
    press("Tee toimenpide");
    await waitFor(() => expect(location.hash).toMatch(/measures\/[0-9a-f]{32}$/));
    const { fields } = await only();
    expect(fields).toMatchObject({ template: "youth-mentoring", findings: [], notes: [] });
    expect(Object.keys(fields.what).toSorted()).toEqual(["en", "fi", "sv"]);
  });
});
