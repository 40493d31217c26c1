// The review on a tablet, with the keyboard alone and by touch: what was said, checked by the people who were there.
import { expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible } from "./page-checks.ts";
import { serveFolder } from "./static-server.ts";
import { prepareTour, visit } from "./tour.ts";

test.setTimeout(120_000);

const openReview = async (profile: Profile, options: Parameters<Profile["open"]>[0] = {}) => {
  const site = await serveFolder("dist");
  const tour = await prepareTour(await profile.open(options), site.url);
  const address = "/session/:session/review";
  const page = await visit(tour, { device: "tablet", address, shows: ".review-row" });
  return { page, stop: site.stop };
};
const rows = (page: Page) => page.locator(".review-row");
const openRow = (page: Page) => page.locator(".review-row[aria-current]");
const judged = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

test("is done with the keyboard alone: move, tag, approve, reword, give back, take back", async () => {
  const profile = await createProfile();
  const { page, stop } = await openReview(profile);
  try {
    const press = (...keys: readonly string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const total = await rows(page).count();
    const first = (await openRow(page).textContent()) ?? "";
    await press("j");
    await expect(openRow(page)).not.toHaveText(first);
    await press("k", "2");
    const chip = page.locator(".review-tags").getByRole("button", { name: "2 Turvallisuus" });
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    await press("Enter");
    await judged(page, `1/${total} käyty läpi`);

    await press("e");
    await expect(page.getByLabel("Uusi sanamuoto")).toBeFocused();
    await page.keyboard.type(" ja vielä");
    await press("Tab", "Enter");
    await expect(page.locator(".review-words")).toContainText("ja vielä");
    await expect(page.getByText("Kaikki sanamuodot (2)")).toBeVisible();
    await press("z");
    await expect(page.locator(".review-words")).not.toContainText("ja vielä");

    // A key keeps its own meaning while a control has the focus.
    await page.getByRole("button", { name: "Palauta kirjurille" }).focus();
    await press("Enter");
    await expect(page.getByLabel("Mitä kirjurin pitäisi tarkistaa")).toBeFocused();
    await page.keyboard.type("Kenen sanoin?");
    await press("Tab", "Enter");
    await judged(page, "palautettu 1");
    await page.reload();
    await judged(page, "palautettu 1");
  } finally {
    await profile.remove();
    await stop();
  }
});

test("suggests when asked, says why, and is answered with the keyboard alone", async () => {
  const profile = await createProfile();
  const { page, stop } = await openReview(profile);
  try {
    // The scribe's own tags are looked at first; then the untagged one.
    await expect(page.getByRole("button", { name: "Näytä ehdotus" })).toHaveCount(0);
    await page.keyboard.press("e");
    await page.getByLabel("Uusi sanamuoto").fill("En uskalla mennä alikulkuun, kun on pimeää");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    for (const chip of await page.locator(".review-tags .chips-grid [aria-pressed=true]").all()) {
      await chip.click();
    }
    await expect(page.getByRole("region", { name: "Avoin kirjaus" })).toBeVisible();
    await page.locator("h1").click();
    await page.keyboard.press("s");
    const take = page.getByRole("button", { name: "Lisää: Turvallisuus" });
    await expect(take).toBeFocused();
    await expect(page.getByText(/sanat ”.*pimeää/)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    const chip = page.locator(".review-tags").getByRole("button", { name: "2 Turvallisuus" });
    await expect(chip).toHaveAttribute("aria-pressed", "true");
  } finally {
    await profile.remove();
    await stop();
  }
});

test("keeps a half-typed wording through a reload", async () => {
  const profile = await createProfile();
  const { page, stop } = await openReview(profile);
  try {
    await page.getByRole("button", { name: "Muuta sanoja" }).click();
    await expect(page.getByLabel("Uusi sanamuoto")).toBeFocused();
    await page.getByLabel("Uusi sanamuoto").fill("Puolitiehen jäänyt");
    await expect(page.getByText("Keskeneräinen teksti on tallessa")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Uusi sanamuoto")).toHaveValue("Puolitiehen jäänyt");
  } finally {
    await profile.remove();
    await stop();
  }
});

test("is done by touch: hold back, generalise, split, merge, erase, and all the rest at once", async () => {
  const profile = await createProfile();
  const { page, stop } = await openReview(profile, {
    hasTouch: true,
    viewport: { width: 820, height: 1180 },
  });
  try {
    const more = async (name: RegExp) => {
      await page.getByRole("button", { name: "Muut toimet" }).tap();
      await page.getByRole("menuitem", { name }).tap();
    };
    const total = await rows(page).count();
    await more(/Jätä pois/);
    await page.getByRole("button", { name: "Jätä pois luovutuksesta" }).tap();
    await judged(page, "pois luovutuksesta 1");

    await more(/Yleistä/);
    await page.getByLabel("Yleistetty teksti").fill("Odotan [liikennevälinettä] yksin.");
    await page.getByRole("button", { name: "Yleistä ja unohda aiempi" }).tap();
    await expect(page.locator(".review-words")).toHaveText("Odotan [liikennevälinettä] yksin.");
    await expect(page.getByText("Kaikki sanamuodot")).toHaveCount(0);

    await more(/Jaa kahdeksi/);
    await page.getByLabel("Jaa kahdeksi").fill("Ensimmäinen puoli\n\nToinen puoli");
    await page.getByRole("button", { name: "Jaa", exact: true }).tap();
    await judged(page, `/${total + 1} käyty läpi`);
    await more(/Yhdistä/);
    await judged(page, `/${total} käyty läpi`);

    await more(/Poista kokonaan/);
    await page.getByRole("button", { name: "Poista kokonaan" }).tap();
    await judged(page, `/${total - 1} käyty läpi`);
    await expect(page.getByText("Ensimmäinen puoli")).toHaveCount(0);

    await page.getByRole("button", { name: /^Hyväksy (kaikki|yksi)/ }).tap();
    await judged(page, `${total - 1}/${total - 1} käyty läpi`);
    await page.getByRole("link", { name: "Luovutukseen" }).tap();
    await expect(page.getByRole("heading", { name: "Luovuta" })).toBeVisible();
  } finally {
    await profile.remove();
    await stop();
  }
});

test("leaves out for good what the table asks to be left out, while the talk goes on", async () => {
  const profile = await createProfile();
  const site = await serveFolder("dist");
  try {
    const tour = await prepareTour(await profile.open(), site.url);
    const address = "/session/:session/write";
    const page = await visit(tour, { device: "tablet", address, shows: ".row" });
    const secret = "Tätä ei pitänyt kirjata";
    await page.getByLabel("Mitä sanottiin?").fill(secret);
    await page.keyboard.press("Enter");
    const row = page.locator(".row").filter({ hasText: secret });
    await row.getByRole("button", { name: /^Toiminnot/ }).click();
    await row.getByRole("button", { name: "Poista kokonaan" }).click();
    await expect(row.getByText("Tätä ei voi perua")).toBeVisible();
    await row.getByRole("button", { name: "Poista kokonaan" }).click();
    await expect(page.getByText(secret)).toHaveCount(0);
    await page.keyboard.press("Alt+KeyZ");
    await page.reload();
    await page.locator(".row").first().waitFor();
    await expect(page.getByText(secret)).toHaveCount(0);
  } finally {
    await profile.remove();
    await site.stop();
  }
});
