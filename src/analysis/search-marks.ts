// Which words of a text answer what was asked, so that the row can show why it was found.
import type { Hits } from "./search-index.ts";
import { foldWord, matchWord, writtenWord } from "./search-words.ts";

export type Piece = { readonly text: string; readonly isHit: boolean };

/** The text in pieces that together are the text again. Whole words are marked: a part of one may be no word. */
export const markHits = (text: string, asked: Hits["asked"]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(writtenWord)) {
    const word = foldWord(found[0]);
    if (!asked.some((each) => matchWord(word, each.word, each.typo) > 0)) continue;
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), isHit: false });
    pieces.push({ text: found[0], isHit: true });
    done = found.index + found[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isHit: false });
  return pieces;
};
