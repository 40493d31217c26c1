import { describe, expect, test } from "vitest";
import { findHints } from "../../src/domain/privacy/find-hints.ts";
import type { HintKind } from "../../src/domain/privacy/hint.ts";
import { createChance, digitStrings, separators, toCode } from "../fixtures/privacy/codes.ts";
import { isCovered, meet, readCorpus } from "../fixtures/privacy/corpus.ts";

const kindsIn = (text: string, lang = "fi") => findHints(text, lang).map(({ kind }) => kind);
const first = (text: string, lang = "fi") => findHints(text, lang)[0];

describe("henkilötunnus", () => {
  const valid = separators.flatMap((separator) => [
    toCode("010190", separator, 900).code,
    toCode("311204", separator, 987).code,
    toCode("280200", separator, 999).code,
  ]);

  test.each(valid)("is sure of %s, whose date and check character are right", (code) => {
    expect(first(`Hän sanoi tunnuksensa ${code} ääneen`)).toMatchObject({
      kind: "henkilotunnus",
      certainty: "sure",
      reason: "code-checked",
      text: code,
    });
  });

  test("finds every one of a thousand, however it is written", () => {
    const chance = createChance(11);
    const below = (count: number) => Math.floor(chance() * count);
    const two = (value: number) => String(value).padStart(2, "0");
    const missed = Array.from({ length: 1_000 }, () => {
      const date = `${two(1 + below(28))}${two(1 + below(12))}${two(below(100))}`;
      const separator = separators[below(separators.length)] ?? "-";
      const { code, check } = toCode(date, separator, 900 + below(100));
      const dashed = separator === "-" ? ["–", "−", "‐", "-"][below(4)] : separator;
      const spaced = `${date}${["", " ", "\u00a0"][below(3)]}${dashed}${["", " "][below(2)]}`;
      const written = [code, code.toLowerCase(), `${spaced}${code.slice(7, 10)}${check}`][below(3)];
      return `(${written}), sanottiin`;
    }).filter((text) => !kindsIn(text, "ar").includes("henkilotunnus"));
    expect(missed).toEqual([]);
  });

  test("is likely one where the check character is wrong, and weak where the date is", () => {
    const { code, check } = toCode("010190", "-", 900);
    const wrong = `${code.slice(0, -1)}${check === "A" ? "B" : "A"}`;
    expect(first(wrong)).toMatchObject({ certainty: "likely", reason: "code-dated" });
    expect(first("450190-900K")).toMatchObject({ certainty: "weak", reason: "code-shaped" });
  });

  test("knows leap days of the century that the sign tells", () => {
    expect(first(toCode("290200", "A", 901).code)?.certainty).toBe("sure");
    expect(first(toCode("290200", "-", 904).code)?.certainty).not.toBe("sure");
  });

  test("is read in Arabic digits, and without a sign", () => {
    const { code, check } = toCode("010190", "-", 905);
    const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect(first(`قال ${arabic}`, "ar")).toMatchObject({ kind: "henkilotunnus", text: arabic });
    expect(/[A-Z]/.test(check)).toBe(true);
    expect(first(code.replace("-", ""))).toMatchObject({ certainty: "likely" });
    expect(first("hetu 0101909001")).toMatchObject({ kind: "henkilotunnus" });
  });

  test("is seen at most once in a thousand digit strings", () => {
    const hits = digitStrings(1, 1_000).filter((text) => kindsIn(text).includes("henkilotunnus"));
    expect(hits.length).toBeLessThanOrEqual(1);
  });
});

describe("other marks", () => {
  const lines = readCorpus("marks");
  test.each<[HintKind, number]>([
    ["phone", 0.98],
    ["email", 0.98],
    ["iban", 1],
    ["plate", 1],
    ["address", 1],
  ])("%s: finds its share of the corpus whole, and nothing elsewhere", (kind, share) => {
    const { met, marks, wrongly } = meet(lines, "fi", kind, kind);
    expect(marks).toBeGreaterThan(2);
    expect(met / marks).toBeGreaterThanOrEqual(share);
    expect(wrongly).toEqual([]);
  });

  test("are covered whole, so that one tap takes them away, in a language of which nothing is known too", () => {
    const open = lines.flatMap(({ text, marks }) =>
      marks.filter((mark) => !isCovered(findHints(text, "ti"), mark)).map(() => text),
    );
    expect(open).toEqual([]);
  });

  test("are not seen in laws, years, times, prices, roads and rooms", () => {
    const wrong = readCorpus("no-marks").flatMap(({ text }) =>
      ["fi", "sv", "en", "ar"].flatMap((lang) =>
        findHints(text, lang).filter(({ kind }) => kind !== "name"),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("is sure of an account whose remainder is 1, and likely of a Finnish one that is not", () => {
    expect(first("FI21 1234 5600 0007 85")).toMatchObject({ kind: "iban", certainty: "sure" });
    expect(first("FI22 1234 5600 0007 85")).toMatchObject({ kind: "iban", certainty: "likely" });
    expect(kindsIn("SE46 5000 0000 0583 9825 7466")).not.toContain("iban");
  });

  test("give way to the stronger where they overlap", () => {
    const { code } = toCode("010190", "-", 921);
    const hints = findHints(`${code} ja ${toCode("020290", "-", 931).code}`, "fi");
    expect(hints.map(({ kind }) => kind)).toEqual(["henkilotunnus", "henkilotunnus"]);
  });
});
