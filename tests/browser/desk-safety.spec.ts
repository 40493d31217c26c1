// What a desk must survive, through the real screens: a browser that is gone, a card that is lost, a time for keeping that
// has run out. Real keys, real files, profiles on disk.
import { expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { expectAccessible } from "./page-checks.ts";
import { noteField, startSession, writeNote } from "./scribe.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(150_000);

let site: Site;
let office: Profile;
let tablet: Profile;
test.beforeEach(async () => {
  site = await serveFolder("dist");
  office = await createProfile();
  tablet = await createProfile();
});
test.afterEach(async () => {
  await office.remove();
  await tablet.remove();
  await site.stop();
});

const texts = [
  "Alikulku kierretään iltaisin",
  "Kirjastossa tervehditään",
  "أخاف من انتظار الحافلة",
];

const openPage = async (profile: Profile): Promise<Page> => {
  const page = await (await profile.open({ acceptDownloads: true })).newPage();
  page.setDefaultTimeout(30_000);
  return page;
};

const save = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const download = page.waitForEvent("download");
  await press();
  return (await download).path();
};

const choose = async (page: Page, file: string): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Valitse tiedosto/ }).click();
  await (await chooser).setFiles(file);
};

/** A tablet that joined by the card's link and wrote three notes. */
const writeAtTheTable = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await startSession(page);
  for (const text of texts) {
    const bare = { lang: "fi", kinds: [], subThemes: [], topics: [], dimensions: ["S"] };
    await writeNote(page, { ...bare, text, begunAt: new Date().toISOString() });
  }
};

const handOver = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "Valikko" }).click();
  await page.getByRole("menuitem", { name: "Lopeta ja luovuta järjestölle" }).click();
  await page.getByRole("button", { name: "Lopeta ja luovuta järjestölle" }).click();
  return save(page, () => page.getByRole("button", { name: "Vie tiedostona" }).click());
};

const takeIn = async (page: Page, file: string): Promise<void> => {
  await page.goto(`${site.url}#/desk/intake`);
  await choose(page, file);
  await page.getByRole("button", { name: "Tuo", exact: true }).click();
  await page.getByRole("link", { name: "Avaa taulukko" }).waitFor();
};

/** The note itself, not where it stands again in the context of another. */
const noteOf = (page: Page, text: string) => page.locator(".note-normal", { hasText: text });

const expectAllNotes = async (page: Page): Promise<void> => {
  await page.goto(`${site.url}#/desk/notes`);
  for (const text of texts) await expect(noteOf(page, text)).toBeVisible();
  await expect(page.locator(".note-list > li")).toHaveCount(texts.length);
};

/** A desk with one session's three notes, and the code of its recovery sheet. */
const createFilledDesk = async (): Promise<{ readonly desk: Page; readonly code: string }> => {
  const desk = await openPage(office);
  const code = await setUpDesk(desk, site.url);
  const { link } = await planSession(desk, site.url);
  const scribe = await openPage(tablet);
  await writeAtTheTable(scribe, link);
  await takeIn(desk, await handOver(scribe));
  return { desk, code };
};

test("a desk whose browser is gone opens from its file, by passphrase and by code, with the same counts", async () => {
  const { desk, code } = await createFilledDesk();
  await desk.goto(`${site.url}#/desk/home`);
  const file = await save(desk, () =>
    desk.getByRole("button", { name: "Lataa työpöydän tiedosto" }).click(),
  );
  await expect(desk.getByText(/Kaikki on kopiossa/).first()).toBeVisible();

  for (const way of ["Tunnuslauseella", "Palautusarkin koodilla"] as const) {
    const fresh = await createProfile();
    const page = await openPage(fresh);
    await page.goto(`${site.url}#/desk`);
    await choose(page, file);
    await page.getByLabel(way).check();
    const field = way === "Tunnuslauseella" ? "Tunnuslause" : "Työpöydän koodi";
    const secret = way === "Tunnuslauseella" ? "neljä tavallista sanaa tähän" : code;
    // Here the field for the file; the one that opens a desk on this device stands above it.
    await page.getByLabel(field, { exact: true }).last().fill(secret);
    await page.getByRole("button", { name: "Avaa tiedosto" }).click();
    await expect(page.getByText("Luvut ovat samat kuin silloin")).toBeVisible();
    await expectAccessible(page);
    await expectAllNotes(page);
    await fresh.remove();
  }
});

test("a locked tablet whose card is lost gives a file that the desk opens, with a reason on record", async () => {
  const desk = await openPage(office);
  await setUpDesk(desk, site.url);
  const { link } = await planSession(desk, site.url);
  const scribe = await openPage(tablet);
  await writeAtTheTable(scribe, link);
  await noteField(scribe).fill("Tämä jäi kesken");
  await expect(scribe.getByText(/Keskeneräinen teksti tallessa/)).toBeVisible();
  await scribe.getByRole("button", { name: "Valikko" }).click();
  await scribe.getByRole("menuitem", { name: "Lukitse", exact: true }).click();
  await scribe.getByText("Kortti on kadonnut").first().click();
  await expectAccessible(scribe);
  const file = await save(scribe, () =>
    scribe.getByRole("button", { name: "Tallenna pelastustiedosto" }).click(),
  );

  await desk.goto(`${site.url}#/desk/rescue`);
  await choose(desk, file);
  await desk.getByLabel("Miksi kirjaukset avataan").fill("Kortti katosi matkalla");
  await desk.getByRole("button", { name: "Avaa ja ota talteen" }).click();
  await expect(desk.getByText("pelastettu, ei allekirjoitettu")).toBeVisible();
  await expect(desk.getByText("Niistä yksi oli jäänyt kesken kirjoitettaessa.")).toBeVisible();
  await expect(desk.getByText("Kortti katosi matkalla")).toBeVisible();
  await expectAccessible(desk);
  await desk.goto(`${site.url}#/desk/notes`);
  for (const text of [...texts, "Tämä jäi kesken"]) {
    await expect(noteOf(desk, text)).toBeVisible();
  }
});

test("a round whose time has run out goes only by its own name typed, and leaves a certificate", async () => {
  const { desk } = await createFilledDesk();
  // A year and a day later.
  await desk.clock.setFixedTime(Date.now() + 366 * 24 * 60 * 60 * 1_000);
  await desk.reload();
  await desk.getByLabel(/^Tunnuslause, työpöytä/).fill("neljä tavallista sanaa tähän");
  await desk.getByRole("button", { name: "Avaa työpöytä" }).click();
  await desk.goto(`${site.url}#/desk/home`);
  await expect(desk.getByText(/Kevät 2027: kirjausten säilytysaika päättyi/)).toBeVisible();
  await desk.getByRole("link", { name: "Katso ja päätä" }).click();
  await expectAccessible(desk);
  const remove = desk.getByRole("button", { name: "Poista 3 kirjausta lopullisesti" });
  const name = desk.getByLabel("Kirjoita kierroksen nimi: Kevät 2027");
  await name.fill("Kevät 2026");
  await remove.click();
  await expect(desk.getByRole("heading", { name: "Todistus poistamisesta" })).toHaveCount(0);
  await name.fill("Kevät 2027");
  await remove.click();
  await expect(desk.getByRole("heading", { name: "Todistus poistamisesta" })).toBeVisible();
  await expect(desk.getByText("Poistettu: 3 kirjausta, tilaisuuksia 1.")).toBeVisible();
  for (const text of texts) await expect(desk.getByText(text)).toHaveCount(0);
  await desk.goto(`${site.url}#/desk/notes`);
  await expect(desk.locator(".note-list > li")).toHaveCount(0);
});
