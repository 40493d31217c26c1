// The pages of a decision-makers' event, as a coordinator uses them before it and in the room.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Digest, EntityId } from "../../src/domain/schema.ts";
import { must } from "../fixtures/device.ts";
import { canary, createEventWorld, type EventWorld } from "../fixtures/event-world.ts";
import { createFindingsWorld } from "../fixtures/findings-world.ts";
import { renderDesk } from "./desk-screens.tsx";
import { primaryNames } from "./screen-parts.ts";

let world: EventWorld;
beforeEach(async () => {
  world = await createEventWorld();
});
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const fill = (place: HTMLElement, label: string | RegExp, value: string) => {
  const field = within(place).getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
  return field;
};
const open = async (part = "") => {
  const view = await renderDesk(world.office, `event/${world.eventId}${part && `?part=${part}`}`);
  await screen.findByRole("navigation", { name: "Tilaisuuden vaiheet" });
  return view;
};

describe("the list", () => {
  test("says what will stand there, and makes an event with a programme to start from", async () => {
    const { office, records } = await createFindingsWorld();
    await renderDesk(office, "event");
    expect(await screen.findByText("Tilaisuutta ei ole vielä suunniteltu")).toBeTruthy();
    press("Suunnittele päättäjätilaisuus");
    await waitFor(() => expect(location.hash).toMatch(/^#\/desk\/event\/[0-9a-f]{32}$/));
    const made = (await records()).find(({ record }) => record.kind === "event/1")?.record;
    expect(made).toMatchObject({
      name: {
        fi: "Päättäjätilaisuus",
        sv: "Möte för beslutsfattare",
        en: "Decision-makers’ event",
      },
      programme: { length: 6 },
    });
  });

  test("tells of an address that leads to no event", async () => {
    await renderDesk(world.office, `event/${"0".repeat(32)}`);
    expect(
      await screen.findByRole("heading", { level: 1, name: "Tätä tilaisuutta ei ole" }),
    ).toBeTruthy();
  });
});

describe("preparing", () => {
  test("keeps the day, the numbers by role and the programme's minutes, and knows no names", async () => {
    await open();
    fireEvent.change(await screen.findByLabelText("Päivä"), { target: { value: "2027-02-10" } });
    fireEvent.change(screen.getByLabelText("Kutsuttu: Asukkaat"), { target: { value: "30" } });
    fireEvent.change(screen.getByLabelText("Minuutteja: Mitä keskusteluissa kuultiin"), {
      target: { value: "45" },
    });
    await screen.findByText("Ohjelma, yhteensä 135 min");
    await waitFor(async () =>
      expect((await world.view()).fields).toMatchObject({
        on: "2027-02-10",
        invited: { resident: 30 },
      }),
    );
    press("Siirrä alemmas: Tervetuloa ja pelisäännöt");
    await waitFor(async () =>
      expect((await world.view()).fields.programme[0]?.text.fi).toBe(
        "Mitä keskusteluissa kuultiin",
      ),
    );
    press("Poista: Sitoumukset luetaan ääneen");
    await screen.findByText("Ohjelma, yhteensä 125 min");
    press("Kumoa");
    expect(await screen.findByText("Ohjelma, yhteensä 135 min")).toBeTruthy();
  });

  test("points out personal data in the name, the place and the programme, all of which go out", async () => {
    const hint = /sanoissa voi olla henkilötietoja/;
    await open();
    await screen.findByLabelText("Päivä");
    expect(screen.queryByText(hint)).toBeNull();
    await world.events.word(world.eventId, "name", "sv", "Ring 040 123 4567");
    await waitFor(() => expect(screen.getAllByText(hint)).toHaveLength(1));
    await world.events.set(world.eventId, { place: "Ovikoodi, soita 040 123 4567" });
    await waitFor(() => expect(screen.getAllByText(hint)).toHaveLength(2));
    await world.events.wordItem(world.eventId, 0, "fi", "Avaus, matti.meikalainen@example.fi");
    await waitFor(() => expect(screen.getAllByText(hint)).toHaveLength(3));
  });

  test("shows two coordinators' names side by side until one is chosen", async () => {
    const head = (await world.view()).heads[0];
    if (!head) throw new Error("no head");
    const { box, author, stamp, salt, ...body } = head.record;
    void [box, author, stamp, salt]; // Named so that they are left out: the writer has its own.
    for (const fi of ["Meidän ilta", "Heidän ilta"]) {
      await world.desk.writer.write([{ ...body, name: { fi }, parents: [head.id] }]);
    }
    await open();
    expect(await screen.findByText("Kaksi muutti tätä yhtä aikaa")).toBeTruthy();
    press("Valitse: Meidän ilta");
    await waitFor(() => expect(screen.queryByText("Kaksi muutti tätä yhtä aikaa")).toBeNull());
    expect((await world.view()).fields.name.fi).toBe("Meidän ilta");
  });

  test("sets an event aside, and takes it back where it is found", async () => {
    const { go } = await open();
    press("Pane tilaisuus syrjään");
    await waitFor(() => expect(location.hash).toBe("#/desk/event"));
    await go(`event/${world.eventId}`);
    fireEvent.click(await screen.findByRole("button", { name: "Ota takaisin" }));
    await waitFor(async () => expect((await world.view()).fields.dropped).toBeUndefined());
  });
});

describe("findings", () => {
  test("lets only those be chosen that may be told, and says what keeps the others back", async () => {
    await world.state("Bussia odotetaan yksin", 2);
    await world.events.leaveOut(world.eventId, world.unchecked);
    await open("findings");
    const free = await screen.findByRole("button", { name: "Ota mukaan: Bussia odotetaan yksin" });
    expect(screen.queryByRole("button", { name: new RegExp(`Ota mukaan: ${canary}`) })).toBeNull();
    const kept = screen.getByRole("heading", { name: "Ei voida vielä valita: 1" });
    const section = kept.closest("section");
    if (!section) throw new Error("no section");
    expect(within(section).getByText(/odottaa tarkistusta/)).toBeTruthy();
    expect(within(section).getByRole("link").getAttribute("href")).toBe(
      `#/desk/findings/${world.unchecked}`,
    );
    fireEvent.click(free);
    await screen.findByRole("heading", { name: "Valittu: 2" });
    press("Siirrä ylemmäs: Bussia odotetaan yksin");
    await waitFor(async () => expect((await world.view()).fields.findings[1]).toBe(world.told));
  });
});

describe("the presenter's view", () => {
  test("shows slide, next slide, remarks and evidence, and turns by a clicker's keys", async () => {
    await open("present");
    const wall = await screen.findByRole("region", { name: "Valkokankaalla nyt" });
    expect(primaryNames()).toEqual(["Avaa valkokankaan ikkuna"]);
    const link = screen.getByRole("link", { name: "Avaa valkokankaan ikkuna" });
    expect(link.getAttribute("href")).toBe(`./?show=1#event=${world.eventId}&lang=fi`);
    fireEvent.keyDown(document.body, { key: "PageDown" });
    fireEvent.keyDown(document.body, { key: "PageDown" });
    expect(within(wall).getByText("Alikulku on pimeä")).toBeTruthy();
    const aside = screen.getByRole("region", { name: "Esittäjälle" });
    expect(within(aside).getByText(`${canary} huomautus`)).toBeTruthy();
    expect(wall.textContent).not.toContain(canary);
    expect(within(aside).getByRole("link", { name: "Mihin tämä perustuu" })).toBeTruthy();
    press(/Ideoimme/);
    expect(screen.getByText("45:00 jäljellä")).toBeTruthy();
    press("Musta ruutu");
    expect(within(wall).getByText(/musta ruutu/)).toBeTruthy();
  });
});

describe("in the room", () => {
  test("gathers ideas under the finding, joins two and weighs them by hands", async () => {
    await open("room");
    const form = (await screen.findByLabelText("Uusi idea")).closest("form");
    if (!form) throw new Error("no form");
    for (const text of ["Valot", "Valaistus"]) {
      fill(form, "Uusi idea", text);
      fireEvent.submit(form);
      await screen.findByRole("button", { name: `Muuta: ${text}` });
    }
    press("Yksi käsi lisää: Valot");
    await screen.findByDisplayValue("1");
    fireEvent.click(screen.getByRole("button", { name: "Muuta: Valaistus" }));
    fireEvent.click(screen.getByRole("menuitem", { name: "Yhdistä ideaan: Valot" }));
    await waitFor(() => expect(screen.queryByDisplayValue("Valaistus")).toBeNull());
    press("Kumoa");
    expect(await screen.findByDisplayValue("Valaistus")).toBeTruthy();
    expect((await world.allIdeas())[0]?.fields.findingId).toBe(world.told);
  });

  test("writes a commitment, shows it when asked and leads on to a measure", async () => {
    await open("room");
    const form = await screen.findByRole("form", { name: "Uusi sitoumus" });
    fill(form, /Mitä luvataan/, "Alikulkuun tulee valot.");
    fill(form, /Vastuutaho/, "Tekniset palvelut");
    fill(form, "Mihin mennessä", "2027-09-30");
    fireEvent.submit(form);
    expect(await screen.findByText("◔ ei vielä näytetty")).toBeTruthy();
    press("Näytä valkokankaalla: Alikulkuun tulee valot.");
    expect(await screen.findByText(/^✓ Näytetty/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText("Luettu ääneen"));
    await waitFor(async () => expect((await world.allDecisions())[0]?.fields.readAloud).toBe(true));
    const id = (await world.allDecisions())[0]?.decisionId;
    expect(screen.getByRole("link", { name: "Tee tästä toimenpide" }).getAttribute("href")).toBe(
      `#/desk/measures/new?decision=${id}`,
    );
    expect((await world.pack()).content.commitments).toHaveLength(1);
  });
});

describe("papers", () => {
  test("hand out a page for each area and cards for what was promised, without one word from inside", async () => {
    const id = await world.room.commit(await world.view(), {
      findings: [world.told],
      promise: { fi: "Alikulkuun tulee valot." },
    });
    if (!id) throw new Error("not written");
    await world.room.check(id);
    await open("papers");
    const page = await screen.findByRole("article", { name: "Turvallisuuden tunne" });
    expect(within(page).getByRole("heading", { name: "Alikulku on pimeä" })).toBeTruthy();
    expect(document.body.textContent).not.toContain(canary);
    fireEvent.click(screen.getByLabelText(/Sitoumuskortit/));
    const card = screen.getByRole("article", { name: "Sitoumuskortit, arkki 1" });
    expect(within(card).getByText("Alikulkuun tulee valot.")).toBeTruthy();
    expect(document.body.textContent).not.toContain(canary);
    // The script is the facilitator's own paper, and says so.
    fireEvent.click(screen.getByLabelText("Ohjaajan puhe"));
    expect(screen.getByText(`${canary} puhe`)).toBeTruthy();
  });
});

describe("the thread by one key", () => {
  const pressT = (target: HTMLElement) => {
    target.focus();
    fireEvent.keyDown(target, { key: "t" });
    return location.hash;
  };

  test("opens from a finding's row, before it is chosen and after", async () => {
    const other = await world.state("Bussia odotetaan yksin", 2);
    await open("findings");
    const free = await screen.findByRole("button", { name: "Ota mukaan: Bussia odotetaan yksin" });
    expect(pressT(free)).toBe(`#/desk/thread/finding/${other}`);
    cleanup();
    await open("findings");
    const chosen = await screen.findByRole("link", { name: "Alikulku on pimeä" });
    expect(pressT(chosen)).toBe(`#/desk/thread/finding/${world.told}`);
  });

  test("opens from a commitment's row, and from an idea's the thread of its finding", async () => {
    const view = await world.view();
    const promise = { fi: "Alikulkuun tulee valot." };
    const id = await world.room.commit(view, { findings: [world.told], promise });
    await world.room.addIdea(view, { text: "Valot", lang: "fi", findingId: world.told });
    await open("room");
    const measure = await screen.findByRole("link", { name: "Tee tästä toimenpide" });
    expect(pressT(measure)).toBe(`#/desk/thread/decision/${id}`);
    cleanup();
    await open("room");
    const words = await screen.findByDisplayValue("Valot");
    expect(pressT(words)).not.toContain("thread");
    expect(pressT(screen.getByRole("button", { name: "Muuta: Valot" }))).toBe(
      `#/desk/thread/finding/${world.told}`,
    );
  });
});

describe("a round handed over", () => {
  test("offers its findings with whose they are, and shows the chosen one as it came", async () => {
    const findingId = EntityId.parse("cd".repeat(16));
    const round = { roundId: EntityId.parse("ef".repeat(16)), name: "Kevät", languages: ["fi"] };
    const digest = Digest.parse("ab".repeat(32));
    must(
      await world.desk.writer.write([
        {
          ...{ kind: "exchange/1", parents: [], digest },
          content: {
            ...{ format: "kuuluu-exchange/1", purpose: "hand-over", origin: "Naapuri ry", round },
            ...{ madeAt: "2026-10-01T10:00:00.000Z", operator: "ngo", labels: {}, tables: [] },
            findings: [
              {
                ...{ findingId, statement: { fi: "Torilla viihdytään" }, type: "strength" },
                ...{ dimension: "V", subThemes: [], quotes: [], heard: 10 },
              },
            ],
            measures: [],
          },
        },
      ]),
    );
    await open("findings");
    const link = await screen.findByRole("link", { name: "Torilla viihdytään" });
    expect(link.getAttribute("href")).toBe(`#/desk/exchange/${digest}`);
    expect(screen.getByText("Luovutettu meille: Naapuri ry, Kevät")).toBeTruthy();
    press("Ota mukaan: Torilla viihdytään");
    await screen.findByRole("heading", { name: "Valittu: 3" });
    const shown = (await world.pack()).content.dimensions.flatMap(({ findings }) => findings);
    expect(shown.find((each) => each.findingId === findingId)?.evidence).toBe(
      "Kuultu noin 10 tilaisuudessa. Lähde: Naapuri ry, Kevät.",
    );
  });
});
