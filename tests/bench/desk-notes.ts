// The notes of a made-up national round as the desk reads them, in this process.
import { type DeskNote, toDeskNotes } from "../../src/analysis/released-notes.ts";
import { corpusReleases, makeCorpus } from "../fixtures/corpus.ts";

/** `sessions` × 60 notes in four languages, the same every time. */
export const readDeskNotes = (sessions: number): readonly DeskNote[] =>
  corpusReleases(makeCorpus({ sessions })).flatMap(toDeskNotes);

/** CPU time of this process that `work` took, in milliseconds: steadier than the wall on shared cores. */
export const cpuOf = <T>(work: () => T): { readonly value: T; readonly ms: number } => {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: (user + system) / 1_000 };
};

export const wallOf = <T>(work: () => T): { readonly value: T; readonly ms: number } => {
  const from = performance.now();
  const value = work();
  return { value, ms: performance.now() - from };
};
