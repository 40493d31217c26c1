// The app's own modules put together as in the app, over a database of any name, with a network of any kind and nothing
// that happens by itself.
import { compose } from "../../../../src/app/compose.ts";
import type { AppDeps } from "../../../../src/app/deps.ts";
import type { Platform } from "../../../../src/app/platform.ts";

/** The value, or a failure that says why there is none. */
export const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: object },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

const createPlatform = (databaseName: string, baseUrl: string): Platform => ({
  ...{ now: Date.now, random, databaseName, baseUrl },
  fetch: (url, init) => fetch(url, init),
  resumeFile: { read: async () => undefined, write: async () => false, erase: async () => true },
  exclusively: (name, work) =>
    // The library's type loses the result of an asynchronous callback.
    navigator.locks.request(`${databaseName}/${name}`, work) as ReturnType<typeof work>,
  holdWriting: () => Promise.reject(new Error("there is one window")),
  after: () => () => undefined,
  chance: Math.random,
  onWake: () => undefined,
  second: { read: () => undefined, write: () => undefined },
  onSuperseded: () => undefined,
});

export const openApp = async (databaseName: string, baseUrl = location.href): Promise<AppDeps> =>
  must(await compose(createPlatform(databaseName, baseUrl)));
