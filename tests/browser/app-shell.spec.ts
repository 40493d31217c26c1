// The built app on a rented web space and behind the hub: it loads, it stays, and it breaks no rule of its own.
import { expect, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { startHub } from "./hub-process.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { untilStored } from "./scribe.ts";
import { serveFolder } from "./static-server.ts";

const places = {
  "a web space": () => serveFolder("dist"),
  "the hub": () => startHub(),
};

let profile: Profile;
test.beforeEach(async () => {
  profile = await createProfile();
});
test.afterEach(() => profile.remove());

for (const [name, open] of Object.entries(places)) {
  test(`starts again from ${name} with the network gone and the browser killed`, async () => {
    const place = await open();
    try {
      const context = await profile.open();
      const page = await context.newPage();
      await page.goto(place.url);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await untilStored(page);

      await place.stop();
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

      await profile.kill();
      const later = await (await profile.open()).newPage();
      await later.goto(`${place.url}?from=home#/`);
      await expect(later.getByRole("heading", { level: 1 })).toBeVisible();
    } finally {
      await place.stop();
    }
  });
}

test("is accessible and never scrolls sideways on a small screen", async () => {
  const place = await serveFolder("dist");
  try {
    const context = await profile.open({ viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    await page.goto(place.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  } finally {
    await place.stop();
  }
});
