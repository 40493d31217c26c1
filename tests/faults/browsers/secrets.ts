// Every key that a card and a device hold, so that a disk can be searched for them: derived from the code as the app
// does it, and the row key taken from where the app keeps it while the session is open.
import { hkdfSync } from "node:crypto";
import { parseBase64Url } from "../../../src/base/bytes.ts";
import type { CodeKind } from "../../../src/base/code.ts";
import { normalizeCode } from "../../../src/base/crockford.ts";
import { deriveBoxKeys, deriveRoot } from "../../../src/crypto/keys.ts";
import { unwrapByKey } from "../../../src/crypto/slots.ts";
import type { EngineWindow } from "./engine.ts";
import { keyNeedle, type Needle, wordNeedle } from "./search-disk.ts";

type Kept = { readonly code: readonly number[] | null; readonly resume: readonly number[] | null };

/** What the device keeps of an open box: its slot for the code, and the resume file where the engine has one. */
const readKept = (window: EngineWindow, box: string): Promise<Kept> =>
  window.run(`
    const database = await new Promise((done, fail) => {
      const asked = indexedDB.open("kuuluu");
      asked.onsuccess = () => done(asked.result);
      asked.onerror = fail;
    });
    const stored = await new Promise((done, fail) => {
      const asked = database.transaction("boxes").objectStore("boxes").get(${JSON.stringify(box)});
      asked.onsuccess = () => done(asked.result);
      asked.onerror = fail;
    });
    database.close();
    const readResume = async () => {
      const folder = await navigator.storage?.getDirectory();
      const file = await (await folder?.getFileHandle("resume"))?.getFile();
      return file ? [...new Uint8Array(await file.arrayBuffer())] : null;
    };
    return {
      code: stored ? [...new Uint8Array(stored.slots.code)] : null,
      resume: await readResume().catch(() => null),
    };
  `);

/** Call it while the box is open. The two tokens that a locked tablet keeps for sending are no secrets of reading. */
export const listSecrets = async (
  window: EngineWindow,
  kind: CodeKind,
  code: string,
): Promise<readonly Needle[]> => {
  const root = await deriveRoot(kind, code);
  const keys = await deriveBoxKeys(root);
  const kept = await readKept(window, keys.box);
  const row =
    kept.code && (await unwrapByKey("code", keys.box, keys.slot, Uint8Array.from(kept.code)));
  if (!row?.ok) throw new Error("the row key was not found");
  const token = (text: string) => parseBase64Url(text) ?? new Uint8Array();
  const ageSecret = new Uint8Array(hkdfSync("sha256", root, "", "kuuluu/1/age", 32));
  const bare = normalizeCode(code);
  return [
    wordNeedle(`${kind} code`, bare),
    wordNeedle(`${kind} code with hyphens`, (bare.match(/.{1,4}/g) ?? []).join("-")),
    wordNeedle(`${kind} age identity`, keys.ageIdentity),
    keyNeedle(`${kind} root key`, root),
    keyNeedle(`${kind} age secret`, ageSecret),
    keyNeedle(`${kind} slot key`, keys.slot),
    keyNeedle(`${kind} enrol key`, keys.enrol),
    keyNeedle(`${kind} read token`, token(keys.tokens.read)),
    keyNeedle(`${kind} manage token`, token(keys.tokens.manage)),
    keyNeedle(`${kind} row key`, row.value),
    ...(kept.resume
      ? [keyNeedle(`${kind} resume key`, Uint8Array.from(kept.resume.slice(56, 88)))]
      : []),
  ];
};
