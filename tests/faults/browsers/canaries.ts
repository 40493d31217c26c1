// The whole journey in one engine, from the desk's set-up to its notes list, with a marker in everything that people
// write; then every disk that took part is searched, while it is in use, after a kill, and once it is locked.
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHub } from "../../browser/hub-process.ts";
import { planSession, setUpDesk, takeIn } from "./coordinator-steps.ts";
import type { Engine, EngineWindow } from "./engine.ts";
import { type Person, personAt } from "./person.ts";
import {
  handOver,
  joinByCode,
  leaveHalfTyped,
  startByPlan,
  untilStored,
  untilWriting,
  writeNotes,
} from "./scribe-steps.ts";
import { type Needle, searchBytes, searchFolder, wordNeedle } from "./search-disk.ts";
import { listSecrets } from "./secrets.ts";

export type CanaryFigures = {
  readonly notes: number;
  readonly searches: number;
  readonly megabytes: number;
  readonly needles: number;
  /** Where a marker or a key was found, and when. */
  readonly hits: readonly string[];
  readonly trouble: readonly string[];
};

const stem = "qzvxkanari";
const marked = (words: string, number: number): string => `${words} ${stem}${number.toString(36)}`;
const words = {
  desk: marked("Lähellä ry", 1),
  passphrase: marked("neljä tavallista sanaa tähän", 2),
  round: marked("Kevät 2027", 3),
  session: marked("Asukasilta, pöytä 2", 4),
};

/** Files that the app hands out are caught on their way, whatever the engine would do with them. */
const catchFiles = `
  window.__files = [];
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    __files.push(blob.arrayBuffer());
    return make.call(URL, blob);
  };
`;
const readFiles = async (window: EngineWindow): Promise<readonly Buffer[]> => {
  const files = await window.run<readonly string[]>(`
    const toText = (bytes) => {
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    };
    return (await Promise.all(window.__files)).map((bytes) => toText(new Uint8Array(bytes)));
  `);
  return files.map((text) => Buffer.from(text, "base64"));
};

const backToWriting = async (window: EngineWindow, url: string, code: string): Promise<Person> => {
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
      location.hash = (await until(link, "the session")).hash.replace("/start", "/write");
    `);
  }
  await untilWriting(person);
  return person;
};

const lockFrom = async (
  person: Person,
  hash: string,
  buttons: readonly string[],
): Promise<void> => {
  await person.run(`location.hash = ${hash}`);
  for (const button of buttons) await person.press(button);
  await person.run(`
    const isLocked = () =>
      !document.querySelector(".capture, .desk-nav, .busy") && document.querySelector("h1");
    await until(isLocked, "a locked device");
  `);
};

export const searchJourney = async (engine: Engine, notes: number): Promise<CanaryFigures> => {
  const hits: string[] = [];
  const trouble: string[] = [];
  let searches = 0;
  let bytes = 0;
  const markers = [
    wordNeedle("a marker", stem),
    ...Object.entries(words).map(([name, text]) => wordNeedle(`${name}'s name`, text)),
  ];
  const search = (when: string, folder: string, needles: readonly Needle[]) => {
    const found = searchFolder(folder, needles);
    searches += 1;
    bytes += found.bytes;
    hits.push(...found.hits.map((hit) => `${when}: ${hit}`));
  };
  const texts = Array.from({ length: notes }, (_, index) =>
    marked(`En mene asemalle iltaisin, sanoi ${index}.`, 100 + index),
  );
  const office = await mkdtemp(join(tmpdir(), "kuuluu-office-"));
  const pocket = await mkdtemp(join(tmpdir(), "kuuluu-pocket-"));
  const hub = await startHub();
  const open: EngineWindow[] = [];
  const openAt = async (folder: string): Promise<EngineWindow> => {
    const window = await engine.open(folder);
    open.push(window);
    return window;
  };
  try {
    const desk = await openAt(office);
    const deskCode = await setUpDesk(desk, hub.url, hub.setupCode(), words);
    const code = await planSession(desk, words);

    let tablet = await openAt(pocket);
    await tablet.goto(hub.url);
    await untilStored(personAt(tablet));
    await startByPlan(tablet, code);
    await writeNotes(personAt(tablet), texts.slice(0, notes / 2));
    await leaveHalfTyped(personAt(tablet), marked("Tämä jäi kesken", 5));
    search("while writing", pocket, markers);
    trouble.push(...(await tablet.trouble()));
    await tablet.kill();
    search("after the kill", pocket, markers);

    tablet = await openAt(pocket);
    const person = await backToWriting(tablet, hub.url, code);
    await person.run(`
      const field = document.querySelector(".capture-dock textarea");
      await until(() => field.value.includes(${JSON.stringify(stem)}), "the half-typed note");
      field.select();
      document.execCommand("delete");
    `);
    await writeNotes(person, texts.slice(notes / 2));
    await person.run(catchFiles);
    await handOver(person);
    await person.press("Vie tiedostona");
    await person.run(`await until(() => window.__files.length > 0, "the file")`);
    for (const file of await readFiles(tablet)) {
      searches += 1;
      bytes += file.length;
      hits.push(...searchBytes(file, markers).map((hit) => `the file: ${hit}`));
    }
    const cardSecrets = await listSecrets(tablet, "session", code);
    await lockFrom(person, `location.hash.replace("/hand-over", "/write")`, ["Valikko", "Lukitse"]);
    trouble.push(...(await tablet.trouble()));
    search("the locked tablet, still open", pocket, [...markers, ...cardSecrets]);
    await tablet.close();
    search("the locked tablet, closed", pocket, [...markers, ...cardSecrets]);

    const read = await takeIn(desk);
    if (read < notes) hits.push(`the desk shows ${read} of ${notes} notes`);
    search("the open desk", office, markers);
    const deskSecrets = await listSecrets(desk, "desk", deskCode);
    await lockFrom(personAt(desk), `"#/desk/home"`, ["Lukitse työpöytä"]);
    trouble.push(...(await desk.trouble()));
    await desk.close();
    search("the locked desk, closed", office, [...markers, ...deskSecrets, ...cardSecrets]);

    const copy = join(hub.folder, "copy.sqlite");
    const env = { ...process.env, DATA_DIR: hub.folder };
    const { status } = spawnSync(process.execPath, ["src/hub/main.ts", "backup", copy], { env });
    if (status !== 0) hits.push("the hub's backup was not made");
    const all = [...markers, ...deskSecrets, ...cardSecrets];
    search("the hub's database, log and backup", hub.folder, all);
    await hub.kill();
    search("the killed hub", hub.folder, all);
    hits.push(...searchBytes(Buffer.from(hub.output()), all).map((hit) => `hub output: ${hit}`));
    return {
      notes,
      searches: searches + 1,
      megabytes: Math.round(bytes / 1_000_000),
      needles: all.reduce((sum, { forms }) => sum + forms.length, 0),
      hits: [...new Set(hits)],
      trouble,
    };
  } finally {
    for (const window of open) await window.kill().catch(() => undefined);
    await hub.stop();
    for (const folder of [office, pocket])
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
