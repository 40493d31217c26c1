// Home, rounds, sessions and papers of a desk, from its first page to a printed card.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRound, planSession } from "../../src/app/desk/desk-plan.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { foldCards, foldRounds } from "../../src/domain/desk.ts";
import type { EntityId } from "../../src/domain/schema.ts";
import { createDeskWorld, type DeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";
import { findAlert, renderDesk } from "./desk-screens.tsx";

let world: DeskWorld;
let desk: OpenBox;
let code: string;
beforeEach(async () => {
  world = createDeskWorld();
  ({ desk, code } = await openDeskIn(world));
});
afterEach(cleanup);

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const readAll = async () => must(await desk.records.readAll());
const startRound = async (): Promise<EntityId> =>
  must(
    await createRound(world.deps, desk, {
      name: "Kevät 2027",
      languages: ["fi", "so"],
      codebook: world.codebook,
      guide: world.guide,
      reviewRequired: false,
      allowResume: true,
    }),
  );
const plan = async (title: string, languages: readonly string[] = ["fi"]) => {
  const [round] = foldRounds(await readAll());
  const roundId = round?.roundId ?? (await startRound());
  return must(
    await planSession(world.deps, desk, { roundId, title, groups: ["nuoret"], languages }),
  );
};
const prove = () => desk.updateFacts({ recoveryProven: true });

describe("the first page", () => {
  test("says what is to come before there is a round, and leads to the first one", async () => {
    await renderDesk(world.deps, "home");
    expect(screen.getByText("Ei vielä kierroksia")).toBeTruthy();
    const link = screen.getByRole("link", { name: "Uusi kierros" });
    expect(link.getAttribute("href")).toBe("#/desk/rounds/new");
    expect(screen.getByRole("link", { name: "Alku" }).getAttribute("aria-current")).toBe("page");
  });

  test.each([
    ["rounds/new", "Tilaisuudet"],
    ["themes", "Päähavainnot"],
    ["quotes", "Päähavainnot"],
    ["receipts", "Tuonti"],
    ["exports", "Alku"],
  ])("marks where one is on the way, at %s too", async (address, part) => {
    await renderDesk(world.deps, address);
    const way = screen.getByRole("navigation", { name: "Työpöydän osat" });
    const marked = within(way)
      .getAllByRole("link")
      .filter((link) => link.getAttribute("aria-current") === "page");
    expect(marked.map(({ textContent }) => textContent)).toEqual([part]);
  });

  test("names the next undone step and marks it for readers", async () => {
    await plan("Asukasilta");
    await renderDesk(world.deps, "home");
    const path = screen.getByRole("list", { name: "Kierroksen vaiheet" });
    const now = within(path)
      .getAllByRole("listitem")
      .find((item) => item.getAttribute("aria-current") === "step");
    expect(now?.textContent).toContain("Kerää");
    expect(screen.getByText(/0\/1 tilaisuutta on saapunut/)).toBeTruthy();
  });

  test("asks for the recovery sheet until it is proved by its code", async () => {
    await renderDesk(world.deps, "home");
    expect(screen.getByText("Palautusarkki on tarkistamatta")).toBeTruthy();
    type("Koodi palautusarkista", code);
    press("Tarkista koodi");
    expect(await screen.findByText(/Palautusarkki toimii/)).toBeTruthy();
    expect(desk.facts().recoveryProven).toBe(true);
  });

  test("lets the passphrase of this device be changed", async () => {
    await renderDesk(world.deps, "home");
    await screen.findByLabelText("Tunnuslause");
    type("Tunnuslause", "viisi aivan uutta sanaa");
    press("Tallenna tunnuslause");
    expect(await screen.findByText("Tunnuslause on voimassa tällä laitteella.")).toBeTruthy();
  });

  test("locks, and starts again at the passphrase", async () => {
    await renderDesk(world.deps, "home");
    press("Lukitse työpöytä");
    expect(await screen.findByLabelText(/^Tunnuslause, työpöytä/)).toBeTruthy();
    expect(document.body.textContent).not.toContain("Lähellä ry");
  });
});

describe("a desk opened by its code on a new device", () => {
  test("says where its rounds are when no server answers, and takes them by file", async () => {
    const elsewhere = createDeskWorld();
    elsewhere.hub.failure = { type: "hub-unreachable" };
    must(await elsewhere.deps.workspace.openDesk(code));
    await renderDesk(elsewhere.deps, "home");
    expect(await screen.findByText(/Palvelin ei vastaa tässä osoitteessa/)).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Avaa työpöydän tiedosto" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Hae palvelimelta" })).toBeTruthy();
    expect(screen.queryByText("Ei vielä kierroksia")).toBeNull();
    press("Sulje tämä työpöytä");
    expect(await screen.findByRole("link", { name: "Aloita ilman palvelinta" })).toBeTruthy();
    expect(must(await elsewhere.device.listBoxes())).toEqual([]);
  });

  test("says when the server does not know it, and can still be named as a new desk", async () => {
    const elsewhere = createDeskWorld();
    must(await elsewhere.deps.workspace.openDesk(code));
    await renderDesk(elsewhere.deps, "home");
    expect(await screen.findByText(/ei tunne tätä työpöytää/)).toBeTruthy();
    type("Vastaanottajan nimi", "Uusi ry");
    press("Tallenna");
    await waitFor(() =>
      expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Uusi ry"),
    );
  });
});

describe("a new round", () => {
  test("asks for its name, offers the days that are kept by default, and freezes the codebook", async () => {
    const { go } = await renderDesk(world.deps, "rounds/new");
    await screen.findByText(/14 kysymystä/);
    for (const [label, days] of [
      ["Päiviä tabletissa", "14"],
      ["Päiviä palvelimella", "30"],
      ["Päiviä työpöydällä", "365"],
    ] as const)
      expect(screen.getByLabelText(label)).toHaveProperty("value", days);
    press("Aloita kierros");
    expect(screen.getByLabelText("Kierroksen nimi").getAttribute("aria-invalid")).toBe("true");
    type("Kierroksen nimi", "Kevät 2027");
    press("Aloita kierros");
    await waitFor(() => expect(location.hash).toMatch(/^#\/desk\/sessions\//));
    expect(foldRounds(await readAll())[0]?.fields).toMatchObject({
      name: "Kevät 2027",
      codebook: world.codebook,
      thresholds: { notes: 5, sessions: 3, people: 10 },
      retention: { tabletDays: 14, hubDays: 30, deskDays: 365 },
    });
    await go();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Kevät 2027");
  });

  test("refuses a number of days that is none", async () => {
    await renderDesk(world.deps, "rounds/new");
    await screen.findByText(/14 kysymystä/);
    type("Kierroksen nimi", "Kevät 2027");
    type("Päiviä tabletissa", "0");
    press("Aloita kierros");
    expect(
      await screen.findByText("Kirjoita päivien määrä, 1–3650.", { exact: false }),
    ).toBeTruthy();
    expect(foldRounds(await readAll())).toEqual([]);
  });

  test("keeps the form and says so when the disk is full", async () => {
    await renderDesk(world.deps, "rounds/new");
    await screen.findByText(/14 kysymystä/);
    type("Kierroksen nimi", "Kevät 2027");
    world.device.openBox(desk.box).failNext({ type: "store-full" });
    press("Aloita kierros");
    expect(await findAlert()).toMatch(/tila on täynnä/);
    expect(screen.getByLabelText("Kierroksen nimi")).toHaveProperty("value", "Kevät 2027");
  });
});

describe("the sessions", () => {
  test("need a round first, and say so", async () => {
    await renderDesk(world.deps, "sessions");
    expect(screen.getByText("Ensin tarvitaan kierros")).toBeTruthy();
  });

  test("are planned by a form that names what their languages lack before anything prints", async () => {
    await startRound();
    await renderDesk(world.deps, "sessions");
    fireEvent.click(screen.getByRole("checkbox", { name: "Soomaali" }));
    expect(screen.getByText(/Soomaali: puuttuu 26 määritelmää/)).toBeTruthy();
    expect(screen.getByText(/Soomaali: Kuuluun omat tekstit .* ovat luonnoksia/)).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: "русский" }));
    expect(screen.getByText(/русский: puuttuu 14 kysymystä, luettava tiedote/)).toBeTruthy();
    press("Suunnittele ja tee kortti");
    expect(screen.getByText(/Anna tilaisuudelle nimi/)).toBeTruthy();
    type("Tilaisuuden nimi", "Asukasilta, pöytä 2");
    press("Suunnittele ja tee kortti");
    expect(await screen.findByText(/kortti tallessa työpöydällä/)).toBeTruthy();
    expect(screen.getByRole("rowheader", { name: /Asukasilta, pöytä 2/ })).toBeTruthy();
  });

  test("get a new card only when asked twice, and the old one is then out", async () => {
    await plan("Asukasilta");
    await renderDesk(world.deps, "sessions");
    press("Kortti: Asukasilta");
    fireEvent.click(screen.getByRole("menuitem", { name: "Vaihda kortti uuteen" }));
    const dialog = screen.getByRole("dialog", { name: "Vaihdetaanko kortti uuteen?" });
    fireEvent.click(within(dialog).getByRole("button", { name: "Pidä vanha kortti" }));
    expect(foldCards(await readAll())).toHaveLength(1);
    press("Kortti: Asukasilta");
    fireEvent.click(screen.getByRole("menuitem", { name: "Vaihda kortti uuteen" }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Vaihda kortti" }));
    expect(await screen.findByText("kortti vaihdettu")).toBeTruthy();
    const states = foldCards(await readAll()).map(({ fields }) => fields.state);
    expect(states.sort()).toEqual(["live", "replaced"]);
  });

  test("lose their card at once, and get it back by undo", async () => {
    await plan("Asukasilta");
    await renderDesk(world.deps, "sessions");
    press("Kortti: Asukasilta");
    fireEvent.click(screen.getByRole("menuitem", { name: "Mitätöi kortti" }));
    expect(await screen.findByText("kortti mitätöity")).toBeTruthy();
    fireEvent.click(await screen.findByRole("button", { name: /Kumoa/ }));
    expect(await screen.findByText("suunniteltu")).toBeTruthy();
  });
});

describe("printing", () => {
  test("waits for the recovery sheet: no card is even on the page", async () => {
    await renderDesk(world.deps, `print-cards/${await plan("Asukasilta")}`);
    expect(screen.getByText("Palautusarkki on tarkistamatta")).toBeTruthy();
    expect(screen.queryByRole("article")).toBeNull();
  });

  test("names what is missing in a language first, and goes on when that was read", async () => {
    await prove();
    await renderDesk(world.deps, `print-cards/${await plan("Asukasilta", ["ru"])}`);
    expect(screen.getByText("Osa teksteistä puuttuu")).toBeTruthy();
    expect(screen.queryByRole("article")).toBeNull();
    press("Tulosta ilman puuttuvia tekstejä");
    await waitFor(() => expect(screen.getAllByRole("article")).toHaveLength(2));
  });

  test("puts on a card its QR, its code in groups of four, title, receiver, fingerprint and what to do with it", async () => {
    await prove();
    const session = await plan("Asukasilta");
    await renderDesk(world.deps, `print-cards/${session}`);
    const [card] = await screen.findAllByRole("article", { name: "Kortti: Asukasilta" });
    await within(card as HTMLElement).findByRole("img", { name: "Tilaisuuden ruutukoodi" });
    const [made] = foldCards(await readAll());
    const groups = made?.fields.code.match(/.{4}/g)?.join("-") ?? "-";
    const fingerprint = await world.deps.keys.fingerprintOf(desk.keys.recipient);
    const shown = card?.textContent ?? "";
    for (const words of [groups, "Lähellä ry", "Pidä kortti omissa käsissäsi"])
      expect(shown).toContain(words);
    expect(shown.replaceAll("-", "")).toContain(fingerprint);
  });

  test("gives the facilitator one sheet for each language, in that language", async () => {
    await prove();
    const session = await plan("Asukasilta", ["fi", "sv"]);
    await renderDesk(world.deps, `print-guide/${session}`);
    const finnish = await screen.findByRole("article", { name: /Asukasilta, suomi/ });
    const swedish = await screen.findByRole("article", { name: /Asukasilta, svenska/ });
    expect(finnish.lang).toBe("fi");
    expect(finnish.textContent).toContain("Luovutetut kirjaukset vastaanottaa Lähellä ry.");
    expect(swedish.textContent).toContain("går till Lähellä ry");
    expect(within(finnish).getAllByRole("listitem")).toHaveLength(14);
  });

  test("has nothing to print of a void card", async () => {
    await prove();
    await renderDesk(world.deps, `print-cards/${"0".repeat(32)}`);
    expect(screen.getByText("Ei tulostettavaa")).toBeTruthy();
  });
});
