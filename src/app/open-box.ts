// A box that is open on this device: its keys in memory, its stores under its row key, its own signature.

import type { Bytes } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";
import { attempt, failed, ok } from "../base/result.ts";
import { type ParseRecord, parseTableRecord } from "../domain/record.ts";
import type { BoxId } from "../domain/schema.ts";
import type { DeviceStore, StoredBox, StoreError } from "../storage/ports.ts";
import type { Signer } from "../sync/ports.ts";
import { type BoxFacts, parseFacts, toFactBytes } from "./box-facts.ts";
import type { BoxKeys, BoxStores, Environment, Keys, OpenStores } from "./ports.ts";
import { createRecordWriter, type RecordWriter } from "./record-writer.ts";

export interface OpenBox extends Pick<BoxStores, "records" | "envelopes" | "drafts"> {
  readonly box: BoxId;
  readonly kind: "session" | "desk";
  readonly keys: BoxKeys;
  readonly signer: Signer;
  readonly writer: RecordWriter;
  readonly facts: () => BoxFacts;
  readonly updateFacts: (change: Partial<BoxFacts>) => Promise<Result<void, StoreError>>;
}

export type OpenBoxDeps = {
  readonly env: Environment;
  readonly keys: Keys;
  readonly device: DeviceStore;
  readonly openStores: OpenStores;
};

/** A part of the app that is fetched when it is needed could not be had. */
export type PartMissing = { readonly type: "part-missing" };

/** The gate for what is written in a box: a scribe's device never needs the kinds that a desk keeps. */
const openGate = async (kind: OpenBox["kind"]): Promise<Result<ParseRecord, PartMissing>> =>
  kind === "session"
    ? ok(parseTableRecord)
    : attempt(
        async () => (await import("../domain/gate.ts")).parseRecord,
        (): PartMissing => ({ type: "part-missing" }),
      );

/** Opens a box of this device by its row key, however that was come by. */
export const openStoredBox = async (
  deps: OpenBoxDeps,
  stored: StoredBox,
  rowKey: Bytes,
): Promise<Result<OpenBox, StoreError | PartMissing>> => {
  const stores = deps.openStores(stored.box, rowKey);
  const factBytes = await stores.openRow("note-of-box", stored.note);
  if (!factBytes.ok) return factBytes;
  const secret = await stores.openRow("signing-key", stored.signingKey);
  if (!secret.ok) return secret;
  const first = parseFacts(factBytes.value);
  if (!first) return failed({ type: "row-unreadable" });

  let facts: BoxFacts = first;
  const keys = await deps.keys.deriveBoxKeys(facts.root);
  const signer = await deps.keys.openSigner(secret.value, stored.publicKey);
  const known = await stores.records.readAll();
  if (!known.ok) return known;
  const parse = await openGate(stored.kind);
  if (!parse.ok) return parse;
  const writer = createRecordWriter({
    box: stored.box,
    device: signer.device,
    role: facts.role,
    parse: parse.value,
    records: stores.records,
    env: deps.env,
  });
  writer.observe(known.value.map(({ record }) => record.stamp));

  return ok({
    box: stored.box,
    kind: stored.kind,
    keys,
    signer,
    writer,
    records: stores.records,
    envelopes: stores.envelopes,
    drafts: stores.drafts,
    facts: () => facts,
    updateFacts: async (change) => {
      const next = { ...facts, ...change };
      const current = await deps.device.readBox(stored.box);
      if (!current.ok) return current;
      const note = await stores.sealRow("note-of-box", toFactBytes(next));
      const put = await deps.device.putBox({ ...(current.value ?? stored), note });
      if (put.ok) facts = next;
      return put;
    },
  });
};
