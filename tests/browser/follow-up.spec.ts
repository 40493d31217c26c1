// The follow-up through the real screens of the practice desk: a second round that asks about a measure, the two rounds side
// by side, and a leaflet that fits one page in each language.
import { expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(150_000);

let site: Site;
let office: Profile;
test.beforeEach(async () => {
  site = await serveFolder("dist");
  office = await createProfile();
});
test.afterEach(async () => {
  await office.remove();
  await site.stop();
});

const desktop = { width: 1180, height: 820 };
const phone = { width: 390, height: 844 };
const promise = "Alikulkuun tulee uudet valot.";

const openDemo = async (): Promise<Page> => {
  const page = await (await office.open({ viewport: desktop })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${site.url}?demo=1#/desk`);
  await page.locator('a[href*="#/desk/sessions/"]').first().waitFor({ timeout: 60_000 });
  return page;
};
const go = async (page: Page, hash: string) => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator("h1").first().waitFor();
};
const lastId = (page: Page): string => /([0-9a-f]{32})(?:\?.*)?$/.exec(page.url())?.[1] ?? "";

/** A finding that stands on a note and whose words were looked at. */
const stateFinding = async (page: Page): Promise<string> => {
  await go(page, "#/desk/findings");
  await page.locator("form textarea").fill("Alikulku kierretään iltaisin, koska se on pimeä.");
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/findings\/[0-9a-f]{32}/);
  await page.getByLabel("Sanoja kirjauksista").fill("alikulku");
  await page.getByRole("button", { name: "Liitä puolesta" }).first().click();
  await page.getByRole("button", { name: "Tarkistettu: saa julkaista" }).click();
  await page.getByText(/Sanat on tarkistettu julkaistaviksi/).waitFor();
  return lastId(page);
};

const decideMeasure = async (page: Page, findingId: string): Promise<void> => {
  await go(page, `#/desk/measures/new?finding=${findingId}`);
  await page.locator("form textarea").first().fill(promise);
  await page.getByRole("button", { name: "Tee toimenpide" }).click();
  await page.waitForURL(/measures\/[0-9a-f]{32}/);
  await page.getByRole("button", { name: "Tarkistettu: saa kertoa ulos" }).first().click();
  await page
    .getByText(/Sanat on tarkistettu ulos kerrottaviksi/)
    .first()
    .waitFor();
};

/** A round without cards takes the measure as a question; then a session of it is held on paper. */
const holdSecondRound = async (page: Page): Promise<string> => {
  await go(page, "#/desk/rounds/new");
  await page.getByLabel("Kierroksen nimi").fill("Seuraava kierros");
  await page.getByRole("button", { name: "Aloita kierros" }).click();
  await page.waitForURL(/sessions\/[0-9a-f]{32}/);
  const round = lastId(page);
  await page.getByRole("link", { name: "Valitse kysyttävät toimenpiteet" }).click();
  await page.getByRole("checkbox", { name: promise }).check();
  await page.getByRole("button", { name: "Tallenna kysymykset kierrokselle" }).click();
  await page.getByText(/kysytään nyt yhdestä toimenpiteestä/).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Suunnittele tilaisuudet" }).click();
  await page.getByLabel("Tilaisuuden nimi").fill("Uusi ilta");
  await page.getByRole("button", { name: "Suunnittele ja tee kortti" }).click();
  await page.getByRole("link", { name: "Tulosta kortti" }).first().waitFor();
  await go(page, `#/desk/print-guide/${round}`);
  const anyway = page.getByRole("button", { name: "Tulosta silti" });
  await anyway.or(page.locator(".guide-questions")).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await expect(page.locator(".guide-questions").first()).toContainText(promise);
  await go(page, `#/desk/sessions/${round}`);
  await page.locator("tbody tr").last().getByRole("button").click();
  await page.getByRole("menuitem", { name: "Kirjaa jälkikäteen" }).click();
  await page.getByLabel("Montako asukasta oli paikalla").fill("9");
  await page.locator(".entered-add .button").click();
  await page.locator(".entered-line textarea").fill("Alikulussa on nyt valoisaa.");
  await page.locator(".entered-line .chip", { hasText: "2 Turvallisuus" }).click();
  await page.locator(".entered-line .chip", { hasText: "vahvistaa" }).click();
  await page.getByRole("button", { name: /^Tallenna työpöydälle/ }).click();
  await page.getByText("Yksi kirjaus on työpöydällä").waitFor();
  return round;
};

/** As it prints: how many sheets of paper. */
const countPages = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
};

test("a measure is asked about in the next round, and both rounds stand side by side", async () => {
  const page = await openDemo();
  await decideMeasure(page, await stateFinding(page));
  const round = await holdSecondRound(page);
  await go(page, `#/desk/follow-up?round=${round}`);
  await page.getByText("Ei suoraan vertailukelpoinen").waitFor();
  await expect(page.getByText(/yksi kysyy toimenpiteestä/)).toBeVisible();
  await expect(page.locator(".slope-words").nth(1)).toHaveText(
    /Nyt kuultu 1\/1 tilaisuudessa, ennen \d\/8\./,
  );
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  const [picture, table] = await Promise.all([
    page.locator(".compared .picture").boundingBox(),
    page.locator(".compared .table-frame").boundingBox(),
  ]);
  expect(table?.y ?? 0).toBeLessThan(picture?.y ?? 0);
  await page.setViewportSize(desktop);
  await page
    .getByRole("link", { name: /avaa kirjaukset: Turvallisuuden tunne, Seuraava kierros/ })
    .click();
  await expect(page.locator(".note-text").first()).toHaveText("Alikulussa on nyt valoisaa.");
});

test("a leaflet prints on one page in every language, and marks people as told", async () => {
  const page = await openDemo();
  await decideMeasure(page, await stateFinding(page));
  await page.getByRole("button", { name: "Siirrä…" }).first().click();
  await page.getByRole("menuitemradio", { name: "Käynnissä" }).first().click();
  await go(page, "#/desk/leaflets");
  await expect(page.locator(".leaflet")).toContainText("Aseman alikulun valot korjataan");
  // The practice round has more than one page holds: what is left out is told, never silently cut.
  await expect(page.locator(".leaflet")).toContainText("ei mahtunut tälle sivulle");
  await page.getByLabel(/Kunnan oma sivu/).fill("https://lehtokoski.fi/hyvat-suhteet");
  await page.locator(".leaflet .qr").waitFor();
  await expectAccessible(page);
  expect(await countPages(page)).toBe(1);
  for (const language of ["sv", "ar", "so"]) {
    await page.getByLabel("Lehtisen kieli").selectOption(language);
    await page.locator(`.sheet[lang=${language}]`).waitFor();
    expect(await countPages(page)).toBe(1);
  }
  await page.getByLabel("Lehtisen kieli").selectOption("ar");
  await expect(page.locator(".sheet")).toHaveAttribute("dir", "rtl");
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Lehtisen kieli").selectOption("fi");
  await page.getByLabel("Miten kerrottiin").fill("Lehtinen jaettiin kirjastossa.");
  await page.getByRole("button", { name: "Merkitse kerrotuksi" }).click();
  await page.getByText(/merkitty kerrotu(ksi|iksi)\./).waitFor();
  await go(page, "#/desk/measures?as=table");
  await page.getByRole("link", { name: /Aseman alikulun valot korjataan/ }).click();
  await expect(page.getByText("Lehtinen jaettiin kirjastossa.").first()).toBeVisible();
});
