// The support file of a full world: everything that could have slipped into it carries a marker word, and none of them,
// no code, no key and no whole id is in it.
import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { CourierState } from "../../src/app/courier-port.ts";
import { createRound, planSession } from "../../src/app/desk/desk-plan.ts";
import type { BrowserFacts } from "../../src/app/session/browser-check.ts";
import { collectDiagnostics, type PageFacts } from "../../src/app/support/diagnostics.ts";
import { nameOfThrown, readFaults, startFaultLog } from "../../src/app/support/fault-log.ts";
import { Digest } from "../../src/domain/schema.ts";
import { parseCardLink } from "../../src/wire/card-link.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { joinByCard, linkOf, writeNotes } from "../fixtures/main-job.ts";
import { digestOf } from "../fixtures/records.ts";

const marker = "Kanarialintu";
const browser: BrowserFacts = {
  userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36",
  isSecure: true,
  ed25519: true,
  x25519: true,
  compression: true,
  database: true,
  worker: true,
  isAppleTouch: false,
  isInstalled: false,
  wakeLock: true,
};
const page: PageFacts = {
  browser,
  storage: { persisted: false, quotaBytes: 5e9, files: "work", privateWindow: "unknown" },
  language: "fi",
  isOnline: true,
  window: { width: 1180, height: 820 },
  timeZoneMinutes: 120,
  isStored: true,
  keptFiles: 139,
};

/** A desk and a session on one device, with the marker in every text a person can give. */
const fillWorld = async (device: TestDevice) => {
  const { desk, code } = must(await device.workspace.createDesk(`${marker} salalause tähän`));
  must(
    await desk.writer.write([
      { kind: "desk/1", parents: [], operator: "ngo", name: `${marker} ry`, languages: ["fi"] },
    ]),
  );
  const roundId = must(
    await createRound(device, desk, {
      name: `${marker} kierros`,
      languages: ["fi"],
      codebook: await device.contents.currentCodebook(),
      guide: await device.contents.currentGuide(),
      reviewRequired: false,
      allowResume: true,
    }),
  );
  const planned = must(
    await planSession(device, desk, {
      roundId,
      title: `${marker} ilta`,
      groups: [`${marker} ryhmä`],
      languages: ["fi"],
      place: `${marker} talo`,
    }),
  );
  const link = await linkOf(device, desk, planned);
  const box = await joinByCard(device, link);
  const notes = exampleNotes().slice(0, 5);
  await writeNotes(
    device,
    box,
    notes.map((fields) => ({ ...fields, text: `${marker} ${fields.text}` })),
  );
  must(await box.drafts.write("capture/new", { text: `${marker} kesken` }));
  must(
    await box.envelopes.quarantine(
      Digest.parse(digestOf("c")),
      new TextEncoder().encode(marker),
      "not-for-us",
    ),
  );
  await device.courier.sendNow();
  const card = must(parseCardLink(link));
  return { desk, box, secrets: [code, card.code, card.desk.recipient] };
};

test("holds versions, counts and sizes of a full world, and no word, code, key or whole id of it", async () => {
  const device = await createTestDevice();
  await device.marks.start();
  const { desk, box, secrets } = await fillWorld(device);
  await vi.waitFor(() => expect(device.marks.boxes.value.size).toBe(2));
  await device.marks.flush();
  const file = must(await collectDiagnostics(device, page));

  const read = JSON.parse(file);
  expect(read).toMatchObject({ format: "kuuluu-support/1", open: "session" });
  expect(read.boxes).toHaveLength(2);
  const session = read.boxes.find(({ kind }: { kind: string }) => kind === "session");
  expect(session).toMatchObject({
    box: box.box.slice(0, 4),
    notes: 5,
    setAside: { "not-for-us": 1 },
  });
  expect(session.envelopes.count).toBeGreaterThan(0);

  const stored = must(await device.device.listBoxes());
  const keys = [desk.keys, box.keys].flatMap(({ tokens, recipient, identity }) => [
    ...Object.values(tokens),
    recipient,
    identity,
  ]);
  const ids = stored.map(({ box: id }) => id.slice(0, 5));
  const envelopes = must(await box.envelopes.list()).map(({ digest }) => digest.slice(0, 8));
  const codes = secrets.flatMap((code) => [code, code.replaceAll("-", "")]);
  const forbidden = [marker, ...codes, ...keys, ...ids, ...envelopes, box.signer.device];
  expect(forbidden.filter((word) => file.includes(word))).toEqual([]);
  expect(file).not.toMatch(/age1|AGE-SECRET/);
});

test("tells a vanished session and a clock that went back", async () => {
  const device = await createTestDevice();
  const marks = {
    ...device.marks,
    lost: signal({ sessions: 2, desks: 0, notes: 41, unsent: 3, seenMs: 0 }),
    clockBack: signal({ fromMs: 86_400_000, toMs: 0 }),
  };
  const file = must(await collectDiagnostics({ ...device, marks }, page));
  expect(JSON.parse(file)).toMatchObject({
    vanished: { notes: 41 },
    clock: { wentBackFrom: "1970-01-02T00:00:00.000Z" },
  });
});

const faultsOf = async (device: TestDevice) =>
  (await readFaults(device.device)).map(({ type }) => type);

test("keeps the last faults by type alone, whatever their messages quote", async () => {
  const device = await createTestDevice();
  const state = signal<CourierState>({ activity: "idle" });
  const target = new EventTarget();
  startFaultLog({ now: () => 1, device: device.device, courier: { state }, page: target });
  state.value = { activity: "waiting", failure: "hub-unreachable" };
  state.value = { activity: "sending", failure: "hub-unreachable" };
  const thrown = new TypeError(`${marker} is not a function`);
  target.dispatchEvent(Object.assign(new Event("error"), { error: thrown }));
  const rejected = Object.assign(new Event("unhandledrejection"), { reason: marker });
  target.dispatchEvent(rejected);
  target.dispatchEvent(
    Object.assign(new Event("securitypolicyviolation"), { effectiveDirective: "img-src" }),
  );
  await vi.waitFor(async () =>
    expect(await faultsOf(device)).toEqual([
      "sending:hub-unreachable",
      "error:TypeError",
      "rejected:unknown",
      "policy:img-src",
    ]),
  );
});

test("keeps twenty faults and drops the oldest", async () => {
  const device = await createTestDevice();
  const target = new EventTarget();
  const state = signal<CourierState>({ activity: "idle" });
  startFaultLog({ now: () => 1, device: device.device, courier: { state }, page: target });
  for (let turn = 0; turn < 25; turn += 1) {
    const name = turn < 5 ? "OldError" : "NewError";
    target.dispatchEvent(Object.assign(new Event("error"), { error: { name } }));
  }
  await vi.waitFor(async () =>
    expect(await faultsOf(device)).toEqual(Array(20).fill("error:NewError")),
  );
});

test("takes nothing for a name that could be a sentence", () => {
  expect(nameOfThrown(Object.assign(new Error("x"), { name: `${marker} sanoi jotakin` }))).toBe(
    "unknown",
  );
  expect(nameOfThrown(undefined)).toBe("unknown");
});
