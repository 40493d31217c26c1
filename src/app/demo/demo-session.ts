// One practice session as a tablet would hold it: notes under its card, looked at, then a release sealed to the desk.
import { parseBase64Url } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards } from "../../domain/desk.ts";
import { type Named, parseTableRecord } from "../../domain/record.ts";
import { makeRelease } from "../../domain/release.ts";
import type { BoxId } from "../../domain/schema.ts";
import { cutBundle } from "../../sync/bundle.ts";
import { toStored } from "../../sync/cut.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import {
  createEntityId,
  createRecordWriter,
  type RecordDraft,
  type RecordWriter,
} from "../record-writer.ts";
import type { DemoSession } from "./demo-notes.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "crypto">;

const approve = ({ id, record }: Named): readonly RecordDraft[] =>
  record.kind === "note/1"
    ? [{ kind: "review/1", parents: [], noteId: record.noteId, revision: id, verdict: "approved" }]
    : [];

/** What a tablet would do: notes under the session's card, then a release sealed to the desk. */
export const holdSession = async (
  deps: Deps,
  desk: OpenBox,
  session: BoxId,
  { notes, people, reviewed, groupConsent }: DemoSession,
): Promise<Result<void, { readonly type: string }>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const card = foldCards(known.value).find((each) => each.session === session);
  const root = card && parseBase64Url(card.fields.rootKey);
  if (!root) return failed({ type: "card-unknown" });
  const keys = await deps.keys.deriveBoxKeys(root);
  const signing = await deps.keys.createSigningKey();
  const signer = await deps.keys.openSigner(signing.secret, signing.publicKey);
  const writerAs = (role: "scribe" | "facilitator"): RecordWriter =>
    createRecordWriter({
      ...{ box: session, device: signer.device, role, parse: parseTableRecord, env: deps.env },
      records: { append: async (records) => ok(records.length) },
    });
  const writer = writerAs("scribe");
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
  const looked = await writerAs("facilitator").prepare([
    ...(reviewed ? written.value.flatMap(approve) : []),
    ...(groupConsent ? [{ kind: "summary/1" as const, parents: [], groupConsent }] : []),
  ]);
  if (!looked.ok) return looked;
  const records: readonly Named[] = [plan, ...written.value, ...looked.value];
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
