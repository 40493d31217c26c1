// Locking, as a person who closes the lid at once meets it: what reopens a box is gone before it looks locked.
import { expect, test } from "vitest";
import { createMemoryResumeFile, createTestDevice, must, noNetwork } from "../fixtures/device.ts";

test("looks locked only once the key that would reopen it is gone", async () => {
  const file = createMemoryResumeFile();
  const seen: string[] = [];
  const device = await createTestDevice(noNetwork, {
    ...file,
    erase: async () => {
      seen.push(
        device.workspace.open.value ? "erased while open" : "erased while it looked locked",
      );
      return file.erase();
    },
  });
  must(await device.workspace.createDesk("kolme tavallista sanaa"));
  await device.workspace.lock();
  expect(seen).toEqual(["erased while open"]);
  expect(device.workspace.open.value).toBeUndefined();
  expect(await file.read()).toBeUndefined();
});

test("leaves a box open that was opened while the other was being locked", async () => {
  const file = createMemoryResumeFile();
  const device = await createTestDevice(noNetwork, {
    ...file,
    erase: async () => {
      const erased = await file.erase();
      if (!hasReopened) {
        hasReopened = true;
        must(await device.workspace.openDesk(second.code));
      }
      return erased;
    },
  });
  let hasReopened = true;
  const second = must(await device.workspace.createDesk("kolme tavallista sanaa"));
  must(await device.workspace.createDesk("toiset tavalliset sanat"));
  hasReopened = false;
  await device.workspace.lock();
  expect(device.workspace.open.value?.box).toBe(second.desk.box);
});
