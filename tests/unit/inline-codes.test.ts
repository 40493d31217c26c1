import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveBack, recognizeCode } from "../../src/app/scribe/inline-codes.ts";

const at = (text: string, dimensions = 4) => recognizeCode(text, text.length, dimensions);

describe("inline codes", () => {
  test.each([
    ["p3 ", { type: "speaker", speaker: "P3" }, ""],
    ["P12 ", { type: "speaker", speaker: "P12" }, ""],
    ["En uskalla odottaa #2", { type: "dimension", number: 2 }, "En uskalla odottaa"],
    ["Tärkeä asia !", { type: "star" }, "Tärkeä asia"],
    ["Joku sanoi että ?", { type: "unfinished" }, "Joku sanoi että"],
    ["”Ei kukaan sano mitään”", { type: "quote" }, "”Ei kukaan sano mitään”"],
    ['"مكان الحافلات"', { type: "quote" }, '"مكان الحافلات"'],
  ])("reads %s", (text, code, rest) => {
    expect(at(text)).toMatchObject({ code, text: rest });
  });

  test.each([
    "3 poikaa huusi ",
    "p13 ",
    "p0 ",
    "Apua!",
    "Miksi?",
    "talo#2",
    "kadulla #5",
    '"a" ja "b"',
    "klo 18 ",
  ])("leaves %s as text", (text) => {
    expect(at(text)).toBeUndefined();
  });

  test("takes the speaker out before a text that is there already", () => {
    expect(recognizeCode("p4 kaikki nyökkäävät", 3, 4)).toMatchObject({
      code: { speaker: "P4" },
      text: "kaikki nyökkäävät",
    });
  });

  test("reads no end code while the caret is inside the text", () => {
    expect(recognizeCode("yksi #2", 4, 4)).toBeUndefined();
  });

  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^(p\d{1,2} )?[a-zäö "”#!?1-9]{0,20}( #[1-9]| !| \?)?$/),
  );

  test("what was taken out can always be given back", () => {
    fc.assert(
      fc.property(typed, fc.nat(30), (text, caret) => {
        const found = recognizeCode(text, Math.min(caret, text.length), 4);
        if (found) expect(giveBack(found, found.text)).toBe(text);
      }),
    );
  });

  test("loses no character that is not part of the code", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = at(text);
        const rest = found?.text ?? text;
        expect(text).toContain(rest);
        expect(text.length - rest.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test("never reads a digit without its letter or sign", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 ]{1,12}$/), (text) => {
        expect(at(text)).toBeUndefined();
      }),
    );
  });
});
