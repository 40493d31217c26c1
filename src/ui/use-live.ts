// Facts from the store as they stand now. All three states are to be drawn; the newest answer wins.
import { useEffect, useState } from "preact/hooks";
import type { Result } from "../base/result.ts";

export type Live<T, E> =
  | { readonly state: "loading"; readonly value: undefined; readonly error: undefined }
  | { readonly state: "ready"; readonly value: T; readonly error: undefined }
  /** `value` is the last that was read, if any: a failed refresh does not empty the screen. */
  | { readonly state: "failed"; readonly value: T | undefined; readonly error: E };

/** Calls the listener now and after every change; returns how to stop. */
export type Watchable<T, E> = (listener: (answer: Result<T, E>) => void) => () => void;

const loading = { state: "loading", value: undefined, error: undefined } as const;

/** `watch` must keep its identity while it means the same: a new one starts over. */
export const useLive = <T, E>(watch: Watchable<T, E>): Live<T, E> => {
  const [live, setLive] = useState<Live<T, E>>(loading);
  useEffect(() => {
    let stopped = false;
    setLive(loading);
    const stop = watch((answer) => {
      if (stopped) return; // A query that was under way may still answer.
      setLive((before) =>
        answer.ok
          ? { state: "ready", value: answer.value, error: undefined }
          : { state: "failed", value: before.value, error: answer.error },
      );
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [watch]);
  return live;
};
