import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHex } from "../../src/base/bytes.ts";
import { parseCode } from "../../src/base/code.ts";
import { toGroups } from "../../src/base/crockford.ts";
import { makeReceiptCode } from "../../src/crypto/receipt-code.ts";
import golden from "../golden/receipt-codes.json" with { type: "json" };

const bytesOf = (hex: string) => parseHex(hex) ?? new Uint8Array();
const bytes32 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => new Uint8Array(bytes));

test.each(golden.receipts)(
  "gives the envelope $envelope the code it has always had",
  async (vector) => {
    const code = await makeReceiptCode(bytesOf(vector.enrol), bytesOf(vector.envelope));
    expect(toGroups(code)).toBe(vector.code);
  },
);

test("reads every code it makes, in groups, in lower case, with O, I and L for 0 and 1", async () => {
  await fc.assert(
    fc.asyncProperty(bytes32, bytes32, async (enrol, envelope) => {
      const code = await makeReceiptCode(enrol, envelope);
      const typed = toGroups(code).toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
      expect(code).toHaveLength(12);
      expect(parseCode("receipt", typed)).toEqual({ ok: true, value: code });
    }),
  );
});

test("gives another release and another card another code", async () => {
  const [enrol, envelope] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const code = await makeReceiptCode(enrol, envelope);
  expect(await makeReceiptCode(enrol, enrol)).not.toBe(code);
  expect(await makeReceiptCode(envelope, envelope)).not.toBe(code);
});

test("tells a misheard character and a missing group", async () => {
  const code = await makeReceiptCode(new Uint8Array(32), new Uint8Array(32));
  const misheard = (code.startsWith("7") ? "8" : "7") + code.slice(1);
  expect(parseCode("receipt", misheard)).toEqual({ ok: false, error: { type: "code-mistyped" } });
  expect(parseCode("receipt", code.slice(0, 8))).toEqual({
    ok: false,
    error: { type: "code-length", expected: 12, actual: 8 },
  });
});
