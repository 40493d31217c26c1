// The thread in a real browser: opened by one key, walked along its picture, read in a narrow window, right to left, in forced
// colours and on paper, over the practice desk.
import { expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(120_000);

let site: Site;
let profile: Profile;
let page: Page;
let measureId: string;

test.beforeAll(async () => {
  site = await serveFolder("dist");
  profile = await createProfile();
  page = await (await profile.open({ viewport: { width: 1180, height: 820 } })).newPage();
  await page.goto(`${site.url}?demo=1#/desk/measures`);
  const done = page.locator("[data-column=done] [data-measure]").first();
  await done.waitFor({ timeout: 60_000 });
  measureId = (await done.getAttribute("data-measure")) ?? "";
});
test.afterAll(async () => {
  await profile.remove();
  await site.stop();
});

const go = async (hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator("h1").waitFor();
};
const picture = () => page.locator(".thread-canvas");

test("one key opens the thread of what has the focus; the picture is walked by keyboard", async () => {
  await page.locator(`[data-thread="measure/${measureId}"] a`).first().focus();
  await page.keyboard.press("t");
  await expect(page).toHaveURL(new RegExp(`#/desk/thread/measure/${measureId}$`));
  await expect(page.locator(".wires-wide path").first()).toBeAttached();
  await expect(page.locator("h1")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(picture().locator("a").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/desk\/thread\/note\//);
  await expectAccessible(page);
});

test("every wire ends at the knots it ties, right to left as well", async () => {
  await go(`#/desk/thread/measure/${measureId}`);
  for (const dir of ["ltr", "rtl"]) {
    await page.locator(".page").evaluate((element, to) => element.setAttribute("dir", to), dir);
    const far = await page.evaluate(() => {
      const centreOf = (element: Element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      };
      const knots = [...document.querySelectorAll(".thread-knot")].map(centreOf);
      const wires = [
        ...document.querySelectorAll<SVGPathElement>(".wires-wide path:not(.wire-border)"),
      ];
      return wires.flatMap((wire) => {
        const matrix = wire.getScreenCTM();
        return [0, wire.getTotalLength()].map((at) => {
          const point = wire.getPointAtLength(at).matrixTransform(matrix ?? undefined);
          return Math.min(...knots.map(([x, y]) => Math.hypot(x - point.x, y - point.y)));
        });
      });
    });
    expect(far.length).toBeGreaterThan(10);
    expect(Math.max(...far)).toBeLessThan(4);
  }
});

test("stands in one column on a phone, whole, and never scrolls sideways", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await go("#/desk/home");
  await go(`#/desk/thread/measure/${measureId}`);
  await expect(page.locator(".wires-narrow")).toBeVisible();
  await expect(page.locator(".wires-wide")).toBeHidden();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test("keeps its wires in forced colours, and prints as one column", async () => {
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.emulateMedia({ forcedColors: "active" });
  const stroke = await page
    .locator(".wires-wide .wire")
    .first()
    .evaluate((wire) => getComputedStyle(wire).stroke);
  expect(stroke).not.toBe("none");
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  await expect(page.locator(".wires-narrow")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
});
