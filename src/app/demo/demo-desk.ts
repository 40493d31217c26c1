// Fills an empty desk with the practice round, through the same steps as in earnest: cards, plans, sealed releases,
// intake, findings, measures. It lives in a database of its own, so nothing of it can mix with real work or reach a hub. Each step is left
// out where it was done before: a closed tab leaves a desk that the next opening completes.

import { parseBase64Url } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards, foldDesk, foldReleases, foldRounds } from "../../domain/desk.ts";
import { type Named, parseTableRecord } from "../../domain/record.ts";
import { makeRelease } from "../../domain/release.ts";
import type { BoxId, EntityId } from "../../domain/schema.ts";
import { cutBundle } from "../../sync/bundle.ts";
import { toStored } from "../../sync/cut.ts";
import type { AppDeps } from "../deps.ts";
import { createRound, planSession } from "../desk/desk-plan.ts";
import type { OpenBox } from "../open-box.ts";
import { createEntityId, createRecordWriter, type RecordWriter } from "../record-writer.ts";
import { fillDemoWork } from "./demo-measures.ts";
import { type DemoSession, makeDemoNotes } from "./demo-notes.ts";

export type DemoProgress = { readonly done: number; readonly total: number };
type DemoError = { readonly type: string };
type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "contents" | "workspace">;

const seed = 2026;
/** Protects nothing: what it opens is invented. */
export const demoPassphrase = "harjoitus harjoitus";

/** The names people see in the practice round, in the language of the interface. */
export type DemoWords = { readonly desk: string; readonly round: string; readonly unheld: string };

/** Makes a desk, a round, its sessions and their releases; the last session is planned and has not been held. */
export const makeDemoDesk = async (
  deps: Deps,
  words: DemoWords,
  progress: (progress: DemoProgress) => void,
): Promise<Result<OpenBox, DemoError>> => {
  const made = await deps.workspace.createDesk(demoPassphrase);
  return made.ok ? fillDemoDesk(deps, made.value.desk, words, progress) : made;
};

const languages = ["fi", "sv", "en"];

/** Adds to a practice desk what it lacks yet. */
export const fillDemoDesk = async (
  deps: Deps,
  desk: OpenBox,
  words: DemoWords,
  progress: (progress: DemoProgress) => void,
): Promise<Result<OpenBox, DemoError>> => {
  const proven = await desk.updateFacts({ recoveryProven: true });
  if (!proven.ok) return proven;
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const round = await ensureRound(deps, desk, known.value, words);
  if (!round.ok) return round;

  // In the order they were planned: the practice sessions, then the one that nobody has held.
  const cards = foldCards(known.value).filter(({ fields }) => fields.roundId === round.value);
  const released = new Set(foldReleases(known.value).map(({ session }) => session));
  const sessions = makeDemoNotes(seed);
  const total = sessions.length + 1;
  for (const [index, session] of sessions.entries()) {
    progress({ done: index, total });
    const there = cards[index]?.session;
    const planned = there ? ok(there) : await planSession(deps, desk, toPlan(session, round.value));
    if (!planned.ok) return planned;
    if (released.has(planned.value)) continue;
    const held = await holdSession(deps, desk, planned.value, session);
    if (!held.ok) return held;
  }
  if (cards.length < total) {
    const unheld = { roundId: round.value, title: words.unheld, groups: [], languages: ["fi"] };
    const last = await planSession(deps, desk, unheld);
    if (!last.ok) return last;
  }
  return fillDemoWork(deps, desk, round.value);
};

const ensureRound = async (
  deps: Deps,
  desk: OpenBox,
  known: readonly Named[],
  words: DemoWords,
): Promise<Result<EntityId, DemoError>> => {
  const [first] = foldRounds(known);
  if (first) return ok(first.roundId);
  if (!foldDesk(known)) {
    const named = await desk.writer.write([
      { kind: "desk/1", parents: [], operator: "ngo", name: words.desk, languages },
    ]);
    if (!named.ok) return named;
  }
  return createRound(deps, desk, {
    name: words.round,
    languages: [...languages, "ar", "so"],
    codebook: await deps.contents.currentCodebook(),
    guide: await deps.contents.currentGuide(),
    reviewRequired: false,
    allowResume: true,
  });
};

const toPlan = (
  { title, groups, languages, place, heldOn, people }: DemoSession,
  roundId: Parameters<typeof planSession>[2]["roundId"],
) => ({
  ...{ roundId, title, groups, languages, place },
  plannedFor: heldOn,
  peoplePlanned: people,
});

/** What a tablet would do: notes under the session's card, then a release sealed to the desk. */
const holdSession = async (
  deps: Deps,
  desk: OpenBox,
  session: BoxId,
  { notes, people }: DemoSession,
): Promise<Result<void, DemoError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const card = foldCards(known.value).find((each) => each.session === session);
  const root = card && parseBase64Url(card.fields.rootKey);
  if (!root) return failed({ type: "card-unknown" });
  const keys = await deps.keys.deriveBoxKeys(root);
  const signing = await deps.keys.createSigningKey();
  const signer = await deps.keys.openSigner(signing.secret, signing.publicKey);
  const writer: RecordWriter = createRecordWriter({
    box: session,
    device: signer.device,
    role: "scribe",
    parse: parseTableRecord,
    records: { append: async (records) => ok(records.length) },
    env: deps.env,
  });
  const plan = known.value.find(
    ({ record }) => record.kind === "session/1" && record.box === session,
  );
  if (plan?.record.kind !== "session/1") return failed({ type: "card-unknown" });
  const { box, author, stamp, salt, ...fields } = plan.record;
  void [box, author, stamp, salt]; // Named so that they are left out: the tablet writes its own.
  const noticeRead = {
    guide: fields.guideDigest,
    lang: fields.languages[0] ?? "fi",
    at: notes[0]?.begunAt ?? new Date(deps.env.now()).toISOString(),
  };
  const written = await writer.prepare([
    { ...fields, people, noticeRead, parents: [plan.id] },
    ...notes.map((note) => ({
      kind: "note/1" as const,
      parents: [],
      noteId: createEntityId(deps.env.random),
      ...note,
    })),
  ]);
  if (!written.ok) return written;
  const records: readonly Named[] = [plan, ...written.value];
  const body = makeRelease(records, session, ["fi", "sv", "en"]);
  if (!body.ok) return body;
  const release = await writer.prepare([
    { kind: "release/1", box: desk.box, parents: [], ...body.value },
  ]);
  if (!release.ok) return release;
  const bundle = await cutBundle(
    {
      box: desk.box,
      sessionBox: session,
      records: release.value,
      signer,
      enrolKey: keys.enrol,
      recipients: [desk.keys.recipient],
      seq: 1,
      previous: null,
      app: deps.env.appVersion,
    },
    deps.crypto,
  );
  if (!bundle.ok) return bundle;
  const added = await desk.envelopes.add(toStored(bundle.value, release.value), release.value);
  return added.ok ? ok(undefined) : added;
};
