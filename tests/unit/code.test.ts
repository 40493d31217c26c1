import fc from "fast-check";
import { expect, test } from "vitest";
import { createCode, parseCode } from "../../src/base/code.ts";
import { toGroups } from "../../src/base/crockford.ts";

const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });
const kinds = fc.constantFrom("session" as const, "desk" as const);

test("reads the code of the design's vector however it was typed", () => {
  const forms = ["K7PA-3M9X-Q2TD-8WVW", "k7pa 3m9x q2td 8wvw", " K7PA3M9X–Q2TD8WVW "];
  for (const typed of forms) {
    expect(parseCode("session", typed)).toEqual({ ok: true, value: "K7PA3M9XQ2TD8WVW" });
  }
});

test("opens every code it made, in groups, in lower case, with O, I and L for 0 and 1", () => {
  fc.assert(
    fc.property(kinds, bytes16, (kind, random) => {
      const code = createCode(kind, () => random);
      const typed = toGroups(code).toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
      expect(parseCode(kind, typed)).toEqual({ ok: true, value: code });
    }),
  );
});

test("tells every single mistyped character at once", () => {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  fc.assert(
    fc.property(
      kinds,
      bytes16,
      fc.nat(25),
      fc.integer({ min: 1, max: 31 }),
      (kind, random, at, by) => {
        const code = createCode(kind, () => random);
        const place = at % code.length;
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(place)) + by) % 32);
        const mistyped = code.slice(0, place) + other + code.slice(place + 1);
        expect(parseCode(kind, mistyped)).toEqual({ ok: false, error: { type: "code-mistyped" } });
      },
    ),
  );
});

test("says how many characters are missing", () => {
  expect(parseCode("session", "K7PA-3M9X")).toEqual({
    ok: false,
    error: { type: "code-length", expected: 16, actual: 8 },
  });
});
