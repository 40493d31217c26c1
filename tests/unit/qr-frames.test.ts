import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bytes } from "../../src/base/bytes.ts";
import { digestBytes } from "../../src/crypto/bundle-crypto.ts";
import {
  type Collected,
  createFrameCollector,
  createFrameSource,
  frameOverhead,
  maxQrBytes,
} from "../../src/sync/qr-frames.ts";
import { createChance } from "../faults/random.ts";
import { must } from "../fixtures/device.ts";

const payloadOf = (length: number, seed = 1) => createChance(seed).bytes(length);
const sourceOf = async (payload: Bytes, frameBytes = 130) =>
  must(await createFrameSource(payload, frameBytes, digestBytes));

/** Shows codes to one collector until it has something whole, or there are no more. */
const collect = async (codes: Iterable<Uint8Array>) => {
  const collector = createFrameCollector(digestBytes);
  const answers: Collected[] = [];
  for (const code of codes) {
    const answer = await collector.add(code);
    answers.push(answer);
    if (answer.type === "whole") return { answers, bytes: answer.bytes };
  }
  return { answers, bytes: undefined };
};

test("carries a payload through half of its frames, and counts the way", async () => {
  const payload = payloadOf(5_000);
  const source = await sourceOf(payload);
  const chance = createChance(2);
  const shown = Array.from({ length: 3 * source.blocks }, (_, at) => at).filter(() =>
    chance.odds(0.5),
  );
  const { answers, bytes } = await collect(shown.map(source.frame));
  expect(bytes).toEqual(payload);
  expect(source.blocks).toBe(50);
  expect(answers[0]).toEqual({ type: "part", known: 1, needed: 50 });
  expect(answers.length).toBeLessThanOrEqual(60);
});

test("never gives wrong bytes: other transfers, mangled frames, repetition, any order", async () => {
  const mangle = (frame: Bytes, at: number, change: number) => {
    const bad = frame.slice();
    const place = at % bad.length;
    bad[place] = (bad[place] ?? 0) ^ change;
    return bad;
  };
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 2_000 }), async (seed, length) => {
      const chance = createChance(seed);
      const payload = chance.bytes(length);
      const mine = await sourceOf(payload, 60);
      const others = [
        await sourceOf(chance.bytes(length), 60),
        // The same payload in larger frames is another transfer: its symbols are of another length.
        await sourceOf(payload, 80),
      ];
      function* shown() {
        for (let number = 0; ; number += 1) {
          const frame = mine.frame(number);
          const dice = chance.below(10);
          if (dice < 3) continue;
          if (dice === 3) yield mangle(frame, chance.below(1_000), 1 + chance.below(255));
          else if (dice === 4) yield frame.slice(0, chance.below(frame.length));
          else if (dice === 5) yield chance.bytes(chance.below(200));
          // Never enough of the others for one of them to be the whole.
          else if (dice === 6 && number + 1 < length / 100) yield chance.pick(others).frame(number);
          else yield chance.odds(0.5) ? frame : mine.frame(chance.below(number + 1));
        }
      }
      expect((await collect(shown())).bytes).toEqual(payload);
    }),
    { numRuns: 100 },
  );
});

test("takes a card, a mangled frame and a frame cut short for no frame", async () => {
  const frame = (await sourceOf(payloadOf(500))).frame(0);
  for (let at = 0; at < frame.length; at += 1) {
    const bad = frame.slice();
    bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
    const cut = frame.slice(0, at);
    const { answers } = await collect([bad, cut]);
    expect(answers.map(({ type }) => type)).toEqual(["foreign", "foreign"]);
  }
  const card = new TextEncoder().encode("https://example.fi/#/join/abc");
  expect((await collect([card, new Uint8Array()])).answers[0]).toEqual({ type: "foreign" });
});

/** A frame as it stands in the table of its doc comment, made by hand. */
const forge = async (change: (head: Uint8Array) => void, symbol: Uint8Array) => {
  const real = (await sourceOf(payloadOf(500))).frame(0);
  const body = new Uint8Array([...real.subarray(0, 25), ...symbol]);
  change(body);
  let crc = -1;
  for (const byte of body) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  const end = new Uint8Array(4);
  new DataView(end.buffer).setUint32(0, ~crc >>> 0);
  return new Uint8Array([...body, ...end]);
};

test("says when the other device speaks a newer form", async () => {
  const newer = await forge((body) => void body.set([2], 2), new Uint8Array(100));
  expect((await collect([newer])).answers).toEqual([{ type: "frame-newer" }]);
});

test("refuses a frame that asks for more memory than any payload of ours", async () => {
  const asks = async (length: number, symbolBytes: number) => {
    const frame = await forge((body) => {
      body.set([length >> 16, (length >> 8) & 255, length & 255], 19);
    }, new Uint8Array(symbolBytes));
    return (await collect([frame])).answers[0]?.type;
  };
  expect(await asks(500, 100)).toBe("part");
  expect(await asks(maxQrBytes, 1)).toBe("foreign"); // Two million blocks.
  expect(await asks(maxQrBytes + 1, 2_000)).toBe("foreign");
  expect(await asks(0, 100)).toBe("foreign");
  expect(await asks(500, 0)).toBe("foreign");
});

test("gives nothing when one frame of the right form lies, and begins again", async () => {
  const payload = payloadOf(500);
  const source = await sourceOf(payload);
  const lie = await forge(() => {}, new Uint8Array(101).fill(9));
  const frames = Array.from({ length: source.blocks }, (_, at) => source.frame(at));
  const { answers, bytes } = await collect([lie, ...frames.slice(1), ...frames]);
  expect(answers[source.blocks - 1]).toEqual({ type: "frames-mismatch" });
  expect(bytes).toEqual(payload);
});

test("is not washed away by a flood of begun transfers", async () => {
  const payload = payloadOf(3_000);
  const source = await sourceOf(payload);
  const flood = await Promise.all(
    Array.from({ length: 40 }, async (_, at) => (await sourceOf(payloadOf(900, at + 2))).frame(0)),
  );
  const shown = Array.from({ length: 40 }, (_, at) => [
    source.frame(at),
    flood[at] ?? source.frame(0),
  ]);
  expect((await collect(shown.flat())).bytes).toEqual(payload);
});

test("says so when a payload is too large for frames", async () => {
  const tooLarge = await createFrameSource(new Uint8Array(maxQrBytes + 1), 520, digestBytes);
  expect(tooLarge).toEqual({ ok: false, error: { type: "qr-too-large" } });
  expect(await createFrameSource(new Uint8Array(), 520, digestBytes)).toMatchObject({ ok: false });
});

test("costs thirty bytes a frame less one", () => {
  expect(frameOverhead).toBe(29);
});
