// An update may never cost anybody text: it waits for the person, for the draft and for the other windows.
import { expect, test } from "vitest";
import { type AppWorker, startAppUpdate, type WorkerEvents } from "../../src/app/update.ts";

type World = { isBusy: boolean; answer: Awaited<ReturnType<AppWorker["takeOver"]>> };

const open = async (world: Partial<World> & { canStart?: boolean } = {}) => {
  const state: World = { isBusy: false, answer: "taking-over", ...world };
  const done = { reloads: 0, asked: 0 };
  let events: WorkerEvents | undefined;
  const update = startAppUpdate({
    worker: {
      start: async (given) => {
        events = given;
        return world.canStart ?? true;
      },
      takeOver: async () => {
        done.asked += 1;
        return state.answer;
      },
    },
    isBusy: () => state.isBusy,
    reload: () => {
      done.reloads += 1;
    },
  });
  await Promise.resolve();
  if (!events) throw new Error("the worker was not started");
  return { update, state, done, events };
};

test("tells when the app is stored and when a new version waits, and does nothing by itself", async () => {
  const { update, done, events } = await open();
  expect([update.offlineReady.value, update.updateReady.value]).toEqual([false, false]);
  events.onStored();
  events.onWaiting();
  expect([update.offlineReady.value, update.updateReady.value]).toEqual([true, true]);
  expect(done).toEqual({ reloads: 0, asked: 0 });
});

test("tells where the browser cannot keep the app", async () => {
  const { update } = await open({ canStart: false });
  expect(update.offlineImpossible.value).toBe(true);
  expect(update.offlineReady.value).toBe(false);
});

test("asks nothing of the new version while text is unsaved", async () => {
  const { update, done, events } = await open({ isBusy: true });
  events.onWaiting();
  expect(await update.applyUpdate()).toBe("busy");
  expect(done).toEqual({ reloads: 0, asked: 0 });
});

test("reloads once the new version has taken over, not before", async () => {
  const { update, done, events } = await open();
  events.onWaiting();
  expect(await update.applyUpdate()).toBe("applied");
  expect(done.reloads).toBe(0);
  events.onReplaced();
  expect(done.reloads).toBe(1);
});

test("does not reload when writing began in the meantime, and still offers the update", async () => {
  const { update, state, done, events } = await open();
  events.onWaiting();
  await update.applyUpdate();
  state.isBusy = true;
  events.onReplaced();
  expect(done.reloads).toBe(0);
  expect(update.updateReady.value).toBe(true);
  state.isBusy = false;
  state.answer = "none-waiting";
  expect(await update.applyUpdate()).toBe("applied");
  expect(done.reloads).toBe(1);
});

test("waits for the other windows, and never reloads when one of them updates later", async () => {
  const { update, done, events } = await open({ answer: "other-windows" });
  events.onWaiting();
  expect(await update.applyUpdate()).toBe("other-windows");
  events.onReplaced();
  expect(done.reloads).toBe(0);
});
