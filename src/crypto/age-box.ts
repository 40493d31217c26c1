// Sealing and opening by age. The library is 50 kB: it is fetched at the first use.
import type { Bytes } from "../base/bytes.ts";
import { attempt } from "../base/result.ts";

const maxStanzas = 16;
/** Sixteen stanzas of ours are 2 KiB. */
const maxHeadBytes = 8 * 1024;

/** Randomised: two calls give two different envelopes. */
export const sealAge = async (clear: Bytes, recipients: readonly string[]): Promise<Bytes> => {
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  for (let tries = 0; ; tries += 1) {
    const sealed = await attempt(
      () => encrypter.encrypt(clear),
      (thrown) => thrown,
    );
    if (sealed.ok) return new Uint8Array(sealed.value);
    // The key drawn for this sealing begins with a zero byte, which WebKitGTK refuses: the next will not.
    const isUnlucky = sealed.error instanceof DOMException && sealed.error.name === "DataError";
    if (!isUnlucky || tries === maxTries) throw sealed.error;
  }
};
const maxTries = 8;

/** Undefined for a wrong key, damage and truncation alike. */
export const openAge = async (
  sealed: Bytes,
  identities: readonly string[],
): Promise<Bytes | undefined> => {
  const { Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  // Outside the try: an identity that is none is our own mistake.
  for (const identity of identities) decrypter.addIdentity(identity);
  if (identities.length === 0 || !hasSmallHead(sealed)) return undefined;
  try {
    return new Uint8Array(await decrypter.decrypt(sealed));
  } catch {
    return undefined; // The one place where every failure is told alike, whatever it was.
  }
};

// Each stanza costs one multiplication per identity, each line a piece of text: thousands of them would hang a tablet.
const hasSmallHead = (sealed: Bytes): boolean => {
  let stanzas = 0;
  for (let at = 0; at + 3 < Math.min(sealed.length, maxHeadBytes); at += 1) {
    if (sealed[at] !== 0x0a) continue;
    const isStanza = sealed[at + 1] === 0x2d && sealed[at + 2] === 0x3e;
    const isEnd = sealed[at + 1] === 0x2d && sealed[at + 2] === 0x2d;
    if (isEnd) return true;
    if (isStanza) stanzas += 1;
    if (stanzas > maxStanzas) return false;
  }
  return false;
};
