// Writes tests/golden/receipt-codes.json. Run once per format; a shipped vector never changes.
import { writeFile } from "node:fs/promises";
import { parseHex } from "../../src/base/bytes.ts";
import { toGroups } from "../../src/base/crockford.ts";
import { makeReceiptCode } from "../../src/crypto/receipt-code.ts";
import keys from "../golden/keys.json" with { type: "json" };

const receipts = [];
for (const [
  at,
  {
    keys: { enrol },
  },
] of keys.codes.entries()) {
  const envelope = at.toString(16).padStart(2, "0").repeat(32);
  const code = await makeReceiptCode(
    parseHex(enrol) ?? new Uint8Array(),
    parseHex(envelope) ?? new Uint8Array(),
  );
  receipts.push({ enrol, envelope, code: toGroups(code) });
}
const target = new URL("../golden/receipt-codes.json", import.meta.url);
await writeFile(target, `${JSON.stringify({ format: 1, receipts }, null, 2)}\n`);
console.log(`${receipts.length} codes`);
