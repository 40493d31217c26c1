// A rescue that is kept: first that it was opened and why, then the raw records in an envelope of the session's own box,
// then a release marked as rescued. Signed by the desk, since nobody at the table could; doing it again adds nothing.

import { failed, ok, type Result } from "../../base/result.ts";
import { foldReleases } from "../../domain/desk.ts";
import type { Release } from "../../domain/desk-records.ts";
import type { Named, RecordError } from "../../domain/record.ts";
import { makeRelease, type ReleaseError } from "../../domain/release.ts";
import { readable } from "../../domain/review-queue.ts";
import type { BoxId } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { BundleTooLarge } from "../../sync/bundle.ts";
import { cutParts } from "../../sync/cut.ts";
import type { RescueFile } from "../../sync/rescue-file.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { RecordDraft } from "../record-writer.ts";
import { isOfDesk } from "./raw-records.ts";
import { toUnfinishedNote, toUnfinishedSummary } from "./rescue-drafts.ts";
import type { OpenedRescue } from "./rescue-open.ts";
import { toCircle } from "./session-circle.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "delivery">;
export type RescueError = StoreError | RecordError | BundleTooLarge | ReleaseError;
export type RescueReport = {
  readonly title: string | undefined;
  /** Notes in the release that was made or stood already; none where nothing was written at the table. */
  readonly notes: number;
  readonly drafts: number;
  readonly damaged: readonly string[];
  /** The desk had all of it already. */
  readonly wasKnown: boolean;
};

export const keepRescue = (
  deps: Deps,
  desk: OpenBox,
  file: Pick<RescueFile, "box">,
  opened: OpenedRescue,
  reason: string,
): Promise<Result<RescueReport, RescueError>> =>
  deps.delivery.exclusively(desk.box, async () => {
    const now = new Date(deps.env.now()).toISOString();
    const noted = await desk.writer.write([
      {
        ...{ kind: "rescue/1", parents: [], session: file.box, reason, openedAt: now },
        rows: opened.records.length,
        drafts: opened.drafts.length,
        damaged: opened.damaged.length,
      },
    ]);
    if (!noted.ok) return noted;
    const typed = await prepareDrafts(deps, desk, file.box, opened, now);
    if (!typed.ok) return typed;
    const raw = [...opened.records, ...typed.value];
    const place = await toCircle(deps, desk, opened.root);
    const missing = await withoutHeld(desk, file.box, raw);
    if (!missing.ok) return missing;
    const cut = await cutParts(place, { box: file.box }, missing.value, isOfDesk(desk.box));
    if (!cut.ok) return cut;
    const released = await releaseRescued(desk, file.box, raw, place);
    if (!released.ok) return released;
    const { damaged } = opened;
    return ok({ ...released.value, drafts: typed.value.length, damaged });
  });

const prepareDrafts = async (
  deps: Deps,
  desk: OpenBox,
  session: BoxId,
  { drafts }: OpenedRescue,
  now: string,
): Promise<Result<readonly Named[], RecordError>> => {
  const written: RecordDraft[] = [];
  for (const draft of drafts) {
    const record =
      toUnfinishedSummary(session, draft) ??
      (await toUnfinishedNote(deps.env.digest, session, draft, now));
    if (record) written.push(record);
  }
  return desk.writer.prepare(written);
};

/** What lies in no envelope of the session at this desk. */
const withoutHeld = async (
  desk: OpenBox,
  session: BoxId,
  raw: readonly Named[],
): Promise<Result<readonly Named[], StoreError>> => {
  const envelopes = await desk.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const held = new Set(
    envelopes.value.flatMap(({ box, records }) => (box === session ? records : [])),
  );
  return ok(raw.filter(({ id }) => !held.has(id)));
};

const releaseRescued = async (
  desk: OpenBox,
  session: BoxId,
  raw: readonly Named[],
  place: Parameters<typeof cutParts>[0],
): Promise<Result<Pick<RescueReport, "title" | "notes" | "wasKnown">, RescueError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  // The plan is the desk's own word on the session, should the tablet never have had it.
  const plan = known.value.filter(({ record }) => record.box === session);
  const body = makeRelease([...plan, ...raw], session, readable, { isRescue: true });
  if (!body.ok) {
    if (body.error.type !== "release-empty") return body;
    return ok({ title: undefined, notes: 0, wasKnown: false });
  }
  const { title, notes } = body.value;
  const mine = foldReleases(known.value).find((each) => each.session === session);
  const said = new Set(notes.map(({ noteId, text }) => `${noteId} ${text}`));
  const covers = ({ record }: Named<Release>) =>
    record.notes.every(({ noteId, text }) => said.has(`${noteId} ${text}`));
  const covered = mine?.heads.filter(covers) ?? [];
  if (covered.some(({ record }) => record.notes.length === notes.length)) {
    return ok({ title, notes: notes.length, wasKnown: true });
  }
  // It takes the place of what it holds whole; another release of the session stays beside it as a rival.
  const parents = covered.map(({ id }) => id);
  const prepared = await desk.writer.prepare([{ kind: "release/1", parents, ...body.value }]);
  if (!prepared.ok) return prepared;
  const sealed = { ...place, recipients: [desk.keys.recipient] };
  const bound = { box: desk.box, sessionBox: session };
  const cut = await cutParts(sealed, bound, prepared.value, () => true);
  return cut.ok ? ok({ title, notes: notes.length, wasKnown: false }) : failed(cut.error);
};
