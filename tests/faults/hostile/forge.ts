// Makes envelopes that a thief, a courier or a member of the circle could make: wrong at one chosen depth, right above it.
import { constants, deflateRawSync, gzipSync } from "node:zlib";
import type { OpenBox } from "../../../src/app/open-box.ts";
import { type Bytes, concatBytes, toBase64, toHex, toUtf8 } from "../../../src/base/bytes.ts";
import { createBundleCrypto } from "../../../src/crypto/bundle-crypto.ts";
import { cutBundle } from "../../../src/sync/bundle.ts";
import type { Signer } from "../../../src/sync/ports.ts";
import { note } from "../../fixtures/records.ts";

export const bundleCrypto = createBundleCrypto();
const newline = toUtf8("\n");

export type Forge = Awaited<ReturnType<typeof createForge>>;

/** The circle is that of an open session box; whatever is sealed here is sealed to the session and to the desk. */
export const createForge = async (session: OpenBox, desk: OpenBox) => {
  const recipients = [session.keys.recipient, desk.keys.recipient];
  const noteOf = (text: string, at = 1) => note({ at, box: session.box, text });
  const good = await cutBundle(
    {
      ...{ box: session.box, signer: session.signer, recipients, app: "0.1.0" },
      ...{ records: [noteOf("Sanottua")], enrolKey: session.keys.enrol, seq: 1, previous: null },
    },
    bundleCrypto,
  );
  if (!good.ok) throw new Error(good.error.type);
  const { header, bytes } = good.value;

  const sealRaw = (inside: Bytes) => bundleCrypto.seal(inside, recipients);
  const zip = (clear: Uint8Array): Bytes => new Uint8Array(gzipSync(clear));
  const sealClear = (clear: Uint8Array) => sealRaw(zip(clear));

  /** Any header line at all, signed by this device or another, before any payload. */
  const sealLine = async (
    line: Bytes,
    payload: Bytes,
    signer: Pick<Signer, "sign"> = session.signer,
  ) =>
    sealClear(
      concatBytes(line, newline, toUtf8(toBase64(await signer.sign(line))), newline, payload),
    );
  const sealHeader = async (
    change: object,
    payload: Bytes = payloadOf([noteOf("Sanottua").record]),
  ) => {
    const payloadSha256 = toHex(await bundleCrypto.digest(payload));
    const counts = { payloadSha256, payloadBytes: payload.length };
    return sealLine(toUtf8(JSON.stringify({ ...header, ...counts, ...change })), payload);
  };

  /** A payload that is counted, digested and signed rightly, whatever it says. */
  const sealPayload = (payload: Bytes, records = 1) => sealHeader({ records }, payload);
  const sealRecords = (records: readonly unknown[]) =>
    sealPayload(payloadOf(records), records.length);
  /** One note with some fields changed; undefined leaves a field out. */
  const sealNote = (change: object) => sealRecords([{ ...noteOf("Sanottua").record, ...change }]);

  return {
    ...{ session, desk, header, bytes, recipients, noteOf, zip },
    ...{ sealRaw, sealClear, sealLine, sealHeader, sealPayload, sealRecords, sealNote },
  };
};

export const payloadOf = (records: readonly unknown[]): Bytes =>
  toUtf8(JSON.stringify({ records }));

/** gzip that inflates to so many megabytes of zeros, made without ever holding them: one block, again and again. */
export const bomb = (megabytes: number): Bytes => {
  const block = deflateRawSync(new Uint8Array(2 ** 20), { finishFlush: constants.Z_FULL_FLUSH });
  const head = gzipSync(new Uint8Array()).subarray(0, 10);
  const lastBlock = Uint8Array.of(3, 0);
  return concatBytes(
    head,
    ...Array<Uint8Array>(megabytes).fill(block),
    lastBlock,
    new Uint8Array(8),
  );
};

/** An age file taken apart: the lines of its header, and what is sealed behind them. */
export const splitAge = (
  bytes: Bytes,
): { readonly head: readonly string[]; readonly body: Bytes } => {
  const text = Buffer.from(bytes).toString("latin1");
  const end = text.indexOf("\n", text.indexOf("\n--- ") + 1) + 1;
  return { head: text.slice(0, end).trimEnd().split("\n"), body: bytes.slice(end) };
};
export const joinAge = (head: readonly string[], body: Uint8Array): Bytes =>
  concatBytes(new Uint8Array(Buffer.from(`${head.join("\n")}\n`, "latin1")), body);
