import { expect, test } from "vitest";
import { createFramePlayer } from "../../src/app/transfer/frame-player.ts";
import { createFrameReader } from "../../src/app/transfer/frame-reader.ts";
import type { Bytes } from "../../src/base/bytes.ts";
import { type QrModules, readQr } from "../../src/sync/qr-code.ts";
import { createFrameSource, maxQrBytes } from "../../src/sync/qr-frames.ts";
import { createChance } from "../faults/random.ts";
import { bundleCrypto as crypto } from "../fixtures/circle.ts";
import { must } from "../fixtures/device.ts";

/** A clock that goes on when the test says so, and a player at it. */
const start = async (payload: Bytes, isPaused = false) => {
  const waiting = new Set<{ readonly work: () => void; readonly delayMs: number }>();
  const after = (delayMs: number, work: () => void) => {
    const one = { work, delayMs };
    waiting.add(one);
    return () => void waiting.delete(one);
  };
  const player = createFramePlayer({ after, crypto }, payload, isPaused);
  await expect.poll(() => player.picture.value ?? player.failure.value).toBeDefined();
  return {
    player,
    delays: () => [...waiting].map(({ delayMs }) => delayMs),
    goOn: () => {
      for (const one of [...waiting]) {
        waiting.delete(one);
        one.work();
      }
    },
  };
};

const look = async (modules: QrModules | undefined): Promise<Bytes> => {
  if (!modules) throw new Error("nothing shown");
  const width = modules.length * 4;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let at = 0; at < width * width; at += 1) {
    const isDark = modules[Math.floor(at / width / 4)]?.[Math.floor((at % width) / 4)];
    if (isDark) data.fill(0, at * 4, at * 4 + 3);
  }
  const code = await readQr({ data, width, height: width });
  if (!code) throw new Error("does not read");
  return code;
};

test("what one screen shows is what the other device gets, told by quarters", async () => {
  const payload = createChance(1).bytes(6_000);
  const { player, goOn } = await start(payload);
  const whole: Bytes[] = [];
  const quarters: number[] = [];
  const reader = createFrameReader({ crypto }, (bytes) => whole.push(bytes));
  reader.quarters.subscribe((quarter) => quarters.push(quarter));
  for (let turn = 0; turn < 60; turn += 1) {
    const answer = turn % 2 === 0 ? await reader.take(await look(player.picture.value)) : "more";
    if (answer === "enough") break;
    goOn();
  }
  expect(whole).toEqual([payload]);
  expect(quarters).toEqual([0, 1, 2, 3, 4]);
  expect(reader.reading.value).toEqual({ at: "whole", size: 6_000 });
  expect(await reader.take(await look(player.picture.value))).toBe("enough");
  expect(whole).toHaveLength(1);
});

test("shows eight a second, never more than ten, and can be slowed down", async () => {
  const { player, delays, goOn } = await start(createChance(1).bytes(2_000));
  expect(delays()).toEqual([125]);
  for (let press = 0; press < 5; press += 1) player.faster();
  goOn();
  expect(delays()).toEqual([100]);
  expect(player.canHurry.value).toBe(false);
  for (let press = 0; press < 9; press += 1) player.slower();
  goOn();
  expect(delays()).toEqual([500]);
  expect(player.canSlow.value).toBe(false);
});

test("stands still for those who asked for no motion, until they start it", async () => {
  const { player, delays, goOn } = await start(createChance(1).bytes(2_000), true);
  expect([player.shown.value, delays()]).toEqual([1, []]);
  player.play();
  goOn();
  expect(player.shown.value).toBe(3);
  player.pause();
  goOn();
  expect([player.shown.value, delays()]).toEqual([3, []]);
});

test("nothing runs on after the screen is left", async () => {
  const { player, delays } = await start(createChance(1).bytes(2_000));
  player.stop();
  expect(delays()).toEqual([]);
});

test("larger squares begin a transfer of their own", async () => {
  const { player } = await start(createChance(1).bytes(2_000));
  const fine = player.picture.value?.length ?? 0;
  await player.setCode("coarse");
  expect(player.picture.value?.length).toBeLessThan(fine);
  expect(player.shown.value).toBe(1);
});

test("what is too much for codes is said, and nothing is shown", async () => {
  const { player } = await start(new Uint8Array(maxQrBytes + 1));
  expect(player.failure.value).toEqual({ type: "qr-too-large" });
  expect(player.picture.value).toBeUndefined();
});

test("a card in sight is told apart, and changes nothing of what was read", async () => {
  const source = must(await createFrameSource(createChance(1).bytes(900), 200, crypto.digest));
  const reader = createFrameReader({ crypto }, () => {});
  await reader.take(source.frame(0));
  expect(await reader.take(new TextEncoder().encode("https://example.fi"))).toBe("more");
  expect(reader.isForeign.value).toBe(true);
  expect(reader.reading.value).toMatchObject({ at: "reading", known: 1 });
  await reader.take(source.frame(1));
  expect(reader.isForeign.value).toBe(false);
});
