// A world of up to six devices around one session, a hub between them, and what people do in it: write, reword, review,
// erase, close, carry, look; while clocks jump, disks fill, batteries die and the hub is restored from old backups.
import { closeSession } from "../../../src/app/closing.ts";
import { cutAll, pullSession, sendAll } from "../../../src/app/delivery.ts";
import { type Heap, makeDryRun, toHubHeap } from "../../../src/app/desk/intake-dry-run.ts";
import { importExamined } from "../../../src/app/desk/intake-import.ts";
import { fetchFromHub } from "../../../src/app/desk/intake-sources.ts";
import { makeReceipts } from "../../../src/app/desk/receipts.ts";
import { removeBox, sweep } from "../../../src/app/keeping/removal.ts";
import type { OpenBox } from "../../../src/app/open-box.ts";
import { createEntityId, type RecordDraft } from "../../../src/app/record-writer.ts";
import { reviseSession } from "../../../src/app/session-plan.ts";
import type { Workspace } from "../../../src/app/workspace.ts";
import { toBase64Url, toHex } from "../../../src/base/bytes.ts";
import { foldNotes } from "../../../src/domain/notes.ts";
import { type Named, ofKind } from "../../../src/domain/record.ts";
import { Digest, EntityId, type RecordId } from "../../../src/domain/schema.ts";
import { makeHandOverFile, readHandOverFile } from "../../../src/sync/hand-over-file.ts";
import { type Chance, createChance } from "../random.ts";
import { createClockwork } from "./clockwork.ts";
import { type Acknowledged, checkRemoval, demand, marker } from "./invariants.ts";
import type { Plant } from "./planted.ts";
import { createSimCrypto, createSimSigner, deriveSimKeys, sha, shaHex } from "./sim-crypto.ts";
import { createSimDevice, type SimDevice } from "./sim-device.ts";
import { createSimHub } from "./sim-hub.ts";

export type World = ReturnType<typeof createWorld>;
type Outcome = { readonly ok: boolean; readonly error?: { readonly type: string } };

// A locked device has no box open.
const workspace = { open: { value: undefined } } as unknown as Workspace;
const hour = 60 * 60 * 1_000;

export const createWorld = (seed: number, plant: Plant) => {
  const chance: Chance = createChance(seed);
  const clockwork = createClockwork(chance);
  const hub = createSimHub(chance, clockwork, plant.hub);
  const crypto = createSimCrypto(chance);
  const [sessionRoot, deskRoot] = [sha(`session ${seed}`), sha(`desk ${seed}`)];
  const [session, desk] = [deriveSimKeys(sessionRoot), deriveSimKeys(deskRoot)];
  const roundId = EntityId.parse(toHex(chance.bytes(16)));
  const codebook = Digest.parse(shaHex("codebook"));
  const card = {
    desk: {
      recipient: desk.recipient,
      box: desk.box,
      name: "Kohtaamisia ry",
      operator: "ngo" as const,
    },
    ...{
      title: "Asukasilta",
      languages: ["fi"],
      roundId,
      roundName: "Syksy",
      codebook,
      guide: codebook,
    },
    ...{ reviewRequired: false, noResume: false },
  };
  const facts = { recoveryProven: true, hasHub: true };
  const build = (name: string, role: SimDevice["role"]) =>
    createSimDevice({
      ...{ name, role, hub, crypto, chance, clockwork, plant },
      root: role === "coordinator" ? deskRoot : sessionRoot,
      signer: createSimSigner(sha(`signer ${seed} ${name}`)),
      facts: role === "coordinator" ? facts : { ...facts, card },
    });
  const tablets = Array.from({ length: 1 + chance.below(4) }, (_, at) =>
    build(`tablet ${at}`, at === 1 ? "facilitator" : "scribe"),
  );
  const desks = Array.from({ length: 1 + chance.below(2) }, (_, at) =>
    build(`desk ${at}`, "coordinator"),
  );

  const acknowledged: Acknowledged[] = [];
  /** By release: what its maker knew when it was made. */
  const closings = new Map<RecordId, readonly Named[]>();
  const locked = new Set<SimDevice>();
  const busy = new Set<unknown>();
  const lastStamp = new Map<SimDevice, string>();
  /** Devices whose clock went wrong by years: their stamps order nothing, and need not grow. */
  const farJumps = new Set<SimDevice>();
  let texts = 0;

  const write = async (device: SimDevice, ...drafts: readonly RecordDraft[]): Promise<Outcome> => {
    const { box } = device.life();
    const written = await box.writer.write(drafts);
    if (!written.ok) return written;
    for (const { id, record } of written.value) {
      acknowledged.push({ device, id });
      const before = lastStamp.get(device) ?? "";
      demand(farJumps.has(device) || record.stamp > before, "a device's stamps do not grow");
      lastStamp.set(device, record.stamp);
    }
    return written;
  };
  const freshText = () => {
    texts += 1;
    return `${marker} ${texts}`;
  };
  const draftNote = (): RecordDraft => ({
    ...{
      kind: "note/1",
      parents: [],
      noteId: createEntityId(chance.bytes),
      text: freshText(),
      lang: "fi",
    },
    ...{ kinds: [], dimensions: chance.odds(0.5) ? ["S"] : [], subThemes: [], topics: [] },
    begunAt: "2026-11-24T16:00:00.000Z",
  });
  /** A rewording, of what stands or of something older: as on a tablet that has not heard of the rest yet. */
  const reword = async (device: SimDevice): Promise<Outcome> => {
    const notes = ofKind(device.recordsNow(), "note/1");
    if (notes.length === 0) return { ok: true };
    const { id, record } = chance.pick(notes);
    const { kind, box, author, stamp, salt, parents, ...fields } = record;
    void [box, author, stamp, salt, parents];
    const view = foldNotes(device.recordsNow()).find(({ noteId }) => noteId === record.noteId);
    const known = chance.odds(0.6) && view ? view.heads.map((head) => head.id) : [id];
    const change = chance.odds(0.7)
      ? { text: freshText() }
      : { dimensions: [chance.pick(["S", "V", "O"])] };
    return write(device, { kind, ...fields, ...change, parents: known.slice(0, 64) });
  };
  const review = async (device: SimDevice): Promise<Outcome> => {
    const notes = ofKind(device.recordsNow(), "note/1");
    if (notes.length === 0) return { ok: true };
    const { id, record } = chance.pick(notes);
    const verdict = chance.pick(["approved", "returned", "held-back"] as const);
    return write(device, {
      kind: "review/1",
      parents: [],
      noteId: record.noteId,
      revision: id,
      verdict,
    });
  };
  const erase = async (device: SimDevice): Promise<Outcome> => {
    const notes = ofKind(device.recordsNow(), "note/1");
    if (notes.length === 0) return { ok: true };
    const { id, record } = chance.pick(notes);
    const survivors = chance.odds(0.4) ? [id] : [];
    return write(device, {
      kind: "erasure/1",
      parents: [],
      noteId: record.noteId,
      survivors,
      envelopes: [],
    });
  };
  const close = async (device: SimDevice): Promise<Outcome> => {
    const { box, deps } = device.life();
    let known: readonly Named[] = [];
    const watched: OpenBox = {
      ...box,
      records: {
        ...box.records,
        readAll: async () => {
          const all = await box.records.readAll();
          if (all.ok) known = all.value;
          return all;
        },
      },
    };
    const noted: OpenBox = {
      ...watched,
      writer: {
        ...box.writer,
        prepare: async (drafts) => {
          const prepared = await box.writer.prepare(drafts);
          if (prepared.ok) for (const { id } of prepared.value) closings.set(id, known);
          return prepared;
        },
      },
    };
    const closed = await closeSession(deps, plant.closing?.(noted) ?? noted);
    return closed;
  };

  /** Somebody closes while somebody still writes, in another tab or with the last key. */
  const closeWhileWriting = async (device: SimDevice): Promise<Outcome> => {
    const [closed] = await Promise.all([close(device), write(device, draftNote())]);
    return closed;
  };

  /** Locks the device and lets what is due go, by time or by hand. What then goes must be with the desk. */
  const remove = async (device: SimDevice): Promise<Outcome> => {
    if (tablets.filter((one) => !one.isRemoved() && !locked.has(one)).length < 2)
      return { ok: true };
    device.crash();
    locked.add(device);
    const { deps, box } = device.life();
    const all = { env: deps.env, device: deps.device, delivery: deps, workspace };
    const gone = chance.odds(0.7) ? await sweep(all) : await removeBox(all, box.box, "hand");
    locked.delete(device);
    if (device.isRemoved()) checkRemoval(device, desks, closings);
    return gone;
  };

  /** The desk does one thing at a time, as its screen lets it. */
  const once = async (device: SimDevice, work: () => Promise<Outcome>): Promise<Outcome> => {
    const life = device.life();
    if (busy.has(life)) return { ok: true };
    busy.add(life);
    try {
      return await work();
    } finally {
      busy.delete(life);
    }
  };
  const takeIn = async (device: SimDevice, heap: Heap): Promise<Outcome> => {
    const { box, deps } = device.life();
    const { keys, crypto: own } = deps;
    const dryRun = await makeDryRun({ keys, crypto: own }, box, heap, () => undefined);
    if (!dryRun.ok) return dryRun;
    const imported = await importExamined(box, dryRun.value.examined, dryRun.value.hub);
    if (!imported.ok) return imported;
    return makeReceipts({ env: deps.env, keys, crypto: own, delivery: deps }, box);
  };
  const look = (device: SimDevice) =>
    once(device, async () => {
      const { box, deps } = device.life();
      const found = await fetchFromHub({ hub: deps.hub }, box);
      return found.ok ? takeIn(device, toHubHeap(found.value)) : found;
    });
  const takeFile = (device: SimDevice) =>
    once(device, async () => {
      const entries = [...chance.pick(tablets).platter.envelopes.values()];
      if (entries.length === 0) return { ok: true };
      const file = makeHandOverFile(chance.shuffle(entries));
      const read = await readHandOverFile(file, crypto.digest);
      if (!read.ok) return read;
      const found = read.value.map((each) => ({ ...each, source: { file: "a" } }));
      return takeIn(device, { found, leftOut: [] });
    });

  const carry = {
    cut: (device: SimDevice) => cutAll(device.life().deps, device.life().box),
    send: (device: SimDevice) => sendAll(device.life().deps, device.life().box),
    pull: (device: SimDevice) => pullSession(device.life().deps, device.life().box),
  };
  const setUp = (device: SimDevice) =>
    write(device, {
      ...{ kind: "card/1", parents: [], session: session.box, roundId, code: "0".repeat(16) },
      ...{
        rootKey: toBase64Url(sessionRoot),
        state: "live",
        title: "Asukasilta",
        groups: [],
        languages: ["fi"],
      },
    });
  const jump = (device: SimDevice) => {
    if (chance.odds(0.4)) {
      farJumps.add(device);
      device.moveClock(15 * 24 * hour);
      return;
    }
    const way = chance.below(8);
    const [ahead, back] = [10 * 365 * 24 * hour, -3 * hour];
    if (way < 2) farJumps.add(device);
    device.moveClock(way === 0 ? ahead : way === 1 ? -ahead : way < 4 ? back : chance.below(hour));
  };
  return {
    ...{
      chance,
      clockwork,
      hub,
      tablets,
      desks,
      locked,
      acknowledged,
      closings,
      devices: [...tablets, ...desks],
    },
    ...{ setUp, look, carry, jump },
    on: {
      tablet: {
        note: (device: SimDevice) => write(device, draftNote()),
        twoNotes: (device: SimDevice) => write(device, draftNote(), draftNote()),
        people: (device: SimDevice) =>
          reviseSession(device.life().box, { people: chance.below(20) }),
        ...{ reword, review, erase, close, closeWhileWriting, remove, ...carry },
      },
      desk: { look, takeFile, cut: carry.cut, send: carry.send },
    },
  };
};
