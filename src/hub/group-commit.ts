// Puts that arrive while one flushed transaction runs share the next one: a flush to the disk costs the same for one and
// for thirty. Each is answered only after the commit that it was in.

type Sized = { readonly bytes: Uint8Array };
type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (thrown: unknown) => void;
};

const maxCount = 32;
/** A larger one goes alone. More would hold copies of many bodies at once and win nothing. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Items of one lane are committed together, lanes beside each other. `commit` does all or nothing and answers in the order
 * of its items. When it throws for several, each is tried alone, so that one that cannot be kept costs its neighbours
 * nothing; doing it again must be harmless.
 */
export const createGroupCommit = <Item extends Sized, Answer>(
  laneOf: (item: Item) => string,
  commit: (items: readonly Item[]) => Promise<readonly Answer[]>,
): ((item: Item) => Promise<Answer>) => {
  /** A lane is here while it runs. */
  const lanes = new Map<string, Waiting<Item, Answer>[]>();

  const answer = async (group: readonly Waiting<Item, Answer>[]): Promise<void> => {
    try {
      const answers = await commit(group.map(({ item }) => item));
      for (const [at, value] of answers.entries()) group[at]?.resolve(value);
    } catch (thrown) {
      if (group.length > 1) for (const each of group) await answer([each]);
      else group[0]?.reject(thrown);
    }
  };

  const run = async (lane: string, waiting: Waiting<Item, Answer>[]): Promise<void> => {
    while (waiting.length > 0) {
      // What reached the sockets during the last flush is read first, and so comes along.
      await new Promise((resolve) => setImmediate(resolve));
      await answer(takeGroup(waiting));
    }
    lanes.delete(lane);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      const lane = laneOf(item);
      const running = lanes.get(lane);
      if (running) running.push({ item, resolve, reject });
      else {
        const waiting = [{ item, resolve, reject }];
        lanes.set(lane, waiting);
        void run(lane, waiting);
      }
    });
};

/** Takes the first ones out, as many as one commit holds. */
const takeGroup = <T extends { readonly item: Sized }>(waiting: T[]): readonly T[] => {
  let bytes = 0;
  const end = waiting.findIndex(({ item }, at) => {
    bytes += item.bytes.length;
    return at > 0 && (at >= maxCount || bytes > maxBytes);
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
};
