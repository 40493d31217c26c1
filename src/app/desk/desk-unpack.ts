// A desk's file back into an open desk. What the file's own list vouches for was accepted once, so a card that has been
// voided since does not keep it out. What is here already stays; taking the same file in again adds nothing.
import { type Bytes, parseBase64Url } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards } from "../../domain/desk.ts";
import type { Named } from "../../domain/record.ts";
import type { Digest } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import { toStored } from "../../sync/cut.ts";
import type { DeskFile, DeskManifest } from "../../sync/desk-file.ts";
import { openEnvelope, type ReceiveDeps } from "../../sync/receive.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { letGo } from "./forgetting.ts";
import { isOfDesk } from "./raw-records.ts";
import { listRemoved } from "./removals.ts";

type Deps = Pick<AppDeps, "keys" | "crypto">;
export type UnpackError = StoreError | { readonly type: "file-damaged" };
export type UnpackReport = {
  /** When the file was written, ISO 8601. */
  readonly madeAt: string;
  readonly added: number;
  readonly known: number;
  /** Listed, but cut short, changed or left out of the file. */
  readonly damaged: number;
  /** Records that the desk now rests on, and how many it rested on when the file was written. */
  readonly records: number;
  readonly recordsThen: number;
};

export const unpackDesk = async (
  deps: Deps,
  desk: OpenBox,
  file: DeskFile,
): Promise<Result<UnpackReport, UnpackError>> => {
  const { openManifest } = await import("../../sync/desk-file.ts");
  const manifest = await openManifest(file, desk.keys, deps.crypto);
  if (!manifest) return failed({ type: "file-damaged" });
  const listed = await desk.envelopes.list();
  if (!listed.ok) return listed;
  const before = await desk.records.readAll();
  if (!before.ok) return before;
  // What this desk has let go of since the file was written stays gone.
  const known = new Set<string>([
    ...listed.value.map(({ digest }) => digest),
    ...listRemoved(before.value, desk.box),
  ]);
  const taken = await takeAll(deps, desk, manifest, file, known);
  if (!taken.ok) return taken;
  const gone = await letGo(desk);
  if (!gone.ok) return gone;
  const aside = await putAside(desk, manifest, file, known);
  if (!aside.ok) return aside;
  const drafts = await putDrafts(desk, manifest);
  if (!drafts.ok) return drafts;
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  desk.writer.observe(records.value.map(({ record }) => record.stamp));
  return ok({
    ...{ madeAt: manifest.madeAt, recordsThen: manifest.records },
    added: taken.value.added,
    known: manifest.envelopes.filter(({ digest }) => known.has(digest)).length,
    damaged: taken.value.damaged + aside.value,
    records: records.value.length,
  });
};

/** The desk's own envelopes bring the cards that open the others, so what needs a card waits for a second round. */
const takeAll = async (
  deps: Deps,
  desk: OpenBox,
  manifest: DeskManifest,
  file: DeskFile,
  known: ReadonlySet<string>,
): Promise<Result<{ readonly added: number; readonly damaged: number }, StoreError>> => {
  let waiting = manifest.envelopes.flatMap(({ digest }) => (known.has(digest) ? [] : [digest]));
  let added = 0;
  let damaged = 0;
  for (const isLast of [false, true]) {
    const receive = await toReceive(deps, desk);
    if (!receive.ok) return receive;
    const later: Digest[] = [];
    for (const digest of waiting) {
      const bytes = file.contents.get(digest);
      const opened = bytes && (await openEnvelope(bytes, receive.value));
      if (!bytes || !opened?.ok) {
        if (opened && !opened.ok && opened.error.type === "card-unknown" && !isLast) {
          later.push(digest);
        } else damaged += 1;
        continue;
      }
      const stored = await addWhole(desk, digest, bytes, opened.value);
      if (!stored.ok) return stored;
      added += 1;
    }
    waiting = later;
  }
  return ok({ added, damaged });
};

const addWhole = (
  desk: OpenBox,
  digest: Digest,
  bytes: Bytes,
  {
    header,
    records,
  }: {
    readonly header: Parameters<typeof toStored>[0]["header"];
    readonly records: readonly Named[];
  },
) =>
  desk.envelopes.add(
    toStored({ digest, bytes, header }, records),
    records.filter(isOfDesk(desk.box)),
  );

const toReceive = async (
  { keys, crypto }: Deps,
  desk: OpenBox,
): Promise<Result<ReceiveDeps, StoreError>> => {
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const roots = new Map<string, Bytes>();
  for (const { session, fields } of foldCards(records.value)) {
    const root = parseBase64Url(fields.rootKey);
    if (root) roots.set(session, root);
  }
  return ok({
    bundleCrypto: crypto,
    identities: [desk.keys.identity],
    cardFor: async (box, sessionBox) => {
      if (box === desk.box && sessionBox === undefined) {
        return { enrol: desk.keys.enrol, state: "live" };
      }
      const root = roots.get(sessionBox ?? box);
      return root && { enrol: (await keys.deriveBoxKeys(root)).enrol, state: "live" };
    },
  });
};

const putAside = async (
  desk: OpenBox,
  { setAside }: DeskManifest,
  { contents }: DeskFile,
  known: ReadonlySet<string>,
): Promise<Result<number, StoreError>> => {
  let damaged = 0;
  for (const { digest, reason } of setAside) {
    const bytes = contents.get(digest);
    if (!bytes) damaged += 1;
    if (!bytes || known.has(digest)) continue;
    const kept = await desk.envelopes.quarantine(digest, bytes, reason);
    if (!kept.ok) return kept;
  }
  return ok(damaged);
};

const putDrafts = async (
  desk: OpenBox,
  { drafts }: DeskManifest,
): Promise<Result<void, StoreError>> => {
  for (const { key, draft } of drafts) {
    const here = await desk.drafts.read(key);
    if (!here.ok) return here;
    if (here.value !== undefined) continue; // What is being written here is newer.
    const written = await desk.drafts.write(key, draft);
    if (!written.ok) return written;
  }
  return ok(undefined);
};
