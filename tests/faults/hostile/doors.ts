// Every door an envelope can come in by, as the app has them. Each answers what became of it and lets nobody look in.
import { createHash } from "node:crypto";
import { pullSession } from "../../../src/app/delivery.ts";
import { openFile } from "../../../src/app/keeping/open-file.ts";
import type { OpenBox } from "../../../src/app/open-box.ts";
import { createFrameReader } from "../../../src/app/transfer/frame-reader.ts";
import type { Bytes } from "../../../src/base/bytes.ts";
import { BoxId, Digest } from "../../../src/domain/schema.ts";
import { makeHandOverFile } from "../../../src/sync/hand-over-file.ts";
import { screenCodes } from "../../../src/sync/qr-code.ts";
import { createFrameSource } from "../../../src/sync/qr-frames.ts";
import { openEnvelope } from "../../../src/sync/receive.ts";
import { must, type Network } from "../../fixtures/device.ts";
import { createHubWorld, fileOf } from "../../fixtures/intake-world.ts";
import { bundleCrypto, createForge } from "./forge.ts";

export type Outcome = {
  /** The reason's type, `kept` for what was taken in, `unread` where the door does not even look. */
  readonly answer: string;
  /** Records that the door added to the box behind it. */
  readonly added: number;
};
export type Door = {
  readonly name: string;
  /** `arrived` is called once the bytes are there: how long a sender's codes take is no answer. */
  readonly enter: (bytes: Bytes, arrived?: () => void) => Promise<Outcome>;
};

export const digestOf = (bytes: Uint8Array): Digest =>
  Digest.parse(createHash("sha256").update(bytes).digest("hex"));

export const createDoors = async () => {
  const world = await createHubWorld({ uploadsPerMinute: 1_000_000 });
  const { network, office, desk, model } = world;
  // Another device with the same card: what the first one sends must pass its door.
  const reader = await world.join();
  const session = world.box;
  const forge = await createForge(session, desk);

  const count = async (box: OpenBox) => must(await box.records.readAll()).length;
  const quarantined = async (box: OpenBox, digest: string) =>
    must(await box.envelopes.quarantined()).find((kept) => kept.digest === digest)?.reason;

  const put = putter(network);
  reader.tablet.setNetwork(network);
  const bySession: Door = {
    name: "the hub, read by another device at the table",
    enter: async (bytes) => {
      const digest = digestOf(bytes);
      if (!(await put(session.box, session.keys.tokens.send, digest, bytes))) return unread;
      const before = await count(reader.box);
      must(await pullSession(reader.tablet.delivery, reader.box));
      const reason = await quarantined(reader.box, digest);
      return { answer: reason ?? "kept", added: (await count(reader.box)) - before };
    },
  };

  /** The dry run and the import, as the coordinator does them. */
  const intake = async (digest: string, gather: () => Promise<void>): Promise<Outcome> => {
    const before = await count(desk);
    await gather();
    const stage = model.stage.value;
    if (stage.at !== "ready") throw new Error(`no dry run: ${JSON.stringify(model.failure.value)}`);
    const verdict = stage.dryRun.examined.find((each) => each.digest === digest)?.verdict;
    const leftOut = stage.dryRun.lines.length;
    if ((await count(desk)) !== before) throw new Error("the dry run wrote something");
    await model.importAll();
    const added = (await count(desk)) - before;
    if (!verdict) return { answer: leftOut > 0 ? "unread" : "lost", added };
    if (verdict.type !== "refused") return { answer: "kept", added };
    const reason = await quarantined(desk, digest);
    if (reason !== verdict.error.type) throw new Error(`set aside as ${reason}`);
    return { answer: reason, added };
  };
  const byDeskHub: Door = {
    name: "the hub, read by the desk",
    enter: async (bytes) => {
      const digest = digestOf(bytes);
      if (!(await put(desk.box, session.keys.tokens.release, digest, bytes))) return unread;
      return intake(digest, () => model.lookAtHub());
    },
  };
  const byFile = (box: BoxId, name: string): Door => ({
    name,
    enter: (bytes) => {
      const digest = digestOf(bytes);
      const file = makeHandOverFile([{ box, digest, bytes }]);
      return intake(digest, () => model.takeFiles([fileOf("x.kuuluu", file)]));
    },
  });
  /** Everything behind the door alone: nothing is stored, so it can be asked a million times. */
  const bare: Door = {
    name: "the opening itself",
    enter: async (bytes) => {
      const opened = await openEnvelope(bytes, {
        bundleCrypto,
        identities: [session.keys.identity],
        recipients: [session.keys.recipient],
        cardFor: (box) =>
          box === session.box ? { enrol: session.keys.enrol, state: "live" } : undefined,
      });
      return opened.ok ? { answer: "kept", added: 0 } : { answer: opened.error.type, added: 0 };
    },
  };
  // A third, so that what came by the hub is not already known to it.
  const opener = await world.join();
  const byTableFile: Door = {
    name: "a file, opened on another device at the table",
    enter: async (bytes) => {
      const digest = digestOf(bytes);
      const file = makeHandOverFile([{ box: opener.box.box, digest, bytes }]);
      const before = await count(opener.box);
      const picked = { size: file.length, read: async () => file };
      const opened = await openFile(opener.tablet, picked);
      // The file is refused whole, before anything in it is read.
      if (!opened.ok && opened.error.type === "file-too-large") return unread;
      if (!opened.ok) return { answer: opened.error.type, added: 0 };
      const reason = await quarantined(opener.box, digest);
      return { answer: reason ?? "kept", added: (await count(opener.box)) - before };
    },
  };
  // And a fourth, for the same reason.
  const watcher = await world.join();
  const byScreen: Door = {
    name: "another device's screen, read by the camera at the table",
    enter: async (bytes, arrived) => {
      const digest = digestOf(bytes);
      const sent = makeHandOverFile([{ box: watcher.box.box, digest, bytes }]);
      const read = await throughFrames(sent);
      if (!read) return unread; // More than codes can carry.
      arrived?.();
      const before = await count(watcher.box);
      const picked = { size: read.length, read: async () => read };
      const opened = await openFile(watcher.tablet, picked);
      if (!opened.ok) return { answer: opened.error.type, added: 0 };
      const reason = await quarantined(watcher.box, digest);
      return { answer: reason ?? "kept", added: (await count(watcher.box)) - before };
    },
  };
  const doors = [
    bare,
    bySession,
    byTableFile,
    byScreen,
    byDeskHub,
    byFile(session.box, "a file, in the session's folder"),
    byFile(BoxId.parse("0f".repeat(16)), "a file, in a folder of nobody"),
  ];
  return { doors, forge, world, office, reader };
};

/** Frame by frame, every second one lost; undefined for what no sender would show. */
const throughFrames = async (bytes: Bytes): Promise<Bytes | undefined> => {
  const frameBytes = screenCodes.fine.bytes;
  const source = await createFrameSource(bytes, frameBytes, bundleCrypto.digest);
  if (!source.ok) return undefined;
  const whole: Bytes[] = [];
  const reader = createFrameReader({ crypto: bundleCrypto }, (read) => whole.push(read));
  for (let number = 0; whole.length === 0; number += 2)
    await reader.take(source.value.frame(number));
  return whole[0];
};

const unread: Outcome = { answer: "unread", added: 0 };

/** Whether the hub took it. It cannot look inside, so it refuses only what is empty, too large or misnamed. */
const putter =
  (network: Network) => async (box: string, token: string, digest: string, bytes: Bytes) => {
    const answer = await network(
      new Request(`http://kuuluu.test/v1/boxes/${box}/envelopes/${digest}`, {
        method: "PUT",
        headers: { authorization: `Bearer ${token}` },
        body: bytes,
      }),
    );
    if (![200, 201, 400, 413, 429].includes(answer.status))
      throw new Error(`hub: ${answer.status}`);
    if (answer.status === 429) throw new Error("the fixture's hub counts uploads");
    return answer.ok;
  };
