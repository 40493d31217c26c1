// The search over the notes of the open desk. Up to some thousands of notes it runs here; beyond that in a worker, so that
// typing stays smooth. It lives as long as the desk is open: to lock is to let go of the texts.
import type { Columns } from "../../../analysis/columns.ts";
import type { DeskNote } from "../../../analysis/released-notes.ts";
import {
  buildIndex,
  type Hits,
  type SearchIndex,
  searchIndex,
} from "../../../analysis/search-index.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { trustedWorkerUrl } from "../../trusted-urls.ts";
import type { SearchAnswer, SearchMessage } from "./search-worker.ts";
import searchWorkerUrl from "./search-worker.ts?worker&url";

export interface NoteSearch {
  /** Undefined where nothing is asked. Answers come in the order of the questions. */
  readonly search: (query: string) => Promise<Hits | undefined>;
  readonly stop: () => void;
}

/** What is to be found of a note: what was said, and its translation. */
export const searchText = ({ text, translation }: DeskNote): string =>
  translation ? `${text}\n${translation.text}` : text;

/** Fewer notes are indexed in less time than a frame or two. */
const workerFrom = 1_000;

export const createNoteSearch = (
  notes: readonly DeskNote[],
  createWorker: (() => Worker) | undefined,
): NoteSearch => {
  const texts = notes.map(searchText);
  return createWorker && notes.length >= workerFrom
    ? searchInWorker(texts, createWorker())
    : searchHere(texts);
};

const searchHere = (texts: readonly string[]): NoteSearch => {
  let index: SearchIndex | undefined;
  return {
    search: async (query) => {
      index ??= buildIndex(texts);
      return searchIndex(index, query);
    },
    stop: () => {
      index = undefined;
    },
  };
};

type Question = {
  readonly query: string;
  readonly answer: (hits: Hits | undefined) => void;
};

const searchInWorker = (texts: readonly string[], worker: Worker): NoteSearch => {
  // The worker answers in the order it is asked.
  const waiting: Question[] = [];
  let here: NoteSearch | undefined;
  const send = (message: SearchMessage) => worker.postMessage(message);
  worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
    waiting.shift()?.answer(data.hits);
  });
  // A worker that cannot run must not leave the search mute: it goes on here, more slowly.
  worker.addEventListener("error", () => {
    const search = searchHere(texts);
    here = search;
    worker.terminate();
    for (const { query, answer } of waiting.splice(0)) void search.search(query).then(answer);
  });
  send({ texts });
  return {
    search: (query) =>
      here
        ? here.search(query)
        : new Promise((answer) => {
            waiting.push({ query, answer });
            send({ query });
          }),
    stop: () => {
      worker.terminate();
      here?.stop();
    },
  };
};

const startWorker = (): Worker => new Worker(trustedWorkerUrl(searchWorkerUrl), { type: "module" });

type Kept = { readonly columns: Columns; readonly search: NoteSearch };
const searches = new WeakMap<OpenBox, Kept>();

/** One search for as long as the desk is open and its notes are the same; it stops when the desk is locked. */
export const searchOf = (
  { workspace }: Pick<AppDeps, "workspace">,
  desk: OpenBox,
  columns: Columns,
): NoteSearch => {
  const kept = searches.get(desk);
  if (kept?.columns === columns) return kept.search;
  const isFirst = kept === undefined;
  kept?.search.stop();
  const canWork = typeof Worker === "function";
  const search = createNoteSearch(columns.notes, canWork ? startWorker : undefined);
  searches.set(desk, { columns, search });
  if (isFirst) {
    const stopWatching = workspace.open.subscribe((open) => {
      if (open === desk) return;
      searches.get(desk)?.search.stop();
      searches.delete(desk);
      queueMicrotask(() => stopWatching()); // It may be called while it is being made.
    });
  }
  return search;
};
