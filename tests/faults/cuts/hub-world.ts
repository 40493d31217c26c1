// A database, hubs over it, a desk with boxes, and a device that sends by the app's own code.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bytes } from "../../../src/base/bytes.ts";
import { digestBytes } from "../../../src/crypto/bundle-crypto.ts";
import { BoxId, Digest } from "../../../src/domain/schema.ts";
import { createHubTransport } from "../../../src/sync/hub-transport.ts";
import type { HubTransport } from "../../../src/sync/ports.ts";
import { sendPending } from "../../../src/sync/send.ts";
import { must } from "../../fixtures/device.ts";
import { grant, tokenNamed } from "../../fixtures/hub.ts";
import { createMemoryBox } from "../../fixtures/memory-stores.ts";
import { tellSkipped } from "../figures.ts";
import type { Chance } from "../random.ts";
import { type HubProcess, startHubProcess } from "./hub-farm.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

export const postgres: PostgresServer | undefined = await startPostgres();
if (!postgres) tellSkipped("cuts", "PostgreSQL", "there is none here and none could be installed");

export type Backend = { readonly name: string; readonly hubs: number; readonly isHere: boolean };
export const backends: readonly Backend[] = [
  { name: "SQLite", hubs: 1, isHere: true },
  { name: "PostgreSQL behind two hubs", hubs: 2, isHere: postgres !== undefined },
];

let worlds = 0;
const deskBox = "de".repeat(16);
/** A token may put 60 envelopes at once; so there are many. */
const tokenCount = 4_000;
const sendToken = (at: number) => tokenNamed(`send-${at % tokenCount}`);

export type HubWorld = Awaited<ReturnType<typeof openHubWorld>>;

export const openHubWorld = async (backend: Backend) => {
  worlds += 1;
  const folder = mkdtempSync(join(tmpdir(), "kuuluu-cuts-"));
  const database = `hub${worlds}`;
  const environment: Record<string, string> =
    postgres && backend.hubs > 1
      ? { DATABASE_URL: postgres.create(database) }
      : { DATA_DIR: folder };
  const hubs: HubProcess[] = [];
  for (let count = 0; count < backend.hubs; count += 1)
    hubs.push(await startHubProcess(environment));

  const transportTo = (baseUrl: string, timeoutMs = 20_000): HubTransport =>
    createHubTransport({ baseUrl, fetch, digest: digestBytes, timeoutMs });
  const straight = transportTo(`http://127.0.0.1:${hubs[0]?.port}/`);
  const code = /Set-up code: (\S+)/.exec(hubs[0]?.said() ?? "")?.[1] ?? "";
  must(await straight.createDesk(code, { box: deskBox, tokens: [grant("manage", "manage")] }));

  const makeBox = async (name: number): Promise<BoxId> => {
    const box = BoxId.parse(name.toString(16).padStart(32, "0"));
    const tokens = Array.from({ length: tokenCount }, (_, at) => grant(`send-${at}`, "append"));
    const body = { desk: deskBox, tokens: [...tokens, grant("read", "read", "erase")] };
    must(await straight.putBox(box, tokenNamed("manage"), body));
    return box;
  };

  /** Everything the hub holds of a box, page by page. */
  const listAll = async (box: string, transport = straight) => {
    const items = [];
    let after: string | undefined;
    for (;;) {
      const page = must(await transport.list(box, tokenNamed("read"), after));
      items.push(...page.items);
      if (page.next === null) return { epoch: page.epoch, items };
      after = page.next;
    }
  };

  return {
    ...{ backend, environment, folder, database, hubs, straight, transportTo, makeBox, listAll },
    deleteBox: (box: string) =>
      fetch(`http://127.0.0.1:${hubs[0]?.port}/v1/boxes/${box}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${tokenNamed("manage")}` },
      }),
    close: async () => {
      for (const hub of hubs) await hub.kill();
      rmSync(folder, { recursive: true });
    },
  };
};

export const digestOf = (bytes: Uint8Array): Digest =>
  Digest.parse(createHash("sha256").update(bytes).digest("hex"));

/** A tablet's outbox: what is added is sent by `sendPending`, over whatever network it is given. */
export const createSender = (box: BoxId) => {
  const { envelopes } = createMemoryBox(box);
  const digests: Digest[] = [];
  const turns = new Map<string, number>();
  return {
    digests,
    envelopes,
    add: async (bytes: Bytes): Promise<Digest> => {
      const digest = digestOf(bytes);
      turns.set(digest, digests.length);
      digests.push(digest);
      must(
        await envelopes.add(
          { digest, box, bytes, records: [], device: "d", seq: digests.length },
          [],
        ),
      );
      return digest;
    },
    send: (transport: HubTransport) =>
      sendPending({
        envelopes,
        transport,
        destination: "hub",
        tokenFor: ({ digest }) => sendToken(turns.get(digest) ?? 0),
      }),
    deliveries: async () => must(await envelopes.deliveries()),
  };
};
export type Sender = ReturnType<typeof createSender>;

/** Random bytes: the hub cannot tell them from an envelope. */
export const envelopeOf = (chance: Chance, length: number): Bytes => chance.bytes(length);

/**
 * What must hold when it is quiet again: the hub has exactly what was sent, once each, under the receipts that the
 * sender holds, but for those that were `misread` on their way back. Answers the number of envelopes.
 */
export const checkAllThere = async (
  world: HubWorld,
  box: BoxId,
  senders: readonly Sender[],
  misread: ReadonlySet<string> = new Set(),
): Promise<number> => {
  const { epoch, items } = await world.listAll(box);
  const sent = new Set<string>(senders.flatMap(({ digests }) => digests));
  const held = items.map(({ digest }) => digest);
  if (new Set(held).size !== held.length) throw new Error("the hub lists an envelope twice");
  const missing = [...sent].filter((digest) => !held.includes(digest));
  if (missing.length > 0) throw new Error(`${missing.length} envelopes are missing`);
  if (held.length !== sent.size) throw new Error("the hub holds what nobody sent");
  const byDigest = new Map(items.map((item) => [item.digest, item]));
  for (const sender of senders) {
    const deliveries = await sender.deliveries();
    if (deliveries.length !== sender.digests.length)
      throw new Error("a sent envelope has no receipt");
    for (const { digest, cursor, receivedAt, epoch: of } of deliveries) {
      const item = byDigest.get(digest);
      if (misread.has(digest)) continue;
      if (item?.cursor !== cursor || item.receivedAt !== receivedAt || of !== epoch) {
        throw new Error(`receipts differ for ${digest}`);
      }
    }
  }
  return sent.size;
};

/** Fetches envelopes and holds their bytes against their names; the transport does that by itself. */
export const checkBytes = async (
  world: HubWorld,
  box: BoxId,
  digests: readonly string[],
): Promise<void> => {
  for (const digest of digests) must(await world.straight.get(box, tokenNamed("read"), digest));
};
