// The day of a session, written by an engine that puts dates together in another order: a session must start there too.
import { afterEach, expect, test, vi } from "vitest";
import { createStartModel } from "../../src/app/session/start-model.ts";
import { ofKind } from "../../src/domain/record.ts";
import { createTestDevice, must } from "../fixtures/device.ts";
import { joinByCard, planOneSession } from "../fixtures/main-job.ts";

const { prototype } = Intl.DateTimeFormat;
const inOrder = Object.getOwnPropertyDescriptor(prototype, "format") ?? {};
afterEach(() => {
  vi.restoreAllMocks();
  Object.defineProperty(prototype, "format", inOrder);
});

test("starts a planned session where the engine writes 11/24/2026 for a Canadian day", async () => {
  const { link } = await planOneSession(await createTestDevice());
  const tablet = await createTestDevice();
  const box = await joinByCard(tablet, link);
  const { formatToParts } = prototype;
  Object.defineProperty(prototype, "format", { ...inOrder, get: () => () => "11/24/2026" });
  vi.spyOn(prototype, "formatToParts").mockImplementation(function (
    this: Intl.DateTimeFormat,
    date,
  ) {
    return formatToParts.call(this, date).toReversed();
  });

  const model = createStartModel(tablet, box);
  await vi.waitUntil(() => model.state.value.at === "ready");
  expect(await model.start()).toBe(true);
  model.stop();
  const sessions = ofKind(must(await box.records.readAll()), "session/1");
  expect(sessions.map(({ record }) => record.heldOn)).toContain("2026-11-24");
});
