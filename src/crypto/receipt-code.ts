// The receipt as twelve characters, for the telephone: whoever holds the session's card can check that the desk holds this
// very release, and nobody without it can make one up. It opens nothing, so it may be read aloud.
import { type Bytes, concatBytes, toUtf8 } from "../base/bytes.ts";
import { codeLength } from "../base/code.ts";
import { checkCharacter, toCrockford } from "../base/crockford.ts";

const bodyLength = codeLength.receipt - 1;

/**
 * 55 bits of HMAC-SHA-256 under the session's `enrol` key over `kuuluu/1/receipt` ‖ the digest of the release's envelope,
 * and a check character. Without hyphens: `toGroups` prints it, `parseCode("receipt", …)` reads it back.
 */
export const makeReceiptCode = async (enrolKey: Bytes, envelopeDigest: Bytes): Promise<string> => {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", enrolKey, algorithm, false, ["sign"]);
  const message = concatBytes(toUtf8("kuuluu/1/receipt"), envelopeDigest);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, message));
  const body = toCrockford(mac).slice(0, bodyLength);
  return body + checkCharacter(body);
};
