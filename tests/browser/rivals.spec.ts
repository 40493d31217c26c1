// Two tablets of one table change the same note while neither hears of the other. Both texts stand side by side with who
// and when until a person chooses, with the keyboard alone or by touch.
import { expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { startSession, untilStored, writeNote } from "./scribe.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(180_000);

let site: Site;
let profiles: readonly [Profile, Profile];
test.beforeEach(async () => {
  site = await serveFolder("dist");
  profiles = [await createProfile(), await createProfile()];
});
test.afterEach(async () => {
  for (const profile of profiles) await profile.remove();
  await site.stop();
});

const goTo = (page: Page, part: string) =>
  page.evaluate((last) => {
    location.hash = location.hash.replace(/[^/]*$/, last);
  }, part);

/** Everything of the session as a file, as one tablet saves it. */
const saveFile = async (page: Page): Promise<string> => {
  await goTo(page, "hand-over");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Vie tiedostona" }).click();
  return (await download).path();
};

const takeFile = async (page: Page, file: string): Promise<void> => {
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await expect(page.getByRole("heading", { name: "Tuo toiselta laitteelta" })).toBeVisible();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await expect(page.getByText(/Tälle laitteelle tuli/)).toBeVisible();
};

const openReview = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await page.locator('a[href$="/review"]').click();
  await page.locator(".review-row").first().waitFor();
};

const reword = async (page: Page, text: string): Promise<void> => {
  await openReview(page);
  await page.getByRole("button", { name: "Muuta sanoja" }).click();
  const field = page.getByLabel("Uusi sanamuoto");
  // The field puts the caret at its end once it is drawn; filling before that would add to the words instead.
  await expect(field).toBeFocused();
  await field.fill(text);
  await page.getByRole("button", { name: "Tallenna" }).click();
  await expect(page.locator(".review-words")).toContainText(text);
};

/** The same note in two wordings on the first tablet, each made on a tablet of its own without a network. */
const growApart = async (options: Parameters<Profile["open"]>[0] = {}): Promise<Page> => {
  const [first, second] = await Promise.all(
    profiles.map(async (profile) => (await profile.open(options)).newPage()),
  );
  if (!first || !second) throw new Error("no tablets");
  await setUpDesk(first, site.url);
  const card = await planSession(first, site.url);
  for (const page of [first, second]) {
    await page.goto(card.link);
    await untilStored(page);
    await startSession(page);
    await page.context().setOffline(true);
  }
  const bare = { lang: "fi", kinds: [], subThemes: [], topics: [], dimensions: [] };
  const begunAt = new Date().toISOString();
  await writeNote(first, { ...bare, begunAt, text: "Pysäkillä on pimeää" });
  await takeFile(second, await saveFile(first));
  await reword(first, "Pysäkillä on iltaisin pimeää");
  await reword(second, "Kadulla on pimeää ja liukasta");
  await goTo(second, "hand-over");
  await takeFile(first, await saveFile(second));
  await openReview(first);
  return first;
};

const sides = (page: Page) => page.locator(".review-side");
const expectBoth = async (page: Page): Promise<void> => {
  await expect(page.getByText("Kaksi ihmistä on muuttanut samaa kohtaa")).toBeVisible();
  await expect(sides(page)).toHaveCount(2);
  for (const text of ["Pysäkillä on iltaisin pimeää", "Kadulla on pimeää ja liukasta"]) {
    const side = sides(page).filter({ hasText: text });
    await expect(side).toContainText("Tarkistaja");
    await expect(side.locator(".numeric")).toHaveText(/\d/);
  }
  await expect(page.getByRole("button", { name: "Hyväksy ja seuraava" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await expect(page.getByRole("button", { name: /^Kaksi tekstiä 1/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
};
const words = (page: Page) => page.locator(".review-words");

test("are chosen between with the keyboard alone, and approved then", async () => {
  const page = await growApart();
  await expectBoth(page);
  const wanted = sides(page)
    .filter({ hasText: "Kadulla" })
    .getByRole("button", { name: "Valitse tämä" });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(words(page)).toHaveText("Kadulla on pimeää ja liukasta");
  await expect(sides(page)).toHaveCount(0);
  // The button is gone: keys go on at the note.
  await expect(page.getByRole("region", { name: "Avoin kirjaus" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "1/1 käyty läpi" })).toBeVisible();
});

test("are combined by touch, both wordings under one another", async () => {
  const page = await growApart({ hasTouch: true, viewport: { width: 820, height: 1180 } });
  await expectBoth(page);
  for (const button of await page.locator(".review-rivals button").all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole("button", { name: "Pidä molemmat" }).tap();
  await expect(words(page)).toContainText("Pysäkillä on iltaisin pimeää");
  await expect(words(page)).toContainText("Kadulla on pimeää ja liukasta");
  await expect(sides(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Hyväksy ja seuraava" }).tap();
  await expect(page.getByRole("status").filter({ hasText: "1/1 käyty läpi" })).toBeVisible();
});
