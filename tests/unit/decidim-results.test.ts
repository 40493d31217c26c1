import { expect, test } from "vitest";
import { parseCsv } from "../../src/base/csv.ts";
import { toDecidimResults } from "../../src/report/decidim-results.ts";

test("has the columns that Decidim's importer reads, without a mark before the first one", () => {
  const csv = toDecidimResults(
    [
      {
        measureId: "a1",
        what: { fi: '=Valaistaan; "alikulku"' },
        dueOn: "2027-09-01",
        status: "done",
        description: { fi: ["Vastuutaho: Katu & puisto", "<b>"], sv: ["Ansvarig part: Gatu"] },
      },
    ],
    ["fi", "sv"],
  );
  expect(csv.startsWith("id;category/id;")).toBe(true);
  const parsed = parseCsv(csv, { separator: ";" });
  const [head, row] = parsed.ok ? parsed.value.map(({ cells }) => cells) : [];
  expect(Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]))).toEqual({
    ...{ id: "", "category/id": "", "parent/id": "", external_id: "a1" },
    "title/fi": '\'=Valaistaan; "alikulku"',
    "title/sv": '\'=Valaistaan; "alikulku"',
    "description/fi": "<p>Vastuutaho: Katu &amp; puisto</p><p>&lt;b&gt;</p>",
    "description/sv": "<p>Ansvarig part: Gatu</p>",
    ...{ start_date: "", end_date: "2027-09-01", "status/id": "", progress: "100" },
    proposal_urls: "",
  });
});
