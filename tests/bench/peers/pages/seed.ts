// Fills the app's own database with finished sessions, each made by the app's modules: sealed rows, one envelope, receipted.
import { cutAll } from "../../../../src/app/delivery.ts";
import { makeStoredBox } from "../../../../src/app/make-box.ts";
import { openStoredBox } from "../../../../src/app/open-box.ts";
import { createEntityId } from "../../../../src/app/record-writer.ts";
import { createRowCipher } from "../../../../src/crypto/row-cipher.ts";
import { openDatabase } from "../../../../src/storage/database.ts";
import { createDraftStore } from "../../../../src/storage/draft-store.ts";
import { createEnvelopeStore } from "../../../../src/storage/envelope-store.ts";
import { createRecordStore } from "../../../../src/storage/record-store.ts";
import { plainNote } from "../plain-note.ts";
import { must, openApp, random } from "./bench-platform.ts";

const together = 8;

/** Answers how many boxes and records lie in the database afterwards. */
const seed = async (sessions: number, notes: number) => {
  const { env, keys, crypto, device, delivery } = await openApp("kuuluu");
  const database = must(await openDatabase("kuuluu"));
  const openStores: Parameters<typeof openStoredBox>[0]["openStores"] = (box, rowKey) => {
    const cipher = createRowCipher(rowKey);
    return {
      records: createRecordStore(database, box, cipher),
      envelopes: createEnvelopeStore(database, box, cipher),
      drafts: createDraftStore(database, box, cipher),
      sealRow: (kind, clear) => cipher.seal({ box, kind, id: box }, clear),
      openRow: (kind, sealed) => cipher.open({ box, kind, id: box }, sealed),
    };
  };
  const deps = { env, keys, device, openStores };
  const hold = async (at: number): Promise<void> => {
    const facts = { role: "scribe", recoveryProven: false, hasHub: false } as const;
    const { stored, rowKey } = await makeStoredBox(deps, "session", random(32), facts);
    must(await device.putBox(stored));
    const open = must(await openStoredBox(deps, stored, rowKey));
    const drafts = Array.from({ length: notes }, (_, note) => {
      const { text, lang, dimensions, kinds } = plainNote(at * notes + note);
      return {
        ...{ kind: "note/1" as const, parents: [], noteId: createEntityId(random) },
        ...{ text, lang, dimensions, kinds, subThemes: [], topics: [] },
        begunAt: new Date(Date.now() - 86_400_000).toISOString(),
      };
    });
    must(await open.writer.write(drafts));
    must(await cutAll({ env, crypto, exclusively: delivery.exclusively }, open));
    for (const { digest } of must(await open.envelopes.list())) {
      const receivedAt = new Date().toISOString();
      const where = { destination: "file", epoch: "1", cursor: "1" };
      must(await open.envelopes.confirm({ digest, receivedAt, ...where }));
    }
  };
  let next = 0;
  const work = async () => {
    for (let at = next++; at < sessions; at = next++) await hold(at);
  };
  await Promise.all(Array.from({ length: together }, work));
  const counts = { boxes: await database.boxes.count(), records: await database.records.count() };
  database.close();
  return counts;
};

Reflect.set(globalThis, "bench", { seed });
