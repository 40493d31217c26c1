// What the fuzzer throws at, and what must hold of every answer. A target throws where its promise is broken.
import { type Bytes, concatBytes, toBase64Url, toHex, toUtf8 } from "../../../src/base/bytes.ts";
import { foldCards, foldDesk, foldReleases, foldRounds } from "../../../src/domain/desk.ts";
import { parseRecord } from "../../../src/domain/gate.ts";
import { foldNotes } from "../../../src/domain/notes.ts";
import { identify, type Named } from "../../../src/domain/record.ts";
import { makeRelease } from "../../../src/domain/release.ts";
import { foldSession, foldSummary, lastChangeOf } from "../../../src/domain/session.ts";
import { nextStamp } from "../../../src/domain/stamp.ts";
import { makeHandOverFile, readHandOverFile } from "../../../src/sync/hand-over-file.ts";
import { createHubTransport } from "../../../src/sync/hub-transport.ts";
import { openEnvelope } from "../../../src/sync/receive.ts";
import { parseCardLink } from "../../../src/wire/card-link.ts";
import { openHubWithBoxes, sealed, sessionBox, tokenNamed } from "../../fixtures/hub.ts";
import * as make from "../../fixtures/records.ts";
import type { Chance } from "../random.ts";
import { digestOf } from "./doors.ts";
import { bundleCrypto, type Forge } from "./forge.ts";
import { mutateBytes, mutateJson } from "./mutate.ts";

/** Answers what became of it, for the count; throws where something is wrong. */
export type Target = {
  readonly name: string;
  /** Of a hundred mutations. */
  readonly share: number;
  readonly strike: (chance: Chance) => Promise<string>;
};

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};
const sameBytes = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0;

export const createTargets = async (forge: Forge, link: string): Promise<readonly Target[]> => [
  sealedTarget(forge),
  await packedTarget(forge),
  signedTarget(forge),
  fileTarget(forge),
  cardTarget(link),
  await requestTarget(),
  answerTarget(),
];

const receive = ({ session }: Forge, crypto = bundleCrypto) => ({
  bundleCrypto: crypto,
  identities: [session.keys.identity],
  cardFor: () => ({ enrol: session.keys.enrol, state: "live" as const }),
});

const sealedTarget = (forge: Forge): Target => ({
  name: "envelopes, sealed by age",
  share: 10,
  strike: async (chance) => {
    const bytes = mutateBytes(chance, forge.bytes);
    const opened = await openEnvelope(bytes, receive(forge));
    must(!opened.ok || sameBytes(bytes, forge.bytes), "a changed envelope was opened");
    return opened.ok ? "same" : opened.error.type;
  },
});

/** The seal is left out here, so that the mutations reach what lies in it. */
const bare = {
  ...bundleCrypto,
  open: async (bytes: Bytes) => concatBytes(Uint8Array.of(0x1f, 0x8b), bytes),
  gunzip: async (bytes: Bytes) => bytes.slice(2),
};

const packedTarget = async (forge: Forge): Promise<Target> => {
  const zipped = await bundleCrypto.open(forge.bytes, [forge.session.keys.identity]);
  const clear = await bundleCrypto.gunzip(zipped ?? new Uint8Array(), 2 ** 20);
  if (!clear) throw new Error("the fixture does not open");
  return {
    name: "bundles, without their seal",
    share: 20,
    strike: async (chance) => {
      const bytes = mutateBytes(chance, clear);
      const opened = await openEnvelope(bytes, receive(forge, bare));
      must(!opened.ok || sameBytes(bytes, clear), "a changed bundle was opened");
      return opened.ok ? "same" : opened.error.type;
    },
  };
};

const goodRecords = (forge: Forge): readonly object[] => {
  const inBox = { box: forge.session.box };
  const said = make.note({ ...inBox, text: "Alikulku", dimensions: ["S"], polarity: "weakens" });
  return [
    make.session({ ...inBox, people: 8, heldOn: "2026-11-24" }),
    make.phase(inBox),
    said,
    make.note({ ...inBox, at: 60, parents: [said.id], text: "Alikulku kierretään" }),
    make.review({ ...inBox, noteId: make.noteIdOf(1), revision: said.id }),
    make.summary({ ...inBox, important: "Valaistus", groupConsent: true }),
    make.erasure({ ...inBox, noteId: make.noteIdOf(2), survivors: [] }),
  ].map(({ record }) => record);
};

/** A member of the circle who signs whatever they like. What is taken in must be fit to be shown. */
const signedTarget = (forge: Forge): Target => {
  const records = goodRecords(forge);
  return {
    name: "bundles, signed anew by a member of the circle",
    share: 25,
    strike: async (chance) => {
      const changed = mutateJson(chance, { records }) as { records?: unknown }; // Or whatever it became.
      const payload = toUtf8(JSON.stringify(changed));
      const header = {
        ...forge.header,
        payloadSha256: toHex(await bundleCrypto.digest(payload)),
        payloadBytes: payload.length,
        records: Array.isArray(changed.records) ? changed.records.length : 1,
      };
      const line = toUtf8(JSON.stringify(chance.odds(0.2) ? mutateJson(chance, header) : header));
      const signature = Buffer.from(await forge.session.signer.sign(line)).toString("base64");
      const clear = concatBytes(line, toUtf8(`\n${signature}\n`), payload);
      const opened = await openEnvelope(clear, receive(forge, bare));
      if (!opened.ok) return opened.error.type;
      await readAll(opened.value.records, forge);
      return "opened";
    },
  };
};

/** Everything that the app makes of records when it shows them. */
const readAll = async (records: readonly Named[], { session }: Forge): Promise<void> => {
  for (const { id, record } of records) {
    const again = parseRecord(JSON.parse(JSON.stringify(record)));
    must(again.ok, "a record passed the gate once and not twice");
    const named = again.ok && (await identify(again.value, bundleCrypto.digest));
    must(named && named.id === id, "a record has two names");
  }
  const notes = foldNotes(records);
  must(notes.length <= records.length, "more notes than records");
  const times = [
    ...notes.map(({ firstStamp }) => Date.parse(firstStamp.slice(0, 24))),
    lastChangeOf(records),
  ];
  for (const ms of times) if (ms !== undefined) new Date(ms).toISOString();
  foldSession(records)?.phases.map(({ begunAt }) => new Date(begunAt).toISOString());
  foldSummary(records);
  makeRelease(records, session.box, ["fi"]);
  for (const fold of [foldDesk, foldRounds, foldCards, foldReleases]) fold(records);
  nextStamp(
    Date.UTC(2026, 10, 24),
    records.map(({ record }) => record.stamp),
    "a".repeat(32),
  );
};

const fileTarget = (forge: Forge): Target => {
  const other = forge.bytes.slice(0, 60);
  const entries = [forge.bytes, other].map((bytes) => ({
    box: forge.session.box,
    digest: digestOf(bytes),
    bytes,
  }));
  const file = makeHandOverFile(entries);
  const known = new Set<string>(entries.map(({ digest }) => digest));
  return {
    name: "hand-over files",
    share: 10,
    strike: async (chance) => {
      const read = await readHandOverFile(mutateBytes(chance, file), bundleCrypto.digest);
      must(
        !read.ok || read.value.every(({ digest }) => known.has(digest)),
        "a file gave what nobody put in",
      );
      return read.ok ? "read" : read.error.type;
    },
  };
};

const cardTarget = (link: string): Target => {
  const [base = "", packed = ""] = link.split("#/join/");
  const json: unknown = JSON.parse(Buffer.from(packed, "base64url").toString("utf8"));
  return {
    name: "card links",
    share: 15,
    strike: async (chance) => {
      const text = chance.odds(0.5)
        ? Buffer.from(mutateBytes(chance, toUtf8(link))).toString("latin1")
        : `${base}#/join/${toBase64Url(toUtf8(JSON.stringify(mutateJson(chance, json))))}`;
      const parsed = parseCardLink(text);
      if (!parsed.ok) return parsed.error.type;
      must(/^[0-9A-HJKMNP-TV-Z]{16}$/.test(parsed.value.code), "a card without a code");
      return "read";
    },
  };
};

const requestTarget = async (): Promise<Target> => {
  const hub = await openHubWithBoxes({ uploadsPerMinute: 1e9 });
  const { body, path } = sealed("sealed");
  const paths = [
    path,
    `/v1/boxes/${sessionBox}`,
    `/v1/boxes/${sessionBox}/envelopes?limit=9`,
    "/v1/desks",
    "/v1/health",
  ];
  const names = ["send", "read", "nobody"].map(tokenNamed);
  const grants = { desk: sessionBox, tokens: [{ sha256: "0".repeat(64), rights: ["append"] }] };
  return {
    name: "requests to the hub",
    share: 10,
    strike: async (chance) => {
      const method = chance.pick(["GET", "PUT", "POST", "DELETE", "PATCH"]);
      hub.clock.at += 60_000; // Its limits are tested elsewhere.
      const path = toUtf8(chance.pick(paths));
      const at = Buffer.from(chance.odds(0.4) ? mutateBytes(chance, path) : path).toString(
        "latin1",
      );
      const bearer = chance.odds(0.7) ? chance.pick(names) : toHex(chance.bytes(30));
      const json = toUtf8(JSON.stringify(mutateJson(chance, grants)));
      const content = chance.odds(0.5) ? mutateBytes(chance, body) : json;
      const answer = await hub.call(method, toPath(at), {
        bearer,
        ...(method === "GET" ? {} : { body: content }),
      });
      must(answer.status < 500 && hub.reported.length === 0, `the hub failed: ${method} ${at}`);
      const kept = await hub.store.listEnvelopes(sessionBox, undefined, 9);
      must(kept.ok && kept.value.items.length === 0, "the hub kept what nobody named rightly");
      return String(answer.status);
    },
  };
};
/** Whatever is left of a path after a mutation, as a client would have to write it. */
const toPath = (text: string): string =>
  `/${encodeURI(text.replaceAll(/[\uD800-\uDFFF]/g, "")).replace(/^\/+/, "")}`;

const digest = "d".repeat(64);
const answers: readonly unknown[] = [
  { digest, cursor: "c.1", epoch: "e", receivedAt: "2026-11-24T18:00:00.000Z" },
  {
    epoch: "e",
    items: [{ digest, bytes: 9, cursor: "c.1", receivedAt: "2026-11-24T18:00:00.000Z" }],
    next: null,
  },
  { app: "kuuluu-hub", version: "1", epoch: "e" },
  { type: "urn:kuuluu:problem:gone", title: "erased", status: 410 },
];

/** A hub that has been taken over, or a captive portal: nothing throws, and a receipt counts only for our digest. */
const answerTarget = (): Target => ({
  name: "answers of a hub",
  share: 10,
  strike: async (chance) => {
    const json = toUtf8(JSON.stringify(mutateJson(chance, chance.pick(answers))));
    const body = chance.odds(0.5) ? mutateBytes(chance, json) : json;
    const status = chance.pick([200, 201, 200, 400, 410, 413, 429, 500, 503]);
    const headers = { "retry-after": chance.pick(["1", "-1", "x", "99999999999999999999"]) };
    const transport = createHubTransport({
      baseUrl: "http://kuuluu.test/",
      fetch: async () => new Response(body, { status, headers }),
      digest: bundleCrypto.digest,
      timeoutMs: 60_000,
    });
    const receipt = await transport.put(sessionBox, "t", digest, new Uint8Array(1));
    must(!receipt.ok || receipt.value.digest === digest, "another envelope's receipt counted");
    must(
      !receipt.ok || !Number.isNaN(Date.parse(receipt.value.receivedAt)),
      "a receipt of no time",
    );
    const list = await transport.list(sessionBox, "t", undefined);
    const health = await transport.health();
    const got = await transport.get(sessionBox, "t", digest);
    must(!got.ok, "bytes of another digest came through");
    return [receipt, list, health].some(({ ok }) => ok) ? "believed" : "refused";
  },
});
