// Arabic on a small phone: the note runs right to left whatever the interface speaks, the whole screen does when the
// interface speaks Arabic, and nothing has to be scrolled sideways to be read.
import { expect, type Locator, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { startSession, writeNote } from "./scribe.ts";
import { serveFolder } from "./static-server.ts";

const text = "أخاف من انتظار الحافلة وحدي في المساء. لا أحد هناك يساعدني إذا حدث شيء.";
const note = { text, lang: "ar", kinds: [], dimensions: ["S"], subThemes: [], topics: [] };

let profile: Profile;
test.beforeEach(async () => {
  profile = await createProfile();
});
test.afterEach(() => profile.remove());

/** How its text runs, and at which side its last line, the short one, stands. */
const flowOf = (place: Locator) =>
  place.evaluate((element) => {
    const { direction, textAlign } = getComputedStyle(element);
    const range = document.createRange();
    range.selectNodeContents(element);
    const line = [...range.getClientRects()].at(-1);
    const frame = element.getBoundingClientRect();
    if (!line) throw new Error("no text is drawn");
    const atRight = frame.right - line.right < line.left - frame.left;
    return { direction, textAlign, side: atRight ? "right" : "left" };
  });

test("keeps an Arabic note right to left, and turns the screen with the interface", async () => {
  const site = await serveFolder("dist");
  try {
    const page = await (await profile.open()).newPage();
    await setUpDesk(page, site.url);
    const card = await planSession(page, site.url);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(card.link);
    await startSession(page);
    await writeNote(page, { ...note, begunAt: new Date().toISOString() });

    const written = page.getByRole("list").getByText(text, { exact: true });
    const mirrored = { direction: "rtl", textAlign: "start", side: "right" };
    expect(await flowOf(written)).toEqual(mirrored);
    expect(await page.locator("main").evaluate((main) => getComputedStyle(main).direction)).toBe(
      "ltr",
    );
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await page.goto(`${site.url}#/settings`);
    await page.getByRole("radio", { name: /العربية/ }).check();
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.goBack();
    await page.getByRole("textbox").first().waitFor();
    expect(await flowOf(written)).toEqual(mirrored);
    expect(await page.locator("main").evaluate((main) => getComputedStyle(main).direction)).toBe(
      "rtl",
    );
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  } finally {
    await site.stop();
  }
});
