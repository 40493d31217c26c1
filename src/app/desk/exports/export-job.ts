// What can be made of a report or a round, as plain data, so that a worker can do it. Each maker comes with its library,
// when somebody first asks for it.
import { type Bytes, concatBytes, toUtf8 } from "../../../base/bytes.ts";
import type { CsvSeparator } from "../../../base/csv.ts";
import { unreachable } from "../../../base/result.ts";
import type { MeasureView } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Language } from "../../../domain/schema.ts";
import type { DecidimMeasure } from "../../../report/decidim-results.ts";
import type { ExportWords } from "../../../report/export-words.ts";
import type { FollowUpRequest } from "../../../report/follow-up-request.ts";
import type { MeasureSheetWords } from "../../../report/measure-sheet.ts";
import type { NotesTableWords } from "../../../report/notes-table.ts";
import type { LineEnds } from "../../../report/refi-project.ts";
import type { RefiWords } from "../../../report/refi-words.ts";
import type { Report } from "../../../report/report.ts";
import type { ChartImage } from "../../../report/report-docx.ts";
import type { RoundContent } from "../../../report/round-content.ts";
import type { TranslationEntry, TranslationWords } from "../../../report/translation-sheet.ts";

type OfReport = { readonly report: Report; readonly words: ExportWords };
type OfRound = {
  readonly records: readonly Named[];
  readonly roundId: EntityId;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
};

export type ExportJob =
  | (OfReport & {
      readonly what: "docx";
      readonly images: readonly (readonly [string, ChartImage])[];
    })
  | (OfReport & { readonly what: "xlsx" | "html" })
  | (OfReport & { readonly what: "csv"; readonly separator: CsvSeparator })
  | { readonly what: "zip"; readonly files: readonly (readonly [string, Bytes])[] }
  | (OfRound & {
      readonly what: "notes-xlsx";
      readonly table: NotesTableWords;
      readonly title: string;
      readonly about: readonly string[];
      readonly mark: string;
      readonly aboutName: string;
    })
  | (OfRound & {
      readonly what: "notes-csv";
      readonly table: NotesTableWords;
      readonly separator: CsvSeparator;
    })
  | (OfRound & { readonly what: "round-json"; readonly mark: string })
  | (OfRound & { readonly what: "refi-project"; readonly refi: RefiWords; readonly ends: LineEnds })
  | (OfRound & { readonly what: "refi-codebook"; readonly refi: RefiWords })
  | {
      readonly what: "translations";
      readonly entries: readonly TranslationEntry[];
      readonly languages: readonly Language[];
      readonly words: TranslationWords;
      readonly madeAt: string;
    }
  | {
      readonly what: "measure-sheet";
      readonly measures: readonly MeasureView[];
      readonly languages: readonly Language[];
      readonly words: MeasureSheetWords;
      readonly separator: CsvSeparator;
    }
  | {
      readonly what: "decidim";
      readonly measures: readonly DecidimMeasure[];
      readonly languages: readonly Language[];
    }
  | { readonly what: "follow-up-request"; readonly request: FollowUpRequest };

const contentOf = async ({ records, roundId }: OfRound): Promise<RoundContent> => {
  const { readRoundContent } = await import("../../../report/round-content.ts");
  const content = readRoundContent(records, roundId);
  if (!content) throw new Error("the round went while its file was made");
  return content;
};

export const makeExport = async (job: ExportJob): Promise<Bytes> => {
  switch (job.what) {
    case "docx": {
      const { toDocx } = await import("../../../report/report-docx.ts");
      return toDocx(job.report, job.words, new Map(job.images));
    }
    case "xlsx":
      return (await import("../../../report/xlsx-report.ts")).toXlsx(job.report, job.words);
    case "html":
      return toUtf8((await import("../../../report/html-report.ts")).toHtml(job.report, job.words));
    case "csv":
      return makeCsvs(job.report, job.separator);
    case "zip":
      return (await import("../../../report/zip-writing.ts")).makeZip(job.files);
    case "notes-xlsx":
      return makeNotesWorkbook(job);
    case "notes-csv": {
      const { toNotesTable } = await import("../../../report/notes-table.ts");
      const { toCsv } = await import("../../../report/csv-table.ts");
      return toUtf8(toCsv(toNotesTable(await contentOf(job), job.table), job));
    }
    case "round-json": {
      const { toRoundFile, toRoundJson } = await import("../../../report/round-json.ts");
      return toRoundJson(toRoundFile(await contentOf(job), job.records, job, job.madeAt));
    }
    case "refi-project": {
      const { toRefiProject } = await import("../../../report/refi-project.ts");
      return toRefiProject(await contentOf(job), job.refi, job.madeAt, job.ends).bytes;
    }
    case "refi-codebook": {
      const { toRefiCodebook } = await import("../../../report/refi-codes.ts");
      return toUtf8(toRefiCodebook(await contentOf(job), job.refi));
    }
    case "translations": {
      const { toTranslationSheet } = await import("../../../report/translation-sheet.ts");
      return toTranslationSheet(job.entries, job.languages, job.words, job.madeAt);
    }
    case "measure-sheet": {
      const { toMeasureSheet } = await import("../../../report/measure-sheet.ts");
      return toUtf8(toMeasureSheet(job.measures, job.languages, job.words, job.separator));
    }
    case "decidim": {
      const { toDecidimResults } = await import("../../../report/decidim-results.ts");
      return toUtf8(toDecidimResults(job.measures, job.languages));
    }
    case "follow-up-request":
      return (await import("../../../report/follow-up-request.ts")).toFollowUpRequest(job.request);
    default:
      return unreachable(job);
  }
};

/** One table is a file; several are a zip of files, since CSV knows no sheets. */
const makeCsvs = async (report: Report, separator: CsvSeparator): Promise<Bytes> => {
  const { tablesOf } = await import("../../../report/report-parts.ts");
  const { toCsv } = await import("../../../report/csv-table.ts");
  const { makeZip } = await import("../../../report/zip-writing.ts");
  const files = tablesOf(report).map(
    (table, at) =>
      [
        `${String(at + 1).padStart(2, "0")}-${table.id}.csv`,
        toUtf8(toCsv(table, { separator })),
      ] as const,
  );
  const [only, ...more] = files;
  return only && more.length === 0 ? concatBytes(only[1]) : makeZip(files);
};

const makeNotesWorkbook = async (
  job: Extract<ExportJob, { readonly what: "notes-xlsx" }>,
): Promise<Bytes> => {
  const { toNotesTable } = await import("../../../report/notes-table.ts");
  const { toWorkbook } = await import("../../../report/xlsx-writing.ts");
  const { directionOf } = await import("../../../report/report-parts.ts");
  const { title, mark, madeAt } = job;
  const { lang } = job.table;
  const { columns, rows, caption } = toNotesTable(await contentOf(job), job.table);
  const text = (value: string) => ({ kind: "text", text: { text: value } }) as const;
  const common = { isRtl: directionOf(lang) === "rtl", mark };
  const about = [title, mark, ...job.about].map((line) => [text(line)]);
  return toWorkbook({
    title,
    lang,
    madeAt,
    sheets: [
      { ...common, name: job.aboutName, rows: about, hasHead: false, widths: [100] },
      {
        ...common,
        name: caption,
        rows: [columns.map(({ label }) => text(label)), ...rows],
        hasHead: true,
      },
    ],
  });
};
