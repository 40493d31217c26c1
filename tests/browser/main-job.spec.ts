// The main job through the real screens, with browsers that have their profiles on disk, a hub that is a process, and a
// scribe whose network is gone before the first word.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { exampleNotes, expectedTable } from "../fixtures/example-notes.ts";
import { createProfile, type Profile } from "./browser-profile.ts";
import { planSession, readTable, setUpDesk } from "./coordinator.ts";
import { startHub } from "./hub-process.ts";
import { noteField, startSession, untilStored, writeNote } from "./scribe.ts";
import { serveFolder } from "./static-server.ts";
import { unpackStaticZip } from "./static-zip.ts";

test.setTimeout(150_000);

const words = {
  A: "Asenteet",
  S: "Turvallisuuden tunne",
  V: "Vuorovaikutus",
  O: "Osallisuus ja vaikuttaminen",
};

const expectTheTable = async (page: Page) => {
  const shown = await readTable(page);
  for (const [dimension, counts] of Object.entries(expectedTable())) {
    const { strengthens, weakens, mixed, none } = counts;
    const word = words[dimension as keyof typeof words]; // The four of the codebook.
    expect(shown[word], word).toEqual([strengthens, weakens, mixed, none]);
  }
};

/** A folder as people bring it: the file in a folder of its own, beside something that is no hand-over. */
const folderAround = async (file: string, place: string): Promise<string> => {
  const folder = join(place, "tikku");
  await mkdir(join(folder, "tiistai"), { recursive: true });
  await copyFile(file, join(folder, "tiistai", "luovutus.zip"));
  await writeFile(join(folder, "muistio.txt"), "Kahvia ja pullaa.");
  return folder;
};

const openPage = async (profile: Profile) => {
  const context = await profile.open({ acceptDownloads: true });
  return { context, page: await context.newPage() };
};

let office: Profile;
let tablet: Profile;
test.beforeEach(async () => {
  office = await createProfile();
  tablet = await createProfile();
});
test.afterEach(async () => {
  await office.remove();
  await tablet.remove();
});

test("carries twenty notes written offline, through a killed browser, to the desk's table by the hub", async () => {
  const hub = await startHub();
  try {
    const desk = await openPage(office);
    await setUpDesk(desk.page, hub.url, hub.setupCode());
    const card = await planSession(desk.page, hub.url);
    await desk.page.goto(`${hub.url}#/desk/home`);
    await expect(desk.page.getByText("Palvelin tuntee työpöydän")).toBeVisible();
    await expect(desk.page.getByText(/Lähetetty \d/)).toBeVisible();

    // The typed code alone: the plan comes from the hub and is compared with the paper.
    const first = await openPage(tablet);
    await first.page.goto(`${hub.url}#/join`);
    await untilStored(first.page);
    await first.page
      .getByLabel("Kortin koodi")
      .or(first.page.getByLabel("Tai kirjoita koodi"))
      .fill(card.code);
    await first.page.getByRole("button", { name: "Avaa tilaisuus" }).click();
    // The desk's sending may still be under way.
    const match = first.page.getByRole("button", { name: "Täsmäävät" });
    const again = first.page.getByRole("button", { name: "Kysy uudelleen" });
    await match.or(again).waitFor();
    while (!(await match.isVisible())) {
      await again.click();
      await match.or(again).waitFor();
    }
    await match.click();
    await first.context.setOffline(true);
    await startSession(first.page);

    const notes = exampleNotes();
    for (const note of notes.slice(0, 10)) await writeNote(first.page, note);
    await noteField(first.page).fill("Tämä jäi kesken, kun");
    await expect(first.page.getByText(/Keskeneräinen teksti tallessa/)).toBeVisible();
    await tablet.kill();

    // Back where the scribe was: no code, every note, the half sentence in the field.
    const context = await tablet.open();
    await context.setOffline(true);
    const page = await context.newPage();
    await page.goto(hub.url);
    await expect(noteField(page)).toHaveValue("Tämä jäi kesken, kun");
    for (const note of notes.slice(0, 10)) {
      await expect(page.getByText(note.text, { exact: true }).last()).toBeAttached();
    }
    for (const note of notes.slice(10)) await writeNote(page, note);

    await context.setOffline(false);
    await page.getByRole("button", { name: "Valikko" }).click();
    await page.getByRole("menuitem", { name: "Lopeta ja luovuta järjestölle" }).click();
    await page.getByRole("button", { name: "Lopeta ja luovuta järjestölle" }).click();
    await expect(page.getByText(/Lähti .*Odottaa, että Lähellä ry/)).toBeVisible({
      timeout: 60_000,
    });

    await desk.page.goto(`${hub.url}#/desk/intake`);
    await desk.page.getByRole("button", { name: "Katso, mitä palvelimelle on tullut" }).click();
    await expect(
      desk.page.getByText(/Asukasilta, pöytä 2: 20 kirjausta, uusi tilaisuus/),
    ).toBeVisible();
    await desk.page.getByRole("button", { name: "Tuo", exact: true }).click();
    await desk.page.getByRole("link", { name: "Avaa taulukko" }).click();
    await expectTheTable(desk.page);

    // Every number opens its notes.
    await desk.page
      .getByRole("row", { name: /Turvallisuuden tunne/ })
      .getByRole("link")
      .first()
      .click();
    await expect(desk.page.getByRole("heading", { name: "Kirjaukset" })).toBeVisible();
  } finally {
    await hub.stop();
  }
});

test("does the same with files only, from the static zip on a plain web space", async () => {
  const files = await mkdtemp(join(tmpdir(), "kuuluu-static-"));
  await unpackStaticZip(files);
  const site = await serveFolder(files);
  try {
    const desk = await openPage(office);
    await setUpDesk(desk.page, site.url);
    const card = await planSession(desk.page, site.url);

    const scribe = await openPage(tablet);
    await scribe.page.goto(site.url);
    await untilStored(scribe.page);
    await scribe.page.goto(card.link);
    await startSession(scribe.page);
    await scribe.context.setOffline(true);
    for (const note of exampleNotes()) await writeNote(scribe.page, note);
    await scribe.page.getByRole("button", { name: "Valikko" }).click();
    await scribe.page.getByRole("menuitem", { name: "Lopeta ja luovuta järjestölle" }).click();
    await scribe.page.getByRole("button", { name: "Lopeta ja luovuta järjestölle" }).click();
    await expect(scribe.page.getByText(/Luovutettu\. Odottaa lähtöä/)).toBeVisible();
    const download = scribe.page.waitForEvent("download");
    await scribe.page.getByRole("button", { name: "Vie tiedostona" }).click();
    const file = await (await download).path();
    expect(Object.keys(unzipSync(await readFile(file))).length).toBeGreaterThan(1);

    await desk.page.goto(`${site.url}#/desk/intake`);
    const toImport = desk.page.getByRole("button", { name: "Tuo", exact: true });
    const folderChooser = desk.page.waitForEvent("filechooser");
    await desk.page.getByRole("button", { name: "Valitse kansio" }).click();
    await (await folderChooser).setFiles(await folderAround(file, files));
    await expect(toImport).toBeVisible();
    // Nothing was taken yet: the same file alone, chosen afresh, is as new.
    await desk.page.reload();
    await expect(toImport).toHaveCount(0);
    const chooser = desk.page.waitForEvent("filechooser");
    await desk.page.getByRole("button", { name: "Valitse tiedostot" }).click();
    await (await chooser).setFiles(file);
    await desk.page.getByRole("button", { name: "Tuo", exact: true }).click();
    await desk.page.getByRole("link", { name: "Avaa taulukko" }).click();
    await expectTheTable(desk.page);
  } finally {
    await site.stop();
    await rm(files, { recursive: true, force: true });
  }
});
