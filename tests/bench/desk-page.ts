// A person at the desk, measured: the built app in Chromium, the real screens, a corpus that came as files.
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { browserArgs } from "../browser/browser-profile.ts";
import { serveFolder } from "../browser/static-server.ts";
import type { CorpusDesk } from "../fixtures/corpus-desk.ts";
import { findChromium } from "../tools/find-chromium.ts";

/** Milliseconds, or MB for memory. */
export type DeskFigures = Readonly<Record<DeskFigure, number>>;
export const deskFigures = [
  "import",
  "longest freeze",
  "opening",
  "filter",
  "matrix",
  "keystroke",
  "memory",
] as const;
export type DeskFigure = (typeof deskFigures)[number];

export const measureDesk = async (corpus: CorpusDesk): Promise<DeskFigures> => {
  const site = await serveFolder("dist");
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...browserArgs, "--enable-precise-memory-info"],
    ...(executablePath ? { executablePath } : {}),
  });
  try {
    const context = await browser.newContext({
      locale: "fi-FI",
      viewport: { width: 1180, height: 820 },
    });
    const page = await context.newPage();
    await page.addInitScript(watchLongTasks);
    await restoreDesk(page, site.url, corpus);
    const took = await importAll(page, corpus);
    await settle(page);
    const freeze = await page.evaluate(() => Reflect.get(globalThis, "longestTaskMs") as number);
    const opening = await reopen(page);
    const cdp = await context.newCDPSession(page);
    return {
      import: took,
      "longest freeze": freeze,
      opening,
      ...(await useAnalysis(page)),
      ...(await useNotes(page)),
      memory: await readMemory(page, cdp),
    };
  } finally {
    await browser.close();
    await site.stop();
  }
};

const watchLongTasks = () => {
  Reflect.set(globalThis, "longestTaskMs", 0);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      const longest = Reflect.get(globalThis, "longestTaskMs") as number;
      Reflect.set(globalThis, "longestTaskMs", Math.max(longest, duration));
    }
  }).observe({ type: "longtask", buffered: true });
};

export const restoreDesk = async (page: Page, url: string, { code, desk }: CorpusDesk) => {
  await page.goto(`${url}#/desk`);
  await page.locator("input[type=file]").first().setInputFiles(desk);
  await page.getByText("Palautusarkin koodilla").click();
  await page.getByLabel("Työpöydän koodi").last().fill(code);
  await page.getByRole("button", { name: "Avaa tiedosto" }).click();
  await page.locator('a[href*="#/desk/sessions/"]').first().waitFor({ timeout: 120_000 });
};

/** From the file in the field to everything in, without the person's own pause before "Tuo". */
export const importAll = async (page: Page, { handOver }: CorpusDesk): Promise<number> => {
  await page.evaluate(() => {
    location.hash = "#/desk/intake";
  });
  const field = page.locator("input[type=file]").first();
  await field.waitFor({ state: "attached" });
  await page.evaluate(() => Reflect.set(globalThis, "longestTaskMs", 0));
  const start = performance.now();
  await field.setInputFiles(handOver);
  const button = page.getByRole("button", { name: "Tuo", exact: true });
  await button.waitFor({ timeout: 600_000 });
  const examined = performance.now() - start;
  const again = performance.now();
  await button.click();
  await page.getByText("Tuotu", { exact: true }).waitFor({ timeout: 600_000 });
  return examined + performance.now() - again;
};

/** The receipts are made after the notes are in; what is measured next must not race them. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const count = () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open("kuuluu");
        opening.onsuccess = () => {
          const counting = opening.result.transaction("envelopes").objectStore("envelopes").count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      });
    let last = -1;
    for (let same = 0; same < 4; ) {
      await new Promise((done) => setTimeout(done, 500));
      const now = await count();
      same = now === last ? same + 1 : 0;
      last = now;
    }
  });

/** From the beginning of the navigation to the round on the desk's first page. */
const reopen = async (page: Page): Promise<number> => {
  await page.evaluate(() => {
    location.hash = "#/desk";
  });
  const takes: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await page.reload();
    takes.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            const look = () => {
              if (document.querySelector('a[href*="#/desk/sessions/"]')) done(performance.now());
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
    );
  }
  return Math.min(...takes);
};

/** Changes the address and waits until what is asked for is drawn; in milliseconds. */
const goAndDraw = (page: Page, hash: string, selector: string, text?: string): Promise<number> =>
  page.evaluate(
    ([address, wanted, words]) =>
      new Promise<number>((done, fail) => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          const found = document.querySelector(wanted);
          if (!found || (words !== "" && !found.textContent?.includes(words))) return;
          observer.disconnect();
          document.body.getBoundingClientRect(); // The layout is part of the drawing.
          done(performance.now() - start);
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        setTimeout(() => fail(new Error(`nothing drawn at ${address}`)), 20_000);
        location.hash = address;
      }),
    [hash, selector, text ?? ""] as const,
  );

const useAnalysis = async (page: Page) => {
  await goAndDraw(page, "#/desk/analysis", ".part tbody tr");
  const parts = [
    ["sub-themes", "Alateemat"],
    ["sessions", "Tilaisuudet"],
    ["pairs", "Mikä liittyy mihin"],
    ["topics", "Aiheet ja elämänalueet"],
    ["groups", "Ryhmät ja kielet"],
    ["dissent", "Erimielisyys"],
    ["data", "Aineisto ja sen rajat"],
  ] as const;
  const takes: number[] = [];
  for (const [part, title] of parts) {
    takes.push(await goAndDraw(page, `#/desk/analysis/${part}`, ".part h2", title));
  }
  return { matrix: Math.max(...takes) };
};

const useNotes = async (page: Page) => {
  await goAndDraw(page, "#/desk/notes", ".desk-note");
  const filters = ["dimension=S", "polarity=mixed", "subTheme=A1", "lang=ar", "starred=1"];
  const takes: number[] = [];
  for (const filter of filters) {
    takes.push(await goAndDraw(page, `#/desk/notes?${filter}`, ".note-summary", "Rajattu"));
    await goAndDraw(page, "#/desk/notes", ".note-summary");
  }
  // The first answer waits for the index; typing is measured once it stands.
  await type(page, "asema");
  const keys: number[] = [];
  for (const word of ["kirjastossa", "bussipysäkillä", "المدرسة", "hållplats"]) {
    await type(page, "");
    for (let length = 1; length <= word.length; length++) {
      const took = await type(page, word.slice(0, length));
      if (took !== undefined) keys.push(took);
    }
  }
  keys.sort((a, b) => a - b);
  return { filter: Math.max(...takes), keystroke: keys[Math.floor(keys.length * 0.95)] ?? 0 };
};

/** From the key to the list drawn anew; undefined where the list stays as it is. */
const type = (page: Page, value: string): Promise<number | undefined> =>
  page.evaluate(
    (words) =>
      new Promise<number | undefined>((done) => {
        const input = document.querySelector<HTMLInputElement>("input[type=search]");
        const list = document.querySelector(".reading > .stack");
        if (!input || !list) throw new Error("no search field");
        const start = performance.now();
        const timer = setTimeout(() => done(undefined), 1_500);
        const observer = new MutationObserver(() => {
          observer.disconnect();
          clearTimeout(timer);
          document.body.getBoundingClientRect();
          done(performance.now() - start);
        });
        observer.observe(list, { childList: true, subtree: true, characterData: true });
        input.value = words;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    value,
  );

/** JavaScript's heap of the page and its worker after a collection, in MB. */
const readMemory = async (page: Page, cdp: CDPSession): Promise<number> => {
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("Performance.enable");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const here = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  const there = await Promise.all(
    page.workers().map((worker) =>
      worker.evaluate(() => {
        const { memory } = performance as { memory?: { usedJSHeapSize: number } };
        return memory?.usedJSHeapSize ?? 0;
      }),
    ),
  );
  return (here + there.reduce((sum, each) => sum + each, 0)) / 1_000_000;
};
