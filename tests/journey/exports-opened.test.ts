// Our files in another program's hands: LibreOffice opens the workbook and the Word file, and what it reads is what was
// written.
import { expect, test } from "vitest";
import { parseCsv } from "../../src/base/csv.ts";
import { toDocx } from "../../src/report/report-docx.ts";
import { toXlsx } from "../../src/report/xlsx-report.ts";
import { convertByOffice, hasOffice } from "../fixtures/other-programs.ts";
import { exportWords, hostileTexts, report, table, text } from "../fixtures/report.ts";

/** Comma, quotes, UTF-8, all cells as they are shown, formulas as formulas, every sheet. */
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

/** Line ends within a cell are the reader's own. */
const withLf = (value: string) => value.replaceAll(/\r\n?/g, "\n");

test.skipIf(!hasOffice)(
  "a workbook opens in LibreOffice with its sheets, numbers and hostile texts",
  () => {
    const notes = table({
      id: "notes",
      caption: "Kirjaukset",
      columns: [{ label: "Teksti", numeric: false }],
      rows: hostileTexts.map((each) => [text(each)]),
      notes: [],
    });
    const blocks = [...report().blocks, { kind: "table", table: notes } as const];
    const files = convertByOffice(
      "report.xlsx",
      toXlsx(report({ blocks }), exportWords),
      everySheet,
    );
    const sheet = (name: string) => {
      const parsed = parseCsv(files[`report-${name}.csv`] ?? "", { separator: "," });
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.error)}`);
      return parsed.value.map(({ cells }) => cells);
    };
    expect(sheet("Kirjaukset osa-alueittain")).toEqual([
      ["Osa-alue", "Vahvistaa", "Heikentää"],
      ["1 Asenteet", "noin 15", "0"],
      ["2 Turvallisuus", "alle 5", "1,240"],
    ]);
    expect(
      sheet("Kirjaukset")
        .slice(1)
        .map(([cell = ""]) => withLf(cell)),
    ).toEqual(hostileTexts.map(withLf));
  },
);

test.skipIf(!hasOffice)(
  "a Word file opens in LibreOffice with all its words in order",
  async () => {
    const blocks = [
      ...report().blocks,
      ...hostileTexts.map((each) => ({ kind: "paragraph", text: { text: each } }) as const),
    ];
    const bytes = await toDocx(
      report({ blocks, mark: "Ei julkaistavaksi", forPublishing: false }),
      exportWords,
    );
    const files = convertByOffice("report.docx", bytes, "txt:Text (encoded):UTF8");
    const words = withLf(files["report.txt"] ?? "").replace(/^\ufeff/, "");
    let from = 0;
    for (const said of [
      "Väestösuhteet Koivulassa <2026>",
      "Mitä kuultiin",
      "noin 15",
      "alle 5",
      ...hostileTexts,
    ]) {
      const at = words.indexOf(withLf(said).trim(), from);
      expect([said.slice(0, 40), at >= from]).toEqual([said.slice(0, 40), true]);
      from = at;
    }
  },
);
