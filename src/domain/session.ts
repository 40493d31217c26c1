// From the records of a session box to what is known of the session itself.
import { type Named, ofKind } from "./record.ts";
import { type Folded, foldRevisions } from "./revisions.ts";
import type { Tag } from "./schema.ts";
import { type Session, type Summary, sessionFields, summaryFields } from "./session-records.ts";
import { toMs } from "./stamp.ts";

export type SessionFieldName = keyof typeof sessionFields;
const sessionNames = Object.keys(sessionFields) as readonly SessionFieldName[]; // The keys of a literal object.
export type SummaryFieldName = keyof typeof summaryFields;
const summaryNames = Object.keys(summaryFields) as readonly SummaryFieldName[]; // The keys of a literal object.

export type SessionView = Folded<Session, SessionFieldName> & {
  /** Each question's first beginning, in the order of the talk: the earliest of two rival phases wins. */
  readonly phases: readonly { readonly question: Tag; readonly begunAt: string }[];
};

/** What the plan and the scribe said of the session, or undefined while no plan is known. */
export const foldSession = (records: readonly Named[]): SessionView | undefined => {
  const folded = foldRevisions(ofKind(records, "session/1"), sessionNames);
  if (!folded) return undefined;
  const begun = new Map<Tag, string>();
  for (const { record } of ofKind(records, "phase/1")) {
    const known = begun.get(record.question);
    if (known === undefined || record.begunAt < known) begun.set(record.question, record.begunAt);
  }
  const phases = [...begun]
    .map(([question, begunAt]) => ({ question, begunAt }))
    .sort((a, b) =>
      a.begunAt < b.begunAt ? -1 : a.begunAt > b.begunAt ? 1 : a.question < b.question ? -1 : 1,
    );
  return { ...folded, phases };
};

/** Different head counts of two devices stay side by side, never a sum. */
export const peopleOf = (session: SessionView): readonly number[] => {
  const rivals = session.rivals.get("people")?.map(({ value }) => value) ?? [session.fields.people];
  const known = rivals.filter((count): count is number => typeof count === "number");
  return [...new Set(known)].sort((a, b) => a - b);
};

export const foldSummary = (
  records: readonly Named[],
): Folded<Summary, SummaryFieldName> | undefined =>
  foldRevisions(ofKind(records, "summary/1"), summaryNames);

/** Every text of every device, one under the other; of a yes and a no the no, and of a yes and a silence the silence. */
export const keepBoth = ({
  rivals,
}: Pick<Folded<Summary, SummaryFieldName>, "rivals">): Partial<Pick<Summary, SummaryFieldName>> =>
  Object.fromEntries(
    [...rivals].map(([name, sides]) => {
      const values = [...new Set(sides.map(({ value }) => value))];
      if (name === "groupConsent") {
        return [
          name,
          values.includes(false) ? false : values.includes(undefined) ? undefined : true,
        ];
      }
      return [name, values.filter((value) => typeof value === "string").join("\n")];
    }),
  );

/** May it be told as coming from the session's group? A no of any device stands until a person chooses. */
export const groupConsentOf = (records: readonly Named[]): boolean | undefined => {
  const summary = foldSummary(records);
  const isRefused = summary?.rivals.get("groupConsent")?.some(({ value }) => value === false);
  return isRefused ? false : summary?.fields.groupConsent;
};

/** Milliseconds of the newest record, for "last change". */
export const lastChangeOf = (records: readonly Named[]): number | undefined =>
  records.reduce<number | undefined>((newest, { record }) => {
    const ms = toMs(record.stamp);
    return newest !== undefined && newest > ms ? newest : ms;
  }, undefined);
