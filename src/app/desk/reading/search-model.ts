// What is searched for and what was found. The words live on this screen alone; the newest question's answer wins.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Hits } from "../../../analysis/search-index.ts";
import type { NoteSearch } from "./note-search.ts";

export interface SearchModel {
  readonly words: ReadonlySignal<string>;
  /** Undefined while nothing is asked. While an answer is awaited, the last one stands. */
  readonly hits: ReadonlySignal<Hits | undefined>;
  readonly ask: (words: string) => void;
  /** The notes are others now: asks the same of them. */
  readonly searchIn: (search: NoteSearch) => void;
}

export const createSearchModel = (first: NoteSearch): SearchModel => {
  const words = signal("");
  const hits = signal<Hits | undefined>(undefined);
  let search = first;
  let turn = 0;
  const look = async (asked: string) => {
    turn += 1;
    const mine = turn;
    const found = await search.search(asked);
    if (mine === turn) hits.value = found;
  };
  return {
    words,
    hits,
    ask: (next) => {
      words.value = next;
      void look(next);
    },
    searchIn: (next) => {
      if (next === search) return;
      search = next;
      // Places of the old notes mean others in the new ones.
      hits.value = undefined;
      void look(words.value);
    },
  };
};
