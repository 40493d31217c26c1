// What only an open box may show of itself: the root of its keys, what the card said, and small states. A sealed row.
import { type Bytes, parseBase64Url, parseUtf8, toBase64Url, toUtf8 } from "../base/bytes.ts";
import { BoxId, Digest, EntityId, Language, RecordId, Role, z } from "../domain/schema.ts";
import type { PassphraseSlot } from "./ports.ts";

/** What a card or a plan tells of its session. Never the code itself. */
const Card = z.readonly(
  z.strictObject({
    desk: z.readonly(
      z.strictObject({
        recipient: z.string(),
        box: BoxId,
        name: z.string(),
        operator: z.enum(["ngo", "municipality"]),
      }),
    ),
    title: z.string(),
    languages: z.readonly(z.array(Language)),
    roundId: EntityId,
    roundName: z.string(),
    codebook: Digest,
    guide: Digest,
    reviewRequired: z.boolean(),
    noResume: z.boolean(),
  }),
);
export type CardInfo = z.infer<typeof Card>;

const Facts = z.strictObject({
  root: z.string(),
  role: Role,
  card: z.optional(Card),
  recoveryProven: z.boolean(),
  hasHub: z.boolean(),
  erasures: z.optional(z.readonly(z.array(RecordId))),
  pin: z.optional(z.strictObject({ salt: z.string(), iterations: z.int(), wrapped: z.string() })),
});

export type BoxFacts = {
  readonly root: Bytes;
  readonly role: Role;
  /** Absent for a typed code whose plan has not come yet, and for a desk. */
  readonly card?: CardInfo | undefined;
  /** A desk's recovery sheet was proved by typing it back: the first card may print. */
  readonly recoveryProven: boolean;
  /** A desk that a hub knows. */
  readonly hasHub: boolean;
  /** Erasures that this device has done. */
  readonly erasures?: readonly RecordId[] | undefined;
  /** Proves the session PIN; wraps nothing of worth. */
  readonly pin?: PassphraseSlot | undefined;
};

/** A scanned card as facts: parsed again, since its strings come from outside. Undefined where a field is malformed. */
export const parseCardInfo = (card: object): CardInfo | undefined => {
  const { code, ...rest } = card as { readonly code?: string };
  void code; // Named so that it is left out.
  const parsed = Card.safeParse(rest);
  return parsed.success ? parsed.data : undefined;
};

export const toFactBytes = ({ pin, ...facts }: BoxFacts): Bytes =>
  toUtf8(
    JSON.stringify({
      ...facts,
      root: toBase64Url(facts.root),
      ...(pin && {
        pin: { ...pin, salt: toBase64Url(pin.salt), wrapped: toBase64Url(pin.wrapped) },
      }),
    }),
  );

type Facts = z.infer<typeof Facts>;
const parsePin = ({ pin }: Facts): PassphraseSlot | undefined => {
  const salt = pin && parseBase64Url(pin.salt);
  const wrapped = pin && parseBase64Url(pin.wrapped);
  return salt && wrapped ? { salt, wrapped, iterations: pin.iterations } : undefined;
};

/** Undefined for anything this app did not write; the row's seal has already said that it is ours. */
export const parseFacts = (bytes: Bytes): BoxFacts | undefined => {
  const parsed = Facts.safeParse(JSON.parse(parseUtf8(bytes) ?? "null"));
  const root = parsed.success ? parseBase64Url(parsed.data.root) : undefined;
  if (!parsed.success || root?.length !== 32) return undefined;
  return { ...parsed.data, root, pin: parsePin(parsed.data) };
};
