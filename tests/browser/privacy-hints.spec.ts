// Hints in the real live screen: seen while writing, masked with one tap, quiet when told so, and never moving the dock
// or taking the keyboard's place. A second way goes without any pointer.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { toCode } from "../fixtures/privacy/codes.ts";
import { createProfile, type Profile } from "./browser-profile.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { noteField, startSession } from "./scribe.ts";
import { type Site, serveFolder } from "./static-server.ts";

let profile: Profile;
let site: Site;
let page: Page;
test.beforeEach(async () => {
  profile = await createProfile();
  site = await serveFolder("dist");
  page = await (await profile.open()).newPage();
  await setUpDesk(page, site.url);
  const card = await planSession(page, site.url);
  await page.goto(card.link);
  await startSession(page);
});
test.afterEach(async () => {
  await profile.remove();
  await site.stop();
});

const { code } = toCode("010190", "-", 906);
const dock = () => page.getByRole("region", { name: "Uusi kirjaus" });
const topOf = async (place: Locator) => Math.round((await place.boundingBox())?.y ?? -1);
const logHeight = async () =>
  Math.round((await page.getByRole("region", { name: "Kirjaukset" }).boundingBox())?.height ?? -1);

test("masks a code with one tap, stays quiet about what is no name, and moves nothing", async () => {
  for (const size of [
    { width: 1180, height: 820 },
    { width: 390, height: 470 }, // A phone with its keyboard open.
  ]) {
    await page.setViewportSize(size);
    await noteField(page).fill("Hän sanoi tunnuksensa ei muuta"); // As many lines as with the code.
    const before = [await topOf(dock()), await logHeight()];
    await noteField(page).fill(`Hän sanoi tunnuksensa ${code}`);
    await expect(page.getByText(`Henkilötunnus: ${code}`)).toBeVisible();
    await expect(noteField(page)).toBeFocused();
    expect([await topOf(dock()), await logHeight()]).toEqual(before);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: `Peitä: ${code}` }).click();
    await expect(noteField(page)).toHaveValue("Hän sanoi tunnuksensa [henkilötunnus]");
    await expect(noteField(page)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(noteField(page)).toHaveValue("");
    const rows = page.getByRole("region", { name: "Kirjaukset" });
    await expect(rows.getByText("Hän sanoi tunnuksensa [henkilötunnus]").last()).toBeVisible();
    await expect(rows.getByText(code)).toHaveCount(0);
  }

  await page.setViewportSize({ width: 1180, height: 820 });
  await noteField(page).fill("Kerroin Lehtosaarelle");
  await page.getByRole("button", { name: "Ei ole nimi: Lehtosaarelle" }).click();
  await expect(page.getByText("Ehkä nimi: Lehtosaarelle")).toHaveCount(0);
  await page.reload();
  await noteField(page).waitFor();
  await noteField(page).fill("Kerroin Lehtosaarelle ja Jukalle");
  await expect(page.getByText("Ehkä nimi: Jukalle")).toBeVisible();
  await expect(page.getByText("ja 1 muuta")).toHaveCount(0);
});

test("does it all by the keyboard alone, and tells of it before handing over", async () => {
  await noteField(page).focus();
  await page.keyboard.type("Soitin Jukalle ja Liisalle");
  const seen = page.getByRole("button", { name: /Ehkä nimi: Jukalle ja 1 muuta/ });
  await seen.waitFor();
  const pressed = async (name: string | RegExp) => {
    const button = page.getByRole("button", { name }).first();
    for (let turn = 0; turn < 40; turn += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
  };
  await pressed(/Ehkä nimi: Jukalle/);
  await expect(page.getByText("Tunnettu etunimi.").last()).toBeVisible();
  await pressed("Peitä: Jukalle");
  await expect(noteField(page)).toHaveValue("Soitin [nimi] ja Liisalle");
  await expect(noteField(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(noteField(page)).toHaveValue("");

  await page.getByRole("button", { name: "Valikko" }).click();
  await page.getByRole("menuitem", { name: "Lopeta ja luovuta järjestölle" }).click();
  const count = page.getByText("1 kirjauksessa on ehkä henkilötieto");
  await count.click();
  await expectAccessible(page);
  await pressed("Ei ole nimi: Liisalle");
  await expect(page.getByText(/Henkilötietoja ei huomattu/)).toBeVisible();
});
