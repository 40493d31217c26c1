// Two windows of one browser on one session: one writes, the other reads, and nothing typed is lost when it moves.
import { expect, test, vi } from "vitest";
import type { OpenBox } from "../../src/app/open-box.ts";
import { type CaptureModel, createCaptureModel } from "../../src/app/scribe/capture-model.ts";
import { shareBox } from "../../src/app/scribe/shared-box.ts";
import type { HoldWriting, WritingHold } from "../../src/app/writing-hold.ts";
import { failed } from "../../src/base/result.ts";
import { ofKind } from "../../src/domain/record.ts";
import { testCodebook, testGuide } from "../fixtures/capture-world.ts";
import { createTestDevice, must, type TestDevice } from "../fixtures/device.ts";
import { joinByCard, planOneSession } from "../fixtures/main-job.ts";

/** What the live screen does, without its markup. */
const openWindow = async (device: TestDevice, box: OpenBox, holding?: HoldWriting) => {
  let model: CaptureModel | undefined;
  const open = async () => {
    model = createCaptureModel(device, box, testGuide, testCodebook, { lang: "fi" });
    await model.ready;
  };
  await open();
  const hold: WritingHold = shareBox({
    holdWriting: holding ?? (await device.holdWriting()),
    box,
    current: () => model,
    leave: async () => {
      const closed = model;
      model = undefined;
      await closed?.dispose();
    },
    enter: () => {
      if (!model) void open();
    },
  });
  const until = (state: WritingHold["state"]["value"]) =>
    vi.waitFor(() => expect(hold.state.value).toBe(state));
  return { hold, until, model: () => model };
};

const twoWindows = async () => {
  const { link } = await planOneSession(await createTestDevice());
  const device = await createTestDevice();
  const box = await joinByCard(device, link);
  const beside = await device.restart();
  const same = await beside.workspace.resume();
  if (!same) throw new Error("the second window did not open the session");
  return { device, box, beside, same };
};

const notesIn = async (box: OpenBox) =>
  ofKind(must(await box.records.readAll()), "note/1").map(({ record }) => record);

test("what stands half-typed in one window stands in the other once it has moved", async () => {
  const { device, box, beside, same } = await twoWindows();
  const first = await openWindow(device, box);
  await first.until("held");
  first.model()?.change({ text: "Pysäkillä on pimeää, ja" });
  const second = await openWindow(beside, same);
  await second.until("elsewhere");
  expect(second.model()).toBeUndefined();

  second.hold.take();
  await second.until("held");
  await vi.waitFor(() => expect(second.model()?.draft.value.text).toBe("Pysäkillä on pimeää, ja"));
  expect([first.hold.state.value, first.model()]).toEqual(["elsewhere", undefined]);
  second.hold.release();
  first.hold.release();
});

test("a window whose disk refuses keeps the writing and its text", async () => {
  const { device, box, beside, same } = await twoWindows();
  const full = async () => failed({ type: "store-full" } as const);
  const first = await openWindow(device, { ...box, drafts: { ...box.drafts, write: full } });
  await first.until("held");
  first.model()?.change({ text: "Ei mahdu levylle" });
  const second = await openWindow(beside, same);
  await second.until("elsewhere");
  second.hold.take();
  await second.until("refused");
  expect(first.hold.state.value).toBe("held");
  expect(first.model()?.draft.value.text).toBe("Ei mahdu levylle");
  second.hold.release();
  first.hold.release();
});

test("what a sleeping window had not saved becomes a note and overwrites nothing", async () => {
  const { device, box, beside, same } = await twoWindows();
  // A window that is frozen: it holds, never answers, and hears only that it was taken from.
  let taken: (() => void) | undefined;
  const asleep: HoldWriting = (_box, holder) => {
    taken = holder.onTaken;
    return { state: { value: "held" } as never, take: () => undefined, release: () => undefined };
  };
  const first = await openWindow(device, box, asleep);
  first.model()?.change({ text: "Kirjoitettu juuri ennen unta" });
  const second = await openWindow(beside, same);
  await second.until("held");
  second.model()?.change({ text: "Uudempi luonnos" });
  await second.model()?.flush();

  taken?.();
  await vi.waitFor(async () =>
    expect((await notesIn(same)).map(({ text }) => text)).toEqual(["Kirjoitettu juuri ennen unta"]),
  );
  expect(await same.drafts.read("capture/new")).toMatchObject({
    ok: true,
    value: { text: "Uudempi luonnos" },
  });
  expect(first.model()).toBeUndefined();
  second.hold.release();
});
