// A camera for Chromium that sees what another page showed: the sender's own canvas, as a film that goes round and round.
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { browserArgs } from "./browser-profile.ts";

const [width, height] = [640, 480];

/** The file may be made later, but before the camera is turned on. */
export const cameraArgs = (film: string): string[] => [
  ...browserArgs,
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
];

/** One picture as dark modules, row by row. */
type Picture = { readonly size: number; readonly dark: readonly boolean[] };

/** What the canvas on the page shows, until so many different pictures have been seen. */
const watchCanvas = (page: Page, count: number): Promise<readonly Picture[]> =>
  page.evaluate(async (wanted) => {
    const pictures = new Map<string, { size: number; dark: boolean[] }>();
    while (pictures.size < wanted) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const canvas = document.querySelector("canvas");
      const context = canvas?.getContext("2d");
      if (!canvas || !context || canvas.width !== canvas.height || canvas.width < 50) continue;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.width);
      const dark = Array.from({ length: canvas.width ** 2 }, (_, at) => (data[at * 4] ?? 0) < 128);
      pictures.set(dark.map(Number).join(""), { size: canvas.width, dark });
    }
    return [...pictures.values()];
  }, count);

/** YUV4MPEG2 with one picture a frame, grey around the code. */
const toFilm = (pictures: readonly Picture[]): Buffer => {
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F8:1 Ip A1:1 C420jpeg\n`);
  const frames = pictures.map(({ size, dark }) => {
    const light = Buffer.alloc(width * height, 130);
    const dot = Math.floor((height - 10) / size);
    const [left, top] = [(width - size * dot) >> 1, (height - size * dot) >> 1];
    for (let y = 0; y < size * dot; y += 1) {
      for (let x = 0; x < size * dot; x += 1) {
        const isDark = dark[Math.floor(y / dot) * size + Math.floor(x / dot)];
        light[(top + y) * width + left + x] = isDark ? 25 : 235;
      }
    }
    return Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((width * height) / 2, 128)]);
  });
  return Buffer.concat([head, ...frames]);
};

/** Every second of the pictures that the page shows next: the camera looks away as often as it looks. */
export const filmPage = async (page: Page, film: string, count: number): Promise<void> => {
  const pictures = await watchCanvas(page, 2 * count);
  await writeFile(film, toFilm(pictures.filter((_, at) => at % 2 === 1)));
};
