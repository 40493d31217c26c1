// The release of a session that no tablet wrote: made by the desk, marked as entered, in place of an earlier entry alone.
// One that a tablet handed over is never replaced unseen: it becomes its rival, and a coordinator chooses.
import { failed, ok, type Result } from "../../../base/result.ts";
import { nameByDigest } from "../../../domain/codebook.ts";
import { foldCards, foldReleases, foldRounds, type SessionReleases } from "../../../domain/desk.ts";
import type { Release } from "../../../domain/desk-records.ts";
import type { Named } from "../../../domain/record.ts";
import type { BoxId } from "../../../domain/schema.ts";
import type { OpenBox } from "../../open-box.ts";
import type { Environment } from "../../ports.ts";
import type { WriteError } from "../../record-writer.ts";
import { type EnteredLine, toReleasedNotes } from "./entered-lines.ts";

export type EnteredHead = {
  /** ISO day; absent where nobody wrote it down. */
  readonly heldOn?: string;
  /** How many residents were present; the thresholds of what is published rest on it. */
  readonly people: number;
  readonly noticeRead: boolean;
  /** The facilitator has gone through these very notes. */
  readonly reviewed: boolean;
};

export type EnterError = WriteError | { readonly type: "card-unknown" };

/** The newest entry of the session that stands, to be mended or replaced. */
export const findEntry = (
  records: readonly Named[],
  session: string,
): { readonly entry: Named<Release> | undefined; readonly others: number } => {
  const heads = headsOf(foldReleases(records), session);
  const entries = heads.filter(({ record }) => record.entered === true);
  return { entry: entries.at(-1), others: heads.length - entries.length };
};

const headsOf = (releases: readonly SessionReleases[], session: string) =>
  releases.find((each) => each.session === session)?.heads ?? [];

/** Writes the release. Resolves to how many notes it holds. */
export const enterSession = async (
  deps: { readonly env: Pick<Environment, "digest"> },
  desk: Pick<OpenBox, "records" | "writer">,
  session: BoxId,
  head: EnteredHead,
  lines: readonly EnteredLine[],
): Promise<Result<number, EnterError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const card = foldCards(known.value).find((each) => each.session === session)?.fields;
  const round = foldRounds(known.value).find(({ roundId }) => roundId === card?.roundId)?.fields;
  if (!card || !round) return failed({ type: "card-unknown" });
  const notes = await toReleasedNotes(lines, deps.env.digest);
  const entries = headsOf(foldReleases(known.value), session).filter(
    ({ record }) => record.entered === true,
  );
  const count = (holds: (note: EnteredLine) => boolean) => notes.filter(holds).length;
  const written = await desk.writer.write([
    {
      kind: "release/1",
      parents: entries.map(({ id }) => id),
      session,
      roundId: card.roundId,
      codebook: await nameByDigest(round.codebook, deps.env.digest),
      guideDigest: await nameByDigest(round.guide, deps.env.digest),
      title: card.title,
      groups: card.groups,
      languages: card.languages,
      ...(card.place === undefined ? {} : { place: card.place }),
      ...(head.heldOn === undefined ? {} : { heldOn: head.heldOn }),
      people: [head.people],
      noticeRead: head.noticeRead,
      reviewed: head.reviewed,
      entered: true,
      counts: {
        ...{ written: notes.length, released: notes.length, struck: 0, heldBack: 0, returned: 0 },
        ...{ changedInReview: 0, approvedOneByOne: 0, rivals: 0 },
        untagged: count(({ dimensions }) => dimensions.length === 0),
        untranslated: count(
          ({ lang, translation }) =>
            !round.languages.includes(lang) &&
            !(translation && round.languages.includes(translation.lang)),
        ),
        approvedTogether: head.reviewed ? notes.length : 0,
      },
      notes,
    },
  ]);
  return written.ok ? ok(notes.length) : written;
};
