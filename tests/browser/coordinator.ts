// The coordinator's steps through the real screens, in Finnish, as the journeys share them.
import type { Page } from "@playwright/test";
import { parseUtf8 } from "../../src/base/bytes.ts";
import { readQr } from "../../src/sync/qr-code.ts";

const passphrase = "neljä tavallista sanaa tähän";

/** Sets up a desk and proves its recovery sheet. Without `setupCode` it is a desk without a hub. Answers the code. */
export const setUpDesk = async (page: Page, url: string, setupCode?: string): Promise<string> => {
  await page.goto(`${url}#/desk`);
  if (setupCode) {
    await page.getByRole("link", { name: "Aloita tämän palvelimen käyttöönottokoodilla" }).click();
    await page.getByLabel("Palvelimen käyttöönottokoodi").fill(setupCode);
  } else {
    await page.getByRole("link", { name: "Aloita ilman palvelinta" }).click();
  }
  await page.getByLabel("Vastaanottajan nimi").fill("Lähellä ry");
  await page.getByRole("button", { name: "Jatka" }).click();
  await page.getByLabel("Tunnuslause", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Perusta työpöytä" }).click();
  const code = await page.locator(".big-code").textContent();
  await page.getByRole("button", { name: "Koodi on paperilla" }).click();
  await page.getByLabel("Koodi palautusarkista").fill(code ?? "");
  await page.getByRole("button", { name: "Tarkista koodi" }).click();
  await page.getByRole("link", { name: "Työpöydälle" }).click();
  return code ?? "";
};

export type PlannedCard = { readonly code: string; readonly link: string };

/** Starts a round and plans one session; answers what its card shows: 16 characters, and the link in the QR. */
export const planSession = async (page: Page, url: string): Promise<PlannedCard> => {
  await page.getByRole("link", { name: "Uusi kierros" }).click();
  await page.getByLabel("Kierroksen nimi").fill("Kevät 2027");
  await page.getByRole("button", { name: "Aloita kierros" }).click();
  await page.goto(`${url}#/desk/sessions`);
  await page.getByLabel("Tilaisuuden nimi").fill("Asukasilta, pöytä 2");
  await page.getByRole("button", { name: "Suunnittele ja tee kortti" }).click();
  await page.getByRole("link", { name: "Tulosta kortti" }).first().click();
  const qr = page.getByRole("img", { name: "Tilaisuuden ruutukoodi" }).first();
  await qr.waitFor();
  const link = await readCardQr(page);
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(
    (await page.locator("main").textContent()) ?? "",
  )?.[0];
  if (!code) throw new Error("no code on the card");
  return { code, link };
};

/** Draws the card's QR to pixels and reads it as a camera would. */
const readCardQr = async (page: Page): Promise<string> => {
  const picture = await page.evaluate(async () => {
    const svg = document.querySelector("svg.qr");
    if (!svg) throw new Error("no QR on the page");
    const side = 800;
    const image = new Image(side, side);
    const copy = svg.cloneNode(true) as SVGElement; // A clone of the element just found.
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", String(side));
    copy.setAttribute("height", String(side));
    image.src = URL.createObjectURL(new Blob([copy.outerHTML], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.fillStyle = "white"; // The paper.
    context.fillRect(0, 0, side, side);
    context.drawImage(image, 0, 0, side, side);
    return { side, pixels: [...context.getImageData(0, 0, side, side).data] };
  });
  const data = new Uint8ClampedArray(picture.pixels);
  const read = await readQr({ width: picture.side, height: picture.side, data });
  const text = read && parseUtf8(read);
  if (!text) throw new Error("the card's QR does not read");
  return text;
};

/** What the table on screen says, by the word of the dimension: strengthens, weakens, mixed, none. */
export const readTable = async (
  page: Page,
): Promise<Readonly<Record<string, readonly number[]>>> => {
  const rows = page.getByRole("table").getByRole("row");
  await page.getByRole("table").waitFor();
  const table: Record<string, readonly number[]> = {};
  for (const row of await rows.all()) {
    const cells = await row.getByRole("cell").allTextContents();
    if (cells.length === 0) continue;
    const name = await row.getByRole("rowheader").textContent();
    table[(name ?? "").replace(/^\d\s*/, "").trim()] = cells.slice(0, 4).map(Number);
  }
  return table;
};
