// The live screen of the built app, throttled like a cheap tablet, beside a page that is a text field and nothing else.
import type { CDPSession, Page } from "@playwright/test";
import { createProfile } from "../browser/browser-profile.ts";
import { planSession, setUpDesk } from "../browser/coordinator.ts";
import { noteField, startSession, untilStored } from "../browser/scribe.ts";
import { serveFolder } from "../browser/static-server.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";

export type LiveBench = {
  /** The live screen with this many notes above the field. */
  readonly live: Page;
  /** A text field, the same notes as plain rows, no script. */
  readonly plain: Page;
  readonly throttle: (rate: number) => Promise<void>;
  readonly url: string;
  readonly stop: () => Promise<void>;
};

const texts = (): readonly string[] => exampleNotes().map(({ text }) => text);

/** The texts of a session's notes, each another. */
export const noteTexts = (notes: number): readonly string[] => {
  const all = texts();
  return Array.from({ length: notes }, (_, at) => `${all[at % all.length]} ${at + 1}`);
};

/** Begins a session on this page and writes its notes as a scribe does. */
export const writeSession = async (page: Page, url: string, notes: number): Promise<void> => {
  await setUpDesk(page, url);
  const card = await planSession(page, url);
  await page.goto(card.link);
  await untilStored(page);
  await startSession(page);
  for (const [at, text] of noteTexts(notes).entries()) {
    await noteField(page).fill(text);
    if (at % 5 > 0) await page.keyboard.press(`Alt+Digit${at % 5}`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("textarea")?.value === "");
  }
};

/** Begins a session and writes `notes` as a scribe does. */
export const openLive = async (notes: number): Promise<LiveBench> => {
  const site = await serveFolder("dist");
  const profile = await createProfile();
  const context = await profile.open();
  const live = await context.newPage();
  await writeSession(live, site.url, notes);
  const plain = await context.newPage();
  const rows = noteTexts(notes).map((text) => `<li>${text}</li>`);
  await plain.setContent(
    `<style>ol{height:500px;overflow:auto}</style><ol>${rows.join("")}</ol><textarea rows="3"></textarea>`,
  );
  const sessions: CDPSession[] = await Promise.all(
    [live, plain].map((page) => context.newCDPSession(page)),
  );
  return {
    ...{ live, plain, url: site.url },
    throttle: async (rate) => {
      for (const session of sessions)
        await session.send("Emulation.setCPUThrottlingRate", { rate });
    },
    stop: async () => {
      await profile.remove();
      await site.stop();
    },
  };
};

/** From one key to the next at twelve a second: 120 words a minute, faster than any scribe. */
const pace = 83;

/** Types into the page’s field, letters of ASCII alone (others come without a key); milliseconds from each key to the frame that shows it. */
export const typeInto = async (page: Page, keys: string): Promise<readonly number[]> => {
  await page.bringToFront();
  await page.locator("textarea").first().focus();
  await page.evaluate(watchKeys);
  for (const key of keys) {
    const next = new Promise((done) => setTimeout(done, pace));
    await page.keyboard.press(key);
    await next;
  }
  await page.waitForFunction(
    (count) => Reflect.get(globalThis, "keyTimes").length >= count,
    keys.length,
  );
  return page.evaluate(() => Reflect.get(globalThis, "keyTimes") as number[]); // Its own, from `watchKeys`.
};

/** In the page: from each key to the frame after the field has its letter. */
const watchKeys = (): void => {
  const times: number[] = [];
  Reflect.set(globalThis, "keyTimes", times);
  if (Reflect.get(globalThis, "isWatchingKeys")) return;
  Reflect.set(globalThis, "isWatchingKeys", true);
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () =>
          (Reflect.get(globalThis, "keyTimes") as number[]).push(performance.now() - timeStamp);
        channel.port2.postMessage(undefined); // Comes after the frame.
      });
    },
    { capture: true },
  );
};

/** Writes notes and saves each by Enter; milliseconds until the screen says that it is kept. */
export const saveNotes = async (page: Page, count: number): Promise<readonly number[]> => {
  await page.bringToFront();
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const text = `Kirjaus numero ${at} ${Math.random().toString(36).slice(2)}`;
    await noteField(page).fill(text);
    times.push(await page.evaluate(saveAndWait, text.slice(0, 30)));
  }
  return times;
};

/** In the page: Enter as a key, then until the row stands in the log and the field is empty again. */
const saveAndWait = (words: string): Promise<number> =>
  new Promise((resolve) => {
    const field = document.querySelector("textarea");
    const from = performance.now();
    const look = () => {
      const rows = document.querySelector(".log-rows");
      const last = rows?.lastElementChild?.textContent ?? "";
      if (field?.value !== "" || !last.includes(words)) return requestAnimationFrame(look);
      return resolve(performance.now() - from);
    };
    field?.dispatchEvent(
      new KeyboardEvent("keydown", {
        key: "Enter",
        code: "Enter",
        bubbles: true,
        cancelable: true,
      }),
    );
    requestAnimationFrame(look);
  });
