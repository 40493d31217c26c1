import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { type ExportJob, makeExport } from "../../src/app/desk/exports/export-job.ts";
import { createExportModel } from "../../src/app/desk/exports/export-model.ts";
import { runHere } from "../../src/app/desk/exports/export-runner.ts";
import { paperKinds, readPaperTexts, toPaper } from "../../src/app/desk/exports/papers.ts";
import { createTranslationModel } from "../../src/app/desk/exports/translation-model.ts";
import { applyTranslations, listEntries } from "../../src/app/desk/exports/translations.ts";
import { ok } from "../../src/base/result.ts";
import { foldFindings } from "../../src/domain/findings.ts";
import { readWorkbook } from "../../src/report/xlsx-reading.ts";
import { readTexts } from "../fixtures/read-texts.ts";
import { exportWords, report } from "../fixtures/report.ts";
import { contentOf, exportRecords, refiWords, round, roundId } from "../fixtures/round.ts";

const now = () => Date.UTC(2026, 10, 24, 12);
const host = (change: Partial<Parameters<typeof createExportModel>[0]> = {}) => {
  const saved: (readonly [string, Uint8Array])[] = [];
  const model = createExportModel(
    {
      now,
      run: runHere,
      saveFile: async (name, bytes) => {
        saved.push([name, bytes]);
        return "downloaded";
      },
      ...change,
    },
    roundId,
  );
  return { model, saved };
};
const order = (job: ExportJob) => ({
  what: "x",
  part: "report-fi",
  ending: "x",
  prepare: () => job,
});
const html: ExportJob = { what: "html", report: report(), words: exportWords };

describe("a file on its way out", () => {
  test("is made, saved under a name that tells nothing, and said to be ready", async () => {
    const { model, saved } = host();
    await model.make(order(html));
    expect(saved.map(([name]) => name)).toEqual(["kuuluu-0d0d0d0d-report-fi-2026-11-24.x"]);
    expect(model.current.value).toMatchObject({ state: "saved" });
  });

  test("that is stopped is not saved, whatever comes of it later", async () => {
    const { model, saved } = host();
    const making = model.make(order(html));
    model.stop();
    await making;
    expect(saved).toEqual([]);
    expect(model.current.value).toEqual({ state: "stopped" });
  });

  test("that cannot be made is said so, and the next one can", async () => {
    const { model, saved } = host();
    const broken = { ...order(html), prepare: () => Promise.reject(new Error("no memory")) };
    await model.make(broken);
    expect(model.current.value).toEqual({ state: "failed", what: "x" });
    await model.make(order(html));
    expect(saved).toHaveLength(1);
  });

  test("waits for nobody: a second order while one is made does nothing", async () => {
    const { model, saved } = host();
    await Promise.all([model.make(order(html)), model.make(order(html))]);
    expect(saved).toHaveLength(1);
  });
});

const ofRound = {
  records: exportRecords(),
  roundId,
  madeAt: "2026-11-25T08:00:00.000Z",
  mark: "Ei julkaistavaksi",
};
const table = {
  lang: "fi",
  caption: "Kirjaukset",
  columns: new Proxy({}, { get: (_, name) => String(name) }) as never, // Every column is called by its own name.
  polarities: refiWords.polarities,
  yes: "kyllä",
  questions: {},
};

describe("every sort of file", () => {
  test.each<ExportJob>([
    { what: "docx", report: report(), words: exportWords, images: [] },
    { what: "xlsx", report: report(), words: exportWords },
    html,
    { what: "csv", report: report(), words: exportWords, separator: ";" },
    { ...ofRound, what: "notes-csv", table, separator: ";" },
    { ...ofRound, what: "notes-xlsx", table, title: "t", about: [], aboutName: "Tietoa" },
    { ...ofRound, what: "round-json" },
    { ...ofRound, what: "refi-project", refi: refiWords, ends: "crlf" },
    { ...ofRound, what: "refi-codebook", refi: refiWords },
  ])("$what comes out of plain data", async (job) => {
    expect((await makeExport(job)).length).toBeGreaterThan(300);
  });

  test("tables of a report are a zip of CSV files, one each", async () => {
    const bytes = await makeExport({
      what: "csv",
      report: report(),
      words: exportWords,
      separator: ";",
    });
    expect(Object.keys(unzipSync(bytes))).toEqual(["01-dimensions.csv", "02-grid.csv"]);
    const [first] = Object.values(unzipSync(bytes));
    expect(strFromU8(first ?? new Uint8Array())).toContain("1 Asenteet;15;0\r\n");
  });

  test("raw notes say in the workbook itself that they are not for publishing", async () => {
    const bytes = await makeExport({
      ...ofRound,
      what: "notes-xlsx",
      table,
      title: "t",
      about: ["a"],
      aboutName: "Tietoa",
    });
    const sheets = readWorkbook(bytes);
    expect(sheets.ok && sheets.value[0]?.rows.map(({ cells }) => cells[0])).toEqual([
      "t",
      "Ei julkaistavaksi",
      "a",
    ]);
  });
});

describe("papers", () => {
  test.each(["fi", "sv", "en"] as const)(
    "in %s have no value left unfilled, and gaps for what only people know",
    async (lang) => {
      const texts = readPaperTexts(await readTexts(lang, "papers"));
      const names = [
        "desk",
        "receiver",
        "round",
        "languages",
        "sessions",
        "tabletDays",
        "hubDays",
        "deskDays",
        "notesMin",
        "sessionsMin",
        "peopleMin",
        "day",
      ];
      const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      for (const operator of ["ngo", "municipality"] as const) {
        for (const kind of paperKinds) {
          const facts = {
            lang,
            madeAt: ofRound.madeAt,
            operator,
            values,
            notice: "Ensin {{receiver}}\n\nToinen",
          };
          const told = JSON.stringify(toPaper(kind, texts, facts));
          expect(told).not.toContain("{{");
          expect(told).toMatch(/\[(täydennä|fyll i|fill in)/);
          if (kind === "notice") expect(told).toContain("Ensin <receiver>");
        }
      }
    },
  );

  test("name the one who runs the desk, and not the other", async () => {
    const texts = readPaperTexts(await readTexts("fi", "papers"));
    const facts = {
      lang: "fi",
      madeAt: ofRound.madeAt,
      values: { desk: "Koivulan yhdistys" },
      notice: undefined,
    };
    const told = (operator: "ngo" | "municipality") =>
      JSON.stringify(toPaper("assignment", texts, { ...facts, operator }));
    expect(told("ngo")).toContain("Järjestö: Koivulan yhdistys");
    expect(told("municipality")).toContain("Kunta: Koivulan yhdistys");
    expect(told("municipality")).not.toContain("Järjestö: Koivulan yhdistys");
  });
});

describe("translations that come back", () => {
  const words = {
    finding: "h",
    theme: "t",
    question: "k",
    notice: "i",
    alarm: "o",
    meaning: "m",
    example: "e",
    promise: "Sitoumus",
    measure: "Toimenpide",
    assessment: "Arvio",
    seen: "Havainto",
  };

  test("become a new record that names its parents, once they are taken", async () => {
    const records = exportRecords();
    const { round: view } = contentOf(records);
    const [entry] = listEntries(records, view, words);
    const written: object[] = [];
    const desk = {
      writer: {
        write: async (drafts: readonly object[]) => ok(written.push(...drafts) > 0 ? [] : []),
      },
    };
    const changes = [{ id: entry?.id ?? "", lang: "ar", text: "يتجنبون النفق" }];
    // Only `write` is asked for here.
    const applied = await applyTranslations(desk as never, records, view, changes);
    expect(applied).toEqual({ ok: true, value: 1 });
    const [head] = foldFindings(records)[0]?.heads ?? [];
    expect(written).toMatchObject([
      {
        kind: "finding/1",
        parents: [head?.id],
        statement: { fi: "Alikulku kierretään.", ar: "يتجنبون النفق" },
      },
    ]);
  });

  test("hold the question set only while no card names it", () => {
    const { round: view } = contentOf([round()]);
    const ids = listEntries([round()], view, words).map(({ id }) => id);
    expect(ids).toContain("notice");
    expect(ids.filter((id) => id.startsWith("question/")).length).toBeGreaterThan(3);
  });

  test("are read before anything is written, and a broken file writes nothing", async () => {
    const model = createTranslationModel();
    await model.read(async () => new Uint8Array([1, 2, 3]), []);
    expect(model.current.value).toEqual({ state: "refused", error: { type: "zip-damaged" } });
    await model.apply(async () => {
      throw new Error("must not be asked");
    });
    await model.read(() => Promise.reject(new Error("gone")), []);
    expect(model.current.value).toEqual({ state: "unreadable" });
  });
});
