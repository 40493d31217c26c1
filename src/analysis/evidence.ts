// How strong a finding's evidence is: worked out from the notes that stand, never typed. The unit is the session, since one
// talkative table is still one table; counts are never shares of opinion.
import type { FindingView } from "../domain/findings.ts";
import { refKey } from "../domain/joined.ts";
import type { BoxId, Language } from "../domain/schema.ts";
import type { DeskNote } from "./released-notes.ts";

export type Evidence = {
  /** Sessions with a note for it, in the order of the round. */
  readonly heard: readonly BoxId[];
  readonly against: readonly BoxId[];
  /** Sessions of the round that said nothing of it, for or against. */
  readonly silent: readonly BoxId[];
  /** Sessions with a release. */
  readonly sessions: number;
  /** Languages in which it was said, most notes first. */
  readonly languages: readonly Language[];
  readonly notes: number;
  readonly opposing: number;
};

/** `notes` are those of the round, `sessions` all of its sessions with a release. */
export const weighEvidence = (
  { supports, opposes }: Pick<FindingView["fields"], "supports" | "opposes">,
  notes: readonly DeskNote[],
  sessions: readonly BoxId[],
): Evidence => {
  const byKey = new Map(notes.map((note) => [refKey(note), note]));
  const [pro, contra] = [supports, opposes].map((refs) =>
    refs.flatMap((ref) => byKey.get(refKey(ref)) ?? []),
  );
  const said = (list: readonly DeskNote[] = []) => {
    const of = new Set(list.map(({ session }) => session));
    return sessions.filter((session) => of.has(session));
  };
  const [heard, against] = [said(pro), said(contra)];
  const counts = new Map<Language, number>();
  for (const { lang } of pro ?? []) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return {
    heard,
    against,
    silent: sessions.filter((session) => !heard.includes(session) && !against.includes(session)),
    sessions: sessions.length,
    languages: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([l]) => l),
    notes: pro?.length ?? 0,
    opposing: contra?.length ?? 0,
  };
};
