// A session whose every word is an attack: the desk's, the round's and the sessions' names, groups and places, and notes;
// seen in every view that shows them. Nothing runs, nothing becomes an element, and the content policy has nothing to stop.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHub } from "../../browser/hub-process.ts";
import { planSession, setUpDesk, takeIn } from "./coordinator-steps.ts";
import type { Engine, EngineWindow } from "./engine.ts";
import { type Person, personAt } from "./person.ts";
import { handOver, startByPlan, untilStored } from "./scribe-steps.ts";
import { listVectors, packVectors } from "./vectors.ts";

export type HostileFigures = {
  readonly vectors: number;
  readonly sessions: number;
  readonly views: number;
  /** Where something ran, became an element, or met the policy. */
  readonly faults: readonly string[];
};

const shortest = 190;
const bait = `"><img src=x onerror=window.__pwned=1><script>window.__pwned=1</script>`;

/** As a scribe would: paste, Enter. What the field makes of it is the field's affair; that all are saved is not. */
const writeAll = (person: Person, vectors: readonly string[]): Promise<number> =>
  person.run(`
    const field = document.querySelector(".capture-dock textarea");
    for (const text of ${JSON.stringify(vectors)}) {
      field.focus();
      document.execCommand("insertText", false, text);
      await until(() => field.value !== "", "the text in the field");
      field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true }));
      await until(() => field.value === "", "an empty field after " + text);
    }
    for (;;) {
      const earlier = document.querySelector(".capture-log > button");
      if (!earlier) break;
      earlier.click();
      await new Promise((done) => setTimeout(done, 30));
    }
    return document.querySelectorAll(".log-rows .note-text").length;
  `);

/** More sessions, until every vector has stood in a name, a group and a place. */
const planAll = (person: Person, texts: readonly string[]): Promise<void> =>
  person.run(`
    for (const text of ${JSON.stringify(texts)}) {
      location.hash = "#/desk/home";
      await until(() => document.querySelector("h1") && !all("label").some((each) => nameOf(each).startsWith("Tilaisuuden nimi")), "home");
      location.hash = "#/desk/sessions";
      const find = () => labelled("Tilaisuuden nimi");
      const way = await until(() => find() ?? byName(all("button"), "Suunnittele tilaisuus"), "the form");
      if (way.matches("button")) way.click();
      put(await until(find, "the name"), text);
      put(labelled("Ryhmä"), text);
      put(labelled("Paikka"), text);
      const typed = find().value;
      byName(all("button"), "Suunnittele ja tee kortti").click();
      // The board shows a hundred at first: that the form has let go of the name tells more.
      await until(() => find()?.value !== typed, "one more session");
    }
  `);

const views = [
  "#/desk/home",
  "#/desk/sessions",
  "#/desk/intake",
  "#/desk/notes",
  "#/desk/analysis",
  "#/desk/receipts",
  "#/desk/guide",
  "#/desk/rounds/new",
  "#/",
  "#/settings",
] as const;

export const showHostileWords = async (engine: Engine, count: number): Promise<HostileFigures> => {
  const vectors = listVectors(count);
  const packed = packVectors(vectors, shortest);
  const faults: string[] = [];
  let seen = 0;
  const look = async (window: EngineWindow, where: string) => {
    seen += 1;
    const found = await window.run<{ pwned: boolean; elements: number; bait: number }>(`
      await new Promise((done) => setTimeout(done, 150));
      return {
        pwned: window.__pwned !== undefined,
        elements: document.querySelectorAll(".note-text :not(s)").length,
        bait: document.querySelectorAll("#app script, #app iframe, #app object, #app embed, #app [onerror], #app [onload], #app marquee, #app math, #app base, #app a[href^='javascript']").length,
      };
    `);
    if (found.pwned) faults.push(`${where}: something ran`);
    if (found.elements + found.bait > 0) faults.push(`${where}: words became elements`);
    for (const trouble of await window.trouble()) faults.push(`${where}: ${trouble}`);
  };
  const office = await mkdtemp(join(tmpdir(), "kuuluu-office-"));
  const pocket = await mkdtemp(join(tmpdir(), "kuuluu-pocket-"));
  const hub = await startHub();
  const open: EngineWindow[] = [];
  try {
    const desk = await engine.open(office);
    open.push(desk);
    const words = { desk: bait, passphrase: "neljä tavallista sanaa", round: bait, session: bait };
    await setUpDesk(desk, hub.url, hub.setupCode(), words);
    const code = await planSession(desk, words);

    const tablet = await engine.open(pocket);
    open.push(tablet);
    const person = personAt(tablet);
    await tablet.goto(hub.url);
    await untilStored(person);
    await startByPlan(tablet, code);
    const rows = await writeAll(person, vectors);
    if (rows < vectors.length) faults.push(`the log shows ${rows} of ${vectors.length} notes`);
    await look(tablet, "the log");
    await handOver(person);
    await look(tablet, "the hand-over");
    for (const hash of ["#/", "#/join"]) {
      await person.go(hash);
      await look(tablet, hash);
    }

    const read = await takeIn(desk);
    if (read === 0) faults.push("the desk shows no notes");
    await look(desk, "the notes at the desk");
    await planAll(personAt(desk), packed);
    for (const hash of views) {
      await personAt(desk).go(hash);
      await personAt(desk).run(`await until(() => document.querySelector("h1"), "a screen")`);
      await look(desk, hash);
    }
    await personAt(desk).go("#/desk/sessions");
    await personAt(desk).run(`
      const rest = await until(
        () => document.querySelector("tbody tr") && (byName(all("main button"), "Näytä") ?? document.body), "the board");
      rest.click();
      await new Promise((done) => setTimeout(done, 500));
    `);
    await look(desk, "all sessions of the board");
    await personAt(desk).run(`
      const round = await until(() => document.querySelector('a[href*="print-cards"]'), "the cards");
      round.click();
      await until(() => document.querySelector("svg.qr") ?? document.querySelector("h1"), "the cards");
    `);
    await look(desk, "the cards");
    return { vectors: vectors.length, sessions: packed.length + 1, views: seen, faults };
  } finally {
    for (const window of open) await window.kill().catch(() => undefined);
    await hub.stop();
    for (const folder of [office, pocket])
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
