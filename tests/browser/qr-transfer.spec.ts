// Between two devices with no network and no stick: codes on one screen, a camera before it, the same bytes at the end.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { build } from "vite";
import { toBase64 } from "../../src/base/bytes.ts";
import { Digest } from "../../src/domain/schema.ts";
import { type HandOverEntry, makeHandOverFile } from "../../src/sync/hand-over-file.ts";
import { createChance } from "../faults/random.ts";
import { createCircle } from "../fixtures/circle.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { createProfile } from "./browser-profile.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { cameraArgs, filmPage } from "./frame-camera.ts";
import type { Carried } from "./gallery/frames.ts";
import { startSession, untilStored, writeNote } from "./scribe.ts";
import { serveFolder } from "./static-server.ts";

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kuuluu-frames-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/**
 * A session of 200 notes as the hand-over file carries it: ten envelopes, as many as are cut while people talk. Words of
 * the examples in an order of their own with endings of their own, since no two notes of a session help each other to
 * shrink.
 */
const sealTwoHundred = async () => {
  const circle = await createCircle();
  const chance = createChance(200);
  const words = exampleNotes().flatMap(({ text }) => text.split(" "));
  const ending = () => String.fromCharCode(97 + chance.below(26), 97 + chance.below(26));
  const text = () =>
    Array.from({ length: 12 + chance.below(16) }, () => chance.pick(words) + ending()).join(" ");
  const entries: HandOverEntry[] = [];
  for (let seq = 1; seq <= 10; seq += 1) {
    const records = Array.from({ length: 20 }, (_, at) => circle.noteAt(20 * seq + at, text()));
    const { digest, bytes } = await circle.cut({ records, seq });
    entries.push({ box: circle.sessionBox, digest: Digest.parse(digest), bytes });
  }
  return makeHandOverFile(entries);
};

test("carries 200 sealed notes within a minute of eight frames a second, half of them never seen", async () => {
  const payload = await sealTwoHundred();
  expect(payload.length).toBeGreaterThan(28_000);
  expect(payload.length).toBeLessThan(40_000);
  await build({
    configFile: false,
    logLevel: "silent",
    base: "./",
    publicDir: false,
    build: {
      outDir: folder,
      target: "es2022",
      rollupOptions: { input: "tests/browser/gallery/frames.html" },
    },
  });
  const site = await serveFolder(folder);
  const profile = await createProfile();
  try {
    const page = await (await profile.open()).newPage();
    await page.goto(`${site.url}tests/browser/gallery/frames.html`);
    await page.waitForFunction(() => "carry" in globalThis);
    const sent = toBase64(payload);
    for (const seed of [1, 2]) {
      const carried = await page.evaluate(
        ([bytes, chance]) =>
          (globalThis as unknown as { carry: (b: string, s: number) => Promise<Carried> }).carry(
            bytes,
            chance,
          ),
        [sent, seed] as const,
      );
      expect(carried.payload).toBe(sent);
      expect(carried.read).toBe(carried.seen);
      expect(carried.shown).toBeLessThanOrEqual(60 * 8);
      expect(carried.read).toBeLessThanOrEqual(carried.blocks + 20);
    }
  } finally {
    await profile.remove();
    await site.stop();
  }
});

test("goes from a tablet's screen to the desk's camera, and the receipt back from the desk's screen", async () => {
  test.setTimeout(240_000);
  const [sealed, receipts] = [join(folder, "sealed.y4m"), join(folder, "receipts.y4m")];
  const site = await serveFolder("dist");
  const [office, tablet] = [await createProfile(), await createProfile()];
  const open = async (profile: typeof office, film: string) =>
    (await profile.open({ args: cameraArgs(film), permissions: ["camera"] })).newPage();
  try {
    const desk = await open(office, sealed);
    await setUpDesk(desk, site.url);
    const card = await planSession(desk, site.url);

    const scribe = await open(tablet, receipts);
    await scribe.goto(site.url);
    await untilStored(scribe);
    await scribe.goto(card.link);
    await startSession(scribe);
    await scribe.context().setOffline(true);
    for (const note of exampleNotes().slice(0, 3)) await writeNote(scribe, note);
    await scribe.getByRole("button", { name: "Valikko" }).click();
    await scribe.getByRole("menuitem", { name: "Lopeta ja luovuta järjestölle" }).click();
    await scribe.getByRole("button", { name: "Lopeta ja luovuta järjestölle" }).click();
    await expect(scribe.getByText(/Luovutettu\. Odottaa lähtöä/)).toBeVisible();
    await scribe.getByRole("link", { name: "Näytä ruutukoodeina" }).click();
    await filmPage(scribe, sealed, 40);

    await desk.goto(`${site.url}#/desk/intake`);
    await desk.getByRole("button", { name: "Lue toisen laitteen näytöltä" }).click();
    await expect(desk.getByText(/Asukasilta, pöytä 2: 3 kirjausta, uusi tilaisuus/)).toBeVisible({
      timeout: 60_000,
    });
    await desk.getByRole("button", { name: "Tuo", exact: true }).click();
    await scribe.getByRole("button", { name: "Toinen laite sai kaiken" }).click();
    await expect(scribe.getByText(/Merkitty annetuksi/)).toBeVisible();

    await desk.getByRole("link", { name: "Anna kuittaukset" }).click();
    await desk.getByRole("button", { name: "Näytä tabletin kameralle" }).click();
    await filmPage(desk, receipts, 15);
    await scribe.getByRole("link", { name: "Takaisin luovutukseen" }).click();
    await scribe.getByRole("link", { name: "Kuittaus ja poistaminen" }).click();
    await scribe.getByRole("button", { name: "Lue toisen laitteen näytöltä" }).click();
    await expect(scribe.getByText("Vastaanottaja on kuitannut kirjaukset.")).toBeVisible({
      timeout: 60_000,
    });
  } finally {
    await office.remove();
    await tablet.remove();
    await site.stop();
  }
});
