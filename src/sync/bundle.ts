// Cuts records into one envelope: signed as this device, sealed to the box. Sealing is random, so the bytes are made
// once, stored, and never made again: every route and every retry carries the same ones.
import {
  type Bytes,
  concatBytes,
  parseHex,
  toBase64,
  toBase64Url,
  toHex,
  toUtf8,
} from "../base/bytes.ts";
import { toCrockford } from "../base/crockford.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { Named } from "../domain/record.ts";
import {
  type BundleHeader,
  maxBundleBytes,
  maxEnvelopeBytes,
  maxHeaderBytes,
} from "../wire/bundle-header.ts";
import type { BundleCrypto, Signer } from "./ports.ts";

export type CutRequest = {
  /** Where the envelope is bound for. */
  readonly box: string;
  /** Only for a release: the session it comes from, whose enrol key and id make the proof. */
  readonly sessionBox?: string;
  readonly records: readonly Named[];
  readonly signer: Signer;
  /** The enrol key of `sessionBox` for a release, else of `box`. */
  readonly enrolKey: Bytes;
  /** `age1…` texts. */
  readonly recipients: readonly string[];
  /** From 1, per device and box. */
  readonly seq: number;
  readonly previous: string | null;
  /** Version of the app. */
  readonly app: string;
};

export type Bundle = {
  readonly digest: string;
  readonly bytes: Bytes;
  readonly header: BundleHeader;
};

/** The caller splits the records and tries again. */
export type BundleTooLarge = { readonly type: "bundle-too-large"; readonly records: number };

const newline = Uint8Array.of(0x0a);

/** Refuses what any door would refuse: more than 2 MiB sealed or 16 MiB inflated. Needs at least one record. */
export const cutBundle = async (
  request: CutRequest,
  bundleCrypto: BundleCrypto,
): Promise<Result<Bundle, BundleTooLarge>> => {
  const tooLarge = failed({ type: "bundle-too-large", records: request.records.length } as const);
  const payload = toUtf8(JSON.stringify({ records: request.records.map(({ record }) => record) }));
  if (payload.length > maxBundleBytes - maxHeaderBytes - 100) return tooLarge;

  const header = await toHeader(request, payload, bundleCrypto);
  const headerBytes = toUtf8(JSON.stringify(header));
  const signature = toUtf8(toBase64(await request.signer.sign(headerBytes)));
  const clear = concatBytes(headerBytes, newline, signature, newline, payload);
  const bytes = await bundleCrypto.seal(await bundleCrypto.gzip(clear), request.recipients);
  if (bytes.length > maxEnvelopeBytes) return tooLarge;
  return ok({ digest: toHex(await bundleCrypto.digest(bytes)), bytes, header });
};

/** What the enrol key authenticates: that this device's key belongs to the circle of the box. */
export const proofMessage = (box: string, publicKey: Bytes): Bytes => {
  const boxBytes = parseHex(box);
  if (!boxBytes) throw new Error("a box id is hex");
  return concatBytes(toUtf8("kuuluu/1/device"), boxBytes, publicKey);
};

/** How a header names a recipient. */
export const fingerprintWith = async (
  recipient: string,
  digest: BundleCrypto["digest"],
): Promise<string> => toCrockford(await digest(toUtf8(recipient))).slice(0, 8);

const toHeader = async (
  { box, sessionBox, records, signer, enrolKey, recipients, seq, previous, app }: CutRequest,
  payload: Bytes,
  { digest, hmac }: BundleCrypto,
): Promise<BundleHeader> => ({
  format: "kuuluu-bundle",
  version: 1,
  box,
  device: signer.device,
  publicKey: toBase64Url(signer.publicKey),
  proof: toHex(await hmac(enrolKey, proofMessage(sessionBox ?? box, signer.publicKey))),
  seq,
  previous,
  payloadSha256: toHex(await digest(payload)),
  payloadBytes: payload.length,
  records: records.length,
  recipients: await Promise.all(recipients.map((text) => fingerprintWith(text, digest))),
  app,
  ...(sessionBox !== undefined && { sessionBox }),
});
