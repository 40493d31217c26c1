// Whole tasks of people through the built app, throttled like a cheap tablet: how long the machine keeps them waiting, and how
// many presses they cost. A person's own reading and thinking comes on top.
import type { BrowserContext, Page } from "@playwright/test";
import { createProfile } from "../../browser/browser-profile.ts";
import { planSession, setUpDesk } from "../../browser/coordinator.ts";
import { noteField, startSession, untilStored } from "../../browser/scribe.ts";
import { type Site, serveFolder } from "../../browser/static-server.ts";
import { readCorpusDesk } from "../../fixtures/corpus-desk.ts";
import { importAll, restoreDesk } from "../desk-page.ts";
import type { Goal, Samples } from "../goal.ts";

const throttle = 6;
const reviewed = 40;

/** Counts what a person does with fingers and keys, over all pages of the browser. */
const countPresses = async (context: BrowserContext) => {
  const presses = { taps: 0, keys: 0 };
  await context.exposeFunction("countPress", (what: "taps" | "keys") => {
    presses[what] += 1;
  });
  await context.addInitScript(() => {
    const count = (what: string) => Reflect.get(globalThis, "countPress")(what);
    addEventListener("pointerdown", () => count("taps"), { capture: true });
    addEventListener("keydown", () => count("keys"), { capture: true });
  });
  return presses;
};

const slow = async (page: Page): Promise<Page> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  return page;
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1_000;
};

const scribeAndReview = async (site: Site): Promise<Samples> => {
  const profile = await createProfile();
  try {
    const context = await profile.open();
    const presses = await countPresses(context);
    const page = await slow(await context.newPage());
    let link = "";
    const card = await seconds(async () => {
      await setUpDesk(page, site.url);
      link = (await planSession(page, site.url)).link;
    });
    const cardTaps = presses.taps;
    await untilStored(page);

    const tapsBefore = presses.taps;
    const first = await seconds(async () => {
      await page.goto(link);
      await startSession(page);
      await noteField(page).press("a");
    });
    const firstTaps = presses.taps - tapsBefore;
    for (let at = 0; at < reviewed; at += 1) {
      await noteField(page).fill(`Kirjaus ${at + 1}: pihalla tervehditään`);
      await page.keyboard.press(`Alt+Digit${(at % 4) + 1}`);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("textarea")?.value === "");
    }
    await page.evaluate(() => {
      location.hash = "#/";
    });
    await page.locator('a[href$="/review"]').click();
    await page.locator(".review-row[aria-current]").first().waitFor();
    const keysBefore = presses.keys;
    const review = await seconds(async () => {
      for (let at = 1; at <= reviewed; at += 1) {
        await page.keyboard.press("Enter");
        await page.getByText(`${at}/${reviewed} käyty läpi`).first().waitFor();
      }
    });
    return {
      "first card without a hub": [card],
      "first card without a hub, presses": [cardTaps],
      "card to the first letter": [first],
      "card to the first letter, presses": [firstTaps],
      "reviewing 40 notes, presses": [presses.keys - keysBefore],
      "reviewing 40 notes, waiting": [review],
    };
  } finally {
    await profile.remove();
  }
};

const desk = async (site: Site): Promise<Samples> => {
  const profile = await createProfile();
  try {
    const corpus = await readCorpusDesk(12);
    const context = await profile.open();
    const presses = await countPresses(context);
    const page = await slow(await context.newPage());
    const restored = await seconds(() => restoreDesk(page, site.url, corpus));
    const before = presses.taps;
    const found = await seconds(async () => {
      await importAll(page, corpus);
      await page.evaluate(() => {
        location.hash = "#/desk/findings";
      });
      await page.getByLabel("Mitä kirjaukset sanovat").fill("Alikulkua kierretään iltaisin.");
      await page.getByRole("button", { name: "Luo päähavainto" }).click();
      await page.getByRole("heading", { name: "Päähavainto", level: 1 }).waitFor();
    });
    return {
      "desk restored": [restored],
      "files to the first finding": [found],
      "files to the first finding, presses": [presses.taps - before],
    };
  } finally {
    await profile.remove();
  }
};

export const goal: Goal = {
  what: "Scripted tasks in the built app at 6 × throttle, on a profile on disk, without a network of ours but the files: setting up a desk and printing the first card; from the card's link to the first letter in the live screen, key derivation included; forty notes approved one by one; a desk opened from its file on an empty browser; twelve sessions imported and a finding stated. Seconds are the machine's: a person reads and thinks on top. Presses are taps or clicks, for the review keys.",
  figures: {
    "card to the first letter": { unit: "s", median: 10 },
    "card to the first letter, presses": { unit: "taps", median: 6 },
    "first card without a hub": { unit: "s", median: 300 },
    "first card without a hub, presses": { unit: "taps", median: 25 },
    "reviewing 40 notes, presses": { unit: "presses", median: 60 },
    "reviewing 40 notes, waiting": { unit: "s", median: 60 },
    "desk restored": { unit: "s", median: 60 },
    "files to the first finding": { unit: "s", median: 600 },
    "files to the first finding, presses": { unit: "taps", median: 10 },
  },
  measure: async (rounds) => {
    const site = await serveFolder("dist");
    try {
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        samples.push(await scribeAndReview(site), await desk(site));
      }
      return samples;
    } finally {
      await site.stop();
    }
  },
};
