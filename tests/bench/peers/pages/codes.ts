// Frames of a session as the camera sees them, each drawn to a canvas, and read by the app's own decoder.
import { digestBytes } from "../../../../src/crypto/bundle-crypto.ts";
import { loadScreenCodes, readQr, screenCodes } from "../../../../src/sync/qr-code.ts";
import { createFrameSource } from "../../../../src/sync/qr-frames.ts";
import { must, random } from "./bench-platform.ts";

/** As `app/qr-camera` cuts it out of the picture. */
const side = 720;
const sessionBytes = 33_000;

const drawFrame = (
  modules: readonly (readonly boolean[])[],
  context: OffscreenCanvasRenderingContext2D,
): void => {
  context.resetTransform();
  context.fillStyle = "rgb(130 130 130)";
  context.fillRect(0, 0, side, side);
  // Three quarters of the picture, a little askew: nobody holds a tablet straight.
  context.translate(side / 2, side / 2);
  context.rotate(0.03);
  const dot = (side * 0.75) / modules.length;
  context.translate((-modules.length * dot) / 2, (-modules.length * dot) / 2);
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) {
      context.fillStyle = isDark ? "rgb(25 25 25)" : "rgb(235 235 235)";
      context.fillRect(x * dot, y * dot, dot + 0.5, dot + 0.5);
    }
  }
};

/** Milliseconds for all looks together, and how many of them read the frame that was shown. */
const decode = async (frames: number): Promise<{ readonly ms: number; readonly read: number }> => {
  const { bytes } = screenCodes.fine;
  const source = must(await createFrameSource(random(sessionBytes), bytes, digestBytes));
  const toModules = await loadScreenCodes();
  const screen = new OffscreenCanvas(side, side).getContext("2d");
  const camera = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!screen || !camera) throw new Error("no canvas");
  let [ms, read] = [0, 0];
  for (let number = 0; number < frames; number += 1) {
    const frame = source.frame(number);
    drawFrame(toModules(frame, "fine"), screen);
    const from = performance.now();
    camera.canvas.width = side;
    camera.canvas.height = side;
    camera.drawImage(screen.canvas, 0, 0, side, side);
    const found = await readQr(camera.getImageData(0, 0, side, side));
    ms += performance.now() - from;
    if (!found) continue;
    if (!found.every((byte, at) => byte === frame[at])) throw new Error("another frame was read");
    read += 1;
  }
  return { ms, read };
};

Reflect.set(globalThis, "bench", { decode });
