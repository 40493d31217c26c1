import { expect, test, vi } from "vitest";
import { lastCopy } from "../../src/app/desk/copy-state.ts";
import type { FilePicker, PickedFile } from "../../src/app/desk/picked-file.ts";
import { createSafeCopy, type SafeCopyHost } from "../../src/app/desk/safe-copy.ts";
import type { OpenBox } from "../../src/app/open-box.ts";
import { Digest } from "../../src/domain/schema.ts";
import { readDeskFile } from "../../src/sync/desk-file.ts";
import { createDeskWorld, must, openDeskIn } from "../fixtures/desk-world.ts";

/** A file on a stick that can be pulled out, in a browser that may ask for leave again. */
const createStick = () => {
  const written: Uint8Array<ArrayBuffer>[] = [];
  const stick = { isOut: false, permission: "granted" as PermissionState };
  const file: PickedFile = {
    name: "kuuluu-desk.zip",
    queryPermission: async () => stick.permission,
    requestPermission: async () => {
      stick.permission = "granted";
      return "granted";
    },
    createWritable: async () => {
      if (stick.isOut) throw new DOMException("gone", "NotFoundError");
      return {
        write: async (bytes) => {
          written.push(bytes);
        },
        close: async () => undefined,
      };
    },
  };
  const picker: FilePicker = { pick: async () => file };
  return { stick, file, picker, written };
};

const createWorld = async (host: Partial<SafeCopyHost>) => {
  const world = createDeskWorld();
  const { desk } = await openDeskIn(world);
  const timers: (() => void)[] = [];
  const settings = new Map<string, unknown>();
  // A picked file is no plain value: the browser's database keeps it, the one in memory could not copy it.
  const device = {
    ...world.device,
    readSetting: async (key: string) => ({ ok: true as const, value: settings.get(key) }),
    writeSetting: async (key: string, value: unknown) => {
      settings.set(key, value);
      return { ok: true as const, value: undefined };
    },
  };
  const after = (_delayMs: number, work: () => void) => {
    timers.push(work);
    return () => undefined;
  };
  const saved: string[] = [];
  const open = () =>
    createSafeCopy({ ...world.deps, device, after }, desk, {
      picker: undefined,
      saveFile: async (name) => {
        saved.push(name);
        return "downloaded";
      },
      ...host,
    });
  const keeper = open();
  await ticks();
  /** What waits for its time has its time now. */
  const runTimers = async () => {
    for (const work of timers.splice(0)) work();
    await vi.waitFor(() => expect(keeper.busy.value).toBe(false));
    await ticks();
  };
  return { ...world, desk, keeper, open, timers, runTimers, saved };
};
const ticks = () => new Promise((resolve) => setTimeout(resolve, 5));
const change = async (desk: OpenBox) => {
  must(
    await desk.writer.write([
      { kind: "desk/1", parents: [], operator: "ngo", name: "Uusi nimi", languages: ["fi"] },
    ]),
  );
  await ticks();
};

test("says that there is no copy until one was written, then what came after it", async () => {
  const { desk, keeper, saved } = await createWorld({});
  expect(keeper.last.value).toBeUndefined();
  await keeper.download();
  await ticks();
  expect(saved).toHaveLength(1);
  expect(keeper.last.value).toMatchObject({ where: "file", newer: 0 });
  await change(desk);
  expect(keeper.last.value).toMatchObject({ newer: 1 });
});

test("does not call it a copy where the person kept nothing", async () => {
  const { keeper } = await createWorld({ saveFile: async () => "cancelled" });
  await keeper.download();
  await ticks();
  expect(keeper.last.value).toBeUndefined();
});

test("writes the picked file over after changes, once for several, and it is a whole desk file", async () => {
  const { picker, written } = createStick();
  const { desk, deps, keeper, timers, runTimers } = await createWorld({ picker });
  await keeper.pick();
  await ticks();
  expect(written).toHaveLength(1);
  await runTimers();
  await change(desk);
  await change(desk);
  expect(timers).toHaveLength(1);
  await runTimers();
  expect(written).toHaveLength(2);
  expect(keeper.last.value).toMatchObject({ newer: 0 });
  const [, second = new Uint8Array()] = written;
  expect(must(await readDeskFile(second, deps.crypto.digest)).contents.size).toBe(2);
});

test("says so when the stick is out, and keeps calling the changes unsafe", async () => {
  const { stick, picker } = createStick();
  const { desk, keeper, runTimers } = await createWorld({ picker });
  await keeper.pick();
  await ticks();
  stick.isOut = true;
  await runTimers();
  await change(desk);
  await runTimers();
  expect(keeper.failure.value).toEqual({ type: "copy-not-written" });
  expect(keeper.last.value?.newer).toBeGreaterThan(0);
});

test("waits for a press where the browser asks again after a restart", async () => {
  const { stick, picker, written } = createStick();
  const { desk, keeper, open, timers, runTimers } = await createWorld({ picker });
  await keeper.pick();
  keeper.stop();
  stick.permission = "prompt";
  const later = open();
  await ticks();
  await runTimers();
  await change(desk);
  expect(later.target.value).toEqual({ name: "kuuluu-desk.zip", needsPress: true });
  expect(timers).toEqual([]);
  await later.save();
  await ticks();
  expect(written).toHaveLength(2);
  expect(later.last.value).toMatchObject({ newer: 0 });
});

test("writes what waits for its time before the desk is locked", async () => {
  const { picker, written } = createStick();
  const { desk, keeper } = await createWorld({ picker });
  await keeper.pick();
  await ticks();
  await change(desk);
  await keeper.settle();
  expect(written).toHaveLength(2);
});

const digest = (n: number) => Digest.parse(n.toString(16).padStart(64, "0"));

test("counts the hub as a copy of a desk that has one, and only for what it receipted last", async () => {
  const { desk } = await openDeskIn(createDeskWorld());
  const envelope = (n: number) => ({
    ...{ digest: digest(n), box: desk.box, records: [], device: "d", seq: n, size: 1 },
  });
  const delivery = (n: number, epoch: string) => ({
    digest: digest(n),
    destination: "hub",
    epoch,
    receivedAt: `2026-11-24T18:0${n}:00.000Z`,
    cursor: "1",
  });
  const parcels = {
    envelopes: [envelope(1), envelope(2)],
    deliveries: [delivery(1, "a"), delivery(2, "a")],
    unbundled: 0,
  };
  expect(lastCopy(parcels, desk.box, true)).toEqual({
    where: "hub",
    at: Date.parse("2026-11-24T18:02:00.000Z"),
    newer: 0,
  });
  expect(lastCopy(parcels, desk.box, false)).toBeUndefined();
  const restored = { ...parcels, deliveries: [delivery(1, "a"), delivery(2, "b")] };
  expect(lastCopy(restored, desk.box, true)).toMatchObject({ newer: 1 });
  expect(lastCopy({ ...parcels, unbundled: 3 }, desk.box, true)).toMatchObject({ newer: 3 });
});
