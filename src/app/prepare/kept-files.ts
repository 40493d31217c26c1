// How many of the app's files lie on this device: counted in the caches themselves, because a worker that stands ready
// has stored all of them once, and a browser may have thrown some away since.
import { attempt } from "../../base/result.ts";

type Caches = Pick<CacheStorage, "keys" | "open">;

/** Undefined where the browser has no caches, or does not answer. */
export const countKeptFiles = async (caches: Caches | undefined): Promise<number | undefined> => {
  if (!caches) return undefined;
  const counted = await attempt(
    async () => {
      let count = 0;
      for (const name of await caches.keys()) {
        if (name.includes("precache")) count += (await (await caches.open(name)).keys()).length;
      }
      return count;
    },
    () => ({ type: "caches-refused" }) as const, // A private window of some engines refuses to open one.
  );
  return counted.ok ? counted.value : undefined;
};
