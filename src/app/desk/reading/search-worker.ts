// The search index off the main thread. It is told the texts once, then answers each question with places of notes.
import {
  buildIndex,
  type Hits,
  type SearchIndex,
  searchIndex,
} from "../../../analysis/search-index.ts";

export type SearchMessage = { readonly texts: readonly string[] } | { readonly query: string };
export type SearchAnswer = { readonly hits: Hits | undefined };

let index: SearchIndex | undefined;

addEventListener("message", ({ data }: MessageEvent<SearchMessage>) => {
  if ("texts" in data) {
    index = buildIndex(data.texts);
    return;
  }
  const hits = index && searchIndex(index, data.query);
  const answer: SearchAnswer = { hits };
  postMessage(answer);
});
