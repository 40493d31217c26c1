// Writes tests/golden/keys.json: all children of several codes. Run once per format; a shipped vector never changes.
import { writeFile } from "node:fs/promises";
import { toHex } from "../../src/base/bytes.ts";
import { createCode } from "../../src/base/code.ts";
import { toGroups } from "../../src/base/crockford.ts";
import { deriveBoxKeys, deriveRoot, fingerprintOf } from "../../src/crypto/keys.ts";

const made = (kind: "session" | "desk", seed: number) => ({
  kind,
  code: toGroups(createCode(kind, (length) => new Uint8Array(length).map((_, at) => at * seed))),
});
const codes = [
  { kind: "session" as const, code: "K7PA-3M9X-Q2TD-8WVW" },
  made("session", 0),
  made("session", 97),
  made("desk", 0),
  made("desk", 53),
];

const vectors = [];
for (const { kind, code } of codes) {
  const root = await deriveRoot(kind, code);
  const { slot, enrol, ...keys } = await deriveBoxKeys(root);
  vectors.push({
    kind,
    code,
    keys: {
      root: toHex(root),
      ...keys,
      slot: toHex(slot),
      enrol: toHex(enrol),
      fingerprint: await fingerprintOf(keys.recipient),
    },
  });
}
const target = new URL("../golden/keys.json", import.meta.url);
await writeFile(target, `${JSON.stringify({ format: 1, codes: vectors }, null, 2)}\n`);
console.log(`${vectors.length} codes`);
