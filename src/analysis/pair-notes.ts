// Two scribes at one table write the same thing down twice. Which of their notes belong together is a guess by a rule that
// people are told: near in time, and the same speaker or much the same words.

import type { Note } from "../domain/note.ts";
import type { NoteView } from "../domain/notes.ts";
import type { EntityId, Tag } from "../domain/schema.ts";
import { foldText } from "./search-words.ts";

/** First keys at most so far apart, each by its own device's clock. */
export const pairWindowMs = 60_000;
/** Of the words of the shorter one. */
export const sharedWords = 0.5;

/** What a scribe wrote and tagged, before anybody else changed it. */
export type ScribeNote = {
  readonly noteId: EntityId;
  readonly device: string;
  readonly begunAtMs: number;
  readonly text: string;
  readonly lang: string;
  readonly speaker: Note["speaker"];
  readonly dimensions: readonly Tag[];
};
export type NotePair = { readonly first: ScribeNote; readonly second: ScribeNote };

/** Notes that a scribe began, in that scribe's own last words and tags. A reviewer's own notes are none of theirs. */
export const toScribeNotes = (notes: readonly NoteView[]): readonly ScribeNote[] =>
  notes.flatMap(({ noteId, history }) => {
    const author = history[0]?.record.author;
    if (author?.role !== "scribe") return [];
    const own = history.findLast(
      ({ record }) => record.author.device === author.device && record.author.role === "scribe",
    )?.record;
    if (!own) return [];
    const { text, lang, speaker, dimensions, begunAt } = own;
    const begunAtMs = Date.parse(begunAt);
    return [{ noteId, device: author.device, begunAtMs, text, lang, speaker, dimensions }];
  });

/** Pairs of notes of two devices: nearest in time first, each note once. Order of the input changes nothing. */
export const pairNotes = (
  ours: readonly ScribeNote[],
  theirs: readonly ScribeNote[],
): readonly NotePair[] => {
  const words = new Map([...ours, ...theirs].map((note) => [note, toWords(note.text)]));
  const near = ours.flatMap((first) =>
    theirs
      .filter((second) => Math.abs(first.begunAtMs - second.begunAtMs) <= pairWindowMs)
      .map((second) => ({
        ...{ first, second },
        apart: Math.abs(first.begunAtMs - second.begunAtMs),
        shared: shareOf(words.get(first), words.get(second)),
      })),
  );
  const taken = new Set<EntityId>();
  return near
    .filter(({ first, second, shared }) => isSameSpeaker(first, second) || shared >= sharedWords)
    .sort((a, b) => a.apart - b.apart || b.shared - a.shared || (namesOf(a) < namesOf(b) ? -1 : 1))
    .filter(({ first, second }) => {
      if (taken.has(first.noteId) || taken.has(second.noteId)) return false;
      taken.add(first.noteId).add(second.noteId);
      return true;
    })
    .map(({ first, second }) => ({ first, second }))
    .sort((a, b) => a.first.begunAtMs - b.first.begunAtMs || (namesOf(a) < namesOf(b) ? -1 : 1));
};

const namesOf = ({ first, second }: NotePair): string => `${first.noteId} ${second.noteId}`;

/** A code of one person; "several" or "observation" says too little. */
const isSameSpeaker = (a: ScribeNote, b: ScribeNote): boolean =>
  a.speaker === b.speaker && /^P\d+$/.test(a.speaker ?? "");

/** Beginnings of longer words: endings differ from scribe to scribe. */
const toWords = (text: string): ReadonlySet<string> =>
  new Set((foldText(text).match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5)));

/** Two words at least, and half of the shorter note's. */
const shareOf = (
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
): number => {
  const common = [...a].filter((word) => b.has(word)).length;
  return common < 2 ? 0 : common / Math.min(a.size, b.size);
};
