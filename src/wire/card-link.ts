// What the QR on a card holds: enough to start a session with no network. It is a link, so that any camera can open
// it too; all of it stands behind the #, which no server ever sees.
import { isAgeRecipient } from "../base/bech32.ts";
import { parseBase64Url, parseHex, parseUtf8, toBase64Url, toHex, toUtf8 } from "../base/bytes.ts";
import { parseCode } from "../base/code.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { z } from "./schema.ts";

/** Ids and digests as base64url of their bytes: 22 or 43 characters for the 32 or 64 of hex. */
const packed = (characters: 22 | 43) =>
  z.string().check(z.regex(characters === 22 ? /^[A-Za-z0-9_-]{22}$/ : /^[A-Za-z0-9_-]{43}$/));
const pack = (hex: string): string => toBase64Url(parseHex(hex) ?? new Uint8Array());
const unpack = (text: string): string => toHex(parseBase64Url(text) ?? new Uint8Array());

/** Short keys: every character makes the QR denser. */
const CardData = z.strictObject({
  v: z.literal(1),
  /** 16-character session code. */
  c: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/)),
  /** Desk: age recipient, box, name, operator. */
  r: z.string().check(z.refine(isAgeRecipient)),
  d: packed(22),
  n: z.string().check(z.minLength(1), z.maxLength(200)),
  o: z.enum(["ngo", "municipality"]),
  /** Session title, languages, round id, round name. */
  t: z.string().check(z.minLength(1), z.maxLength(200)),
  l: z.array(z.string().check(z.maxLength(35))).check(z.minLength(1), z.maxLength(8)),
  i: packed(22),
  m: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Digests of codebook and guide. */
  k: packed(43),
  g: packed(43),
  /** 1: review required; 2: no resume key. Added up. */
  f: z.int().check(z.minimum(0), z.maximum(3)),
});

export type CardLink = {
  readonly code: string;
  readonly desk: {
    readonly recipient: string;
    readonly box: string;
    readonly name: string;
    readonly operator: "ngo" | "municipality";
  };
  readonly title: string;
  readonly languages: readonly string[];
  readonly roundId: string;
  readonly roundName: string;
  readonly codebook: string;
  readonly guide: string;
  readonly reviewRequired: boolean;
  readonly noResume: boolean;
};

export type CardLinkError = { readonly type: "card-unreadable" } | { readonly type: "card-newer" };

/** `base` is the app's address without a hash, as in `https://example.fi/`. */
export const toCardLink = (base: string, card: CardLink): string => {
  const data = {
    v: 1,
    c: card.code,
    r: card.desk.recipient,
    d: pack(card.desk.box),
    n: card.desk.name,
    o: card.desk.operator,
    t: card.title,
    l: card.languages,
    i: pack(card.roundId),
    m: card.roundName,
    k: pack(card.codebook),
    g: pack(card.guide),
    f: (card.reviewRequired ? 1 : 0) + (card.noResume ? 2 : 0),
  };
  return `${base}#/join/${toBase64Url(toUtf8(JSON.stringify(data)))}`;
};

/** Reads a scanned or opened link, or only the part behind `#/join/`. Anything else is refused by type. */
export const parseCardLink = (link: string): Result<CardLink, CardLinkError> => {
  const unreadable = failed({ type: "card-unreadable" } as const);
  const bytes = link.length > 4_000 ? undefined : parseBase64Url(link.split("#/join/").pop() ?? "");
  const text = bytes && parseUtf8(bytes);
  if (!text) return unreadable;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unreadable; // JSON.parse throws for malformed text only.
  }
  const parsed = CardData.safeParse(json);
  if (!parsed.success) {
    const version = z.looseObject({ v: z.int().check(z.minimum(2)) }).safeParse(json);
    return version.success ? failed({ type: "card-newer" }) : unreadable;
  }
  const { c, r, d, n, o, t, l, i, m, k, g, f } = parsed.data;
  if (!parseCode("session", c).ok) return unreadable;
  return ok({
    code: c,
    desk: { recipient: r, box: unpack(d), name: n, operator: o },
    title: t,
    languages: l,
    roundId: unpack(i),
    roundName: m,
    codebook: unpack(k),
    guide: unpack(g),
    reviewRequired: (f & 1) !== 0,
    noResume: (f & 2) !== 0,
  });
};
