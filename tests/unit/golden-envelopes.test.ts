import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createBundleCrypto } from "../../src/crypto/bundle-crypto.ts";
import { deriveBoxKeys, deriveRoot } from "../../src/crypto/keys.ts";
import { openEnvelope } from "../../src/sync/receive.ts";

const folder = new URL("../golden/envelopes/", import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith(".age"));

test("keeps at least a session's bundle and a release", () => {
  expect(names).toEqual(expect.arrayContaining(["session-1.age", "release-1.age"]));
});

test.each(names)("opens %s, made by an earlier version, to the same records", async (name) => {
  const bytes = Uint8Array.from(await readFile(new URL(name, folder)));
  const text = await readFile(new URL(name.replace(".age", ".json"), folder), "utf8");
  const { codes, ...expected } = JSON.parse(text);
  const session = await deriveBoxKeys(await deriveRoot("session", codes.session));
  const desk = await deriveBoxKeys(await deriveRoot("desk", codes.desk));
  const opened = await openEnvelope(bytes, {
    bundleCrypto: createBundleCrypto(),
    identities: [desk.ageIdentity],
    recipients: [desk.recipient],
    cardFor: (box, sessionBox) =>
      (sessionBox ?? box) === session.box ? { enrol: session.enrol, state: "live" } : undefined,
  });
  expect(opened).toEqual({ ok: true, value: expected });
});
