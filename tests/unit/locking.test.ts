import { describe, expect, test } from "vitest";
import { maxTries, removePin, setPin, triesLeft, tryPin } from "../../src/app/guard/pin.ts";
import type { RecordDraft } from "../../src/app/record-writer.ts";
import { ofKind } from "../../src/domain/record.ts";
import { Digest } from "../../src/domain/schema.ts";
import { readHandOverFile } from "../../src/sync/hand-over-file.ts";
import { takeIn } from "../../src/sync/take-in.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { joinByCard, planOneSession, writeNotes } from "../fixtures/main-job.ts";

const createTablet = async () => {
  const office = await createTestDevice();
  const { link } = await planOneSession(office);
  const tablet = await createTestDevice();
  return { tablet, link, box: await joinByCard(tablet, link) };
};
const pinDepsOf = ({ keys, device, env }: Awaited<ReturnType<typeof createTestDevice>>) => ({
  keys,
  device,
  random: env.random,
});

describe("locking up", () => {
  test("bundles what is unsent before the key goes, and a restart opens nothing", async () => {
    const { tablet, box } = await createTablet();
    await writeNotes(tablet, box, exampleNotes().slice(0, 3));
    expect(must(await box.envelopes.unbundled())).toHaveLength(3);
    await tablet.locking.lockUp();
    expect(tablet.workspace.open.value).toBeUndefined();
    expect(must(await tablet.delivery.outboxOf(box.box).unbundled())).toEqual([]);
    const again = await tablet.restart();
    expect(await again.workspace.resume()).toBeUndefined();
  });

  test("waits for the text being typed to reach the disk", async () => {
    const { tablet, box } = await createTablet();
    let isWritten = false;
    tablet.typing.register(box.box, async () => {
      await box.drafts.write("capture/new", { text: "kesken" });
      isWritten = true;
      return [];
    });
    await tablet.locking.lockUp();
    expect(isWritten).toBe(true);
    expect(tablet.locking.leftovers.value).toEqual([]);
  });

  test("seals text that the disk refused into a file that opens with the card as a note", async () => {
    const { tablet, box, link } = await createTablet();
    const [fields] = exampleNotes();
    if (!fields) throw new Error("no example");
    const noteId = "a".repeat(32);
    const draft = { kind: "note/1", parents: [], noteId, ...fields } as unknown as RecordDraft;
    tablet.typing.register(box.box, async () => [draft]);
    expect(await tablet.locking.lockUp()).toBe(true);
    expect(await tablet.typing.settle(box.box)).toEqual([]);
    const [left] = tablet.locking.leftovers.value;
    if (!left) throw new Error("nothing was left");
    expect(new TextDecoder("latin1").decode(left.bytes)).not.toContain(fields.text.slice(0, 12));

    const other = await createTestDevice();
    const opened = await joinByCard(other, link);
    const [entry] = must(await readHandOverFile(left.bytes, other.crypto.digest));
    if (!entry) throw new Error("an empty file");
    const taken = must(
      await takeIn(
        opened.envelopes,
        {
          bundleCrypto: other.crypto,
          identities: [opened.keys.identity],
          cardFor: () => ({ enrol: opened.keys.enrol, state: "live" }),
        },
        Digest.parse(entry.digest),
        entry.bytes,
      ),
    );
    expect(taken).toEqual({ type: "added", records: 1 });
    const notes = ofKind(must(await opened.records.readAll()), "note/1");
    expect(notes.map(({ record }) => record.text)).toEqual([fields.text]);
    expect(box.box).toBe(opened.box);
  });
});

test("stays open where text can be neither written nor sealed", async () => {
  const { tablet, box } = await createTablet();
  const noSuchNote = { kind: "note/1", parents: [], noteId: "x" } as unknown as RecordDraft;
  tablet.typing.register(box.box, async () => [noSuchNote]);
  expect(await tablet.locking.lockUp()).toBe(false);
  expect(tablet.workspace.open.value?.box).toBe(box.box);
});

test("never seals one session's text to another", async () => {
  const { tablet, box } = await createTablet();
  const other = await createTablet();
  let asked = 0;
  tablet.typing.register(other.box.box, async () => {
    asked += 1;
    return [];
  });
  expect(await tablet.locking.lockUp()).toBe(true);
  expect([asked, box.box === other.box.box]).toEqual([0, false]);
});

describe("the session PIN", () => {
  test("counts tries on the disk, so that a reload gives none back", async () => {
    const { tablet, box } = await createTablet();
    must(await setPin(pinDepsOf(tablet), box, "2580"));
    expect(await tryPin(pinDepsOf(tablet), box, "0000")).toBe("wrong");
    const again = await tablet.restart();
    const opened = await again.workspace.resume();
    if (!opened) throw new Error("did not resume");
    expect(opened.facts().pin).toBeDefined();
    expect(await triesLeft(pinDepsOf(again), opened)).toBe(maxTries - 1);
    for (let turn = 2; turn < maxTries; turn += 1) {
      expect(await tryPin(pinDepsOf(again), opened, "0000")).toBe("wrong");
    }
    expect(await tryPin(pinDepsOf(again), opened, "0000")).toBe("spent");
    // Not even the right one any more: only the card opens.
    expect(await tryPin(pinDepsOf(again), opened, "2580")).toBe("spent");
  });

  test("gives all tries back after the right one, and asks nothing once removed", async () => {
    const { tablet, box } = await createTablet();
    must(await setPin(pinDepsOf(tablet), box, "2580"));
    await tryPin(pinDepsOf(tablet), box, "0000");
    expect(await tryPin(pinDepsOf(tablet), box, "2580")).toBe("right");
    expect(await triesLeft(pinDepsOf(tablet), box)).toBe(maxTries);
    must(await removePin(box));
    expect(await tryPin(pinDepsOf(tablet), box, "")).toBe("right");
  });

  test("has four to eight digits", async () => {
    const { tablet, box } = await createTablet();
    for (const pin of ["123", "123456789", "12a4", ""]) {
      const set = await setPin(pinDepsOf(tablet), box, pin);
      expect(set.ok ? undefined : set.error.type).toBe("pin-malformed");
    }
    expect(box.facts().pin).toBeUndefined();
  });

  test("does not lie in clear in the device's own box row", async () => {
    const { tablet, box } = await createTablet();
    must(await setPin(pinDepsOf(tablet), box, "2580"));
    const stored = must(await tablet.device.readBox(box.box));
    expect(JSON.stringify(Object.keys(stored ?? {}))).not.toContain("pin");
    expect(Object.keys(stored?.slots ?? {})).not.toContain("passphrase");
  });
});
