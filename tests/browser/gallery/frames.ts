// The way of a payload over a canvas: drawn as the sender draws it, looked at as the camera's pictures are.
import { parseBase64, toBase64 } from "../../../src/base/bytes.ts";
import { digestBytes } from "../../../src/crypto/bundle-crypto.ts";
import { loadScreenCodes, readQr, screenCodes } from "../../../src/sync/qr-code.ts";
import { createFrameCollector, createFrameSource } from "../../../src/sync/qr-frames.ts";
import { createChance } from "../../faults/random.ts";

export type Carried = {
  readonly payload: string;
  readonly blocks: number;
  readonly shown: number;
  /** Frames that were on the screen while somebody looked. */
  readonly seen: number;
  readonly read: number;
};

/** Every frame is drawn; half of them, by the seed, nobody looks at. */
const carry = async (payload: string, seed: number): Promise<Carried> => {
  const bytes = parseBase64(payload);
  const canvas = document.querySelector("canvas");
  const context = canvas?.getContext("2d", { willReadFrequently: true });
  if (!bytes || !canvas || !context) throw new Error("nothing to carry");
  const source = await createFrameSource(bytes, screenCodes.fine.bytes, digestBytes);
  if (!source.ok) throw new Error(source.error.type);
  const draw = await loadScreenCodes();
  const collector = createFrameCollector(digestBytes);
  const chance = createChance(seed);
  const side = 720;
  canvas.width = side;
  canvas.height = side;
  let [seen, read] = [0, 0];
  for (let number = 0; number < 5_000; number += 1) {
    const modules = draw(source.value.frame(number), "fine");
    const dot = Math.floor(side / modules.length);
    context.fillStyle = "#777";
    context.fillRect(0, 0, side, side);
    modules.forEach((row, y) => {
      row.forEach((isDark, x) => {
        context.fillStyle = isDark ? "#000" : "#fff";
        context.fillRect(9 + x * dot, 9 + y * dot, dot, dot);
      });
    });
    if (chance.odds(0.5)) continue;
    seen += 1;
    const code = await readQr(context.getImageData(0, 0, side, side));
    if (!code) continue;
    read += 1;
    const answer = await collector.add(code);
    if (answer.type === "whole") {
      const { blocks } = source.value;
      return { payload: toBase64(answer.bytes), blocks, shown: number + 1, seen, read };
    }
  }
  throw new Error("never whole");
};

Object.assign(globalThis, { carry });
