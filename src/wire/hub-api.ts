// The hub contract: what travels between a device and the blind mailbox. Both sides parse with these schemas.
import { BoxHex, Hex32, Instant, z } from "./schema.ts";

export const rights = ["append", "read", "erase", "erase-own", "manage"] as const;
export const Right = z.enum(rights);
export type Right = z.infer<typeof Right>;

/** The hub keeps the SHA-256 of a token's characters, never the token. */
export const TokenGrant = z.readonly(
  z.strictObject({
    sha256: Hex32,
    rights: z.readonly(z.array(Right).check(z.minLength(1), z.maxLength(rights.length))),
  }),
);
export type TokenGrant = z.infer<typeof TokenGrant>;
const tokens = z.readonly(z.array(TokenGrant).check(z.maxLength(5_000)));

/** POST /v1/desks, bearer: the set-up code. 201; the same body again 200. */
export const CreateDesk = z.readonly(z.strictObject({ box: BoxHex, tokens }));
export type CreateDesk = z.infer<typeof CreateDesk>;

/** PUT /v1/boxes/{box}, bearer: manage token of the desk's box. Replaces all tokens of the box, so revokes too. */
export const PutBox = z.readonly(z.strictObject({ desk: BoxHex, tokens }));
export type PutBox = z.infer<typeof PutBox>;

/** The answer to a PUT of an envelope: the same receipt for the first and for every repeated put. */
export const EnvelopeReceipt = z.readonly(
  z.strictObject({
    digest: Hex32,
    cursor: z.string().check(z.minLength(1), z.maxLength(100)),
    epoch: z.string().check(z.minLength(1), z.maxLength(100)),
    receivedAt: Instant,
  }),
);
export type EnvelopeReceipt = z.infer<typeof EnvelopeReceipt>;

export const EnvelopeItem = z.readonly(
  z.strictObject({
    digest: Hex32,
    bytes: z.int().check(z.minimum(1)),
    cursor: z.string(),
    receivedAt: Instant,
  }),
);
export type EnvelopeItem = z.infer<typeof EnvelopeItem>;

/** GET …/envelopes?after=&limit=. `next` is the cursor to go on from, or null at the end. */
export const EnvelopeList = z.readonly(
  z.strictObject({
    epoch: z.string().check(z.minLength(1), z.maxLength(100)),
    items: z.readonly(z.array(EnvelopeItem)),
    next: z.nullable(z.string()),
  }),
);
export type EnvelopeList = z.infer<typeof EnvelopeList>;

/** GET /v1/health. `app` lets a page know that a hub, not a bare web space, serves it. */
export const Health = z.readonly(
  z.strictObject({ app: z.literal("kuuluu-hub"), version: z.string(), epoch: z.string() }),
);
export type Health = z.infer<typeof Health>;

export const problemTypes = [
  "bad-request",
  "unauthorized",
  "forbidden",
  "not-found",
  "gone",
  "digest-mismatch",
  "too-large",
  "stale",
  "conflict",
  "precondition-required",
  "too-many-requests",
  "storage-full",
  "internal",
] as const;
/** RFC 9457. `type` is `urn:kuuluu:problem:<one of problemTypes>`; no words for people, no content. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
});
export type ProblemType = (typeof problemTypes)[number];
