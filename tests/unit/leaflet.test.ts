// A leaflet holds what may be told and nothing else, fits its page whatever is written, and says honestly what is left out.
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import {
  faultOfAddress,
  type LeafletEntry,
  type LeafletWords,
  listLeafletEntries,
  toLeaflet,
} from "../../src/report/leaflet.ts";
import { toLeafletDocx } from "../../src/report/leaflet-docx.ts";
import { hostileTexts } from "../fixtures/report.ts";
import { canary, createTwoRounds, fillTwoRounds, type TwoRounds } from "../fixtures/two-rounds.ts";

const words: LeafletWords = {
  lang: "fi",
  title: "Mitä sanoitte",
  parts: { said: "Sanoitte", decided: "Päätettiin", done: "Tehtiin" },
  none: { said: "Ei sanottu", decided: "Ei päätetty", done: "Ei tehty" },
  more: (count) => `ja ${count} muuta`,
  status: { "under-way": "Käynnissä", done: "Tehty", dropped: "Ei toteuteta" },
  by: (unit) => `Vastaa: ${unit}`,
  from: (desk, round) => `Kuultu: ${desk}, ${round}`,
  due: (day) => `Määräaika ${day}`,
  day: (day) => day,
  address: "Lisää",
  foot: "Kiitos",
};
const about = { lang: "fi", mainLang: "fi", desk: "Yhdessä ry", round: "Kevät 2026" };
const entry = (part: LeafletEntry["part"], fi: string): LeafletEntry => ({
  ...{ part, text: { fi }, further: [] },
});
const heldBy = (entries: readonly LeafletEntry[], part: LeafletEntry["part"]) =>
  toLeaflet(entries, about, words).sections.find((section) => section.part === part);

describe("what a leaflet tells", () => {
  let world: TwoRounds;
  let entries: readonly LeafletEntry[];
  beforeAll(async () => {
    world = await createTwoRounds();
    const { earlier, later } = await fillTwoRounds(world);
    await world.addFinding(earlier, { fi: "Alikulku on pimeä." });
    await world.addFinding(earlier, { fi: `Tarkistamaton ${canary}` }, false);
    await world.addDecision(earlier, { fi: "Alikulkuun tulee valot." });
    await world.addDecision(earlier, { fi: `Lupaus ${canary}` }, false);
    await world.addMeasure(earlier, { fi: `Toimi ${canary}` }, {}, false);
    await world.addMeasure(earlier, { fi: `Ehdotus ${canary}` }, { status: "proposed" });
    await world.addMeasure(
      earlier,
      { fi: "Penkit torille." },
      { status: "done", memo: `Muistio ${canary}`, partners: canary, cost: canary },
    );
    await world.addMeasure(later, { fi: `Toisen kierroksen ${canary}` });
    entries = listLeafletEntries(await world.records(), earlier);
  });

  test("is what was checked, of this round, and decided; the rest stays inside, in Word too", async () => {
    const page = toLeaflet(entries, about, words);
    expect(page.sections.map(({ items }) => items.map(({ text }) => text))).toEqual([
      ["Alikulku on pimeä."],
      ["Alikulkuun tulee valot."],
      ["Valaistaan aseman alikulku.", "Penkit torille."],
    ]);
    expect(JSON.stringify([entries, page])).not.toContain(canary);
    const files = unzipSync(await toLeafletDocx(page));
    const inside = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join(" ");
    expect(inside).toContain("Penkit torille.");
    expect(inside).not.toContain(canary);
    expect(page.measures).toHaveLength(2);
  });

  test("leaves out what has no words in its language, and counts it", () => {
    const page = toLeaflet(entries, { ...about, lang: "ar" }, words);
    expect(page.dir).toBe("rtl");
    expect(page.missing).toBe(entries.length - 1);
    expect(page.sections[2]?.items[0]?.text).toBe("إنارة نفق المحطة.");
    expect(page.sections[0]?.remark).toBe("Ei sanottu");
    expect(page.measures).toHaveLength(1);
  });

  test("a right-to-left leaflet runs that way in Word", async () => {
    const page = toLeaflet(entries, { ...about, lang: "ar" }, { ...words, lang: "ar" });
    const document = unzipSync(await toLeafletDocx(page))["word/document.xml"];
    expect(document && strFromU8(document)).toContain("<w:bidi/>");
  });
});

test("long lists are cut so that every part keeps its place, and what is left out is counted", () => {
  const many = (["said", "decided", "done"] as const).flatMap((part) =>
    Array.from({ length: 40 }, (_, at) => entry(part, `${part} ${at}: ${"sana ".repeat(20)}`)),
  );
  for (const part of ["said", "decided", "done"] as const) {
    const section = heldBy(many, part);
    expect(section?.items.length).toBeGreaterThanOrEqual(3);
    expect(section?.remark).toBe(`ja ${40 - (section?.items.length ?? 0)} muuta`);
  }
});

test("keeps to its lines whatever is written, and never loses count", () => {
  const part = fc.constantFrom("said" as const, "decided" as const, "done" as const);
  const written = fc.array(
    fc.tuple(part, fc.oneof(fc.string({ maxLength: 900 }), fc.constantFrom(...hostileTexts))),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(written, (all) => {
      const { sections } = toLeaflet(
        all.map(([where, text]) => entry(where, text)),
        about,
        words,
      );
      const items = sections.flatMap((section) => section.items);
      const lines = items.reduce((sum, { text }) => sum + Math.ceil([...text].length / 78), 0);
      expect(lines).toBeLessThanOrEqual(30);
      for (const { part: where, items: shown, remark } of sections) {
        const total = all.filter(([other]) => other === where).length;
        const left = total - shown.length;
        expect(remark).toBe(
          total === 0 ? words.none[where] : left > 0 ? words.more(left) : undefined,
        );
      }
    }),
  );
});

test("a reason for giving up is told in the municipality's first language alone", () => {
  const given: LeafletEntry = {
    ...{ part: "done", text: { fi: "Penkit", sv: "Bänkar" }, status: "dropped" },
    ...{ reason: "Raha loppui", further: [] },
  };
  const linesIn = (lang: string) =>
    toLeaflet([given], { ...about, lang }, words).sections[2]?.items[0]?.lines;
  expect(linesIn("fi")).toEqual(["Ei toteuteta", "Raha loppui"]);
  expect(linesIn("sv")).toEqual(["Ei toteuteta"]);
});

test.each([
  ["https://kunta.fi", undefined],
  ["https://www.kunta.fi/hyvat/suhteet", undefined],
  ["http://kunta.fi", "address-insecure"],
  ["https://kunta.fi/?utm_source=lehti", "address-tracks"],
  ["https://kunta.fi/a#c=1", "address-tracks"],
  ["https://joku@kunta.fi/", "address-form"],
  ["javascript:alert(1)", "address-form"],
  ["kunta.fi", "address-form"],
  ["https://localhost/", "address-form"],
])("the address %s: %s", (typed, fault) => {
  expect(faultOfAddress(typed)).toBe(fault);
});
