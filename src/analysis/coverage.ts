// What the notes of a round rest on, and what they do not show: the honest counts of its releases, added up.
import type { Release, ReleaseCounts } from "../domain/desk-records.ts";

export type Coverage = {
  readonly sessions: number;
  readonly counts: ReleaseCounts;
  readonly unreviewed: number;
  readonly rescued: number;
  /** Sessions whose release does not tell that the notice was read. */
  readonly withoutNotice: number;
  /** Sessions that have said no, or nothing, to being told as their group. */
  readonly withoutGroupConsent: number;
  /** Sessions with one head count, and the people in them: somebody in two sessions counts twice. */
  readonly counted: number;
  readonly people: number;
  /** Sessions whose head counts differ: they are in no sum. */
  readonly unclearPeople: number;
};

const noCounts: ReleaseCounts = {
  written: 0,
  released: 0,
  struck: 0,
  heldBack: 0,
  returned: 0,
  untagged: 0,
  untranslated: 0,
  changedInReview: 0,
  approvedOneByOne: 0,
  approvedTogether: 0,
  rivals: 0,
};

const addCounts = (a: ReleaseCounts, b: ReleaseCounts): ReleaseCounts => ({
  written: a.written + b.written,
  released: a.released + b.released,
  struck: a.struck + b.struck,
  heldBack: a.heldBack + b.heldBack,
  returned: a.returned + b.returned,
  untagged: a.untagged + b.untagged,
  untranslated: a.untranslated + b.untranslated,
  changedInReview: a.changedInReview + b.changedInReview,
  approvedOneByOne: a.approvedOneByOne + b.approvedOneByOne,
  approvedTogether: a.approvedTogether + b.approvedTogether,
  rivals: a.rivals + b.rivals,
});

export const coverRound = (releases: readonly Release[]): Coverage => {
  const count = (holds: (release: Release) => boolean) => releases.filter(holds).length;
  const clear = releases.flatMap(({ people }) => (people.length === 1 ? people : []));
  return {
    sessions: releases.length,
    counts: releases.reduce((sum, { counts }) => addCounts(sum, counts), noCounts),
    unreviewed: count(({ reviewed }) => !reviewed),
    rescued: count(({ rescued }) => rescued === true),
    withoutNotice: count(({ noticeRead }) => !noticeRead),
    withoutGroupConsent: count(({ groupConsent }) => groupConsent !== true),
    counted: clear.length,
    people: clear.reduce((sum, people) => sum + people, 0),
    unclearPeople: count(({ people }) => people.length > 1),
  };
};
