// The row key under what a passkey gives for one desk (WebAuthn PRF). The authenticator's secret never leaves it: it answers
// a keyed digest of the salt, which is the desk's own and no secret.
import { type Bytes, toUtf8 } from "../base/bytes.ts";
import { failed, type Result } from "../base/result.ts";
import { type SlotUnreadable, unwrapByKey, wrapByKey } from "./slots.ts";

const secretLength = 32;

/** What the authenticator is asked about: fixed per desk, so that the same passkey opens it on any device that has both. */
export const passkeySalt = async (box: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", toUtf8(`kuuluu/1/passkey-salt ${box}`)));

const stretch = async (secret: Bytes): Promise<Bytes> => {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const hkdf = {
    ...{ name: "HKDF", hash: "SHA-256", salt: new Uint8Array() },
    info: toUtf8("kuuluu/1/passkey"),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf, key, 256));
};

export const wrapByPasskey = async (box: string, secret: Bytes, rowKey: Bytes): Promise<Bytes> =>
  wrapByKey("passkey", box, await stretch(secret), rowKey);

export const unwrapByPasskey = async (
  box: string,
  secret: Bytes,
  wrapped: Bytes,
): Promise<Result<Bytes, SlotUnreadable>> =>
  secret.length === secretLength
    ? unwrapByKey("passkey", box, await stretch(secret), wrapped)
    : failed({ type: "slot-unreadable" });
