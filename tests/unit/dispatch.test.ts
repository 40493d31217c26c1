import { describe, expect, test } from "vitest";
import { toDispatch } from "../../src/app/session/dispatch.ts";
import { nextStepOf } from "../../src/app/session/next-step.ts";
import type { Named } from "../../src/domain/record.ts";
import { Digest, type RecordId } from "../../src/domain/schema.ts";
import type { Delivery, EnvelopeInfo } from "../../src/storage/ports.ts";
import { deviceA, digestOf, note, receipt, sessionBox } from "../fixtures/records.ts";

const spoken = note();
const later = note({ at: 60, text: "Vielä yksi" });
const releaseId = digestOf("f") as RecordId; // Hex by construction.

const envelope = (
  name: string,
  records: readonly RecordId[],
  release?: RecordId,
): EnvelopeInfo => ({
  ...{ digest: Digest.parse(digestOf(name)), box: sessionBox, records, device: deviceA, seq: 1 },
  ...{ size: 100, ...(release === undefined ? {} : { release }) },
});
const delivered = (name: string, destination: "hub" | "file", epoch = "1"): Delivery => ({
  ...{ digest: Digest.parse(digestOf(name)), destination, epoch, cursor: "1" },
  receivedAt: "2026-11-24T17:00:00.000Z",
});

const notes = envelope("a", [spoken.id]);
const release = envelope("b", [], releaseId);
const look = (
  deliveries: readonly Delivery[],
  records: readonly Named[] = [spoken],
  envelopes = [notes, release],
) => toDispatch({ envelopes, deliveries, unbundled: 0 }, records);

describe("how far a session has come", () => {
  test("is open while nobody has handed it over, whatever has been sent", () => {
    expect(look([delivered("a", "hub")], [spoken], [notes])).toMatchObject({
      stage: "open",
      sent: 1,
      waiting: 0,
    });
  });

  test("is handed over but unsent until the mailbox has the release itself", () => {
    expect(look([delivered("a", "hub")]).stage).toBe("unsent");
    expect(look([delivered("a", "hub"), delivered("b", "hub")]).stage).toBe("sent");
  });

  test("is in a file when only a file was saved: that is neither sent nor arrived", () => {
    const filed = look([delivered("a", "file"), delivered("b", "file")]);
    expect(filed).toMatchObject({ stage: "filed", sent: 0, waiting: 2 });
    expect(filed.release?.arrivedAt).toBeUndefined();
  });

  test("has arrived when the receiver says so of this very release", () => {
    const arrived = receipt({ release: releaseId });
    expect(look([delivered("b", "hub")], [spoken, arrived]).stage).toBe("arrived");
    const other = receipt({ release: digestOf("e") as RecordId }); // Hex by construction.
    expect(look([delivered("b", "hub")], [spoken, other]).stage).toBe("sent");
  });

  test("is open again when something was written after the hand-over", () => {
    const again = look([delivered("b", "hub")], [spoken, later]);
    expect(again).toMatchObject({ stage: "reopened", newer: 1 });
  });
});

test("what a restored mailbox may have lost waits again", () => {
  const lost = look(
    [delivered("a", "hub", "1"), delivered("b", "hub", "2")].map((one, at) => ({
      ...one,
      receivedAt: `2026-11-24T17:0${at}:00.000Z`,
    })),
  );
  expect(lost).toMatchObject({ sent: 1, waiting: 1 });
});

describe("the next step", () => {
  const step = (
    part: Partial<ReturnType<typeof look>>,
    rest: { readonly canClose?: boolean; readonly isSending?: boolean } = {},
  ) => nextStepOf({ dispatch: { newer: 0, ...part }, canClose: true, isSending: false, ...rest });
  const made = { digest: release.digest, record: releaseId };
  const at = "2026-11-24T17:00:00.000Z";

  test("is to hand over, and to hand over again after a change", () => {
    expect(step({})).toBe("close");
    expect(step({ release: { ...made, arrivedAt: at }, newer: 1 })).toBe("close");
  });

  test("is nothing while there is nothing to hand over", () => {
    expect(step({}, { canClose: false })).toBeUndefined();
  });

  test("is the file while the network keeps the release here, and to wait while it is being sent", () => {
    expect(step({ release: made })).toBe("file");
    expect(step({ release: made }, { isSending: true })).toBeUndefined();
  });

  test("is to lock the device once the release has left it, by whatever way", () => {
    expect(step({ release: { ...made, sentAt: at } })).toBe("lock");
    expect(step({ release: { ...made, filedAt: at } })).toBe("lock");
  });
});
