// The search beside the list: the newest question wins, and a worker that fails leaves nobody without an answer.
import { expect, test } from "vitest";
import type { DeskNote } from "../../src/analysis/released-notes.ts";
import { buildIndex, type Hits, searchIndex } from "../../src/analysis/search-index.ts";
import { createNoteSearch, type NoteSearch } from "../../src/app/desk/reading/note-search.ts";
import { createSearchModel } from "../../src/app/desk/reading/search-model.ts";
import type { SearchMessage } from "../../src/app/desk/reading/search-worker.ts";
import { BoxId, RecordId } from "../../src/domain/schema.ts";
import { digestOf, noteIdOf, releasedNote } from "../fixtures/records.ts";

const noteOf = (text: string, at: number): DeskNote => ({
  ...releasedNote({ number: at, text }),
  ...{ session: BoxId.parse("5e".repeat(16)), roundId: noteIdOf(1), place: at },
  release: RecordId.parse(digestOf("a")),
});
const many = Array.from({ length: 1_200 }, (_, at) => noteOf(at === 7 ? "kirjasto" : "muuta", at));

class FakeWorker extends EventTarget {
  isStopped = false;
  readonly isBroken: boolean;
  #texts: readonly string[] = [];
  constructor(isBroken: boolean) {
    super();
    this.isBroken = isBroken;
  }
  postMessage(message: SearchMessage) {
    if ("texts" in message) this.#texts = message.texts;
    else if (this.isBroken) queueMicrotask(() => this.dispatchEvent(new Event("error")));
    else {
      const hits = searchIndex(buildIndex(this.#texts), message.query);
      queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: { hits } })));
    }
  }
  terminate() {
    this.isStopped = true;
  }
}
const searchBy = (worker: FakeWorker, notes = many) =>
  // As much of a worker as the search uses.
  createNoteSearch(notes, () => worker as unknown as Worker);

test.each([false, true])(
  "finds the same by a worker that works and by one that fails: %s",
  async (isBroken) => {
    const worker = new FakeWorker(isBroken);
    const search = searchBy(worker);
    const answers = await Promise.all([
      search.search("kirjasto"),
      search.search("muut"),
      search.search(""),
    ]);
    expect(answers.map((hits) => hits?.places.length)).toEqual([1, 1_199, undefined]);
    expect((await search.search("kirjast"))?.places).toEqual(new Uint32Array([7]));
    expect(worker.isStopped).toBe(isBroken);
    search.stop();
    expect(worker.isStopped).toBe(true);
  },
);

test("few notes need no worker", async () => {
  const search = createNoteSearch(many.slice(0, 20), () => {
    throw new Error("a worker was made");
  });
  expect((await search.search("kirjasto"))?.places).toEqual(new Uint32Array([7]));
});

const hitsOf = (place: number): Hits => ({ places: new Uint32Array([place]), asked: [] });
const createSlowSearch = () => {
  const open: ((hits: Hits | undefined) => void)[] = [];
  const search: NoteSearch = {
    search: () => new Promise((answer) => open.push(answer)),
    stop: () => undefined,
  };
  return { search, answer: (at: number, hits: Hits | undefined) => open[at]?.(hits) };
};
const rest = () => new Promise((done) => setTimeout(done));

test("an older answer that comes last changes nothing", async () => {
  const slow = createSlowSearch();
  const model = createSearchModel(slow.search);
  model.ask("k");
  model.ask("ki");
  slow.answer(1, hitsOf(2));
  slow.answer(0, hitsOf(1));
  await rest();
  expect(model.hits.value).toEqual(hitsOf(2));
});

test("places in other notes are never shown: the same is asked of the new ones", async () => {
  const [before, after] = [createSlowSearch(), createSlowSearch()];
  const model = createSearchModel(before.search);
  model.ask("kirjasto");
  before.answer(0, hitsOf(7));
  await rest();
  model.searchIn(after.search);
  expect(model.hits.value).toBeUndefined();
  after.answer(0, hitsOf(3));
  await rest();
  expect(model.hits.value).toEqual(hitsOf(3));
});
