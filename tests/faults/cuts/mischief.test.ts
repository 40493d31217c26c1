// F46 to F48, F51, F54 and writers at once: whatever the network does in between, the hub holds each envelope once, and
// nobody believes in a receipt that no hub gave.

import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
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
  type HubWorld,
  openHubWorld,
  postgres,
} from "./hub-world.ts";
import { createMischief, mischiefs } from "./mischief.ts";

afterAll(() => postgres?.stop());

describe.each(backends)("over $name", (backend) => {
  describe.skipIf(!backend.isHere)("mischief", async () => {
    const world = backend.isHere ? await openHubWorld(backend) : undefined;
    if (!world) return;
    afterAll(() => world.close());
    const ports = world.hubs.map(({ port }) => port);
    const turns = ports.map((port) => world.transportTo(`http://127.0.0.1:${port}/`));

    test(
      "every mischief that a network has, one at a time and again",
      async () => {
        const chance = createChance(48);
        const network = await createMischief(ports, chance);
        const transport = world.transportTo(network.url);
        const box = await world.makeBox(1);
        const sender = createSender(box);
        const misread = new Set<string>();
        const rounds = sized(2, 60, 600);
        for (const mischief of Array.from({ length: rounds }, () =>
          chance.shuffle(mischiefs),
        ).flat()) {
          const digest = await sender.add(envelopeOf(chance, 500));
          // TLS would notice. Without it a time or a number may be misread; whose receipt it is may not.
          if (mischief === "a byte changed on the way back") misread.add(digest);
          network.plan(mischief);
          await sender.send(transport);
          const isUnharmed = /twice|^late$|chunks|packed/.test(mischief);
          const receipts = (await sender.deliveries()).length;
          if (isUnharmed) expect([mischief, receipts]).toEqual([mischief, sender.digests.length]);
          if (/portal|502|429|held|cut short|on the way there|another/.test(mischief)) {
            expect([mischief, receipts]).toEqual([mischief, sender.digests.length - 1]);
          }
          expect([mischief, await sender.send(transport)]).toMatchObject([mischief, { ok: true }]);
        }
        // What was held back may still be on its way.
        await sender.add(envelopeOf(chance, 500));
        await sender.send(transport);
        expect(await checkAllThere(world, box, [sender], misread)).toBe(sender.digests.length);
        await checkBytes(world, box, sender.digests);
        network.close();
        tell(
          "cuts",
          `${backend.name}: ${mischiefs.length} mischiefs of a network, uploads`,
          `${sender.digests.length}, none lost, none twice`,
        );
      },
      timeoutMs,
    );

    test(
      "fifty uploads of one envelope at once get fifty equal receipts and leave one copy",
      async () => {
        const rounds = sized(1, 10, 100);
        const box = await world.makeBox(2);
        const chance = createChance(51);
        for (let round = 0; round < rounds; round += 1) {
          const bytes = envelopeOf(chance, 4_096);
          const digest = digestOf(bytes);
          const puts = Array.from({ length: 50 }, (_, at) =>
            turns[at % turns.length]?.put(box, tokenNamed(`send-${round}`), digest, bytes),
          );
          const receipts = (await Promise.all(puts)).map((put) => JSON.stringify(put));
          expect(new Set(receipts).size).toBe(1);
          expect(receipts[0]).toContain('"ok":true');
          const { items } = await world.listAll(box);
          expect(items).toHaveLength(round + 1);
        }
        tell(
          "cuts",
          `${backend.name}: 50 parallel uploads of one envelope`,
          `${rounds} times, one copy and equal receipts each`,
        );
      },
      timeoutMs,
    );

    test(
      "a reader who follows the cursor misses nothing that many write at once",
      async () => {
        const box = await world.makeBox(3);
        const writers = Array.from({ length: 6 }, () => createSender(box));
        const each = sized(15, 200, 1_000);
        const chance = createChance(3);
        for (const writer of writers)
          for (let at = 0; at < each; at += 1) await writer.add(envelopeOf(chance, 200));
        let isWriting = true;
        const read: string[] = [];
        const follow = async () => {
          let after: string | undefined;
          for (;;) {
            const wasWriting = isWriting;
            const page = await turns[read.length % turns.length]?.list(
              box,
              tokenNamed("read"),
              after,
            );
            if (!page?.ok) throw new Error(`the reader was turned away: ${page?.error.type}`);
            read.push(...page.value.items.map(({ digest }) => digest));
            after = page.value.items.at(-1)?.cursor ?? after;
            if (!wasWriting && page.value.items.length === 0) return;
          }
        };
        const reading = follow();
        // Each token may put 60 at once: every writer begins at another.
        const sending = writers.map(async (writer, at) => {
          for (;;) {
            const sent = await writer.send(turns[at % turns.length] ?? world.straight);
            if (sent.ok) return;
            if (sent.error.type !== "hub-busy") throw new Error(sent.error.type);
          }
        });
        await Promise.all(sending);
        isWriting = false;
        await reading;
        expect(read.toSorted()).toEqual(writers.flatMap(({ digests }) => digests).toSorted());
        expect(await checkAllThere(world, box, writers)).toBe(each * writers.length);
        tell(
          "cuts",
          `${backend.name}: envelopes of six writers at once, with a reader behind them`,
          `${read.length}, each read once`,
        );
      },
      timeoutMs,
    );

    test(
      "after a restore from a backup devices send again, and everything is there",
      async () => {
        const box = await world.makeBox(4);
        const senders = [createSender(box), createSender(box)];
        const chance = createChance(54);
        const sendSome = async (count: number) => {
          for (const sender of senders) {
            for (let at = 0; at < count; at += 1) await sender.add(envelopeOf(chance, 300));
            expect(await sender.send(world.straight)).toMatchObject({ ok: true });
          }
        };
        await sendSome(10);
        const { epoch } = await world.listAll(box);
        const copy = await backUp(world);
        await sendSome(10);
        await restore(world, copy);
        const restored = await world.listAll(box);
        expect(restored.epoch).not.toBe(epoch);
        expect(restored.items).toHaveLength(20);
        for (const sender of senders)
          expect(await sender.send(world.straight)).toMatchObject({ ok: true });
        expect(await checkAllThere(world, box, senders)).toBe(40);
        await checkBytes(
          world,
          box,
          senders.flatMap(({ digests }) => digests),
        );
        tell(
          "cuts",
          `${backend.name}: envelopes after a restore under a new epoch`,
          "40 of 40, of which 20 sent again",
        );
      },
      timeoutMs,
    );
  });
});

const main = new URL("../../../src/hub/main.ts", import.meta.url).pathname;
const chore = (world: HubWorld, ...words: readonly string[]) =>
  execFileSync(process.execPath, [main, ...words], {
    env: { PATH: process.env.PATH, ...world.environment },
    encoding: "utf8",
  });

const backUp = async (world: HubWorld): Promise<string> => {
  if (!postgres || world.backend.hubs === 1) {
    const copy = join(world.folder, "copy.sqlite");
    chore(world, "backup", copy);
    return copy;
  }
  return postgres.run("pg_dump", ["--clean", "--if-exists", world.database]);
};

/** The old database is gone, as after a broken disk; the hubs start again on the same addresses. */
const restore = async (world: HubWorld, copy: string): Promise<void> => {
  for (const hub of world.hubs) await hub.kill();
  if (!postgres || world.backend.hubs === 1) {
    for (const end of ["", "-wal", "-shm"])
      rmSync(join(world.folder, `hub.sqlite${end}`), { force: true });
    copyFileSync(copy, join(world.folder, "hub.sqlite"));
  } else {
    postgres.run("psql", ["-q", "-d", world.database], copy);
    chore(world, "new-epoch");
  }
  for (const hub of world.hubs) await hub.restart();
};
