// Our envelopes and the age that others have: each opens what the other wrote, for every envelope this project ever made.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { createBundleCrypto } from "../../../src/crypto/bundle-crypto.ts";
import { deriveBoxKeys, deriveRoot } from "../../../src/crypto/keys.ts";
import { openEnvelope } from "../../../src/sync/receive.ts";
import { sized, tell, tellSkipped } from "../figures.ts";
import { createChance } from "../random.ts";
import { findAge } from "./find-age.ts";

const golden = new URL("../../golden/envelopes/", import.meta.url);
const names = readdirSync(golden).filter((name) => name.endsWith(".age"));
const crypto = createBundleCrypto();
const folder = mkdtempSync(join(tmpdir(), "kuuluu-age-"));
afterAll(() => rmSync(folder, { recursive: true }));

const version = findAge();
if (version === undefined)
  tellSkipped("interop", "age", "there is no age here and none could be installed");
else tell("interop", "age", version);

const age = (words: readonly string[], input: Uint8Array) =>
  execFileSync("age", words, { input, maxBuffer: 64 * 2 ** 20, stdio: ["pipe", "pipe", "ignore"] });
const keyFile = (name: string, identity: string): string => {
  const path = join(folder, name);
  writeFileSync(path, `# made by a test\n${identity}\n`, { mode: 0o600 });
  return path;
};

describe.skipIf(version === undefined)("Debian's age", async () => {
  const expected = names.map((name) => {
    const text = readFileSync(new URL(name.replace(".age", ".json"), golden), "utf8");
    return { name, ...JSON.parse(text) };
  });
  const codes = expected[0]?.codes;
  const [session, desk] = [
    await deriveBoxKeys(await deriveRoot("session", codes.session)),
    await deriveBoxKeys(await deriveRoot("desk", codes.desk)),
  ];
  const receive = {
    bundleCrypto: crypto,
    identities: [desk.ageIdentity],
    cardFor: () => ({ enrol: session.enrol, state: "live" as const }),
  };

  test.each(expected)(
    "opens $name with the desk's key, and finds the same inside",
    ({ name, header, records }) => {
      const bytes = readFileSync(new URL(name, golden));
      const clear = gunzipSync(age(["-d", "-i", keyFile("desk.txt", desk.ageIdentity)], bytes));
      const [headerLine = "", signature = "", payload = ""] = clear.toString("utf8").split("\n");
      expect(JSON.parse(headerLine)).toEqual(header);
      expect(Buffer.from(signature, "base64")).toHaveLength(64);
      const inside = records.map(({ record }: { readonly record: object }) => record);
      expect(JSON.parse(payload)).toEqual({ records: inside });
    },
  );

  test.each(expected)(
    "writes $name anew so that we open it to the same records",
    async ({ name, header, records }) => {
      const clear = age(
        ["-d", "-i", keyFile("desk.txt", desk.ageIdentity)],
        readFileSync(new URL(name, golden)),
      );
      const sealed = age(["-r", desk.recipient, "-r", session.recipient], clear);
      const opened = await openEnvelope(new Uint8Array(sealed), receive);
      expect(opened).toMatchObject({ ok: true, value: { header, records } });
    },
  );

  test("and we open each other's files of every size, with one receiver and with eight", async () => {
    const chance = createChance(2026);
    const others = await Promise.all(
      Array.from({ length: 7 }, (_, at) => deriveBoxKeys(new Uint8Array(32).fill(at + 10))),
    );
    const path = keyFile("session.txt", session.ageIdentity);
    // Around the edges of age's chunks of 64 KiB, and at random in between.
    const edges = [0, 1, 65_535, 65_536, 65_537, 131_072, 131_073];
    const sizes = [
      ...edges,
      ...Array.from({ length: sized(5, 100, 1_000) }, () => chance.below(300_000)),
    ];
    for (const size of sizes) {
      const clear = chance.bytes(size);
      const recipients = [
        ...(chance.odds(0.5) ? others.map(({ recipient }) => recipient) : []),
        session.recipient,
      ];
      const ours = age(["-d", "-i", path], await crypto.seal(clear, recipients));
      expect(Buffer.compare(ours, clear)).toBe(0);
      const theirs = age(
        recipients.flatMap((recipient) => ["-r", recipient]),
        clear,
      );
      const opened = await crypto.open(new Uint8Array(theirs), [session.ageIdentity]);
      expect(opened && Buffer.compare(opened, clear)).toBe(0);
    }
    tell("interop", "golden envelopes that age opened, and that we opened from age", names.length);
    tell("interop", "files of every size, in both directions", sizes.length);
  });

  test("refuses what we refuse: a changed byte, a cut, something behind the end", async () => {
    const chance = createChance(7);
    const sealed = await crypto.seal(chance.bytes(500), [session.recipient]);
    const path = keyFile("session.txt", session.ageIdentity);
    const opensForAge = (bytes: Uint8Array): boolean => {
      try {
        age(["-d", "-i", path], bytes);
        return true;
      } catch {
        return false; // It says no by its exit code.
      }
    };
    expect(opensForAge(sealed)).toBe(true);
    const harmed = Array.from({ length: sized(20, 300, 2_000) }, () => {
      const at = chance.below(sealed.length);
      if (chance.odds(0.3)) return sealed.slice(0, at);
      return sealed.map((byte, place) => (place === at ? byte ^ (1 << chance.below(8)) : byte));
    });
    for (const bytes of harmed) {
      const here = (await crypto.open(bytes, [session.ageIdentity])) !== undefined;
      expect([here, opensForAge(bytes)]).toEqual([false, false]);
    }
    tell("interop", "harmed files that both refuse", harmed.length);
  });
});
