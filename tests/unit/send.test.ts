import fc from "fast-check";
import { expect, test } from "vitest";
import { cutUnbundled } from "../../src/sync/cut.ts";
import type { SendError } from "../../src/sync/ports.ts";
import { type SendDeps, sendPending } from "../../src/sync/send.ts";
import { createCircle } from "../fixtures/circle.ts";
import { createMemoryHub } from "../fixtures/memory-hub.ts";
import { createMemoryBox } from "../fixtures/memory-stores.ts";

const circle = await createCircle();
const createWorld = async (notes = 3) => {
  const stores = createMemoryBox(circle.sessionBox);
  const hub = createMemoryHub();
  for (let number = 1; number <= notes; number += 1) {
    await stores.records.append([circle.noteAt(number)]);
    await cutUnbundled(circle.cutDeps(stores));
  }
  const send = (change: Partial<SendDeps> = {}) =>
    sendPending({
      envelopes: stores.envelopes,
      transport: hub,
      destination: "hub",
      tokenFor: () => "token",
      ...change,
    });
  const list = await stores.envelopes.list();
  return { stores, hub, send, digests: list.ok ? list.value.map(({ digest }) => digest) : [] };
};
const sentAll = (sent: number) => ({ ok: true, value: { sent, refused: [] } });

test("sends what is pending, oldest first, and nothing twice", async () => {
  const { hub, send, digests } = await createWorld();
  expect(await send()).toEqual(sentAll(3));
  expect(hub.digests()).toEqual(digests);
  expect(await send()).toEqual(sentAll(0));
  expect(hub.calls.filter((call) => call === "put").length).toBe(3);
});

test("does not go near the network with nothing to send", async () => {
  const { hub, send } = await createWorld(0);
  expect(await send()).toEqual(sentAll(0));
  expect(hub.calls).toEqual([]);
});

test("brings everything over however the network fails on the way", async () => {
  const error = fc.constantFrom<SendError>(
    { type: "hub-unreachable" },
    { type: "hub-foreign" },
    { type: "hub-full" },
    { type: "hub-mangled" },
    { type: "hub-busy", retryAfterMs: 1 },
  );
  const failures = fc.array(fc.option(error, { nil: undefined }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(failures, async (planned) => {
      const { hub, send, digests } = await createWorld(2);
      hub.failNext(...planned);
      let last = await send();
      for (let tries = 0; !last.ok && tries < 20; tries += 1) last = await send();
      expect(last.ok).toBe(true);
      expect(hub.digests()).toEqual(digests);
    }),
    { numRuns: 30 },
  );
});

test("sends again when the receipt was lost on the way back", async () => {
  const { hub, send } = await createWorld(1);
  const lossy = {
    ...hub,
    put: async (...call: Parameters<typeof hub.put>) => {
      await hub.put(...call);
      return { ok: false as const, error: { type: "hub-unreachable" as const } };
    },
  };
  expect(await send({ transport: lossy })).toEqual({
    ok: false,
    error: { type: "hub-unreachable" },
  });
  expect(await send()).toEqual(sentAll(1));
  expect(hub.digests().length).toBe(1);
});

test("stops at the first failure and keeps what was receipted before it", async () => {
  const { hub, send } = await createWorld(3);
  hub.failNext(undefined, undefined, { type: "hub-unreachable" });
  expect(await send()).toEqual({ ok: false, error: { type: "hub-unreachable" } });
  expect(hub.calls).toEqual(["health", "put", "put"]);
  expect(await send()).toEqual(sentAll(2));
});

test("does not believe a receipt that names another envelope", async () => {
  const { hub, send } = await createWorld(1);
  const mixedUp = {
    ...hub,
    put: async (...call: Parameters<typeof hub.put>) => {
      const receipt = await hub.put(...call);
      return receipt.ok
        ? { ok: true as const, value: { ...receipt.value, digest: "0".repeat(64) } }
        : receipt;
    },
  };
  expect(await send({ transport: mixedUp })).toEqual({
    ok: false,
    error: { type: "hub-mangled" },
  });
  expect(await send()).toEqual(sentAll(1));
});

test("sends everything again after the hub was restored from an old backup", async () => {
  const { hub, send, digests } = await createWorld();
  await send();
  hub.restoreEmpty();
  expect(await send()).toEqual(sentAll(3));
  expect(hub.digests()).toEqual(digests);
});

test("goes on past an erased envelope and a void card, and says so", async () => {
  const { hub, send, digests } = await createWorld(3);
  hub.failNext(undefined, { type: "hub-erased" });
  expect(await send()).toEqual({
    ok: true,
    value: { sent: 2, refused: [{ digest: digests[0], error: { type: "hub-erased" } }] },
  });
  hub.restoreEmpty();
  hub.failNext(undefined, { type: "hub-refused-token" });
  const refused = await send();
  expect(refused.ok && refused.value.refused.length).toBe(1);
  expect(refused.ok && refused.value.sent).toBe(0);
});

test("asks for each envelope's own token and skips what it has none for", async () => {
  const { hub, send, digests } = await createWorld(2);
  const tokenFor = ({ digest }: { digest: string }) => (digest === digests[1] ? "t" : undefined);
  expect(await send({ tokenFor })).toEqual(sentAll(1));
  expect(hub.digests()).toEqual([digests[1]]);
});

test("reports a full disk instead of calling the envelope sent", async () => {
  const { stores, send } = await createWorld(1);
  stores.failNext({ type: "store-full" });
  expect(await send()).toEqual({ ok: false, error: { type: "store-full" } });
  expect(await send()).toEqual(sentAll(1));
});
