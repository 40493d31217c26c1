import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "../../src/base/bytes.ts";
import { createCode } from "../../src/base/code.ts";
import { type CardLink, parseCardLink, toCardLink } from "../../src/wire/card-link.ts";

const hexOf = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(toHex);
const recipient = fc.constant("age1uc4hrq6wynr2na22rtqhz8r8jay93hl5d3gllay5rp5jydl0s30q6p03kx");
const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
const cards: fc.Arbitrary<CardLink> = fc.record({
  code: fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((random) => createCode("session", () => random)),
  desk: fc.record({
    recipient,
    box: hexOf(16),
    name,
    operator: fc.constantFrom("ngo" as const, "municipality" as const),
  }),
  title: name,
  languages: fc.constantFrom(["fi"], ["ar", "fi"], ["so"]),
  roundId: hexOf(16),
  roundName: name,
  codebook: hexOf(32),
  guide: hexOf(32),
  reviewRequired: fc.boolean(),
  noResume: fc.boolean(),
});

test("reads back every card it wrote, from the whole link or the part behind the hash", () => {
  fc.assert(
    fc.property(cards, (card) => {
      const link = toCardLink("https://kuuluu.test/app/", card);
      expect(parseCardLink(link)).toEqual({ ok: true, value: card });
      expect(parseCardLink(link.split("#/join/")[1] ?? "")).toEqual({ ok: true, value: card });
    }),
  );
});

test("stands wholly behind the hash, which no server sees", () => {
  const [card] = fc.sample(cards, 1);
  if (!card) throw new Error("no card");
  const { search, pathname } = new URL(toCardLink("https://kuuluu.test/", card));
  expect([search, pathname]).toEqual(["", "/"]);
});

test("refuses every shortened link and anything foreign, never throws", () => {
  fc.assert(
    fc.property(cards, fc.nat(), (card, cut) => {
      const link = toCardLink("", card);
      const short = link.slice(0, cut % link.length);
      expect(parseCardLink(short)).toMatchObject({ ok: false });
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseCardLink(text).ok).toBe(false);
    }),
  );
});

test("tells a card of a later version apart from a damaged one", () => {
  const later = btoa(JSON.stringify({ v: 2, more: true })).replaceAll("=", "");
  expect(parseCardLink(later)).toEqual({ ok: false, error: { type: "card-newer" } });
});
