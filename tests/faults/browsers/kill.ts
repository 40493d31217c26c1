// SIGKILL to the whole browser at random moments of typing and saving. Whatever the screen had shown as saved must be
// there afterwards, and at most one second of typing may be gone. The page itself reports what it shows, and what counts
// is what had been reported at the moment of the kill: later reports would tell of writes that nobody had been promised.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCode } from "../../../src/base/code.ts";
import { serveFolder } from "../../browser/static-server.ts";
import type { Engine, EngineWindow } from "./engine.ts";
import { type Person, personAt } from "./person.ts";
import { joinByCode, startByCodeAlone, untilStored, untilWriting } from "./scribe-steps.ts";

export type KillFigures = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Notes that were shown as saved and are not there. */
  readonly lost: readonly string[];
  /** The longest stretch of typing that was gone after a kill. */
  readonly typingLostMs: number;
  /**
   * How long the machine itself stood still at worst: two writes to its disk and a gap between two beats of a clock. A
   * busy machine loses more typing, and no program can help it.
   */
  readonly stoodStillMs: number;
  readonly trouble: readonly string[];
};

type Report = {
  readonly kind: "typed" | "saved" | "pace";
  readonly text: string;
  readonly at: number;
};
type Found = { readonly rows: readonly string[]; readonly field: string };

export type KillOptions = {
  readonly engine: Engine;
  readonly kills: number;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Puts the profile back to before the typing after each kill: the oracle must then report losses. */
  readonly plantedLoss?: boolean;
};

/** Types on its own, as fast as a good typist and faster, and reports what the screen shows. Returns at once. */
const typing = (round: number): string => `
  const report = (kind, text) => {
    const body = JSON.stringify({ kind, text, at: Date.now() });
    void fetch("seen", { method: "POST", body, keepalive: true }).catch(() => undefined);
  };
  const known = new Set();
  const look = () => {
    for (const row of document.querySelectorAll(".log-rows .note-text")) {
      if (known.has(row.textContent)) continue;
      known.add(row.textContent);
      report("saved", row.textContent);
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  let beat = performance.now();
  let worstGapMs = 0;
  setInterval(() => {
    worstGapMs = Math.max(worstGapMs, performance.now() - beat - 50);
    beat = performance.now();
    report("pace", String(Math.round(worstGapMs + 2 * window.__slowestWriteMs)));
  }, 50);
  const field = document.querySelector(".capture-dock textarea");
  field.addEventListener("input", () => report("typed", field.value));
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const type = async () => {
    for (let count = 1; ; count += 1) {
      const words = "Kierros ${round} kirjaus " + count + " " + "sanottua".repeat(1 + Math.random() * 6);
      for (const letter of words) {
        field.focus();
        document.execCommand("insertText", false, letter);
        await wait(Math.random() * 25);
      }
      field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true }));
      await wait(Math.random() * 120);
    }
  };
  void type();
`;

/** Opens the session again: by what the device keeps for that, or by the card where the engine has no such place. */
const reopen = async (window: EngineWindow, url: string, code: string): Promise<Person> => {
  const person = personAt(window);
  await window.goto(url);
  const isWriting = await person.run<boolean>(`
    const shown = await until(
      () => document.querySelector(".capture-dock textarea") ?? document.querySelector("h1"), "a screen");
    return shown.matches("textarea");
  `);
  if (!isWriting) {
    await joinByCode(window, code);
    await person.run(`
      const link = () => all("a").find((each) => /\\/session\\/[0-9a-f]+\\/start/.test(each.hash));
      const on = await until(() => byName(all("button"), "Jatka tilaisuuteen") ?? link(), "a way on");
      if (on.matches("button")) on.click();
      location.hash = (await until(link, "the session")).hash.replace("/start", "/write");
    `);
  }
  await untilWriting(person);
  return person;
};

/** Every row, the earliest too, and what stands in the field. */
const readScreen = (person: Person): Promise<Found> =>
  person.run(`
    await until(() => document.querySelector(".log-rows .row") ?? document.querySelector(".log-empty"), "the log");
    const field = document.querySelector(".capture-dock textarea");
    for (let calm = 0, before = -1; calm < 3; ) {
      byName(all(".capture-log > button"), "")?.click();
      await new Promise((done) => setTimeout(done, 60));
      const now = document.querySelectorAll(".row").length;
      calm = now === before ? calm + 1 : 0;
      before = now;
    }
    return {
      rows: [...document.querySelectorAll(".log-rows .note-text")].map((row) => row.textContent),
      field: field.value,
    };
  `);

/** How much of what had been typed is gone, in milliseconds before the kill. */
const measureLostTyping = (typed: readonly Report[], killedAt: number, found: Found): number => {
  const isThere = ({ text }: Report) =>
    text === "" ||
    found.field.startsWith(text) ||
    found.rows.some((row) => row.startsWith(text.trim()));
  const firstLost = typed.find((report) => !isThere(report));
  return firstLost ? killedAt - firstLost.at : 0;
};

export const killMany = async (options: KillOptions): Promise<KillFigures> => {
  const { engine, kills, random, plantedLoss } = options;
  const folder = await mkdtemp(join(tmpdir(), "kuuluu-kill-"));
  const code = createCode("session", (length) =>
    Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  );
  let reports: Report[] = [];
  const site = await serveFolder("dist", 0, (body) => reports.push(JSON.parse(body)));
  const promised = new Set<string>();
  const lost = new Set<string>();
  const trouble: string[] = [];
  let typingLostMs = 0;
  let stoodStillMs = 0;
  let window = await engine.open(folder);
  try {
    const first = personAt(window);
    await window.goto(site.url);
    await untilStored(first);
    await startByCodeAlone(window, code);
    for (let round = 1; round <= kills; round += 1) {
      reports = [];
      if (plantedLoss) {
        await window.kill();
        await cp(folder, `${folder}-before`, { recursive: true });
        window = await engine.open(folder);
        await reopen(window, site.url, code);
      }
      await window.run(typing(round));
      await new Promise((done) => setTimeout(done, 150 + random() * 3_000));
      trouble.push(...(await window.trouble()));
      const seen = reports.slice();
      const killedAt = Date.now();
      await window.kill();

      if (plantedLoss) {
        await rm(folder, { recursive: true });
        await cp(`${folder}-before`, folder, { recursive: true });
        await rm(`${folder}-before`, { recursive: true });
      }
      for (const { kind, text } of seen) if (kind === "saved") promised.add(text);
      window = await engine.open(folder);
      const found = await readScreen(await reopen(window, site.url, code));
      const rows = new Set(found.rows);
      for (const text of promised) if (!rows.has(text)) lost.add(text);
      for (const { kind, text } of seen) {
        if (kind === "pace") stoodStillMs = Math.max(stoodStillMs, Number(text));
      }
      const typed = seen.filter(({ kind }) => kind === "typed");
      typingLostMs = Math.max(typingLostMs, measureLostTyping(typed, killedAt, found));
    }
    return {
      kills,
      acknowledged: promised.size,
      lost: [...lost],
      typingLostMs,
      stoodStillMs,
      trouble,
    };
  } finally {
    await window.kill().catch(() => undefined);
    await site.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
