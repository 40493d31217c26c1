// One thing at a time, in the order asked: two saves at once would name the same parent and pass for rivals, and a
// draft written during a save would bring the saved text back.

export type Enqueue = <T>(work: () => Promise<T>) => Promise<T>;

/** Work that fails lets the next go on. */
export const createQueue = (): Enqueue => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
};
