// Measures in a browser over the practice desk: begun from a finding, moved by pointer and by keys, given up with a reason,
// told; and their table on a telephone.
import { expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(120_000);

let site: Site;
let profile: Profile;
let page: Page;
test.beforeAll(async () => {
  site = await serveFolder("dist");
  profile = await createProfile();
  page = await (await profile.open({ viewport: { width: 1180, height: 820 } })).newPage();
  await page.goto(`${site.url}?demo=1#/desk/measures`);
  await page.locator(".measure-card").first().waitFor({ timeout: 60_000 });
});
test.afterAll(async () => {
  await profile.remove();
  await site.stop();
});

const go = (hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
const columnOf = (status: string) => page.locator(`[data-column=${status}]`);
const cardOf = (words: string) => page.locator(".measure-card", { hasText: words });

test("a measure begins from a finding, and the finding shows it", async () => {
  await go("#/desk/findings");
  await page.getByRole("link", { name: /Aseman alikulku kierretään/ }).click();
  await page.getByRole("link", { name: "Toimenpide tästä" }).click();
  await page.getByLabel("Mitä tehdään").fill("Alikulkuun tulee valo-opaste");
  await page.getByRole("button", { name: "Tee toimenpide" }).click();
  await expect(page.getByText("Osallistujille ei ole vielä kerrottu")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Aseman alikulku kierretään/ }).click();
  await expect(page.getByRole("link", { name: "Alikulkuun tulee valo-opaste" })).toBeVisible();
});

test("a card is dragged into another column, and a click after it opens nothing", async () => {
  await go("#/desk/measures");
  const card = columnOf("proposed").locator(".measure-card", { hasText: "valo-opaste" });
  const from = await card.locator(".card-what").boundingBox();
  const to = await columnOf("under-way").boundingBox();
  if (!from || !to) throw new Error("nothing to drag");
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 60, { steps: 12 });
  await expect(columnOf("under-way")).toHaveClass(/board-over/);
  await page.mouse.up();
  await expect(columnOf("under-way").getByText("valo-opaste")).toBeVisible();
  expect(page.url()).toMatch(/#\/desk\/measures$/);
  // Let go of with Escape, it stays.
  const again = await cardOf("valo-opaste").locator(".card-what").boundingBox();
  if (!again) throw new Error("no card");
  await page.mouse.move(again.x + 40, again.y + 20);
  await page.mouse.down();
  await page.mouse.move(again.x + 300, again.y + 60, { steps: 6 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(columnOf("under-way").getByText("valo-opaste")).toBeVisible();
});

test("a card is moved with the keyboard alone and keeps the focus; giving up asks for the reason first", async () => {
  const menu = cardOf("valo-opaste").getByRole("button", { name: /^Siirrä…/ });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "Ehdotettu" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(columnOf("decided").getByText("valo-opaste")).toBeVisible();
  await expect(cardOf("valo-opaste").getByRole("link")).toBeFocused();

  await cardOf("valo-opaste")
    .getByRole("button", { name: /^Siirrä…/ })
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.locator('[role="menuitemradio"]:focus')).toHaveCount(1);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Miksi tästä luovutaan?")).toBeFocused();
  await expect(columnOf("decided").getByText("valo-opaste")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type("Opaste tulee jo toisesta hankkeesta");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(columnOf("dropped").getByText("valo-opaste")).toBeVisible();
});

test("being told closes the open mark, and stays told after a reload", async () => {
  await cardOf("valo-opaste").getByRole("link").click();
  await page.getByRole("button", { name: "Merkitse kerrotuksi" }).click();
  await page.getByLabel("Miten kerrottiin").fill("Lehtinen asukastuvalla");
  await page.getByRole("button", { name: "Tallenna", exact: true }).click();
  await expect(page.getByText("Osallistujille ei ole vielä kerrottu")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Lehtinen asukastuvalla").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("Osallistujille ei ole vielä kerrottu")).toHaveCount(0);
});

test("the table becomes labelled lines on a telephone, and is narrowed there", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go("#/desk/measures?as=table");
  await expect(page.getByRole("rowheader")).toHaveCount(6);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.getByLabel("Näytä").selectOption({ label: "Vain myöhässä olevat" });
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await page.getByRole("link", { name: "Taulu", exact: true }).click();
  await expect(page.locator(".measure-card")).toHaveCount(1);
  await expectNoSidewaysScroll(page);
  expect(profile.takeTrouble()).toEqual([]);
});
