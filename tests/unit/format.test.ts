import { expect, test } from "vitest";
import { createFormat } from "../../src/i18n/format.ts";
import { chooseLanguage, interfaceLanguage, writtenLanguage } from "../../src/i18n/languages.ts";

const moment = "2026-11-24T16:42:07.123Z";
const inLanguage = (code: "fi" | "sv" | "en" | "ar" | "so") =>
  createFormat(interfaceLanguage(code));

test("tells Finnish time as 18.42 in Finnish and Swedish, 18:42 in English", () => {
  expect(inLanguage("fi").time(moment)).toBe("18.42");
  expect(inLanguage("sv").time(moment)).toBe("18.42");
  expect(inLanguage("en").time(moment)).toBe("18:42");
});

test("tells Finnish time wherever the device believes to be", () => {
  const helsinki = createFormat(interfaceLanguage("fi"));
  expect(helsinki.day("2026-11-24T22:30:00.000Z")).toBe("25.11.2026");
});

test("keeps Latin digits and the Gregorian calendar in Arabic", () => {
  const format = inLanguage("ar");
  expect(format.time(moment)).toBe("18:42");
  expect(format.longDay(moment)).toContain("2026");
});

test("counts bytes in words of the language", () => {
  const { bytes } = inLanguage("fi");
  expect(bytes(0)).toMatch(/^0\stavua?$|^0\st$/);
  expect(bytes(999)).toMatch(/^999/);
  expect(bytes(2_130_000)).toBe("2,1 Mt");
  expect(bytes(3_000_000_000)).toMatch(/^3\sGt$/);
});

test("tells an age in the largest whole unit", () => {
  const { age } = inLanguage("fi");
  const after = (seconds: number) => age(moment, Date.parse(moment) + seconds * 1_000);
  expect(after(5)).toBe("nyt");
  expect(after(185)).toBe("3 min sitten");
  expect(after(2 * 3_600)).toBe("2 t sitten");
  expect(after(3 * 86_400)).toBe("3 pv sitten");
});

test("shows a clock that ran over with a minus", () => {
  const { clock } = inLanguage("fi");
  expect(clock(245)).toBe("4:05");
  expect(clock(3_845)).toBe("1:04:05");
  expect(clock(-61)).toBe("−1:01");
  expect(clock(-0.4)).toBe("0:00");
});

test("joins a list as people would say it", () => {
  expect(inLanguage("fi").list(["a", "b", "c"])).toBe("a, b ja c");
  expect(inLanguage("sv").list(["a", "b"])).toBe("a och b");
});

test("starts in the first wished language that is spoken in full, else in Finnish", () => {
  expect(chooseLanguage(["sv-FI", "en"])).toBe("sv");
  expect(chooseLanguage(["so", "en-GB"])).toBe("en");
  expect(chooseLanguage(["de"])).toBe("fi");
  expect(chooseLanguage([])).toBe("fi");
});

test("knows the direction of written languages that engines get wrong", () => {
  expect(writtenLanguage("ckb").dir).toBe("rtl");
  expect(writtenLanguage("ku").dir).toBe("ltr");
  expect(writtenLanguage("ar-SO").dir).toBe("rtl");
  expect(writtenLanguage("xyz")).toEqual({ code: "xyz", endonym: "xyz", dir: "ltr" });
});
