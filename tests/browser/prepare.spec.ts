// The week before and the odd evenings: getting ready and practising without a network, two windows on one session, and
// a browser that was emptied.
import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { createCode } from "../../src/base/code.ts";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { noteField, untilStored } from "./scribe.ts";
import { type Site, serveFolder } from "./static-server.ts";

let profile: Profile;
let site: Site;
test.beforeEach(async () => {
  profile = await createProfile();
  site = await serveFolder("dist");
});
test.afterEach(async () => {
  await profile.remove();
  await site.stop();
});

test("gets ready once with a network, then practises without one and ends in ready", async () => {
  const page = await (await profile.open()).newPage();
  await page.goto(`${site.url}#/prepare`);
  // Every file of the app is fetched first, which takes as long as it takes.
  await expect(page.getByText("Kuuluu avautuu ilman verkkoa")).toBeVisible({ timeout: 45_000 });
  await untilStored(page);
  await site.stop();
  await page.reload();
  await expect(page.getByText("Kuuluu avautuu ilman verkkoa")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Aloita harjoitus" }).click();
  await page.getByRole("button", { name: "Aloita harjoitus" }).click();
  await noteField(page).fill("Pihalla tervehditään");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Tallennettu tähän laitteeseen").last()).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Lopeta harjoitus" }).click();
  await expect(page.getByText("Kirjauksia: 1")).toBeVisible();
  await page.getByRole("link", { name: "Takaisin valmistautumiseen" }).last().click();
  await expect(page.getByText("Valmis", { exact: true })).toBeVisible();

  const databases = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    return names.filter((name) => name?.startsWith("kuuluu")).sort();
  });
  expect(databases).toEqual(["kuuluu", "kuuluu-practice"]);
});

const openByCode = async (page: Page) => {
  const code = createCode("session", (length) => new Uint8Array(randomBytes(length)));
  await page.goto(`${site.url}#/join`);
  await page.getByLabel(/koodi/i).fill(code);
  await page.getByRole("button", { name: "Avaa tilaisuus" }).click();
  await page.getByRole("button", { name: "Jatka tilaisuuteen" }).click();
  await page.getByRole("link", { name: "Valmistele ja aloita" }).click();
  await page.getByRole("button", { name: "Aloita tilaisuus" }).click();
  await noteField(page).waitFor();
};

test("lets one window write, and moves the half-typed text when the other asks", async () => {
  const context = await profile.open();
  const first = await context.newPage();
  await openByCode(first);
  await noteField(first).pressSequentially("Pysäkillä on pimeää");
  const second = await context.newPage();
  await second.goto(first.url());
  await expect(second.getByText("Tätä tilaisuutta kirjataan toisessa ikkunassa")).toBeVisible();
  await expectAccessible(second);

  await noteField(first).pressSequentially(", ja");
  await second.getByRole("button", { name: "Siirrä kirjaaminen tähän" }).click();
  await expect(noteField(second)).toHaveValue("Pysäkillä on pimeää, ja");
  await expect(first.getByText("Tätä tilaisuutta kirjataan toisessa ikkunassa")).toBeVisible();
  profile.takeTrouble(); // A web space answers no call of the hub.
});

test("says what was here after the browser's databases were emptied", async () => {
  const context = await profile.open();
  const page = await context.newPage();
  await openByCode(page);
  for (const text of ["Yksi", "Kaksi", "Kolme"]) {
    await noteField(page).fill(text);
    await page.keyboard.press("Enter");
    await expect(noteField(page)).toHaveValue("");
  }
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("kuuluu/mark")), { timeout: 20_000 })
    .toContain('"notes":3');
  // From a page that holds no database open: the address of a file.
  await page.goto(`${site.url}icons/icon.svg`);
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        indexedDB.deleteDatabase(name ?? "").onsuccess = resolve;
      });
    }
    const files = await navigator.storage.getDirectory();
    for await (const name of files.keys()) await files.removeEntry(name, { recursive: true });
  });
  await page.goto(site.url);
  await expect(page.getByText("Kirjauksia on kadonnut tästä selaimesta")).toBeVisible();
  await expect(page.getByText(/kirjauksia 3, tilaisuuksia 1/)).toBeVisible();
  await expect(page.getByText("Täällä ei ole vielä tilaisuuksia")).toHaveCount(0);
  await page.getByRole("button", { name: "Olen lukenut tämän" }).click();
  await expect(page.getByText("Täällä ei ole vielä tilaisuuksia")).toBeVisible();
  profile.takeTrouble();
});
