// What can be expected to fail says so in its type. No map, no chain: `if (!r.ok) return r;` reads best.

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failed<E> = { readonly ok: false; readonly error: E };
export type Result<T, E> = Ok<T> | Failed<E>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const failed = <E>(error: E): Failed<E> => ({ ok: false, error });

/**
 * Runs `work` and turns what it throws into a typed failure. What `classify` does not know
 * (it answers `undefined`) is thrown again: it is a bug, and bugs must be seen.
 */
export const attempt = async <T, E>(
  work: () => Promise<T>,
  classify: (thrown: unknown) => E | undefined,
): Promise<Result<T, E>> => {
  try {
    return ok(await work());
  } catch (thrown) {
    const error = classify(thrown);
    if (error === undefined) throw thrown;
    return failed(error);
  }
};

/** For the end of a switch over a union: the compiler refuses a forgotten member. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${String(value)}`);
};
