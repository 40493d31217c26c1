// F49, F50: the hub is killed at every point of its work with the database, and at random while many send. What it
// acknowledged is there after the restart; what it did not is sent again; each lies there once.
import { afterAll, describe, expect, test } from "vitest";
import { must } from "../../fixtures/device.ts";
import { tokenNamed } from "../../fixtures/hub.ts";
import { sized, tell, timeoutMs } from "../figures.ts";
import { createChance } from "../random.ts";
import {
  backends,
  checkAllThere,
  checkBytes,
  createSender,
  digestOf,
  envelopeOf,
  openHubWorld,
  postgres,
} from "./hub-world.ts";

afterAll(() => postgres?.stop());

describe.each(backends)("over $name", (backend) => {
  describe.skipIf(!backend.isHere)("kills", async () => {
    const world = backend.isHere ? await openHubWorld(backend) : undefined;
    if (!world) return;
    afterAll(() => world.close());
    const [hub] = world.hubs;
    if (!hub) return;

    test(
      "at every point between a request and its answer",
      async () => {
        const box = await world.makeBox(1);
        const sender = createSender(box);
        const chance = createChance(49);
        const step = sized(8, 1, 1);
        let points = 0;
        let kills = 0;
        let committed = 0;
        for (;;) {
          const bytes = envelopeOf(chance, 2_000);
          const digest = await sender.add(bytes);
          await hub.killAt(points);
          const first = await world.straight.put(box, tokenNamed("send-0"), digest, bytes);
          // Beyond the last point the upload simply arrives.
          if (first.ok) break;
          expect(first.error.type).toBe("hub-unreachable");
          await hub.hasEnded();
          await hub.restart();
          const { items } = await world.listAll(box);
          if (items.some((item) => item.digest === digest)) committed += 1;
          const again = await world.straight.put(box, tokenNamed("send-0"), digest, bytes);
          const repeated = await world.straight.put(box, tokenNamed("send-0"), digest, bytes);
          expect([points, again]).toMatchObject([points, { ok: true }]);
          expect(repeated).toEqual(again);
          points += step;
          kills += 1;
        }
        await hub.kill();
        await hub.restart();
        expect(await sender.send(world.straight)).toMatchObject({ ok: true });
        expect(await checkAllThere(world, box, [sender])).toBe(kills + 1);
        expect(points).toBeGreaterThan(10);
        // Some died before the commit, and the last one between it and the answer.
        if (step === 1) expect([committed > 0, committed < kills]).toEqual([true, true]);
        tell(
          "cuts",
          `${backend.name}: kills at every point of the receive path`,
          `${kills}, of which ${committed} between commit and answer; none lost, none twice`,
        );
      },
      timeoutMs,
    );

    test(
      "at random while many send",
      async () => {
        const box = await world.makeBox(2);
        const chance = createChance(50);
        const kills = sized(2, 30, 200);
        const senders = Array.from({ length: 4 }, () => createSender(box));
        const acknowledged = new Set<string>();
        let token = 0;
        for (let round = 0; round < kills; round += 1) {
          const victim = chance.pick(world.hubs);
          let isOver = false;
          const writing = senders.map(async (sender, at) => {
            const transport = world.transportTo(
              `http://127.0.0.1:${world.hubs[at % world.hubs.length]?.port}/`,
            );
            while (!isOver) {
              const bytes = envelopeOf(chance, 300 + chance.below(50_000));
              await sender.add(bytes);
              token += 1;
              const put = await transport.put(
                box,
                tokenNamed(`send-${token % 4_000}`),
                digestOf(bytes),
                bytes,
              );
              // Counted at the moment of the answer: what is acknowledged after the restart proves nothing.
              if (put.ok) acknowledged.add(put.value.digest);
              else expect(put.error.type).toBe("hub-unreachable");
              if (!put.ok) return;
            }
          });
          await new Promise((resolve) => setTimeout(resolve, 20 + chance.below(150)));
          await victim.kill();
          isOver = true;
          await Promise.all(writing);
          await victim.restart();
          const held = new Set((await world.listAll(box)).items.map(({ digest }) => digest));
          expect([...acknowledged].filter((digest) => !held.has(digest))).toEqual([]);
        }
        for (const sender of senders) must(await sender.send(world.straight));
        const total = await checkAllThere(world, box, senders);
        await checkBytes(world, box, senders.flatMap(({ digests }) => digests).slice(0, 200));
        tell(
          "cuts",
          `${backend.name}: kills at random while four send`,
          `${kills}; ${acknowledged.size} acknowledged before, 0 lost; ${total} there at the end, each once`,
        );
      },
      timeoutMs,
    );
  });
});
