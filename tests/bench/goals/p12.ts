// P12: what sealing costs, in commits and at the door, and how many frames a session takes through the air.
import { createFountain, createFountainDecoder } from "../../../src/sync/fountain.ts";
import { callPage, openBenchPage } from "../bench-page.ts";
import type { Goal, Samples } from "../goal.ts";
import { ratioAt } from "../ratios.ts";

const peers = ["ours", "clear"] as const;
type Commits = Readonly<Record<(typeof peers)[number], readonly number[]>>;
type Unlocks = { readonly ours: readonly number[]; readonly bare: readonly number[] };

const blockBytes = 500;
/** 200 notes, sealed. */
const sessionBytes = 33_000;

const createRandom = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

/** Frames received until the file is whole, over its blocks, one of five frames lost on the way. */
const framesFor = (seed: number): number => {
  const random = createRandom(seed);
  const payload = Uint8Array.from({ length: sessionBytes }, () => Math.floor(random() * 256));
  const { blocks, symbol } = createFountain(payload, blockBytes);
  const decoder = createFountainDecoder({ payloadBytes: sessionBytes, blockBytes });
  for (let number = 0, received = 0; number < 10_000; number += 1) {
    if (random() < 0.2) continue;
    received += 1;
    decoder.add(number, symbol(number));
    if (decoder.known() < blocks) continue;
    if (!decoder.payload()?.every((byte, at) => byte === payload[at])) {
      throw new Error("another file came");
    }
    return received / blocks;
  }
  throw new Error("the file never came");
};

const pictures = 40;

/** Milliseconds for each frame read, on a page slowed down to a quarter. */
const decodeRounds = async (rounds: number): Promise<readonly Samples[]> => {
  const { page, stop } = await openBenchPage("codes");
  try {
    await callPage(page, "decode", 2); // Fetches the decoder.
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const samples: Samples[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { ms, read } = await callPage<{ ms: number; read: number }>(page, "decode", pictures);
      if (read < pictures / 2) throw new Error(`${read} of ${pictures} frames were read`);
      samples.push({ "decoding a frame, 4 ×": [ms / read] });
    }
    return samples;
  } finally {
    await stop();
  }
};

export const goal: Goal = {
  what: "A sealed commit beside the same path without the seal, in turn; unlocking a box by its code (PBKDF2, the box's keys, its row key) beside bare PBKDF2 of 600,000 rounds; frames received for a session of 200 notes (33 kB) over its blocks with one of five lost, five hundred times. Decoding at 4 × throttle: forty real frames a round, drawn askew on grey, each from the picture on a canvas to its bytes by the app's own decoder; milliseconds for each that was read (100 are ten a second), those not read included.",
  figures: {
    "sealed commit to clear": { unit: "ratio", median: 1.1 },
    "unlock to bare PBKDF2": { unit: "ratio", median: 1.1 },
    "frames to blocks": { unit: "ratio", median: 1.15, p95: 1.15 },
    "decoding a frame, 4 ×": { unit: "ms", median: 100 },
  },
  measure: async (rounds) => {
    const { page, stop } = await openBenchPage("commit");
    try {
      await callPage(page, "fill", peers, 0);
      await callPage(page, "commit", peers, 20);
      const samples: Samples[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const commits = await callPage<Commits>(page, "commit", peers, 200);
        const unlocks = await callPage<Unlocks>(page, "unlock", 5);
        samples.push({
          "sealed commit to clear": [ratioAt(commits.ours, commits.clear, 0.5)],
          "unlock to bare PBKDF2": [ratioAt(unlocks.ours, unlocks.bare, 0.5)],
          "frames to blocks": Array.from({ length: 100 }, (_, at) => framesFor(round * 1_000 + at)),
        });
      }
      return [...samples, ...(await decodeRounds(rounds))];
    } finally {
      await stop();
    }
  },
};
