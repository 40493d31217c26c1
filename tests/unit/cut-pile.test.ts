import { expect, test } from "vitest";
import { createCutPile } from "../../src/app/desk/cut-pile.ts";
import { failed } from "../../src/base/result.ts";
import type { EnvelopeStore } from "../../src/storage/ports.ts";
import { envelope } from "../contract/box-worlds.ts";
import { createMemoryDevice } from "../fixtures/memory-stores.ts";
import { sessionBox } from "../fixtures/records.ts";

const openStore = () => {
  const { envelopes } = createMemoryDevice().openBox(sessionBox);
  const sizes: number[] = [];
  const counted: EnvelopeStore = {
    ...envelopes,
    addAll: (arrivals) => {
      sizes.push(arrivals.length);
      return envelopes.addAll(arrivals);
    },
  };
  return { envelopes: counted, sizes };
};

test("stores all that was cut into it, sixteen at a time, and shows at once what is there", async () => {
  const { envelopes, sizes } = openStore();
  const pile = createCutPile({ envelopes }, []);
  for (let number = 1; number <= 40; number++) {
    await pile.target.add(envelope(number, []), []);
    const listed = await pile.target.list();
    expect(listed.ok && listed.value).toHaveLength(number);
  }
  await pile.flush();
  await pile.flush();
  expect(sizes).toEqual([16, 16, 8]);
  const stored = await envelopes.list();
  expect(stored.ok && stored.value).toHaveLength(40);
});

test("tells that the disk is full, when it is asked to store", async () => {
  const { envelopes } = openStore();
  const full = { ...envelopes, addAll: async () => failed({ type: "store-full" as const }) };
  const pile = createCutPile({ envelopes: full }, []);
  await pile.target.add(envelope(1, []), []);
  expect(await pile.flush()).toEqual({ ok: false, error: { type: "store-full" } });
});
