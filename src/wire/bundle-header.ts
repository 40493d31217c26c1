// The header of bundle format 1: the first line inside an envelope, and the bytes that are signed.
import { BoxHex, Hex32, z } from "./schema.ts";

/** Largest envelope that any door takes in. */
export const maxEnvelopeBytes = 2 * 1024 * 1024;
/** Largest inflated bundle. */
export const maxBundleBytes = 16 * 1024 * 1024;
export const maxHeaderBytes = 4 * 1024;

export const BundleHeader = z.readonly(
  z.strictObject({
    format: z.literal("kuuluu-bundle"),
    version: z.literal(1),
    box: BoxHex,
    /** First 16 bytes of SHA-256 of the Ed25519 public key. */
    device: BoxHex,
    /** Ed25519 public key, 32 bytes, base64url. */
    publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    /** HMAC-SHA-256 under the box's enrol key over `kuuluu/1/device` ‖ box ‖ public key; for a release, the session box's key and id. */
    proof: Hex32,
    /** From 1, per device and box. */
    seq: z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER)),
    /** Digest of this device's envelope before this one in this box. */
    previous: z.nullable(Hex32),
    payloadSha256: Hex32,
    payloadBytes: z.int().check(z.minimum(2), z.maximum(maxBundleBytes)),
    records: z.int().check(z.minimum(1), z.maximum(100_000)),
    /** Fingerprints: first 8 characters of Crockford base32 of SHA-256 of the `age1…` text. */
    recipients: z.readonly(
      z
        .array(z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)))
        .check(z.minLength(1), z.maxLength(8)),
    ),
    app: z.string().check(z.maxLength(40)),
    /** Only in a release's header: the session it comes from. */
    sessionBox: z.optional(BoxHex),
  }),
);
export type BundleHeader = z.infer<typeof BundleHeader>;

/** The version alone, read first, so that a later format is told apart from a damaged one. */
export const AnyHeader = z.looseObject({ format: z.literal("kuuluu-bundle"), version: z.int() });

/** The payload's outer shape; each record passes the strict gate of the domain after this. */
export const BundlePayload = z.strictObject({
  records: z.array(z.unknown()).check(z.minLength(1), z.maxLength(100_000)),
});
