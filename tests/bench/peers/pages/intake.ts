// A desk's intake and its opening by the app's own modules, beside the same notes in clear, as rows of others.
import { crossCount } from "../../../../src/analysis/cross-count.ts";
import type { DeskNote } from "../../../../src/analysis/released-notes.ts";
import { buildIndex, searchIndex } from "../../../../src/analysis/search-index.ts";
import { toDeskState } from "../../../../src/app/desk/desk-view.ts";
import { createIntakeModel } from "../../../../src/app/desk/intake-model.ts";
import { searchText } from "../../../../src/app/desk/reading/note-search.ts";
import { createRestoreModel } from "../../../../src/app/desk/restore-model.ts";
import { readRound } from "../../../../src/app/desk/use-round.ts";
import type { OpenBox } from "../../../../src/app/open-box.ts";
import { BoxId } from "../../../../src/domain/schema.ts";
import type { PlainNote } from "../plain-note.ts";
import { must, openApp, random } from "./bench-platform.ts";
import { openPouch, openRaw, openRx, type Store } from "./peer-stores.ts";

/** PouchDB's and RxDB's own measure of a good batch. */
const batch = 1_000;

const fetchFile = async (name: string) => new Uint8Array(await (await fetch(name)).arrayBuffer());
const freshName = (of: string) =>
  `${of}-${[...random(4)].map((byte) => byte.toString(16)).join("")}`;

/** The desk of the file, in a database of its own; nothing of it is measured. */
const restore = async (database: string, code: string) => {
  const app = await openApp(database);
  let desk: OpenBox | undefined;
  const model = createRestoreModel(app, (opened, unpacked) => {
    must(unpacked);
    desk = opened;
  });
  await model.take({ name: "desk.zip", read: () => fetchFile("desk.zip") });
  await model.open({ code });
  if (!desk) throw new Error(JSON.stringify(model.failure.peek()));
  return { app, desk };
};

const toPlain = (note: DeskNote, at: number): PlainNote => ({
  _id: at.toString(16).padStart(32, "0"),
  ...{ session: note.session, dimension: note.dimensions[0] ?? "none" },
  ...{ polarity: note.polarity ?? "none", updated: new Date(at * 1_000).toISOString() },
  ...{ text: searchText(note), lang: note.lang, dimensions: note.dimensions, kinds: note.kinds },
});

/** What the last intake left: its database, and its notes in clear for the peers. */
let held: { readonly database: string; readonly notes: readonly PlainNote[] } | undefined;

/** Milliseconds from the file to a desk that counts and searches, receipts left out: they are written afterwards. */
const intake = async (code: string, notes: number): Promise<number> => {
  const database = freshName("desk");
  const { app, desk } = await restore(database, code);
  const file = await fetchFile("all.kuuluu");
  const model = createIntakeModel(app, desk);
  let from = performance.now();
  let took = 0;
  const stop = model.stage.subscribe(({ at }) => {
    if (at === "done" && took === 0) took = performance.now() - from;
  });
  await model.takeFiles([{ name: "all.kuuluu", size: file.length, read: async () => file }]);
  await model.importAll();
  stop();
  from = performance.now();
  const { columns } = readRound(must(await desk.records.readAll()), undefined);
  const index = buildIndex(columns.notes.map(searchText));
  took += performance.now() - from;
  if (columns.notes.length !== notes) throw new Error(`${columns.notes.length} notes came in`);
  const word = columns.notes[0]?.text.split(" ")[0] ?? "";
  if (!searchIndex(index, word)?.places.length) throw new Error("its notes are not found");
  held = { database, notes: columns.notes.map(toPlain) };
  return took;
};

const openers = { pouch: openPouch, rx: openRx, raw: openRaw };
type Raw = Awaited<ReturnType<typeof openRaw>>;
let raw: Raw | undefined;

/** Milliseconds that a peer takes for the same notes in clear. */
const bulk = async (peer: keyof typeof openers): Promise<number> => {
  const notes = held?.notes ?? [];
  const store: Store = await openers[peer](freshName(peer));
  const from = performance.now();
  for (let at = 0; at < notes.length; at += batch) await store.fill(notes.slice(at, at + batch));
  const took = performance.now() - from;
  if ((await store.count()) !== notes.length) throw new Error(`${peer} kept other notes`);
  if (peer === "raw") raw = store as Raw; // Opened by `openRaw` just now.
  return took;
};

const add = (cells: Map<string, number>, cell: string) =>
  cells.set(cell, (cells.get(cell) ?? 0) + 1);

/** Reads all rows and counts dimension × polarity out of them. */
const openRows = async () => {
  const from = performance.now();
  const cells = new Map<string, number>();
  for (const note of (await raw?.getAll()) ?? []) {
    for (const dimension of note.dimensions.length > 0 ? note.dimensions : ["none"])
      add(cells, `${dimension} ${note.polarity}`);
  }
  return { ms: performance.now() - from, cells };
};

/** A locked desk to its first picture: its row key, its records, its state, its columns, the same table. */
const openDesk = async (code: string) => {
  const { keys, workspace } = await openApp(held?.database ?? "");
  const { box, slot } = await keys.deriveBoxKeys(await keys.deriveRoot("desk", code)); // Slow on purpose: P12's.
  const from = performance.now();
  const opened = await workspace.openBySlot(BoxId.parse(box), (slots) =>
    keys.unwrap("code", BoxId.parse(box), slot, slots.code),
  );
  const records = must(await must(opened).records.readAll());
  toDeskState(records);
  const { columns } = readRound(records, undefined);
  const table = crossCount(columns, "dimension", "polarity");
  return { ms: performance.now() - from, table };
};

/** Milliseconds of both. Every cell of the desk's table is that of the rows. */
const open = async (code: string): Promise<{ readonly ours: number; readonly rows: number }> => {
  const rows = await openRows();
  const ours = await openDesk(code);
  let sum = 0;
  for (const [cell, count] of rows.cells) {
    const [dimension, polarity] = cell.split(" ");
    if (ours.table.cell(dimension ?? "", polarity ?? "") !== count)
      throw new Error(`${cell} is counted otherwise`);
    sum += count;
  }
  if (sum < (held?.notes.length ?? 1)) throw new Error("rows are missing");
  return { ours: ours.ms, rows: rows.ms };
};

Reflect.set(globalThis, "bench", { intake, bulk, open });
