// Bytes that turn over in the engine's own files (F21, below the rows): what comes back is what was written, or less of it
// with words that say so. Never another text, never an empty page, never silence.
import { cp, mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCode } from "../../../src/base/code.ts";
import { serveFolder } from "../../browser/static-server.ts";
import type { Engine } from "./engine.ts";
import { personAt } from "./person.ts";
import { startByCodeAlone, untilStored, writeNotes } from "./scribe-steps.ts";

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

/** Where the three engines keep what pages store; code and settings of the browser are not ours to test. */
const isStorage = (path: string): boolean =>
  /IndexedDB|File System|Local Storage|storage\/default|databases|localstorage/iu.test(path);

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

type Seen = { readonly rows: readonly string[]; readonly words: string; readonly isLog: boolean };

/** What a person sees once the app has come to rest. */
const look = `
  const shown = await until(
    () => document.querySelector(".log-rows .row, .log-empty") ??
      (document.querySelector(".busy") ? undefined : document.querySelector("main h1")),
    "a screen");
  await new Promise((done) => setTimeout(done, 1_500));
  return {
    rows: [...document.querySelectorAll(".log-rows .note-text")].map((row) => row.textContent),
    words: clean(document.body.innerText),
    isLog: shown.matches(".row, .log-empty"),
  };
`;

/** An empty welcome tells nobody that something was here; a session that asks for its card does. */
const isTold = (words: string): boolean =>
  /kadonnut|ei voi(?:tu|da)? (?:lukea|avata)|vioittu|ei aukea/iu.test(words) ||
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
        await window.goto(site.url);
        const seen = await personAt(window).run<Seen>(look);
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
