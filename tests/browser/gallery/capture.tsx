// The scribe's live screen over stores in memory, with notes in Finnish and Arabic, to be looked at: ?lang=ar&notes=300.
import { signal } from "@preact/signals";
import { render } from "preact";
import { createContents } from "../../../src/app/content/contents.ts";
import type { CourierState } from "../../../src/app/courier-port.ts";
import demo from "../../../src/app/demo/demo-notes.json";
import type { AppDeps } from "../../../src/app/deps.ts";
import { createTyping } from "../../../src/app/guard/typing.ts";
import type { OpenBox } from "../../../src/app/open-box.ts";
import { createEntityId, createRecordWriter } from "../../../src/app/record-writer.ts";
import { CaptureScreen } from "../../../src/app/scribe/capture-screen.tsx";
import { AppRoot } from "../../../src/app/shell/app-root.tsx";
import { createSettingsModel, parseSettings } from "../../../src/app/shell/settings.ts";
import { nameByDigest } from "../../../src/domain/codebook.ts";
import { speakers } from "../../../src/domain/note.ts";
import { parseTableRecord } from "../../../src/domain/record.ts";
import { BoxId, EntityId } from "../../../src/domain/schema.ts";
import { isInterfaceCode } from "../../../src/i18n/languages.ts";
import { loadTexts } from "../../../src/i18n/load-texts.ts";
import { createTexts } from "../../../src/i18n/texts.ts";
import { createAnnouncer } from "../../../src/ui/announcer.tsx";
import { createMemoryBox, createMemoryDevice } from "../../fixtures/memory-stores.ts";
import "../../../src/ui/all.css";

const query = new URLSearchParams(location.search);
const wished = query.get("lang") ?? "fi";
const language = isInterfaceCode(wished) ? wished : "fi";
const count = Number(query.get("notes") ?? 20);

let nowMs = Date.parse("2026-11-24T16:30:00.000Z");
const env = {
  now: () => nowMs,
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  digest: async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)),
  appVersion: "0",
  baseUrl: location.origin,
};
const contents = createContents(env.digest);
const id = BoxId.parse("0123456789abcdef0123456789abcdef");
const memory = createMemoryBox(id);
const device = "a".repeat(32);
const writer = createRecordWriter({
  box: id,
  device,
  role: "scribe",
  parse: parseTableRecord,
  records: memory.records,
  env,
});

const finnish = demo.sessions.filter(({ lang }) => lang === "fi").flatMap(({ notes }) => notes);
const arabic = demo.sessions.filter(({ lang }) => lang === "ar").flatMap(({ notes }) => notes);
const subThemes = (await contents.currentCodebook()).subThemes;
type Sample = { readonly text: string; readonly subThemes?: readonly string[] };
const toFields = (turn: number) => {
  const isArabic = turn % 4 === 3;
  const list = isArabic ? arabic : finnish;
  const sample: Sample = list[turn % list.length] ?? { text: "" };
  const found = subThemes.filter((each) => sample.subThemes?.includes(each.id));
  return {
    kinds: [],
    topics: [],
    ...sample,
    subThemes: sample.subThemes ?? [],
    lang: isArabic ? "ar" : "fi",
    dimensions: turn % 6 === 2 ? [] : [...new Set(found.map((each) => each.dimension))],
    speaker: speakers[(turn * 5) % 15],
    begunAt: new Date(nowMs).toISOString(),
    ...(turn % 7 === 0 ? { star: true } : {}),
  };
};

await writer.write([
  {
    kind: "session/1",
    parents: [],
    roundId: EntityId.parse("1".repeat(32)),
    roundName: "Syksy 2026",
    codebook: await nameByDigest(await contents.currentCodebook(), env.digest),
    guideDigest: await nameByDigest(await contents.currentGuide(), env.digest),
    title: "Asukasilta, ryhmä 2",
    groups: [],
    languages: ["fi", "ar"],
    people: 8,
  },
  { kind: "phase/1", parents: [], question: "Q-start", begunAt: new Date(nowMs).toISOString() },
]);
for (let turn = 0; turn < count; turn += 1) {
  nowMs += 40_000;
  const fields = toFields(turn);
  const noteId = createEntityId(env.random);
  // The demo's JSON is loosely typed; the strict gate in the writer judges it.
  const draft = { kind: "note/1", parents: [], noteId, ...fields } as Parameters<
    typeof writer.write
  >[0][number];
  const written = await writer.write([draft]);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  if (turn === 11) {
    const question = "Q-S1";
    await writer.write([
      { kind: "phase/1", parents: [], question, begunAt: new Date(nowMs).toISOString() },
    ]);
  }
}

const box = {
  box: id,
  kind: "session",
  records: memory.records,
  envelopes: memory.envelopes,
  drafts: memory.drafts,
  writer,
  signer: { device },
  facts: () => ({ role: "scribe" }),
} as unknown as OpenBox; // The live screen asks no more of a box than this.

const texts = await createTexts({
  load: loadTexts,
  language,
  namespaces: ["common", "scribe", "errors"],
  root: document.documentElement,
});
const store = createMemoryDevice();
const stored = Object.fromEntries(query);
const settings = createSettingsModel({
  store,
  texts,
  root: document.documentElement,
  initial: { ...parseSettings(stored, []), language },
});
const state = signal<CourierState>({ activity: "idle", lastSuccessAt: nowMs });
const deps = {
  env,
  contents,
  device: store,
  courier: { state, nudge: () => undefined, sendNow: async () => undefined },
  typing: createTyping(),
  locking: { lockUp: async () => true },
} as unknown as AppDeps; // Nor of the rest.

Object.assign(window, { memory });
const place = document.getElementById("app");
if (place) {
  render(
    <AppRoot
      texts={texts}
      announcer={createAnnouncer()}
      settings={settings}
      reload={() => location.reload()}
    >
      <CaptureScreen deps={deps} box={box} />
    </AppRoot>,
    place,
  );
}
