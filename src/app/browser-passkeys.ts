// Passkeys by WebAuthn with its PRF extension, at this page's own host name. The person is verified each time: a touch alone
// would open the desk to whoever holds the key.
import type { Bytes } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { PasskeyError, Passkeys } from "./passkeys.ts";

/** As browsers give it; not all of it is in the library's types. */
type Prf = { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } };
type Capable = { readonly getClientCapabilities?: () => Promise<Record<string, boolean>> };

const timeoutMs = 120_000;

/** A passkey belongs to a name; an address in digits has none. */
const hasName = (host: string): boolean => !/^[\d.]+$|:/.test(host);

const toBytes = (source: BufferSource | undefined): Bytes | undefined =>
  source === undefined
    ? undefined
    : source instanceof ArrayBuffer
      ? new Uint8Array(source)
      : new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength).slice();

const secretOf = (credential: PublicKeyCredential): Bytes | undefined => {
  const { prf } = credential.getClientExtensionResults() as { readonly prf?: Prf };
  return toBytes(prf?.results?.first);
};

const attemptWebAuthn = async (
  work: () => Promise<Credential | null>,
): Promise<Result<PublicKeyCredential, PasskeyError>> => {
  try {
    const credential = await work();
    return credential instanceof PublicKeyCredential
      ? ok(credential)
      : failed({ type: "passkey-failed" });
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown;
    return failed({
      type: thrown.name === "NotAllowedError" ? "passkey-refused" : "passkey-failed",
    });
  }
};

export const createBrowserPasskeys = (random: (length: number) => Bytes): Passkeys => {
  const challenge = () => random(32);
  const rpId = location.hostname;
  const prf = (salt: Bytes) => ({ prf: { eval: { first: salt } } }) as object;

  const ask: Passkeys["ask"] = async (credential, salt) => {
    const got = await attemptWebAuthn(() =>
      navigator.credentials.get({
        publicKey: {
          ...{ challenge: challenge(), rpId, userVerification: "required", timeout: timeoutMs },
          allowCredentials: [{ type: "public-key", id: credential }],
          extensions: prf(salt),
        },
      }),
    );
    if (!got.ok) return got;
    const secret = secretOf(got.value);
    return secret ? ok(secret) : failed({ type: "passkey-no-secret" });
  };

  return {
    ask,
    areOffered: async () => {
      if (typeof PublicKeyCredential !== "function" || !hasName(rpId)) return false;
      const { getClientCapabilities } = PublicKeyCredential as Capable;
      // Who cannot say that it gives secrets is not asked to make a passkey that might give none.
      const can = await getClientCapabilities?.call(PublicKeyCredential);
      return can?.["extension:prf"] === true;
    },
    create: async (salt, label) => {
      const made = await attemptWebAuthn(() =>
        navigator.credentials.create({
          publicKey: {
            ...{ challenge: challenge(), timeout: timeoutMs, attestation: "none" },
            rp: { id: rpId, name: "Kuuluu" },
            // The same for one desk: a second passkey for it on one authenticator takes the place of the first.
            user: { id: salt, name: label, displayName: label },
            pubKeyCredParams: [
              { type: "public-key", alg: -7 },
              { type: "public-key", alg: -257 },
            ],
            authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
            extensions: prf(salt),
          },
        }),
      );
      if (!made.ok) return made;
      const credential = new Uint8Array(made.value.rawId);
      const atOnce = secretOf(made.value);
      if (atOnce) return ok({ credential, secret: atOnce });
      // Many tell their secret only when asked, a second time, for the passkey just made.
      const asked = await ask(credential, salt);
      return asked.ok ? ok({ credential, secret: asked.value }) : asked;
    },
  };
};
