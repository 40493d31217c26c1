// Bytes that turn over in the engine's own files (F21, below the rows): what comes back is what was written, or less of it
// with words that say so. Never another text, never an empty page, never silence.
import { cp, mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCode } from "../../../src/base/code.ts";
import { serveFolder } from "../../browser/static-server.ts";
import type { Engine, EngineWindow } from "./engine.ts";
import { personAt } from "./person.ts";
import { joinByCode, startByCodeAlone, untilStored, writeNotes } from "./scribe-steps.ts";

export type FlippedFigures = {
  /** Every note came back. */
  readonly whole: number;
  /** Some did not, and the screen says so or asks for the card. */
  readonly told: number;
  /** The engine itself would not start on such a profile. */
  readonly refused: number;
  /** What must not be, with the file and the place of the flipped byte. */
  readonly bad: readonly string[];
};

/**
 * Where the three engines keep what pages store. Code and settings of the browser are not ours to test, and the app's own
 * files (Firefox: `cache`) come from the server again: where one is damaged, the engine itself may show its error page.
 */
const isStorage = (path: string): boolean =>
  /IndexedDB|File System|Local Storage|storage\/default|databases|localstorage/iu.test(path) &&
  !/\/cache\//u.test(path);

const listStorage = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => isStorage(path.slice(folder.length)));

/** Turns over one bit at a random place of a random file that holds something; answers which. */
const flipIn = async (folder: string, random: () => number): Promise<string> => {
  const files = await listStorage(folder);
  for (;;) {
    const path = files[Math.floor(random() * files.length)] ?? "";
    const file = await open(path, "r+");
    try {
      const { size } = await file.stat();
      if (size === 0) continue;
      const at = Math.floor(random() * size);
      const byte = new Uint8Array(1);
      await file.read(byte, 0, 1, at);
      if (byte[0] === 0) continue; // Unused room, of which these files are full.
      byte[0] = (byte[0] ?? 0) ^ (1 << Math.floor(random() * 8));
      await file.write(byte, 0, 1, at);
      return `${path.slice(folder.length)} at ${at}`;
    } finally {
      await file.close();
    }
  }
};

type Seen = {
  readonly rows: readonly string[];
  readonly words: string;
  readonly isLog: boolean;
  /** A session is listed and wants its card. */
  readonly isAsked: boolean;
};

/** What a person sees once the app has come to rest. */
const look = `
  const log = () => document.querySelector(".log-rows .row, .log-empty");
  const isCalm = () => !document.querySelector(".busy, .capture") && document.querySelector("h1, [role=alert]");
  await until(() => log() ?? isCalm(), "a screen");
  await new Promise((done) => setTimeout(done, 1_500));
  return {
    rows: [...document.querySelectorAll(".log-rows .note-text")].map((row) => row.textContent),
    words: clean(document.body.innerText),
    isLog: Boolean(log()),
    isAsked: all("a").some((each) => /#\\/session\\/[0-9a-f]+/.test(each.hash)),
  };
`;

/** The screen at the start; where it lists the session as shut, the one after the card's code. */
const lookIn = async (window: EngineWindow, url: string, code: string): Promise<Seen> => {
  const person = personAt(window);
  await window.goto(url);
  const first = await person.run<Seen>(look);
  if (first.isLog || !first.isAsked) return first;
  await joinByCode(window, code);
  await person.run(`
    const link = () => all("a").find((each) => /\\/session\\/[0-9a-f]+\\/start/.test(each.hash));
    const alert = () => document.querySelector("[role=alert]");
    const on = await until(() => byName(all("button"), "Jatka tilaisuuteen") ?? link() ?? alert(), "a way on");
    if (on.matches("button")) on.click();
    const found = await until(() => link() ?? alert(), "the session");
    if (found.hash) location.hash = found.hash.replace("/start", "/write");
    await new Promise((done) => setTimeout(done, 500));
  `);
  return person.run<Seen>(look);
};

/** An empty welcome tells nobody that something was here; a session that asks for its card does. */
const isTold = (words: string): boolean =>
  /kadonnut|ei voi(?:tu|da)? (?:lukea|avata)|vioittu|ei aukea|ei avautunut|ei saatu avattua/iu.test(
    words,
  ) ||
  (/koodi|kortti/iu.test(words) && !words.includes("Täällä ei ole vielä tilaisuuksia"));

export const flipMany = async (
  engine: Engine,
  flips: number,
  random: () => number,
): Promise<FlippedFigures> => {
  const pristine = await mkdtemp(join(tmpdir(), "kuuluu-whole-"));
  const site = await serveFolder("dist");
  const texts = Array.from({ length: 8 }, (_, at) => `Kirjaus ${at + 1}: pihalla ei tervehditä.`);
  const code = createCode("session", (length) =>
    Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  );
  const figures = { whole: 0, told: 0, refused: 0 };
  const bad: string[] = [];
  const first = await engine.open(pristine);
  try {
    await first.goto(site.url);
    await untilStored(personAt(first));
    await startByCodeAlone(first, code);
    await writeNotes(personAt(first), texts);
    await new Promise((done) => setTimeout(done, 3_000)); // The numbers of the device are written a moment later.
    await first.close();
    for (let flip = 0; flip < flips; flip += 1) {
      const folder = await mkdtemp(join(tmpdir(), "kuuluu-flipped-"));
      await cp(pristine, folder, { recursive: true });
      const place = await flipIn(folder, random);
      const window = await engine.open(folder).catch(() => undefined);
      try {
        if (!window) {
          figures.refused += 1;
          continue;
        }
        const seen = await lookIn(window, site.url, code);
        const strange = seen.rows.filter((row) => !texts.includes(row));
        if (strange.length > 0) bad.push(`${place}: another text`);
        else if (seen.isLog && seen.rows.length === texts.length) figures.whole += 1;
        else if (isTold(seen.words)) figures.told += 1;
        else
          bad.push(`${place}: ${seen.rows.length} notes in silence: ${seen.words.slice(0, 300)}`);
      } catch (thrown) {
        bad.push(`${place}: ${String(thrown).slice(0, 300)}`);
      } finally {
        await window?.kill().catch(() => undefined);
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    }
    return { ...figures, bad };
  } finally {
    await first.kill().catch(() => undefined);
    await site.stop();
    await rm(pristine, { recursive: true, force: true, maxRetries: 5 });
  }
};
