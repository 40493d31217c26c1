// Writes golden envelopes of bundle format 1: a session's bundle and a release. Run once per format or record kind, to
// a new name; a shipped envelope never changes, and every later version opens it.
import { mkdir, writeFile } from "node:fs/promises";
import { createBundleCrypto } from "../../src/crypto/bundle-crypto.ts";
import { deriveBoxKeys, deriveRoot } from "../../src/crypto/keys.ts";
import { createSigner, createSigningKey } from "../../src/crypto/signer.ts";
import { BoxId, EntityId } from "../../src/domain/schema.ts";
import { type CutRequest, cutBundle } from "../../src/sync/bundle.ts";
import * as make from "../fixtures/records.ts";

const codes = { session: "K7PA-3M9X-Q2TD-8WVW", desk: "0000-0000-0000-0000-0000-0000-00" };
const session = await deriveBoxKeys(await deriveRoot("session", codes.session));
const desk = await deriveBoxKeys(await deriveRoot("desk", codes.desk));
const [sessionBox, deskBox] = [BoxId.parse(session.box), BoxId.parse(desk.box)];
const signer = await createSigner(await createSigningKey());
const folder = new URL("../golden/envelopes/", import.meta.url);
await mkdir(folder, { recursive: true });

const write = async (
  name: string,
  request: Pick<CutRequest, "box" | "records" | "recipients" | "sessionBox">,
) => {
  const bundle = await cutBundle(
    { ...request, signer, enrolKey: session.enrol, seq: 1, previous: null, app: "0.1.0" },
    createBundleCrypto(),
  );
  if (!bundle.ok) throw new Error(bundle.error.type);
  const { header, digest, bytes } = bundle.value;
  await writeFile(new URL(`${name}.age`, folder), bytes, { flag: "wx" });
  const expected = { codes, digest, header, records: request.records };
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(expected, null, 2)}\n`, {
    flag: "wx",
  });
  console.log(name, digest);
};

const inBox = { box: sessionBox };
const said = make.note({
  ...inBox,
  text: "Aseman alikulku kierretään iltaisin. 🚲 «هنا»",
  dimensions: ["S", "V"],
  polarity: "weakens",
  quotable: true,
  translation: { text: "The underpass is avoided at night.", lang: "en", by: "scribe" },
});
await write("session-1", {
  box: sessionBox,
  recipients: [session.recipient, desk.recipient],
  records: [
    make.session({ ...inBox, people: 8, languages: ["fi", "ar"] }),
    make.phase(inBox),
    said,
    make.note({ ...inBox, at: 60, parents: [said.id], text: "Alikulku kierretään." }),
    make.review({ ...inBox, noteId: make.noteIdOf(1), revision: said.id }),
    make.summary({ ...inBox, important: "Valaistus", groupConsent: true }),
    make.erasure({ ...inBox, noteId: make.noteIdOf(2), survivors: [] }),
  ],
});
const { text, lang, kinds, dimensions, subThemes, topics } = said.record;
await write("release-1", {
  box: deskBox,
  sessionBox,
  recipients: [desk.recipient],
  records: [
    make.release({
      box: deskBox,
      session: sessionBox,
      notes: [
        {
          noteId: EntityId.parse(said.record.noteId),
          revision: said.id,
          ...{ text, lang, kinds, dimensions, subThemes, topics },
        },
      ],
    }),
  ],
});
