// A decision-makers' event in the real browser: two windows turned by one clicker without a network, every letter large
// enough and nothing cut, and the file for the meeting room opened from the disk and brought back.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(150_000);

const long =
  "Iltaisin pelätään liikkua yksin, ja siksi harrastukset jäävät väliin etenkin niiltä, joilla ei ole autoa. ".repeat(
    9,
  );
const statements = ["Alikulku kierretään iltaisin", long.trim()];

let profile: Profile;
let site: Site;
let context: BrowserContext;
let desk: Page;
let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kuuluu-event-"));
  profile = await createProfile();
  site = await serveFolder("dist");
  context = await profile.open({ acceptDownloads: true });
  desk = await context.newPage();
  await makeEvent();
});
test.afterEach(async () => {
  await profile.remove();
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

const toHash = (hash: string) =>
  desk.evaluate((next) => {
    location.hash = next;
  }, hash);
let eventAt = "";
const toPart = (part: string) => toHash(`${eventAt}?part=${part}`);

const makeEvent = async () => {
  await desk.goto(`${site.url}?demo=1#/desk/findings`);
  for (const statement of statements) {
    await desk.getByLabel("Mitä kirjaukset sanovat").waitFor({ timeout: 90_000 });
    await desk.getByLabel("Mitä kirjaukset sanovat").fill(statement);
    await desk.locator("form select").nth(1).selectOption("S");
    await desk.getByRole("button", { name: "Luo päähavainto" }).click();
    await desk.getByRole("button", { name: "Liitä puolesta" }).first().click();
    await desk.getByRole("heading", { name: "Puolesta: 1 kirjaus" }).waitFor();
    await desk.getByRole("button", { name: "Tarkistettu: saa julkaista" }).click();
    await desk.getByText(/Sanat on tarkistettu julkaistaviksi/).waitFor();
    await toHash("#/desk/findings");
  }
  await toHash("#/desk/event");
  await desk.getByRole("button", { name: "Suunnittele päättäjätilaisuus" }).click();
  await desk.waitForURL(/event\/[0-9a-f]{32}$/);
  eventAt = new URL(desk.url()).hash;
  await toPart("findings");
  for (const statement of statements) {
    await desk.getByRole("button", { name: `Ota mukaan: ${statement}` }).click();
  }
  await desk.getByRole("button", { name: `Jätä pois: ${long.trim()}` }).waitFor();
};

const openWall = async (): Promise<Page> => {
  await toPart("present");
  const [wall] = await Promise.all([
    context.waitForEvent("page"),
    desk.getByRole("link", { name: "Avaa valkokankaan ikkuna" }).click(),
  ]);
  await wall.locator(".slide").waitFor();
  return wall;
};

/** Everything that is read from afar: at least 32 px, all of it inside the window. */
const expectReadable = async (wall: Page) => {
  const found = await wall.evaluate(() => {
    const show = document.querySelector(".show");
    if (!show) return ["no slide"];
    const small = [...show.querySelectorAll("*")].flatMap((element) => {
      const hasText = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      );
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      return hasText && size < 32 ? [`${element.className}: ${size}`] : [];
    });
    const cut = show.scrollHeight > show.clientHeight + 1 ? [`height ${show.scrollHeight}`] : [];
    const wide = show.scrollWidth > show.clientWidth ? [`width ${show.scrollWidth}`] : [];
    return [...small, ...cut, ...wide];
  });
  expect(found).toEqual([]);
};

const placeOf = async (wall: Page) =>
  (await wall.locator(".slide-foot span").last().textContent()) ?? "";

test("waits on the wall for the laptop's window, opening no database and taking no hold", async () => {
  // Begun anew and away from the event: a show that was opened goes on while the laptop shows other pages.
  await toHash("#/desk/measures");
  await desk.reload();
  await desk.locator(".measure-card").first().waitFor();
  const heldBefore = await desk.evaluate(async () => (await navigator.locks.query()).held?.length);
  const wall = await context.newPage();
  await wall.goto(`${site.url}?show=1#event=${eventAt.split("/").at(-1)}&lang=sv`);
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText(
    "Väntar på presentatörens fönster",
  );
  await expectAccessible(wall);
  const names = await wall.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  // The practice desk's own alone: a window that opened the app would have made the real one.
  expect(names).toEqual(["kuuluu-demo"]);
  expect(await desk.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(
    heldBefore,
  );
  await toPart("present");
  await expect(wall.locator(".slide")).toBeVisible();
});

test("turns the wall from the laptop and from the wall, readable in both sizes, without a network", async () => {
  const wall = await openWall();
  await context.setOffline(true);
  await site.stop();
  const count = Number((await placeOf(wall)).split("/")[1]);
  expect(count).toBeGreaterThan(5);
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await wall.setViewportSize(size);
    await wall.keyboard.press("Home");
    for (let at = 1; at <= count; at += 1) {
      await expect(wall.locator(".slide-foot")).toContainText(`${at}/${count}`);
      await expectReadable(wall);
      await wall.keyboard.press("PageDown");
    }
  }
  await expectAccessible(wall);
  await wall.emulateMedia({ forcedColors: "active" });
  await expectReadable(wall);

  await desk.bringToFront();
  await desk.keyboard.press("PageUp");
  await expect(wall.locator(".slide-foot")).toContainText(`${count - 1}/${count}`);
  await wall.keyboard.press("b");
  await expect(wall.locator(".show-black")).toBeVisible();
  await expect(desk.getByText("musta ruutu", { exact: false }).first()).toBeVisible();
  await desk.keyboard.press("PageUp");
  await expect(wall.locator(".show-black")).toHaveCount(0);
  await expect(wall.locator(".slide-foot")).toContainText(`${count - 1}/${count}`);
  // On one screen of a laptop: what is up, what comes next, the time.
  const next = await desk.locator(".event-preview-next").boundingBox();
  expect((next?.y ?? 0) + (next?.height ?? 0)).toBeLessThanOrEqual(820);
  await expectNoSidewaysScroll(desk);
  // The wall's window holds the slides in memory alone.
  expect(
    await wall.evaluate(async () => [localStorage.length, Object.keys(sessionStorage).length]),
  ).toEqual([await desk.evaluate(() => localStorage.length), 0]);
});

test("puts a commitment on the wall when it is shown, and not a moment before", async () => {
  const wall = await openWall();
  await toPart("room");
  const form = desk.getByRole("form", { name: "Uusi sitoumus" });
  await form.getByLabel("Mitä luvataan").fill("Alikulku valaistaan.");
  await form.getByLabel("Vastuutaho").fill("Tekniset palvelut");
  await form.getByLabel("Mihin mennessä").fill("2027-09-30");
  await form.getByRole("button", { name: "Kirjaa sitoumus" }).click();
  await desk.getByText("ei vielä näytetty").waitFor();
  await expect(wall.getByText("Alikulku valaistaan.")).toHaveCount(0);
  await desk.getByRole("button", { name: "Näytä valkokankaalla: Alikulku valaistaan." }).click();
  await expect(wall.locator(".slide-statement")).toHaveText("Alikulku valaistaan.");
  await expect(wall.getByText("30.9.2027")).toBeVisible();
  await expectReadable(wall);
  await desk.reload();
  await wall.keyboard.press("PageUp");
  await expect(wall.locator(".slide")).toBeVisible();
});

test("opens the file from the disk, keeps what is typed there, and takes it in at the desk once", async () => {
  await toPart("papers");
  const [saved] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("button", { name: "Tallenna tiedosto" }).click(),
  ]);
  const path = join(folder, "event.html");
  await saved.saveAs(path);

  const room = await context.newPage();
  await room.setViewportSize({ width: 1280, height: 720 });
  await room.goto(pathToFileURL(path).href);
  const pages = await room.locator(".slide").count();
  for (let at = 0; at < pages; at += 1) {
    await expect(room.locator(".slide.now")).toHaveAttribute("id", `slide-${at + 1}`);
    await expectReadable(room);
    await room.keyboard.press("PageDown");
  }
  await expectAccessible(room);
  await room
    .getByLabel("Mihin päähavaintoon")
    .selectOption({ label: "Alikulku kierretään iltaisin" });
  await room.getByLabel("Mitä luvataan").fill("<b>Valot</b> & penkki");
  await room.getByLabel("Vastuutaho").fill("Tekniset palvelut");
  await room.getByRole("button", { name: "Lisää", exact: true }).click();
  await expect(room.locator(".typed .promise")).toHaveText("1. <b>Valot</b> & penkki");
  await expectNoSidewaysScroll(room);
  await room.getByRole("button", { name: /^Luettu ääneen/ }).click();
  // Kept at once: a closed window loses nothing.
  await room.close();
  const again = await context.newPage();
  await again.goto(pathToFileURL(path).href);
  await again.keyboard.press("End");
  await expect(again.locator(".typed .promise")).toHaveText("1. <b>Valot</b> & penkki");
  await expect(again.getByText("Ei vielä tallennettu tiedostoon.", { exact: false })).toBeVisible();
  const [typed] = await Promise.all([
    again.waitForEvent("download"),
    again.getByRole("button", { name: "Tallenna tiedostoon" }).click(),
  ]);
  const typedPath = join(folder, "typed.json");
  await typed.saveAs(typedPath);
  await expect(again.getByText("Tallennettu tiedostoon.", { exact: false })).toBeVisible();
  expect(JSON.parse(await readFile(typedPath, "utf8")).commitments).toMatchObject([
    { promise: "<b>Valot</b> & penkki", unit: "Tekniset palvelut", readAloud: true },
  ]);

  await desk.bringToFront();
  await toPart("room");
  const file = desk.locator("input[type=file]");
  await file.setInputFiles(typedPath);
  await desk.getByRole("button", { name: "Tuo 1 sitoumus" }).click();
  await expect(desk.getByText("1 sitoumus tuotiin")).toBeVisible();
  await expect(desk.locator(".event-promise")).toHaveText("<b>Valot</b> & penkki");
  await file.setInputFiles(typedPath);
  await expect(desk.getByText("On jo työpöydällä.")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Tuo 0 sitoumusta" })).toBeDisabled();
});
