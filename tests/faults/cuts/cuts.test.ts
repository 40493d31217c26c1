// F44, F45: the connection is cut at every byte, in both directions; afterwards all is there, once, under one receipt.
import { afterAll, describe, expect, test } from "vitest";
import { sized, tell, timeoutMs } from "../figures.ts";
import { createChance } from "../random.ts";
import { type Cut, createCuttingProxy } from "./cutting-proxy.ts";
import {
  backends,
  checkAllThere,
  checkBytes,
  createSender,
  envelopeOf,
  openHubWorld,
  postgres,
} from "./hub-world.ts";

afterAll(() => postgres?.stop());
if (postgres) tell("cuts", "PostgreSQL", postgres.version);

const sides = ["up", "down"] as const;

describe.each(backends)("over $name", (backend) => {
  describe.skipIf(!backend.isHere)("cut", async () => {
    const world = backend.isHere ? await openHubWorld(backend) : undefined;
    if (!world) return;
    const proxy = await createCuttingProxy(world.hubs.map(({ port }) => port));
    const transport = world.transportTo(proxy.url);
    afterAll(async () => {
      proxy.close();
      await world.close();
    });

    /** How many bytes a whole sending takes, each way. */
    const measure = async (bytes: number) => {
      const sender = createSender(await world.makeBox(1));
      await sender.add(envelopeOf(createChance(bytes), bytes));
      proxy.arm(undefined);
      expect(await sender.send(transport)).toMatchObject({ ok: true, value: { sent: 1 } });
      return proxy.counted();
    };

    test(
      "at every byte of a small envelope, both ways",
      async () => {
        const whole = await measure(4_096);
        const box = await world.makeBox(2);
        const sender = createSender(box);
        const chance = createChance(4_096);
        const step = sized(97, 1, 1);
        let cuts = 0;
        for (const side of sides) {
          for (let after = 0; after <= whole[side]; after += step) {
            await sender.add(envelopeOf(chance, 4_096));
            proxy.arm({ side, after });
            const first = await sender.send(transport);
            if (!first.ok) expect([after, first.error.type]).toEqual([after, "hub-unreachable"]);
            proxy.arm(undefined);
            const second = await sender.send(transport);
            expect([after, second]).toMatchObject([after, { ok: true, value: { refused: [] } }]);
            cuts += 1;
          }
        }
        expect(await checkAllThere(world, box, [sender])).toBe(cuts);
        await checkBytes(world, box, sender.digests);
        tell(
          "cuts",
          `${backend.name}: cuts of a 4 kB envelope, every byte, both ways`,
          `${cuts}, none lost, none twice`,
        );
      },
      timeoutMs,
    );

    test(
      "at random places of a large envelope",
      async () => {
        const whole = await measure(2 ** 20);
        const chance = createChance(2 ** 20);
        const rounds = sized(1, 10, 50);
        const each = sized(6, 100, 200);
        for (let round = 0; round < rounds; round += 1) {
          const box = await world.makeBox(100 + round);
          const sender = createSender(box);
          for (let count = 0; count < each; count += 1) {
            await sender.add(envelopeOf(chance, 2 ** 20));
            const side: Cut["side"] = chance.odds(0.9) ? "up" : "down";
            proxy.arm({ side, after: chance.below(whole[side]) });
            await sender.send(transport);
            proxy.arm(undefined);
            expect(await sender.send(transport)).toMatchObject({
              ok: true,
              value: { refused: [] },
            });
          }
          expect(await checkAllThere(world, box, [sender])).toBe(each);
          await checkBytes(world, box, sender.digests.slice(0, 5));
          // Room for the next: a thousand of them would fill a small disk.
          expect((await world.deleteBox(box)).status).toBe(204);
        }
        tell(
          "cuts",
          `${backend.name}: cuts of a 1 MiB envelope at random places`,
          `${rounds * each}, none lost, none twice`,
        );
      },
      timeoutMs,
    );
  });
});
