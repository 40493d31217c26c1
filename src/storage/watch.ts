// Dexie's live queries as our Watch. The query holds Dexie calls only; opening rows comes after it.
import { liveQuery } from "dexie";
import { failed, type Result } from "../base/result.ts";
import type { StoreError, Watch } from "./ports.ts";
import { classifyStoreError } from "./store-error.ts";

/** `query` runs again after every change of what it read; `finish` may take its time. */
export const createWatch =
  <Rows, T>(
    query: () => Promise<Rows>,
    finish: (rows: Rows) => Promise<Result<T, StoreError>>,
  ): Watch<T> =>
  (listener) => {
    let asked = 0;
    let told = 0;
    let stopped = false;
    const tell = async (rows: Promise<Rows>, turn: number) => {
      const answer = await rows.then(finish, fail<T>);
      // An older answer can finish last: it is dropped.
      if (stopped || turn < told) return;
      told = turn;
      listener(answer);
    };
    const subscription = liveQuery(async () => {
      // Caught in here, because Dexie keeps a closed database to itself and the listener would wait for ever.
      try {
        const rows = await query();
        return () => Promise.resolve(rows);
      } catch (thrown) {
        return () => Promise.reject(thrown);
      }
    }).subscribe((rows) => {
      asked += 1;
      void tell(rows(), asked);
    });
    return () => {
      stopped = true;
      subscription.unsubscribe();
    };
  };

const fail = <T>(thrown: unknown): Promise<Result<T, StoreError>> => {
  const error = classifyStoreError(thrown);
  return error === undefined ? Promise.reject(thrown) : Promise.resolve(failed(error));
};
