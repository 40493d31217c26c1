// The debrief through the real screens, without a network: once with the keyboard alone, once by touch.
import { type Browser, expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { noteField, startSession, untilStored, writeNote } from "./scribe.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(90_000);

let site: Site;
let profile: Profile;
test.beforeEach(async () => {
  site = await serveFolder("dist");
  profile = await createProfile();
});
test.afterEach(async () => {
  await profile.remove();
  await site.stop();
});

const bare = { lang: "fi", kinds: [], subThemes: [], topics: [] };
const say = (page: Page, text: string, dimensions: readonly string[] = []) =>
  writeNote(page, { ...bare, text, dimensions, begunAt: new Date().toISOString() });

/** A session with three notes, two of them without a dimension; from here on there is no network. */
const talk = async (options: Parameters<Browser["newContext"]>[0] = {}) => {
  const context = await profile.open(options);
  const page = await context.newPage();
  await setUpDesk(page, site.url);
  const card = await planSession(page, site.url);
  await page.goto(card.link);
  await untilStored(page);
  await startSession(page);
  await context.setOffline(true);
  await say(page, "Pysäkki on turvallinen", ["S"]);
  await say(page, "Naapuri auttoi lumitöissä");
  await say(page, "Kunnan kirjettä ei ymmärretty");
  return page;
};

/** Presses Tab until what has the focus is called this, as somebody without a mouse does. */
const tabTo = async (page: Page, name: string | RegExp) => {
  const wanted = page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${name}`);
};

const expectSummary = async (page: Page) => {
  const paper = page.getByRole("article");
  await expect(paper.getByText("Valaistus ja bussit")).toBeVisible();
  await expect(paper.getByText(/pöytä korjasi kirjausta/)).toBeVisible();
  await expect(paper.getByRole("row", { name: /^2 Turvallisuus/ })).toContainText("1");
  await expect(paper.getByText("Pysäkki")).toHaveCount(0);
};

test("with the keyboard alone: from the last note to the summary", async () => {
  const page = await talk();
  await page.goto(page.url().replace("/write", "/debrief"));
  await expect(page.getByRole("heading", { name: "Purku" })).toBeFocused();
  await page.keyboard.press("3");
  await expect(page.getByRole("button", { name: "3 Vuorovaikutus" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Kirjaus 2/2" })).toBeFocused();
  await page.keyboard.press("e");
  const field = page.getByLabel(/Mitä sanottiin/);
  await expect(field).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(". 4 kysyi apua");
  await page.keyboard.press("Escape");
  await page.keyboard.press("4");
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { name: "Kaikki on käyty läpi" })).toBeFocused();
  await expect(page.getByText("Valmiina 2/2")).toBeVisible();

  await tabTo(page, "Jatka: lue ääneen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Lue ääneen" })).toBeFocused();
  await tabTo(page, /^2 Turvallisuus/);
  await page.keyboard.press("Space");
  await tabTo(page, /^Korjaa: Pysäkki/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(/Korjattu teksti/)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(" päivällä");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Pysäkki on turvallinen päivällä", { exact: true })).toBeVisible();

  await tabTo(page, "Jatka: kirjoita yhteenveto");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Kirjoita yhteenveto" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Tärkeintä")).toBeFocused();
  await page.keyboard.type("Valaistus ja bussit");
  await tabTo(page, "Avaa tiivistelmä");
  await page.keyboard.press("Enter");
  await expectSummary(page);
  expect(profile.takeTrouble()).toEqual([]);
});

test("by touch: what the table does not want told stays here, and the summary leaves as a file", async () => {
  const page = await talk({ hasTouch: true, viewport: { width: 820, height: 1180 } });
  await page.getByRole("button", { name: "Valikko" }).tap();
  await page.getByRole("menuitem", { name: "Purku" }).tap();
  await page.getByRole("button", { name: "3 Vuorovaikutus" }).tap();
  await page.getByRole("button", { name: "Seuraava" }).tap();
  await page.getByRole("button", { name: "Ei kuulu mihinkään" }).tap();
  await page.getByRole("button", { name: "Seuraava" }).tap();
  await page.getByRole("link", { name: "Jatka: lue ääneen" }).tap();

  await page.getByRole("button", { name: /^3 Vuorovaikutus/ }).tap();
  await page.getByRole("button", { name: /^Älä vie eteenpäin/ }).tap();
  await expect(page.getByText(/koska pöytä pyysi niin/)).toBeVisible();
  await page.getByRole("button", { name: /^2 Turvallisuus/ }).tap();
  await page.getByRole("button", { name: /^Korjaa/ }).tap();
  await page.getByLabel(/Korjattu teksti/).fill("Pysäkki on turvallinen päivällä");
  await page.getByRole("button", { name: "Valmis" }).tap();
  await expect(page.getByText("Pysäkki on turvallinen päivällä", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Jatka: kirjoita yhteenveto" }).tap();

  await page.getByLabel("Tärkeintä").fill("Valaistus ja bussit");
  await expect(page.getByText(/Keskeneräinen teksti tallessa/)).toBeVisible();
  await page.reload(); // As a system that kills the tab in the middle of a sentence.
  await expect(page.getByLabel("Tärkeintä")).toHaveValue("Valaistus ja bussit");
  await page.getByRole("radio", { name: "Ei", exact: true }).check();
  await page.getByRole("link", { name: "Avaa tiivistelmä" }).tap();
  await expectSummary(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tallenna Word-tiedostona" }).tap();
  expect((await download).suggestedFilename()).toMatch(/^kuuluu-[0-9a-f]{8}-[\d-]+\.docx$/);

  await page.getByRole("link", { name: "Siirry luovuttamaan" }).tap();
  await expect(page.getByText("Purku: 0 kesken, 1 ilman osa-aluetta.")).toBeVisible();
  await expect(page.getByText("Pidetään takana")).toBeVisible();
  await page.getByRole("link", { name: "Jatka kirjaamista" }).tap();
  await expect(noteField(page)).toBeVisible();
  expect(profile.takeTrouble()).toEqual([]);
});
