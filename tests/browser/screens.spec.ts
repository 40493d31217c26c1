// Looks at every address with real data, in four sizes, in Finnish by day and in Arabic by night: axe finds nothing,
// nothing scrolls sideways, and the profile sees no breach of the content policy.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";
import { prepareTour, speak, stops, type Tour, visit } from "./tour.ts";

// Every size is looked at for sideways scrolling in both looks; axe takes two of them in each.
const sizes = [
  { width: 1180, height: 820 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];
const looks = [
  { name: "in Finnish by day", language: "fi", colorScheme: "light", axeAt: [1180, 390] },
  { name: "in Arabic by night", language: "ar", colorScheme: "dark", axeAt: [820, 320] },
] as const;

let site: Site;
let profile: Profile;
let tour: Tour;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await serveFolder("dist");
  profile = await createProfile();
  tour = await prepareTour(await profile.open(), site.url);
});
test.afterAll(async () => {
  await profile.remove();
  await site.stop();
});

test("visits every address that the app knows", async () => {
  const routes = await readFile("src/app/routes.tsx", "utf8");
  const desk = await readFile("src/app/desk/desk-routes.tsx", "utf8");
  const known = [
    ...[...routes.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path ?? ""),
    ...[...desk.matchAll(/first === "([^"]+)"/g)].map(([, first]) => `/desk/${first}`),
  ];
  expect(known.length).toBeGreaterThan(15);
  const isVisited = (path: string) => {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}([/?]|$)`);
    return stops.some(({ address }) => (path === "/" ? address === "/" : pattern.test(address)));
  };
  expect(known.filter((path) => !isVisited(path))).toEqual([]);
});

for (const { name, language, colorScheme, axeAt } of looks) {
  test.describe(name, () => {
    test.beforeAll(async () => {
      await speak(tour, language);
      for (const page of Object.values(tour.pages)) await page.emulateMedia({ colorScheme });
    });

    for (const stop of stops) {
      const place = `${stop.address}${stop.press ? " with more opened" : ""}`;
      test(`${place} of the ${stop.device} ${name}`, async () => {
        const page = await visit(tour, stop);
        for (const size of sizes) {
          await page.setViewportSize(size);
          await test.step(`${size.width} wide`, async () => {
            await expectNoSidewaysScroll(page);
            if (axeAt.some((width) => width === size.width)) await expectAccessible(page);
          });
        }
        expect(profile.takeTrouble()).toEqual([]);
      });
    }
  });
}
