// How many bytes of bodies the hub holds at once. Whoever finds no room waits unread, in the network's own buffers: many
// large envelopes at one moment take longer then, and do not end the process.

export interface BodyRoom {
  /** Resolves, first come first served, to what gives the bytes back. */
  readonly enter: (bytes: number) => Promise<() => void>;
}

export const createBodyRoom = (maxBytes: number): BodyRoom => {
  let free = maxBytes;
  const waiting: { readonly bytes: number; readonly enter: () => void }[] = [];

  const letIn = (): void => {
    for (let next = waiting[0]; next && next.bytes <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.bytes;
      next.enter();
    }
  };
  return {
    enter: (wanted) =>
      new Promise((resolve) => {
        // What is larger than the room would wait for ever.
        const bytes = Math.min(wanted, maxBytes);
        const leave = () => {
          free += bytes;
          letIn();
        };
        waiting.push({ bytes, enter: () => resolve(leave) });
        letIn();
      }),
  };
};

/** What the body may need at most: what it says, where that is a number below the limit. Bytes are counted all the same. */
export const claimOf = (request: Request, limit: number): number => {
  const claim = Number(request.headers.get("content-length") ?? limit);
  return claim >= 0 && claim < limit ? claim : limit;
};
