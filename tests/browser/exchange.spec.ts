// One desk gives what it may tell, another takes it: by keyboard, as examples with their origin and as a round handed over.
// The giver is the practice desk, the taker a desk of its own in another browser, without a round.
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { setUpDesk } from "./coordinator.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(180_000);

const named = "Reijo Virtanen sanoi, että alikulku kierretään iltaisin.";
const sizes = [1180, 820, 320];

let site: Site;
let profiles: readonly Profile[];
let giver: Page;
let taker: Page;
test.beforeEach(async () => {
  site = await serveFolder("dist");
  const [ours, theirs] = [await createProfile(), await createProfile()];
  profiles = [ours, theirs];
  giver = await (await ours.open({ acceptDownloads: true })).newPage();
  taker = await (await theirs.open()).newPage();
  for (const page of [giver, taker]) page.setDefaultTimeout(30_000);
  await giver.goto(`${site.url}?demo=1#/desk`);
  await giver.locator('a[href*="#/desk/sessions/"]').first().waitFor({ timeout: 60_000 });
});
test.afterEach(async () => {
  for (const profile of profiles) await profile.remove();
  await site.stop();
});

const go = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator("h1").first().waitFor();
};

/** Walks there with the Tab key, as somebody without a mouse does. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let press = 0; press < 90; press += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`the Tab key never reached ${String(target)}`);
};
const pressOn = async (page: Page, target: Locator, key: string): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

const save = async (): Promise<string> => {
  const download = giver.waitForEvent("download");
  await pressOn(giver, giver.getByRole("button", { name: "Tallenna tiedosto" }), "Enter");
  return (await download).path();
};
const choose = async (file: string): Promise<void> => {
  await go(taker, "#/desk/exchange/take");
  const chooser = taker.waitForEvent("filechooser");
  await pressOn(
    taker,
    taker.getByRole("group", { name: "Vaihtotiedosto" }).getByRole("button"),
    "Enter",
  );
  await (await chooser).setFiles(file);
};

const speak = async (page: Page, language: string): Promise<void> => {
  await go(page, "#/settings");
  await page.locator(`input[type=radio][value=${language}]`).check();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
};

/** At every size, in the language the page speaks now. */
const expectFit = async (page: Page, shows: string): Promise<void> => {
  await page.locator(shows).first().waitFor();
  for (const width of sizes) {
    await page.setViewportSize({ width, height: 820 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1180, height: 820 });
};

/** A finding whose words name a person, passed as fit to be told by somebody in a hurry. */
const stateNamed = async (): Promise<void> => {
  await go(giver, "#/desk/findings");
  await giver.locator("form textarea").fill(named);
  await giver.locator("form button[type=submit]").click();
  await giver.waitForURL(/findings\/[0-9a-f]{32}/);
  await giver.getByLabel("Sanoja kirjauksista").fill("alikulku");
  await giver.getByRole("button", { name: "Liitä puolesta" }).first().click();
  await giver.getByRole("button", { name: "Tarkistettu: saa julkaista" }).click();
  await giver.getByText(/Sanat on tarkistettu julkaistaviksi/).waitFor();
};

test("examples go by file to another desk, keep their origin, and are no findings of its own", async () => {
  await stateNamed();
  await go(giver, "#/desk/exchange/give");
  const warning = giver.getByText("Näyttää henkilötiedolta. Tarkista ennen tallentamista.");
  await expect(warning).toBeVisible();
  await expectFit(giver, ".exchange-statement");
  await pressOn(giver, giver.getByRole("checkbox", { name: named }), "Space");
  await expect(warning).toHaveCount(0);
  const left = giver.getByRole("checkbox", {
    name: /Uimahallin naisten vuoroa|Jokaisesta kyselystä/,
  });
  await pressOn(giver, left.first(), "Space");
  const file = await save();
  await expect(giver.getByText(/Tiedosto on valmis/)).toBeVisible();
  const content = await readFile(file, "utf8");
  expect(content).toContain("Aseman alikulku kierretään iltaisin, koska siellä on pimeää.");
  expect(content).not.toContain("Virtanen");
  // Notes never travel, and what was left out does not either.
  expect(content).not.toContain("Valot rikki syksystä asti");
  expect(content).not.toContain("Jokaisesta kyselystä julkaistaan sivu");

  await setUpDesk(taker, site.url);
  await choose(file);
  await expectFit(taker, ".exchange-statement");
  await pressOn(taker, taker.getByRole("button", { name: "Ota esimerkiksi" }), "Enter");
  await taker.waitForURL(/exchange\/[0-9a-f]{64}/);
  const origin = await taker.locator(".exchange-statement").first().textContent();
  expect(content).toContain(origin ?? "nobody");
  await expect(taker.getByText(/Esimerkkejä muualta\. Ne eivät ole tämän kunnan/)).toBeVisible();
  await go(taker, "#/desk/findings");
  await expect(taker.getByText("Aseman alikulku kierretään")).toHaveCount(0);
  await choose(file);
  await expect(taker.getByText("Tämä tiedosto on jo otettu mukaan.")).toBeVisible();
});

test("a round handed over becomes a round of the taker, whose measures answer its findings", async () => {
  await go(giver, "#/desk/exchange/give");
  const handOver = giver.getByRole("radio", { name: /Kierroksen luovutus/ });
  await tabTo(giver, giver.getByRole("radio", { name: /Esimerkiksi muille/ }));
  await giver.keyboard.press("ArrowDown");
  await expect(handOver).toBeChecked();
  const file = await save();

  await setUpDesk(taker, site.url);
  await choose(file);
  await pressOn(taker, taker.getByRole("button", { name: "Ota kierros vastaan" }), "Enter");
  await taker.waitForURL(/exchange\/[0-9a-f]{64}/);
  await pressOn(taker, taker.getByRole("button", { name: "Luo kierros" }), "Enter");
  await pressOn(taker, taker.getByRole("link", { name: "Tee toimenpide" }).first(), "Enter");
  await taker.waitForURL(/measures\/new\?finding=/);
  await taker.getByLabel("Mitä tehdään").fill("Alikulkuun tulee uudet valot.");
  await taker.getByRole("button", { name: "Tee toimenpide" }).click();
  await taker.waitForURL(/measures\/[0-9a-f]{32}/);
  await expect(taker.getByText(/Aseman alikulku kierretään iltaisin/).first()).toBeVisible();

  // The giver's own desk does not take back what it gave.
  await go(giver, "#/desk/exchange/take");
  const chooser = giver.waitForEvent("filechooser");
  await giver.getByRole("group", { name: "Vaihtotiedosto" }).getByRole("button").click();
  await (await chooser).setFiles(file);
  await expect(giver.getByText(/Tiedosto on tältä työpöydältä/)).toBeVisible();

  await speak(taker, "ar");
  await go(taker, "#/desk/exchange");
  await expect(taker.locator("html")).toHaveAttribute("dir", "rtl");
  await expectFit(taker, ".exchange-entry");
  await taker.locator(".exchange-entry a").first().click();
  await expectFit(taker, ".exchange-statement");
  await speak(giver, "ar");
  await go(giver, "#/desk/exchange/give");
  await expectFit(giver, ".exchange-statement");
});
