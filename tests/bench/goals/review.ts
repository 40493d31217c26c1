// The review of a long evening: 200 notes written through the live screen, then the queue opened and gone through by keys.
import type { Page } from "@playwright/test";
import { createProfile } from "../../browser/browser-profile.ts";
import { planSession, setUpDesk } from "../../browser/coordinator.ts";
import { noteField, startSession, untilStored } from "../../browser/scribe.ts";
import { serveFolder } from "../../browser/static-server.ts";
import { exampleNotes } from "../../fixtures/example-notes.ts";
import type { Goal, Samples } from "../goal.ts";

const notes = 200;
const moves = 60;

export const goal: Goal = {
  what: "A session of 200 notes on a device's disk. Opening: from the press of the link on a freshly loaded home screen until all 200 rows of the queue stand in the page and the frame with those in sight has been drawn. Moving: from the key J until the frame that shows the next note has been drawn, sixty times a round.",
  figures: {
    "opening the queue": { unit: "ms", median: 300, p95: 300 },
    "moving to the next note": { unit: "ms", median: 50, p95: 50 },
  },
  measure: async (rounds) => {
    const site = await serveFolder("dist");
    const profile = await createProfile();
    try {
      const page = await (await profile.open()).newPage();
      await setUpDesk(page, site.url);
      const card = await planSession(page, site.url);
      await page.goto(card.link);
      await untilStored(page);
      await startSession(page);
      await write(page);
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1)
        samples.push(await measureOnce(page, site.url));
      return samples;
    } finally {
      await profile.remove();
      await site.stop();
    }
  },
};

/** As a scribe does, with words of the examples so that hints and suggestions have something to look through. */
const write = async (page: Page): Promise<void> => {
  const texts = exampleNotes().map(({ text }) => text);
  const field = noteField(page);
  for (let at = 0; at < notes; at += 1) {
    await field.fill(`${texts[at % texts.length]} ${at + 1}`);
    if (at % 5 > 0) await page.keyboard.press(`Alt+Digit${at % 5}`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("textarea")?.value === "");
  }
};

const measureOnce = async (page: Page, url: string): Promise<Samples> => {
  // Begun anew, as after a kill: back where the scribe was.
  await page.goto("about:blank");
  await page.goto(url);
  await noteField(page).waitFor();
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await page.locator('a[href$="/review"]').waitFor();
  await page.waitForLoadState("networkidle");
  const opening = await page.evaluate(openQueue, notes);
  await page.locator(".review-row[aria-current]").first().waitFor();
  await page.evaluate(watchMoves);
  for (let move = 0; move < moves; move += 1) {
    await page.keyboard.press("j");
    await page.waitForFunction(
      (made) => Reflect.get(globalThis, "moves").length === made,
      move + 1,
    );
  }
  const moving = await page.evaluate(() => Reflect.get(globalThis, "moves") as number[]); // Its own, from `watchMoves`.
  const at = await page.evaluate(() =>
    [...document.querySelectorAll(".review-row")].findIndex((row) => row.ariaCurrent === "true"),
  );
  if (at !== moves) throw new Error(`${moves} presses led to row ${at}`);
  return { "opening the queue": [opening], "moving to the next note": moving };
};

/** In the page: until as many rows stand there, and the frame with those in sight has been drawn. */
const openQueue = (rows: number): Promise<number> =>
  new Promise((resolve) => {
    const link = document.querySelector<HTMLAnchorElement>('a[href$="/review"]');
    const from = performance.now();
    const look = () => {
      if (document.querySelectorAll(".review-row").length < rows)
        return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - from);
      return channel.port2.postMessage(undefined); // Comes after the frame.
    };
    link?.click();
    requestAnimationFrame(look);
  });

/** In the page: from each key to the drawn frame in which another row is the open one. */
const watchMoves = (): void => {
  const made: number[] = [];
  Reflect.set(globalThis, "moves", made);
  const open = () => document.querySelector(".review-row[aria-current]");
  addEventListener(
    "keydown",
    (event) => {
      const before = open();
      const look = () => {
        const now = open();
        if (!now || now === before) return requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => made.push(performance.now() - event.timeStamp);
        return channel.port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
};
