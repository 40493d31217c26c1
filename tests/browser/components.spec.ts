// The components by themselves in a real browser: what happy-dom cannot tell, such as focus, layout and colour.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import preact from "@preact/preset-vite";
import { build } from "vite";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

const source = "tests/browser/gallery/index.html";
let folder: string;
let site: Site;
let profile: Profile;
let page: Page;

// One build and one browser for all: nothing here leaves a trace on the disk.
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kuuluu-gallery-"));
  await build({
    configFile: false,
    logLevel: "silent",
    base: "./",
    publicDir: false,
    plugins: [preact()],
    build: { outDir: folder, target: "es2022", rollupOptions: { input: source } },
  });
  site = await serveFolder(folder);
  profile = await createProfile();
  page = await (await profile.open()).newPage();
});
test.afterAll(async () => {
  await profile.remove();
  await site.stop();
  await rm(folder, { recursive: true });
});
test.beforeEach(async () => {
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.emulateMedia({ forcedColors: "none" });
});

const open = async (query: string) => {
  await page.goto(`${site.url}${source}?${query}`);
  await page.locator("main").waitFor();
};

const views = ["components", "dock", "settings", "help", "privacy", "accessibility", "lost"];
for (const view of views) {
  test(`axe finds nothing on ${view}, in Finnish and in dark Arabic`, async () => {
    await open(`view=${view}`);
    await expectAccessible(page);
    await open(`view=${view}&lang=ar&theme=dark`);
    await expectAccessible(page);
  });

  test(`${view} never scrolls sideways, down to 320 pixels and with the largest text`, async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(`view=${view}`);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`view=${view}&lang=ar&size=larger`);
    await expectNoSidewaysScroll(page);
  });
}

test("a pressed chip leaves focus and caret in the text", async () => {
  await open("view=dock");
  const text = page.getByRole("textbox");
  await text.click();
  await page.getByRole("button", { name: "4 Osallisuus" }).click();
  await expect(page.getByRole("button", { name: "4 Osallisuus", pressed: true })).toBeVisible();
  await expect(text).toBeFocused();
});

test("a field gives no text to a spelling service", async () => {
  await open("view=dock");
  const isChecked = await page
    .getByRole("textbox")
    .evaluate((field) => field instanceof HTMLElement && field.spellcheck);
  expect(isChecked).toBe(false);
});

test("a dialog takes focus in, Escape closes it, and focus goes back", async () => {
  await open("view=components");
  const opener = page.getByRole("main").getByRole("button", { name: "Liity kortilla" }).first();
  await opener.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a menu is worked by arrow keys and gives focus back on Escape", async () => {
  await open("view=components");
  const opener = page.getByRole("button", { name: "Lisää toimintoja" });
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Muokkaa" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem", { name: "Poista pysyvästi" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("a menu stands inside the window in both directions", async () => {
  for (const lang of ["fi", "ar"]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`view=lost&lang=${lang}`);
    await page.getByRole("banner").getByRole("button").click();
    const box = await page.getByRole("menu").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});

test("borders stay where the system forces its colours", async () => {
  await page.emulateMedia({ forcedColors: "active" });
  await open("view=dock");
  const [pressed, other] = await Promise.all(
    ["2 Turvallisuus", "1 Asenteet"].map((name) =>
      page.getByRole("button", { name }).evaluate((chip) => getComputedStyle(chip).backgroundColor),
    ),
  );
  expect(pressed).not.toBe(other);
});

test("everything that can be pressed is at least 44 pixels high", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const view of ["components", "dock", "settings"]) {
    await open(`view=${view}`);
    const low = await page
      .locator("button:visible, select:visible, .choice:visible, .shell-foot a:visible")
      .evaluateAll((all) =>
        all
          .filter((element) => !element.classList.contains("unseen"))
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => element.outerHTML),
      );
    expect(low).toEqual([]);
  }
});
