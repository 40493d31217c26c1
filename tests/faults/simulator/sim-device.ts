// One device: its disk, which survives, and its running app, which may die at any time and is then put together anew
// from the app's own parts over what lies on the disk.
import type { BoxFacts } from "../../../src/app/box-facts.ts";
import type { DeliveryDeps } from "../../../src/app/delivery.ts";
import type { OpenBox } from "../../../src/app/open-box.ts";
import type { BoxKeys, Environment, Keys } from "../../../src/app/ports.ts";
import { createRecordWriter } from "../../../src/app/record-writer.ts";
import { ok } from "../../../src/base/result.ts";
import { parseRecord } from "../../../src/domain/gate.ts";
import type { Named } from "../../../src/domain/record.ts";
import type { RecordId, Role } from "../../../src/domain/schema.ts";
import type { EnvelopeStore } from "../../../src/storage/ports.ts";
import { createQueue } from "../../../src/sync/cut.ts";
import type { BundleCrypto, HubTransport, Signer } from "../../../src/sync/ports.ts";
import type { Chance } from "../random.ts";
import type { Clockwork } from "./clockwork.ts";
import type { Plant } from "./planted.ts";
import { deriveSimKeys, sha, shaHex } from "./sim-crypto.ts";
import { createPlatter, createSimDisk, type Platter, recordsOn } from "./sim-disk.ts";
import type { SimHub } from "./sim-hub.ts";

/** The app while it runs, from one start to the next crash. */
export type Life = { readonly box: OpenBox; readonly deps: DeliveryDeps };

export type SimDevice = {
  readonly name: string;
  readonly role: Role;
  readonly keys: BoxKeys;
  readonly signer: Signer;
  readonly platter: Platter;
  readonly life: () => Life;
  readonly isRemoved: () => boolean;
  /** Dies and starts again: what was under way is gone, what lies on the disk stays. */
  readonly crash: () => void;
  readonly moveClock: (ms: number) => void;
  readonly clockMs: () => number;
  /** From 0 to 1: how often a write or a call goes wrong. */
  readonly trouble: { disk: number; network: number };
  /** What lies on the disk now. */
  readonly recordsNow: () => readonly Named[];
};

export type DeviceDeps = {
  readonly name: string;
  readonly role: Role;
  readonly root: Uint8Array<ArrayBuffer>;
  readonly signer: Signer;
  readonly facts: Omit<BoxFacts, "root" | "role">;
  readonly hub: SimHub;
  readonly crypto: BundleCrypto;
  readonly chance: Chance;
  readonly clockwork: Clockwork;
  readonly plant: Plant;
};

export const createSimDevice = (given: DeviceDeps): SimDevice => {
  const { name, role, root, signer, hub, crypto, chance, clockwork, plant } = given;
  const keys = deriveSimKeys(root);
  const platter = createPlatter();
  const trouble = { disk: 0, network: 0 };
  const cache = new Map<RecordId, Named>();
  let clockMs = Date.UTC(2026, 10, 24, 16, 0, 0);
  let lives = 0;
  let current: Life;
  const card = given.facts.card;
  platter.stored = {
    ...{ box: keys.box, kind: role === "coordinator" ? "desk" : "session", recipients: [] },
    ...{ addedAt: new Date(clockMs).toISOString(), slots: { code: root }, note: root },
    ...{ signingKey: root, publicKey: signer.publicKey },
    ...(role === "coordinator"
      ? {}
      : { sendToken: keys.tokens.send, releaseToken: keys.tokens.release }),
    ...(card ? { deskBox: card.desk.box } : {}),
  };

  const start = (): Life => {
    lives += 1;
    const mine = lives;
    const isAlive = () => mine === lives;
    const env: Environment = {
      now: () => clockMs,
      random: (length) => chance.bytes(length),
      digest: async (bytes) => sha(bytes),
      appVersion: "0.1.0",
      baseUrl: "http://kuuluu.test/",
    };
    const disk = createSimDisk({
      ...{ box: keys.box, platter, chance, clockwork, isAlive },
      faults: () => trouble.disk,
      ...(plant.diskSaysTooSoon ? { saysTooSoon: true } : {}),
    });
    const plain = hub.seenFrom(
      isAlive,
      () => trouble.network,
      () => new Date(clockMs).toISOString(),
    );
    const records = plant.records?.(disk.records, platter) ?? disk.records;
    const envelopes: EnvelopeStore =
      plant.envelopes?.(disk.envelopes, platter, hub) ?? disk.envelopes;
    const transport: HubTransport = plant.transport?.(plain, envelopes, hub) ?? plain;
    const facts: BoxFacts = { ...given.facts, root, role };
    const kind = role === "coordinator" ? "desk" : "session";
    const createWriter = () =>
      createRecordWriter({
        ...{ box: keys.box, device: signer.device, role, records, env },
        parse: parseRecord,
      });
    const writer = createWriter();
    // As at every start of the app: the stamps ahead of which the next one must lie.
    writer.observe(recordsOn(keys.box, platter, cache).map(({ record }) => record.stamp));
    const box: OpenBox = {
      ...{ box: keys.box, kind, keys, signer, records, envelopes },
      writer: plant.forgetsStamps
        ? { ...writer, write: (drafts) => createWriter().write(drafts) }
        : writer,
      drafts: {
        write: async () => ok(undefined),
        read: async () => ok(undefined),
        remove: async () => ok(undefined),
      },
      facts: () => facts,
      updateFacts: async () => ok(undefined),
    };
    const queue = createQueue();
    const deps = {
      ...{ env, hub: transport },
      crypto: plant.crypto?.(crypto) ?? crypto,
      keys: {
        deriveBoxKeys: async (of: Uint8Array) => deriveSimKeys(of),
        makeReceiptCode: async (enrol: Uint8Array, of: Uint8Array) =>
          shaHex(enrol, of).slice(0, 12),
      } as unknown as Keys, // Carrying and closing need these alone.
      device: disk.device,
      outboxOf: () => envelopes,
      exclusively: <T>(_box: string, work: () => Promise<T>): Promise<T> =>
        plant.letsCutsMeet ? work() : queue(work),
    };
    return { box, deps };
  };
  current = start();
  return {
    ...{ name, role, keys, signer, platter, trouble },
    life: () => current,
    isRemoved: () => platter.stored === undefined,
    crash: () => {
      current = start();
    },
    moveClock: (ms) => {
      clockMs += ms;
    },
    clockMs: () => clockMs,
    recordsNow: () => recordsOn(keys.box, platter, cache),
  };
};
