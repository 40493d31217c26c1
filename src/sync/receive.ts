// Opens an envelope that anyone may have made. The order of the checks is the protection: nothing is inflated before
// it is known to be ours, nothing is parsed before it is known to be from the circle, and nothing is imported in part.
import { type Bytes, equalBytes, parseBase64, parseHex, parseUtf8, toHex } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { Named } from "../domain/record.ts";
import type { BundleHeader } from "../wire/bundle-header.ts";
import { maxBundleBytes, maxEnvelopeBytes, maxHeaderBytes } from "../wire/bundle-header.ts";
import { fingerprintWith, proofMessage } from "./bundle.ts";
import { type ParsedHeader, parseHeader } from "./parse-header.ts";
import { type PayloadError, parsePayload } from "./parse-payload.ts";
import type { BundleCrypto } from "./ports.ts";

export type ReceiveError =
  | { readonly type: "too-large" }
  /** Sealed to someone else, damaged or cut short: these cannot be told apart. */
  | { readonly type: "not-for-us" }
  | { readonly type: "inflated-too-large" }
  | { readonly type: "header-invalid" }
  /** Made by a later version of the app. */
  | { readonly type: "newer-version"; readonly version: number }
  /** No card of ours goes with this box. */
  | { readonly type: "card-unknown"; readonly box: string }
  | { readonly type: "proof-invalid" }
  | { readonly type: "signature-invalid" }
  | { readonly type: "card-void"; readonly box: string }
  | PayloadError;

/** `replaced` still opens: what was written before the new card must arrive. `void` does not. */
export type CardState = { readonly enrol: Bytes; readonly state: "live" | "replaced" | "void" };

export type ReceiveDeps = {
  readonly bundleCrypto: BundleCrypto;
  /** `AGE-SECRET-KEY-1…` texts, any of which may open it. */
  readonly identities: readonly string[];
  /** Our own `age1…` texts. When given, the header must name one: a bundle sealed anew by somebody else does not. */
  readonly recipients?: readonly string[];
  /** The enrol key that vouches for a device: of `sessionBox` for a release, else of `box`. */
  readonly cardFor: (
    box: string,
    sessionBox: string | undefined,
  ) => CardState | undefined | Promise<CardState | undefined>;
};

export type Opened = {
  readonly digest: string;
  readonly header: BundleHeader;
  readonly records: readonly Named[];
};

/** All records of the envelope, or why there are none. Never throws, whatever the bytes. */
export const openEnvelope = async (
  bytes: Bytes,
  deps: ReceiveDeps,
): Promise<Result<Opened, ReceiveError>> => {
  const { bundleCrypto } = deps;
  if (bytes.length > maxEnvelopeBytes) return failed({ type: "too-large" });
  const zipped = await bundleCrypto.open(bytes, deps.identities);
  if (!zipped) return failed({ type: "not-for-us" });
  if (zipped[0] !== 0x1f || zipped[1] !== 0x8b) return failed({ type: "header-invalid" });
  const clear = await bundleCrypto.gunzip(zipped, maxBundleBytes);
  if (!clear) return failed({ type: "inflated-too-large" });

  const parts = split(clear);
  if (!parts) return failed({ type: "header-invalid" });
  const parsed = parseHeader(parts.header);
  if (!parsed.ok) return parsed;
  const { header } = parsed.value;
  const fromCircle = await checkMaker(parsed.value, parts, deps);
  if (!fromCircle.ok) return fromCircle;

  const records = await checkPayload(header, parts.payload, bundleCrypto);
  if (!records.ok) return records;
  const digest = toHex(await bundleCrypto.digest(bytes));
  return ok({ digest, header, records: records.value });
};

type Parts = { readonly header: Bytes; readonly signature: Bytes; readonly payload: Bytes };

// Header line, signature line, payload. A signature is 64 bytes: 88 characters of base64.
const split = (clear: Bytes): Parts | undefined => {
  const headerEnd = clear.subarray(0, maxHeaderBytes + 1).indexOf(0x0a);
  if (headerEnd < 0) return undefined;
  const signatureEnd = headerEnd + 89;
  if (clear[signatureEnd] !== 0x0a) return undefined;
  const signature = parseBase64(parseUtf8(clear.subarray(headerEnd + 1, signatureEnd)) ?? "?");
  if (signature?.length !== 64) return undefined;
  return {
    header: clear.slice(0, headerEnd),
    signature,
    payload: clear.slice(signatureEnd + 1),
  };
};

const checkMaker = async (
  { header, publicKey }: ParsedHeader,
  { header: headerBytes, signature }: Parts,
  { bundleCrypto, recipients, cardFor }: ReceiveDeps,
): Promise<Result<void, ReceiveError>> => {
  const { box, sessionBox } = header;
  const own = await Promise.all(
    (recipients ?? []).map((text) => fingerprintWith(text, bundleCrypto.digest)),
  );
  if (recipients && !own.some((fingerprint) => header.recipients.includes(fingerprint))) {
    return failed({ type: "not-for-us" });
  }
  const device = toHex((await bundleCrypto.digest(publicKey)).slice(0, 16));
  if (device !== header.device) return failed({ type: "header-invalid" });

  const card = await cardFor(box, sessionBox);
  if (!card) return failed({ type: "card-unknown", box: sessionBox ?? box });
  const proof = await bundleCrypto.hmac(card.enrol, proofMessage(sessionBox ?? box, publicKey));
  if (!equalBytes(proof, parseHex(header.proof) ?? new Uint8Array())) {
    return failed({ type: "proof-invalid" });
  }
  if (!(await bundleCrypto.verify(publicKey, signature, headerBytes))) {
    return failed({ type: "signature-invalid" });
  }
  return card.state === "void"
    ? failed({ type: "card-void", box: sessionBox ?? box })
    : ok(undefined);
};

const checkPayload = async (
  header: BundleHeader,
  payload: Bytes,
  { digest }: BundleCrypto,
): Promise<Result<readonly Named[], ReceiveError>> => {
  if (payload.length !== header.payloadBytes) return failed({ type: "payload-mismatch" });
  if (toHex(await digest(payload)) !== header.payloadSha256) {
    return failed({ type: "payload-mismatch" });
  }
  return parsePayload(header, payload, digest);
};
