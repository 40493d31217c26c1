// One session's summary as a document, before it is a page or a file: worded lines, each with its language. No speakers,
// no text of a note; what is not passed on is not counted among what was said.
import type { Codebook } from "../domain/codebook.ts";
import { foldNotes } from "../domain/notes.ts";
import type { Named } from "../domain/record.ts";
import { isReleased } from "../domain/release.ts";
import type { Language, Tag } from "../domain/schema.ts";
import { foldSummary, groupConsentOf, keepBoth, type SummaryFieldName } from "../domain/session.ts";

export type SummaryText = Exclude<SummaryFieldName, "groupConsent">;

export type DimensionCount = {
  readonly id: Tag;
  /** From 1, the place in the codebook. */
  readonly number: number;
  readonly notes: number;
  readonly strengths: number;
  readonly concerns: number;
  readonly proposals: number;
};

export type SessionSummary = {
  /** What was said under each heading; a heading without a word is left out. */
  readonly texts: { readonly [K in SummaryText]?: string | undefined };
  /** Undefined: not asked. */
  readonly groupConsent: boolean | undefined;
  /** A note counts once for each of its dimensions. */
  readonly dimensions: readonly DimensionCount[];
  readonly notes: number;
  readonly untagged: number;
};

/** Texts of devices that grew apart stand one under the other: paper leaves nothing out. */
export const toSessionSummary = (
  records: readonly Named[],
  { dimensions }: Pick<Codebook, "dimensions">,
): SessionSummary => {
  const folded = foldSummary(records);
  const { groupConsent, ...texts } = folded ? { ...folded.fields, ...keepBoth(folded) } : {};
  void groupConsent; // A no of any device stands, which the next line knows.
  const notes = foldNotes(records).filter((note) => isReleased(note, false));
  const count = (of: Tag, kind?: string) =>
    notes.filter(
      ({ fields }) =>
        fields.dimensions.includes(of) && (kind === undefined || fields.kinds.includes(kind)),
    ).length;
  return {
    texts,
    groupConsent: groupConsentOf(records),
    dimensions: dimensions.map(({ id }, at) => ({
      ...{ id, number: at + 1, notes: count(id), strengths: count(id, "strength") },
      ...{ concerns: count(id, "concern"), proposals: count(id, "proposal") },
    })),
    notes: notes.length,
    untagged: notes.filter(({ fields }) => fields.dimensions.length === 0).length,
  };
};

/** A line in words, with the language of those words. */
export type Worded = { readonly text: string; readonly lang: Language };

/** The same for the page and for the file. */
export type SummaryPaper = {
  /** The language of everything that is not given another. */
  readonly lang: Language;
  readonly isRtl: boolean;
  readonly title: string;
  readonly kicker: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly { readonly heading: string; readonly said: Worded }[];
  readonly counts: {
    readonly heading: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
    readonly foot: string;
  };
  readonly foot: readonly string[];
};
