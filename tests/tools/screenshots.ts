// `npm run screenshots`: the README's pictures, from the built app with invented data: the live screen as a scribe
// sees it, the practice round's table, a session card. Few colours, so few bytes.
import { mkdir, writeFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { createProfile } from "../browser/browser-profile.ts";
import { noteField, writeNote } from "../browser/scribe.ts";
import { serveFolder } from "../browser/static-server.ts";
import { prepareTour, speak, visit } from "../browser/tour.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";

const folder = "public/screenshots";
const size = { width: 1180, height: 820 };
const colours = 256;
const write = "/session/:session/write";

type Picture = {
  readonly width: number;
  readonly height: number;
  /** RGB triples. */
  readonly palette: readonly number[];
  /** One byte a pixel, base64. */
  readonly places: string;
};

/** In the page, because a browser can read its own picture: the most used colours, the others by the nearest of them. */
const reduce = async (page: Page, picture: Buffer): Promise<Picture> =>
  page.evaluate(
    async ({ text, most }) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
      const at = (index: number) => data[index] ?? 0;
      const keyOf = (pixel: number) => (at(pixel) << 16) | (at(pixel + 1) << 8) | at(pixel + 2);
      const uses = new Map<number, number>();
      for (let pixel = 0; pixel < data.length; pixel += 4)
        uses.set(keyOf(pixel), (uses.get(keyOf(pixel)) ?? 0) + 1);
      const kept = [...uses]
        .sort((one, other) => other[1] - one[1])
        .slice(0, most)
        .map(([key]) => key);
      const places = new Map(kept.map((key, place) => [key, place] as const));
      const parts = (key: number) => [key >> 16, (key >> 8) & 255, key & 255] as const;
      const nearest = (key: number): number => {
        const [red, green, blue] = parts(key);
        let best = 0;
        let least = Number.POSITIVE_INFINITY;
        for (const [place, other] of kept.entries()) {
          const [r, g, b] = parts(other);
          const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
          if (distance < least) [least, best] = [distance, place];
        }
        return best;
      };
      let out = "";
      for (let pixel = 0; pixel < data.length; pixel += 4) {
        const key = keyOf(pixel);
        const place = places.get(key) ?? nearest(key);
        places.set(key, place);
        out += String.fromCharCode(place);
      }
      return { width, height, palette: kept.flatMap(parts), places: btoa(out) };
    },
    { text: picture.toString("base64"), most: colours },
  );

const chunk = (type: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};

const toPng = ({ width, height, palette, places }: Picture): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, by palette.
  const pixels = Buffer.from(places, "base64");
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * width, (row + 1) * width)]),
  );
  return Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

const profile = await createProfile();
const site = await serveFolder("dist");
try {
  await mkdir(folder, { recursive: true });
  const context = await profile.open();
  const tour = await prepareTour(context, site.url);
  await speak(tour, "fi");
  const reader = await context.newPage();
  const take = async (name: string, page: Page) => {
    await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const png = toPng(await reduce(reader, await page.screenshot({ animations: "disabled" })));
    await writeFile(`${folder}/${name}.png`, png);
    console.log(`${folder}/${name}.png: ${Math.ceil(png.length / 1_000)} kB`);
  };
  const tablet = await visit(tour, { device: "tablet", address: write, shows: ".row" });
  await tablet.getByRole("button", { name: "Aloita keskustelu" }).click();
  await noteField(tablet).fill("");
  const speaker = (code: string) =>
    tablet.locator(".capture-dock").getByText(code, { exact: true }).first();
  for (const [turn, note] of exampleNotes().slice(4, 8).entries()) {
    await speaker(`P${turn + 2}`).click();
    await writeNote(tablet, note);
  }
  await tablet.getByRole("button", { name: "Piilota merkinnät" }).click();
  await speaker("P3").click();
  await noteField(tablet).fill("En uskalla odottaa bussia yksin iltaisin");
  await tablet.keyboard.press("Alt+Digit2");
  await take("write", tablet);

  const table = { device: "desk", address: "/desk/analysis", shows: "tbody tr" } as const;
  await take("table", await visit(tour, table));
  const reports = {
    device: "desk",
    address: "/desk/reports",
    shows: ".report-page .report-chart",
  } as const;
  const report = await visit(tour, reports);
  await report
    .locator(".report-page .report-chart")
    .first()
    .evaluate((first) => first.scrollIntoView());
  await take("report", report);

  const thread = {
    device: "desk",
    address: "/desk/thread/measure/:measure",
    shows: "svg",
  } as const;
  const chain = await visit(tour, thread);
  await chain.evaluate(() => scrollTo(0, 0));
  await take("thread", chain);
  const events = { device: "desk", address: "/desk/event", shows: ".event-list a" } as const;
  const event = await visit(tour, events);
  await event.getByRole("link", { name: "Kuultua ja luvattua" }).click();
  await event.waitForURL(/event\/[0-9a-f]{32}/);
  await event.evaluate(() => {
    location.hash = `${location.hash}?part=present`;
  });
  const [wall] = await Promise.all([
    context.waitForEvent("page"),
    event.getByRole("link", { name: "Avaa valkokankaan ikkuna" }).click(),
  ]);
  await wall.locator(".slide").waitFor();
  for (let turn = 0; turn < 3; turn += 1) await wall.keyboard.press("PageDown");
  await take("event", wall);

  const cards = await visit(tour, { device: "desk", address: "/desk/print-cards/:round" });
  await cards.getByRole("button", { name: "Tulosta ilman puuttuvia tekstejä" }).click();
  await cards.locator("svg.qr").first().waitFor();
  await cards.locator("main .actions").evaluate((head) => head.scrollIntoView());
  await take("card", cards);
} finally {
  await profile.remove();
  await site.stop();
}
