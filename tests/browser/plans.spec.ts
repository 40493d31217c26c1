// Measures out and back through the real screens: the table edited in between, with rows that cannot be taken; a follow-up
// request filled in, and read twice; a plan for Word. Keyboard and axe on the way.
import { readFile, writeFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { parseCsv, writeCsv } from "../../src/base/csv.ts";
import { readWorkbook } from "../../src/report/xlsx-reading.ts";
import { toWorkbook } from "../../src/report/xlsx-writing.ts";
import { createProfile, type Profile } from "./browser-profile.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./page-checks.ts";
import { type Site, serveFolder } from "./static-server.ts";

test.setTimeout(150_000);

let site: Site;
let profile: Profile;
let page: Page;
let at: (hash: string) => string;
test.beforeEach(async () => {
  site = await serveFolder("dist");
  profile = await createProfile();
  page = await (await profile.open({ acceptDownloads: true })).newPage();
  page.setDefaultTimeout(30_000);
  at = (hash) => `${site.url}?demo=1#/desk${hash}`;
  await page.goto(at(""));
  await page.locator('a[href*="#/desk/sessions/"]').first().waitFor({ timeout: 60_000 });
});
test.afterEach(async () => {
  await profile.remove();
  await site.stop();
});

const save = async (name: string): Promise<string> => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  return (await download).path();
};
const choose = async (name: string, file: string): Promise<void> => {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("group", { name }).getByRole("button").click();
  await (await chooser).setFiles(file);
};

/** A finding, and measures that answer it, checked for telling; the practice round has others. Answers their ids. */
const makeMeasures = async (all: readonly (readonly [what: string, unit: string])[]) => {
  await page.goto(at("/findings"));
  await page.locator("form textarea").fill("Alikulku kierretään iltaisin");
  await page.locator("form button[type=submit]").click();
  await page.waitForURL(/findings\/[0-9a-f]{32}/);
  const finding = page.url().split("/").at(-1) ?? "";
  const ids: string[] = [];
  for (const [what, unit] of all) {
    await page.goto(at(`/measures/new?finding=${finding}`));
    await page.getByLabel("Mitä tehdään").fill(what);
    await page.getByLabel("Vastuutaho").fill(unit);
    await page.getByRole("button", { name: "Tee toimenpide" }).click();
    await page.waitForURL(/measures\/[0-9a-f]{32}/);
    await page.getByRole("button", { name: "Tarkistettu: saa kertoa ulos" }).click();
    await page.getByText("Sanat on tarkistettu ulos kerrottaviksi").waitFor();
    ids.push(page.url().split("/").at(-1) ?? "");
  }
  return ids;
};
const rowOf = (unit: string) => page.locator("tbody tr", { hasText: unit });

test("the table goes out, is edited with two rows broken, comes back, and changes what is good", async ({
  browserName: _,
}, info) => {
  const [lamps = "", pupils = ""] = await makeMeasures([
    ["Valaistaan aseman alikulku", "Lampputiimi"],
    ['=Oppilaskunnat "mukaan"; heti', "Koulutiimi"],
  ]);
  await page.goto(at("/plans/table"));
  await expect(rowOf("Lampputiimi")).toHaveCount(1);
  await expect(rowOf("Koulutiimi")).toHaveCount(1);
  await expectAccessible(page);
  const parsed = parseCsv(await readFile(await save("Tallenna CSV-tiedostona"), "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const [head = [], ...rows] = parsed.value.map(({ cells }) => cells);
  const [first = [], second = []] = [lamps, pupils].map((id) =>
    rows.find((cells) => cells.includes(`m-${id}`)),
  );
  const column = (code: string) => head.findIndex((label) => label.endsWith(`(${code})`));
  const edited = [
    head,
    first.with(column("party"), "Tekninen lautakunta").with(column("due"), "30.9.2027"),
    second.with(column("due"), "31.2.2027"),
    second.with(column("id"), "m-tuntematon"),
  ];
  const file = info.outputPath("taulukko.csv");
  await writeFile(file, writeCsv(edited, ";"));
  await choose("Muokattu CSV-tiedosto", file);
  await expect(page.getByText("1 toimenpide muuttuisi")).toBeVisible();
  await expect(page.getByText("Rivi 3, Määräaika: ”31.2.2027” ei ole päivä.")).toBeVisible();
  await expect(page.getByText("Rivi 4: tunnistetta m-tuntematon ei ole")).toBeVisible();
  await expectAccessible(page);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
  await page.setViewportSize({ width: 1180, height: 820 });
  // By keyboard alone.
  await page.getByRole("button", { name: "Ota 1 toimenpiteen muutokset" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 toimenpide on nyt muuttunut.")).toBeVisible();
  // Its words are others now: it waits for a new check, and is told to be left out.
  await expect(rowOf("Lampputiimi")).toHaveCount(0);
  await expect(rowOf("Koulutiimi")).toHaveCount(1);
  await page.getByText("ei ole mukana: katso miksi").click();
  await page.locator(`.plans-left-out a[href$="${lamps}"]`).click();
  await expect(page.getByLabel("Vastuutaho")).toHaveValue("Tekninen lautakunta");
});

test("a request goes out, comes back filled in, and adds nothing the second time", async ({
  browserName: _,
}, info) => {
  await makeMeasures([["Valaistaan aseman alikulku", "Lampputiimi"]]);
  await page.goto(at("/plans/requests"));
  await page.getByLabel("Mistä toimenpiteistä kysytään").selectOption("Lampputiimi");
  await expectAccessible(page);
  const sent = await readFile(await save("Tallenna pyyntö Excel-tiedostona"));
  const book = readWorkbook(new Uint8Array(sent));
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  const [head = [], row = []] = book.value[0]?.rows.map(({ cells }) => cells) ?? [];
  const answers = new Map([
    ["status", "Käynnissä"],
    ["day", "15.4.2027"],
    ["seen:fi", "Kaksi valoa kolmesta palaa"],
    ["value", "2"],
  ]);
  const filled = head.map(
    (label, place) => answers.get(/\(([^()]+)\)$/.exec(label)?.[1] ?? "") ?? row[place] ?? "",
  );
  const rows = [head, filled].map((cells) =>
    cells.map((text) => ({ kind: "text", text: { text } }) as const),
  );
  const file = info.outputPath("seuranta.xlsx");
  const sheet = { name: "Seuranta", rows, hasHead: true, isRtl: false };
  await writeFile(
    file,
    toWorkbook({ title: "t", lang: "fi", madeAt: "2027-04-16T08:00:00.000Z", sheets: [sheet] }),
  );
  await choose("Täytetty Excel-tiedosto", file);
  await expect(page.getByText("2 seurannan merkintää tulisi")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ota 3 tietoa" }).click();
  await expect(page.getByText("3 tietoa on nyt työpöydällä.")).toBeVisible();
  await choose("Täytetty Excel-tiedosto", file);
  await expect(page.getByText("1 rivillä ei ole uutta.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Ota/ })).toHaveCount(0);
});

test("a plan is saved for Word", async () => {
  await makeMeasures([["Valaistaan aseman alikulku", "Lampputiimi"]]);
  await page.goto(at("/plans"));
  await expect(page.locator(".report-page")).toContainText("Valaistaan aseman alikulku");
  await expectAccessible(page);
  await page.getByLabel("Suunnitelma", { exact: true }).selectOption("implementation");
  await expect(page.getByText(/toimenpiteellä ei ole tavoitetta/)).toBeVisible();
  await expectAccessible(page);
  const bytes = await readFile(await save("Tallenna Word-tiedostona"));
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});
