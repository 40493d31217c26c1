// P11: a tablet that has held a thousand sessions writes as swiftly as a new one. The desk's growth is `desk-growth`.
import { cpSync, rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import { createProfile } from "../../browser/browser-profile.ts";
import { serveFolder } from "../../browser/static-server.ts";
import { buildBenchPage, callPage } from "../bench-page.ts";
import { watchRows } from "../cold-start.ts";
import type { Goal, Samples } from "../goal.ts";
import { saveNotes, typeInto, writeSession } from "../live-page.ts";
import { ratioAt } from "../ratios.ts";

const finished = 1_000;
const notesEach = 20;
const notes = 40;
const keys = "kukaan ei tervehdi pihalla mutta koulun juhlassa juteltiin kauan";

type Tablet = {
  readonly live: Page;
  readonly throttle: (rate: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A live session on a tablet that holds so many finished ones. */
const openTablet = async (name: string, sessions: number): Promise<Tablet> => {
  const folder = `.cache/bench/${name}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync("dist", folder, { recursive: true });
  await buildBenchPage("seed", folder, "seed.html");
  const site = await serveFolder(folder);
  const profile = await createProfile();
  const context = await profile.open();
  const page = await context.newPage();
  await page.goto(`${site.url}seed.html`);
  await page.waitForFunction(() => Reflect.has(globalThis, "bench"));
  const held = await callPage<{ boxes: number; records: number }>(
    page,
    "seed",
    sessions,
    notesEach,
  );
  if (held.boxes !== sessions || held.records !== sessions * notesEach)
    throw new Error(`it holds ${held.boxes} sessions and ${held.records} notes`);
  await writeSession(page, site.url, notes);
  await page.addInitScript(watchRows, "");
  const cdp = await context.newCDPSession(page);
  return {
    live: page,
    throttle: async (rate) => {
      await cdp.send("Emulation.setCPUThrottlingRate", { rate });
    },
    stop: async () => {
      await profile.remove();
      await site.stop();
    },
  };
};

/** From the beginning of a reload to the frame with the session's notes. */
const reopen = async (page: Page): Promise<number> => {
  await page.bringToFront();
  await page.reload();
  return page.evaluate(() => Reflect.get(globalThis, "drawnAt") as Promise<number>); // From `watchRows`.
};

const ratio = { unit: "ratio", median: 1.2 } as const;

export const goal: Goal = {
  what: "The built app's live screen with 40 notes on a tablet that holds 1,000 finished sessions of 20 notes (sealed, cut, receipted, made by the app's own modules), beside one that holds none; in turn, at 4 × throttle. Opening: from a reload to the frame with the newest note. Keys to the frame that shows them, notes from Enter until the row stands in the log.",
  figures: {
    "opening with 1,000 sessions to none": ratio,
    "p75 of a key with 1,000 sessions to none": ratio,
    "saving a note with 1,000 sessions to none": ratio,
  },
  measure: async (rounds) => {
    const empty = await openTablet("tablet-empty", 0);
    try {
      const full = await openTablet("tablet-full", finished);
      try {
        const samples: Samples[] = [];
        for (const tablet of [empty, full]) await tablet.throttle(4);
        for (let round = 0; round < rounds; round += 1) {
          const opened = { full: [] as number[], empty: [] as number[] };
          for (let turn = 0; turn < 3; turn += 1) {
            opened.empty.push(await reopen(empty.live));
            opened.full.push(await reopen(full.live));
          }
          const typed = {
            empty: await typeInto(empty.live, keys),
            full: await typeInto(full.live, keys),
          };
          const saved = {
            empty: await saveNotes(empty.live, 10),
            full: await saveNotes(full.live, 10),
          };
          samples.push({
            "opening with 1,000 sessions to none": [ratioAt(opened.full, opened.empty, 0.5)],
            "p75 of a key with 1,000 sessions to none": [ratioAt(typed.full, typed.empty, 0.75)],
            "saving a note with 1,000 sessions to none": [ratioAt(saved.full, saved.empty, 0.5)],
          });
        }
        return samples;
      } finally {
        await full.stop();
      }
    } finally {
      await empty.stop();
    }
  },
};
