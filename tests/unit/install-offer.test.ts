import { expect, test, vi } from "vitest";
import { catchInstallEvent } from "../../src/app/install-event.ts";
import { createInstallOffer } from "../../src/app/prepare/install-offer.ts";
import { countKeptFiles } from "../../src/app/prepare/kept-files.ts";

const offerOf = (outcome: "accepted" | "dismissed") =>
  Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
    prompt: vi.fn(async () => ({ outcome })),
  });

test("keeps the browser's offer until a person asks, and shows it once", async () => {
  const host = new EventTarget();
  const install = createInstallOffer(catchInstallEvent(host as Window));
  await install.ask();
  expect(install.state.value).toBe("none");

  const event = offerOf("accepted");
  host.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(install.state.value).toBe("offered");
  await Promise.all([install.ask(), install.ask()]);
  expect(event.prompt).toHaveBeenCalledTimes(1);
  expect(install.state.value).toBe("accepted");
});

test("a refusal is told and can be followed by a new offer", async () => {
  const host = new EventTarget();
  const install = createInstallOffer(catchInstallEvent(host as Window));
  host.dispatchEvent(offerOf("dismissed"));
  await install.ask();
  expect(install.state.value).toBe("dismissed");
  host.dispatchEvent(offerOf("accepted"));
  expect(install.state.value).toBe("offered");
});

test("a prompt that the browser refuses leaves nothing installed", async () => {
  const host = new EventTarget();
  const install = createInstallOffer(catchInstallEvent(host as Window));
  const event = offerOf("accepted");
  event.prompt.mockRejectedValue(new DOMException("no press", "NotAllowedError"));
  host.dispatchEvent(event);
  await install.ask();
  expect(install.state.value).toBe("dismissed");
});

test("counts the app's own kept files, and says when that cannot be told", async () => {
  const cacheOf = (count: number) => ({ keys: async () => Array.from({ length: count }) });
  const held: Readonly<Record<string, number>> = { "workbox-precache-v2-x": 3, pictures: 9 };
  const caches = {
    keys: async () => Object.keys(held),
    open: async (name: string) => cacheOf(held[name] ?? 0),
  } as unknown as CacheStorage; // Only what is asked of it.
  expect(await countKeptFiles(caches)).toBe(3);
  expect(await countKeptFiles(undefined)).toBeUndefined();
  const refusing = { ...caches, keys: () => Promise.reject(new DOMException("", "SecurityError")) };
  expect(await countKeptFiles(refusing)).toBeUndefined();
});
