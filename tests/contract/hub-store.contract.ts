// What every store behind the hub promises. Run over SQLite (file and memory) and PostgreSQL.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { HubStore } from "../../src/hub/hub-store.ts";

export const hex = (seed: number, length = 64) => seed.toString(16).padStart(length, "0");
const desk = hex(0xde5c, 32);
const box = hex(0xb0c5, 32);
const at = "2026-11-24T18:42:07.123Z";
const grant = (seed: number) => ({ sha256: hex(seed), rights: ["append", "read"] as const });
const tokensNamed = (etag: string, ...seeds: readonly number[]) => ({
  etag,
  tokens: seeds.map(grant),
});
const bytesOf = (text: string) => new TextEncoder().encode(text);
const envelope = (seed: number, more: { readonly owner?: string; readonly at?: string } = {}) => ({
  box,
  digest: hex(seed),
  bytes: bytesOf(`sealed ${seed}`),
  owner: more.owner ?? hex(1),
  receivedAt: more.at ?? at,
});

/** `open` gives an empty store every time. */
export const describeHubStore = (
  name: string,
  open: () => Promise<{ readonly store: HubStore; readonly dispose: () => Promise<void> }>,
): void => {
  describe(`hub store over ${name}`, () => {
    let store: HubStore;
    let dispose: () => Promise<void>;

    beforeEach(async () => {
      ({ store, dispose } = await open());
      await store.replaceSetupCode(hex(99));
      await store.createDesk({ code: hex(99), box: desk, ...tokensNamed("d1", 1) });
      await store.putBox({ box, desk, ifMatch: undefined, ...tokensNamed("b1", 1, 2) });
    });
    afterEach(() => dispose());

    const cursors = async (after?: string) => {
      const page = await store.listEnvelopes(box, after, 100);
      return page.ok ? page.value.items.map(({ digest }) => digest) : page.error;
    };
    const replaceTokens = (etag: string, ifMatch: readonly string[] | undefined, of = desk) =>
      store.putBox({ box, desk: of, ifMatch, ...tokensNamed(etag, 3) });

    test("keeps a first set-up code once in its life", async () => {
      expect(await store.keepFirstSetupCode(hex(7))).toBe(false);
      expect((await store.setupCodes()).map(({ sha256 }) => sha256)).toEqual([hex(99)]);
    });

    test("drops the unused set-up code when a new one is made", async () => {
      await store.replaceSetupCode(hex(100));
      await store.replaceSetupCode(hex(101));
      expect(await store.setupCodes()).toEqual(
        expect.arrayContaining([
          { sha256: hex(99), box: desk },
          { sha256: hex(101), box: undefined },
        ]),
      );
      expect(await store.setupCodes()).toHaveLength(2);
    });

    test("makes one desk from a set-up code, and tells the same call again that it is known", async () => {
      const again = (more: object) =>
        store.createDesk({ code: hex(99), box: desk, ...tokensNamed("d1", 1), ...more });
      expect(await again({})).toEqual({ ok: true, value: "known" });
      expect(await again({ etag: "d2" })).toMatchObject({ error: { type: "conflict" } });
      expect(await again({ box: hex(5, 32) })).toMatchObject({ error: { type: "unauthorized" } });
      expect(await again({ code: hex(98) })).toMatchObject({ error: { type: "unauthorized" } });
    });

    test("makes one desk when the same set-up code comes many times at once", async () => {
      for (let round = 100; round < 110; round += 1) {
        await store.replaceSetupCode(hex(round));
        const made = await Promise.all(
          [1, 2, 3, 4, 5, 6].map((seed) => {
            const box = hex(round * 10 + seed, 32);
            return store.createDesk({ code: hex(round), box, ...tokensNamed("x", seed) });
          }),
        );
        expect(made.filter(({ ok }) => ok)).toHaveLength(1);
      }
    });

    test("revokes at once what a replaced set of tokens no longer holds", async () => {
      expect(await store.grantsLike(box, hex(2))).toEqual([grant(1), grant(2)]);
      expect(await replaceTokens("b2", ["b1"])).toEqual({ ok: true, value: "known" });
      expect(await store.grantsLike(box, hex(2))).toEqual([grant(3)]);
      expect(await store.grantsLike(box, `ffff${hex(2).slice(4)}`)).toEqual([]);
    });

    test("changes a known box only for one who knows its state", async () => {
      expect(await replaceTokens("b1", undefined)).toEqual({ ok: true, value: "known" });
      expect(await replaceTokens("b2", undefined)).toEqual({
        ok: false,
        error: { type: "precondition-required", etag: "b1" },
      });
      expect(await replaceTokens("b2", ["b0"])).toEqual({
        ok: false,
        error: { type: "stale", etag: "b1" },
      });
      expect(await store.findBox(box)).toEqual({ desk, etag: "b1" });
    });

    test("lets one of many changes through that all know the same state", async () => {
      for (let round = 1; round <= 10; round += 1) {
        const all = await Promise.all(
          [1, 2, 3, 4, 5, 6].map((seed) => replaceTokens(`${round}-${seed}`, ["b1"])),
        );
        expect(all.filter(({ ok }) => ok)).toHaveLength(1);
        const { etag } = (await store.findBox(box)) ?? {};
        await store.putBox({ box, desk, ifMatch: [etag ?? ""], ...tokensNamed("b1", 1) });
      }
    });

    test("keeps a box out of another desk's hands", async () => {
      const other = hex(6, 32);
      await store.replaceSetupCode(hex(100));
      await store.createDesk({ code: hex(100), box: other, ...tokensNamed("x", 6) });
      expect(await replaceTokens("b2", ["b1"], other)).toMatchObject({
        error: { type: "forbidden" },
      });
      // A session's box is no desk.
      expect(await replaceTokens("b2", ["b1"], box)).toMatchObject({
        error: { type: "unauthorized" },
      });
    });

    test("gives the same receipt for the first put and for every repeated one", async () => {
      const first = await store.putEnvelope(envelope(10));
      const later = envelope(10, { owner: hex(2), at: "2027-01-01T00:00:00.000Z" });
      const again = await store.putEnvelope(later);
      expect(first).toMatchObject({ ok: true, value: { state: "created" } });
      expect(again).toMatchObject({ ok: true, value: { state: "known" } });
      expect(again.ok && again.value.receipt).toEqual(first.ok && first.value.receipt);
      expect(await store.getEnvelope(box, hex(10))).toEqual({
        ok: true,
        value: bytesOf("sealed 10"),
      });
    });

    test("stores once what comes many times at once", async () => {
      // Many rounds: a race is rarely lost at the first try.
      for (let round = 0; round < 20; round += 1) {
        const puts = await Promise.all(
          Array.from({ length: 8 }, () => store.putEnvelope(envelope(round))),
        );
        expect(puts.filter((put) => put.ok && put.value.state === "created")).toHaveLength(1);
        expect(new Set(puts.map((put) => put.ok && put.value.receipt.cursor)).size).toBe(1);
      }
      expect(await cursors()).toHaveLength(20);
    });

    test("answers each of many at once for itself, whatever becomes of its neighbours", async () => {
      await store.eraseEnvelope({ box, digest: hex(11), owner: undefined, at });
      await store.putEnvelope(envelope(12));
      const answers = await Promise.all([
        store.putEnvelope(envelope(10)),
        store.putEnvelope(envelope(11)),
        store.putEnvelope(envelope(12, { at: "2027-01-01T00:00:00.000Z" })),
        store.putEnvelope({ ...envelope(13), box: hex(0xdead, 32) }),
        store.putEnvelope({ ...envelope(10), box: desk }),
        store.putEnvelope(envelope(14)),
      ]);
      expect(answers).toMatchObject([
        { value: { state: "created", receipt: { digest: hex(10) } } },
        { error: { type: "gone" } },
        { value: { state: "known", receipt: { digest: hex(12), receivedAt: at } } },
        { error: { type: "unauthorized" } },
        { value: { state: "created", receipt: { digest: hex(10) } } },
        { value: { state: "created", receipt: { digest: hex(14) } } },
      ]);
      expect(await cursors()).toEqual([hex(12), hex(10), hex(14)]);
    });

    test("keeps boxes apart that hold the same envelope", async () => {
      await store.putEnvelope({ ...envelope(10), box: desk });
      expect(await cursors()).toEqual([]);
      expect(await store.getEnvelope(box, hex(10))).toMatchObject({ error: { type: "not-found" } });
    });

    test("never has a paging reader skip what parallel writers put", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.nat(1e9), async (limit, salt) => {
          const expected = Array.from({ length: 24 }, (_, at) => hex(salt * 100 + at + 1_000));
          const before = await store.listEnvelopes(box, undefined, 1_000);
          let after = before.ok ? before.value.items.at(-1)?.cursor : undefined;
          let writing = true;
          const writers = Promise.all(
            expected.map((digest) => store.putEnvelope({ ...envelope(0), digest })),
          ).finally(() => {
            writing = false;
          });
          const seen: string[] = [];
          for (let more = true; more; ) {
            const isLast = !writing;
            const page = await store.listEnvelopes(box, after, limit);
            if (!page.ok) throw new Error(page.error.type);
            seen.push(...page.value.items.map(({ digest }) => digest));
            after = page.value.items.at(-1)?.cursor ?? after;
            more = !isLast || page.value.next !== null;
            // A reader comes over a socket: it never keeps the writers from their turn.
            await new Promise((resolve) => setImmediate(resolve));
          }
          const created = (await writers).filter((put) => put.ok && put.value.state === "created");
          expect(seen.toSorted()).toEqual(
            created.map((put) => (put.ok ? put.value.receipt.digest : "")).toSorted(),
          );
        }),
        { numRuns: 12 },
      );
    });

    test("says where to go on, and null at the end", async () => {
      for (const seed of [10, 11, 12]) await store.putEnvelope(envelope(seed));
      const page = await store.listEnvelopes(box, undefined, 2);
      expect(page).toMatchObject({
        value: { items: [{ digest: hex(10), bytes: 9, receivedAt: at }, { digest: hex(11) }] },
      });
      const next = page.ok ? page.value.next : null;
      expect(await store.listEnvelopes(box, next ?? "", 2)).toMatchObject({
        value: { items: [{ digest: hex(12) }], next: null },
      });
      expect(await store.listEnvelopes(box, "12", 2)).toMatchObject({
        error: { type: "bad-request" },
      });
    });

    test("reads from the start for a cursor from before a restore", async () => {
      const put = await store.putEnvelope(envelope(10));
      await store.renewEpoch(hex(0xe2, 32));
      expect(await cursors(put.ok ? put.value.receipt.cursor : "")).toEqual([hex(10)]);
      expect(await store.epoch()).toBe(hex(0xe2, 32));
    });

    test("never takes back what was erased", async () => {
      await store.putEnvelope(envelope(10));
      const erasure = { box, digest: hex(10), owner: undefined, at };
      expect(await store.eraseEnvelope(erasure)).toEqual({ ok: true, value: undefined });
      expect(await store.putEnvelope(envelope(10))).toMatchObject({ error: { type: "gone" } });
      expect(await store.getEnvelope(box, hex(10))).toMatchObject({ error: { type: "gone" } });
      expect(await cursors()).toEqual([]);
      expect(await store.eraseEnvelope(erasure)).toEqual({ ok: true, value: undefined });
    });

    test("refuses what was erased before it came", async () => {
      await store.eraseEnvelope({ box, digest: hex(10), owner: undefined, at });
      expect(await store.putEnvelope(envelope(10))).toMatchObject({ error: { type: "gone" } });
    });

    test("ends in erased, whichever of put and erase comes first", async () => {
      await Promise.all([
        store.putEnvelope(envelope(10)),
        store.eraseEnvelope({ box, digest: hex(10), owner: undefined, at }),
        store.putEnvelope(envelope(10)),
      ]);
      expect(await store.getEnvelope(box, hex(10))).toMatchObject({ error: { type: "gone" } });
    });

    test("lets an owner erase its own alone", async () => {
      await store.putEnvelope(envelope(10, { owner: hex(1) }));
      const erase = (digest: string, owner: string) =>
        store.eraseEnvelope({ box, digest, owner, at });
      expect(await erase(hex(10), hex(2))).toMatchObject({ error: { type: "forbidden" } });
      expect(await erase(hex(11), hex(2))).toMatchObject({ error: { type: "not-found" } });
      expect(await erase(hex(10), hex(1))).toMatchObject({ ok: true });
    });

    test("deletes a box with all it held, and a desk's box last", async () => {
      await store.putEnvelope(envelope(10));
      expect(await store.deleteBox(desk)).toMatchObject({ error: { type: "conflict" } });
      expect(await store.deleteBox(box)).toMatchObject({ ok: true });
      expect(await store.findBox(box)).toBeUndefined();
      expect(await store.grantsLike(box, hex(1))).toEqual([]);
      expect(await store.putEnvelope(envelope(11))).toMatchObject({
        error: { type: "unauthorized" },
      });
      expect(await store.deleteBox(desk)).toMatchObject({ ok: true });
      // The code that made the desk stays used up.
      const again = { code: hex(99), box: desk, ...tokensNamed("d1", 1) };
      expect(await store.createDesk(again)).toMatchObject({ error: { type: "unauthorized" } });
    });

    test("gives new numbers after a box was deleted, so that an old cursor skips nothing", async () => {
      const old = await store.putEnvelope(envelope(10));
      await store.deleteBox(box);
      await store.putBox({ box, desk, ifMatch: undefined, ...tokensNamed("b1", 1) });
      await store.putEnvelope(envelope(11));
      expect(await cursors(old.ok ? old.value.receipt.cursor : "")).toEqual([hex(11)]);
    });

    test("takes as many tokens as the contract allows", async () => {
      const tokens = Array.from({ length: 5_000 }, (_, seed) => grant(seed));
      const put = await store.putBox({ box, desk, ifMatch: ["b1"], tokens, etag: "b5000" });
      expect(put).toMatchObject({ ok: true });
      expect(await store.grantsLike(box, hex(4_999))).toHaveLength(5_000);
    });
  });
};
