// Plans and requests in another program's hands: LibreOffice opens them with their words, headings and tables, and a
// request that was filled in and saved there comes back.
import { beforeAll, expect, test } from "vitest";
import { listPublishableMeasures } from "../../src/analysis/publishable-measures.ts";
import { toRequestRows } from "../../src/app/desk/plans/request-rows.ts";
import {
  measureSheetWords,
  requestWords,
  statusWords,
} from "../../src/app/desk/plans/sheet-words.ts";
import { parseCsv } from "../../src/base/csv.ts";
import { foldMeasures } from "../../src/domain/measures.ts";
import { toFollowUpRequest, toRowId } from "../../src/report/follow-up-request.ts";
import { readFollowUpRequest } from "../../src/report/follow-up-request-reading.ts";
import { toMeasureSheet } from "../../src/report/measure-sheet.ts";
import { readMeasureSheet } from "../../src/report/measure-sheet-reading.ts";
import { convertByOffice, convertBytes, hasOffice } from "../fixtures/other-programs.ts";
import { madeAt, planDocx, wordsIn } from "../fixtures/plan-files.ts";
import { createPlansWorld, type PlansWorld } from "../fixtures/plans-world.ts";
import { hostileTexts } from "../fixtures/report.ts";

const withLf = (value: string) => value.replaceAll(/\r\n?/g, "\n");
/** LibreOffice shows a word in any language as it is; blanks at ends of lines are its own. */
const squeeze = (value: string) => value.replaceAll(/\s+/g, " ").trim();

let world: PlansWorld;
beforeAll(async () => {
  world = await createPlansWorld();
  await world.addMeasure({
    ...{ partners: "Nuorisovaltuusto ja asukasyhdistys", cost: "n. 40 000 €" },
    ...{ indicator: "Toimivia valoja", baseline: "0", target: "12", source: "Kunnan mittaus" },
    ...{ startsOn: "2027-03-01", dueOn: "2027-09-30", statusOn: "2027-01-15" },
  });
  const measureId = await world.addMeasure({
    ...{ what: { fi: "Oppilaskunta mukaan pihan suunnitteluun", ar: "إشراك التلاميذ" } },
    objective: { fi: "Nuoret päättävät" },
  });
  await world.addFollowUp(measureId, {
    type: "told",
    on: "2027-04-02",
    text: { fi: "Kerrottiin illassa" },
  });
});

/** Texts of elements by name, in order, out of the page that LibreOffice made. */
const elements = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, "gi"))].map(([element]) =>
    squeeze(
      element
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll("&nbsp;", " ")
        .replaceAll("&ndash;", "–")
        .replaceAll(/&[a-z]+;/g, (entity) => entity),
    ),
  );
const openAsPage = (bytes: Uint8Array): string =>
  convertByOffice("plan.docx", bytes, "html:HTML (StarWriter):EmbedImages")["plan.html"] ?? "";

test.skipIf(!hasOffice)(
  "the action plan opens with its headings in order, its tables with heads, and what is to be filled in",
  async () => {
    const html = openAsPage(await planDocx(await world.records(), world.roundId, "action", "fi"));
    expect(elements(html, "h1")).toEqual([
      "Toimintasuunnitelma hyvien väestösuhteiden edistämiseksi",
    ]);
    expect(elements(html, "h2")).toEqual([
      ...["Tilannekuva", "Tavoitteet", "Paikalliset erityiskysymykset", "Vaikuttamiskanavat"],
      ...["Keskeiset toimijat", "Toimenpide-ehdotukset", "Mittarit", "Seuranta ja vastuutaho"],
      ...["Viestintä ja palaute osallistujille", "Näin suunnitelman tiedot on koottu"],
    ]);
    const dimensions = world.round.fields.codebook.dimensions.map(({ label }) => label.fi);
    expect(elements(html, "h3")).toEqual([...dimensions, "Mitä aineisto ei kerro"]);
    const tables = [...html.matchAll(/<table[\s\S]*?<\/table>/gi)].map(([table]) => table);
    expect(tables).toHaveLength(4);
    for (const table of tables) expect(table).toMatch(/<thead/i);
    const text = squeeze(html.replaceAll(/<[^>]+>/g, " "));
    for (const said of [
      ...["Koivula", "Valtuusto", "[täydennetään: käsittelypäivä]", "Alikulku pelottaa iltaisin"],
      ...["Turvallinen asema", "Katuyksikkö", "Nuorisovaltuusto ja asukasyhdistys", "1.3.2027"],
      ...["Toimivia valoja", "Kunnan mittaus", "2.4.2027: Kerrottiin illassa"],
    ]) {
      expect([said, text.includes(said)]).toEqual([said, true]);
    }
  },
);

test.skipIf(!hasOffice)(
  "the implementation plan opens in Swedish, with a table a measure, and says what is in another language",
  async () => {
    const html = openAsPage(
      await planDocx(await world.records(), world.roundId, "implementation", "sv"),
    );
    expect(elements(html, "h1")[0]).toMatch(/^Genomförandeplan för åtgärder/);
    expect(elements(html, "h2")).toEqual([
      "Mål 1",
      "Mål 2",
      "Så här har planens uppgifter sammanställts",
    ]);
    expect(elements(html, "h3")).toEqual(["Åtgärd 1.1", "Åtgärd 2.1"]);
    const [, first = ""] = [...html.matchAll(/<table[\s\S]*?<\/table>/gi)].map(([table]) => table);
    const cells = elements(first, "t[dh]");
    for (const label of ["Ansvarig part", "Tidtabell", "Kostnad", "Mätare", "Skede"]) {
      expect([label, cells.includes(label)]).toEqual([label, true]);
    }
    expect(cells).toContain("1.3.2027–30.9.2027");
    expect(cells).toContain("n. 40 000 €");
    for (const said of ["Oppilaskunta mukaan", "Alikulku"]) {
      expect([
        said,
        new RegExp(`lang="fi-FI"[^>]*>\\s*${said.replace(" ", "\\s+")}`).test(html),
      ]).toEqual([said, true]);
    }
    expect(squeeze(html.replaceAll(/<[^>]+>/g, " "))).toContain("[fylls i: tidtabell]");
  },
);

test.skipIf(!hasOffice)(
  "a request filled in and saved by LibreOffice comes back whole",
  async () => {
    const records = await world.records();
    const words = await wordsIn("fi");
    let next = 0;
    const random = (length: number) => {
      next += 1;
      return new Uint8Array(length).fill(next);
    };
    const rows = toRequestRows(
      listPublishableMeasures(records, world.roundId),
      records,
      words,
      random,
    );
    const sent = toFollowUpRequest({
      unit: "Katuyksikkö",
      rows,
      words: requestWords(words),
      madeAt,
    });
    const everySheet =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
    const parsed = parseCsv(
      convertByOffice("request.xlsx", sent, everySheet)["request-Seuranta.csv"] ?? "",
      { separator: "," },
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const sheet = parsed.value.map(({ cells }) => cells);
    expect(sheet[0]).toContain("Mitä on havaittu (seen:fi)");
    expect(sheet.slice(1).map(([id]) => id)).toEqual(rows.map(toRowId));
    const back = convertBytes("request.xlsx", sent, "xlsx:Calc MS Excel 2007 XML")["request.xlsx"];
    const options = {
      ...{ measures: foldMeasures(records), followUps: [], today: "2027-05-01" },
      statuses: [statusWords(words.t)],
    };
    expect(readFollowUpRequest(back ?? new Uint8Array(), options)).toEqual({
      ok: true,
      value: { entries: [], statuses: [], moved: [], refusals: [], unchanged: rows.length },
    });
  },
);

test.skipIf(!hasOffice)(
  "a sheet of measures that LibreOffice opened and saved anew changes nothing",
  async () => {
    const words = await wordsIn("fi");
    for (const [at, each] of hostileTexts.entries()) {
      const text = withLf(each).slice(0, 1_000);
      await world.addMeasure({
        what: { fi: `Teko ${at}` },
        partners: text,
        target: text.slice(0, 300),
      });
    }
    const views = foldMeasures(await world.records());
    const sent = toMeasureSheet(views, ["fi", "sv", "ar"], measureSheetWords(words), ";");
    const filters = [
      "--infilter=CSV:59,34,76,1,,0,false,true,false",
      "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
    ] as const;
    const saved = convertByOffice("sheet.csv", new TextEncoder().encode(sent), filters[1], [
      filters[0],
    ])["sheet.csv"];
    const read = readMeasureSheet(saved ?? "", views, {
      ...{ statuses: [statusWords(words.t)], today: "2027-05-01" },
    });
    expect(read).toEqual({
      ok: true,
      value: { changes: [], conflicts: [], refusals: [], unchanged: views.length },
    });
  },
);
