import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { chartSvg } from "../../src/report/chart-svg.ts";
import { wrapText } from "../../src/report/chart-text.ts";
import { toHtml } from "../../src/report/html-report.ts";
import { htmlStyle, htmlStyleDigest } from "../../src/report/html-style.ts";
import { directionOf } from "../../src/report/report-parts.ts";
import {
  chart,
  count,
  exportWords,
  hostileTexts,
  report,
  table,
  text,
} from "../fixtures/report.ts";

const page = (change: Parameters<typeof report>[0] = {}) => toHtml(report(change), exportWords);

describe("the page", () => {
  test("names its language and direction, and its title, escaped", () => {
    expect(page()).toContain('<html lang="fi" dir="ltr">');
    expect(page()).toContain("<title>Väestösuhteet Koivulassa &lt;2026&gt;</title>");
    expect(page({ lang: "ar" })).toContain('<html lang="ar" dir="rtl">');
  });

  test("runs nothing, fetches nothing, and allows its own style alone", () => {
    const digest = createHash("sha256").update(htmlStyle).digest("base64");
    expect(htmlStyleDigest).toBe(digest);
    expect(page()).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'">`,
    );
    expect(page()).not.toMatch(
      /<script|<link|<img|\son\w+=|\sstyle=|url\(|https?:\/\/(?!www\.w3\.org)/,
    );
  });

  test("has one first heading and tables with caption, column heads and row heads", () => {
    expect(page().match(/<h1>/g)).toHaveLength(1);
    expect(page()).toContain("<caption>Kirjaukset osa-alueittain</caption>");
    expect(page()).toContain('<th scope="col" class="number">Vahvistaa</th>');
    expect(page()).toContain('<th scope="row">1 Asenteet</th>');
    expect(page()).toContain('<td class="number hidden">alle 5</td>');
  });

  test("marks up each text in its own language and direction", () => {
    expect(page()).toContain('<p lang="ar" dir="rtl">لا حافلات في المساء</p>');
    expect(page()).toContain('<li lang="sv">Två</li>');
  });

  test("puts the table of a picture under it and says so", () => {
    const at = page().indexOf("</svg>");
    expect(page().indexOf(exportWords.tableFollows)).toBeGreaterThan(at);
    expect(page().indexOf('<table id="table-dimensions">')).toBeGreaterThan(at);
  });

  test("says on every page that it is not for publishing, only when it is not", () => {
    const mark = "Ei julkaistavaksi";
    expect(page({ forPublishing: false, mark })).toContain(
      `<thead><tr><td><p class="mark">${mark}</p></td></tr></thead>`,
    );
    expect(page({ forPublishing: false, mark })).toContain("noindex");
    expect(page({ mark })).not.toContain(mark);
  });

  test("carries hostile texts as text, whole", () => {
    const blocks = hostileTexts.map(
      (each) => ({ kind: "paragraph", text: { text: each } }) as const,
    );
    const html = page({ blocks });
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;");
    expect(html).toContain(hostileTexts.at(-1));
    expect(html).toContain("rivi yksi\nrivi kaksi&#13;\nrivi kolme");
  });

  test("never cuts long text in print", () => {
    expect(htmlStyle).not.toMatch(
      /overflow(-[xy])?: hidden|text-overflow|max-block-size|max-height/,
    );
    expect(htmlStyle).toContain("@media print");
  });
});

describe("a picture", () => {
  const draw = (change: Parameters<typeof chart>[0] = {}, lang = "fi") =>
    chartSvg(chart(change), { lang, id: "c" }).svg;

  test("is named by its sentence and points to its table", () => {
    expect(draw()).toContain('role="img" aria-labelledby="c-title c-desc"');
    expect(draw()).toContain('<title id="c-title">Turvallisuudesta puhuttiin eniten</title>');
    expect(draw()).toContain('<desc id="c-desc">Luvut ovat alla olevassa taulukossa.</desc>');
  });

  test.each(["bars", "grid"] as const)(
    "of %s writes every number and every hidden one in words",
    (form) => {
      for (const said of ["noin 15", ">0<", "alle 5", "1 240"])
        expect(draw({ form })).toContain(said);
    },
  );

  test("has zero on its axis, and bars as long as their numbers", () => {
    const one = table({
      columns: [table().columns[0] ?? { label: "", numeric: false }, { label: "n", numeric: true }],
      rows: [
        [text("a"), count(10)],
        [text("b"), count(5)],
        [text("c"), count(0)],
      ],
    });
    const svg = draw({ table: one });
    const widths = [...svg.matchAll(/<rect x="232" [^>]*?width="([\d.]+)"/g)].map(([, w]) =>
      Number(w),
    );
    expect(widths).toHaveLength(2);
    expect(widths[0]).toBeCloseTo(2 * (widths[1] ?? 0), 0);
    expect(svg).toContain(">0</text>");
  });

  test("runs from the right where its language does", () => {
    const svg = draw({}, "ar");
    expect(svg).toContain('direction="rtl"');
    const bar = /<rect x="([\d.]+)" [^>]*width="([\d.]+)"[^>]*class="bar"/.exec(svg);
    expect(Number(bar?.[1]) + Number(bar?.[2])).toBeCloseTo(720 - 232, 0);
    expect(directionOf("ku-Arab")).toBe("rtl");
    expect(directionOf("ku")).toBe("ltr");
  });

  test("of its own has paper and ink; on a page it takes the page's", () => {
    const alone = chartSvg(chart(), { lang: "fi", id: "c", standsAlone: true }).svg;
    expect(alone).toContain('fill="#ffffff"');
    expect(alone).toContain('color="#1b2433"');
    expect(draw()).not.toContain("#ffffff");
  });

  test("loses no letter of a long label", () => {
    const long = `Maankäyttö ja ${"yhdyskuntasuunnittelu".repeat(4)} sekä muut`;
    expect(wrapText(long, 100).join("").replaceAll(" ", "")).toBe(long.replaceAll(" ", ""));
  });
});
