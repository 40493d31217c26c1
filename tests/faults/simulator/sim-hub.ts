// A hub in memory with the promises of the real one (which has suites of its own), and a network in front of it that
// loses questions, loses answers, asks twice, delivers late, and lets a portal answer instead.
import type { Bytes } from "../../../src/base/bytes.ts";
import { failed, ok, type Result } from "../../../src/base/result.ts";
import type { HubTransport, SendError } from "../../../src/sync/ports.ts";
import type { EnvelopeReceipt } from "../../../src/wire/hub-api.ts";
import type { Chance } from "../random.ts";
import type { Clockwork } from "./clockwork.ts";
import { shaHex } from "./sim-crypto.ts";

export type HubRow = {
  readonly box: string;
  readonly bytes: Bytes;
  readonly seq: number;
  readonly receipt: EnvelopeReceipt;
};

/** Faults that only the checker plants. */
export type HubFaults = {
  readonly saysTooSoon?: boolean;
  readonly receiptsAnew?: boolean;
  readonly numbersTooSoon?: boolean;
  readonly forgetsWhichEpoch?: boolean;
};

export const createSimHub = (chance: Chance, clockwork: Clockwork, faults: HubFaults = {}) => {
  let rows = new Map<string, HubRow>();
  let seq = 0;
  let epochs = 1;
  let backup: { readonly rows: Map<string, HubRow>; readonly seq: number } | undefined;
  const hidden = new Set<string>();
  const epoch = () => `epoch-${epochs}`;
  const forEver = () => true;

  const waitLong = async (): Promise<void> => {
    for (let left = 8; left > 0; left -= 1) await clockwork.pause(forEver);
  };

  const put = (
    box: string,
    digest: string,
    bytes: Bytes,
    at: string,
  ): Result<EnvelopeReceipt, SendError> => {
    if (shaHex(bytes) !== digest) return failed({ type: "hub-mangled" });
    const known = rows.get(`${box} ${digest}`);
    if (known && !faults.receiptsAnew)
      return ok({ ...known.receipt, cursor: `${epoch()}.${known.seq}`, epoch: epoch() });
    seq += 1;
    const receipt = { digest, cursor: `${epoch()}.${seq}`, epoch: epoch(), receivedAt: at };
    const row = { box, bytes, seq, receipt };
    const keep = () => void rows.set(`${box} ${digest}`, row);
    if (faults.saysTooSoon && chance.odds(0.2)) return ok(receipt);
    keep();
    if (faults.numbersTooSoon && chance.odds(0.5)) {
      hidden.add(digest);
      void waitLong().then(() => hidden.delete(digest));
    }
    return ok(receipt);
  };
  const list = (box: string, after: string | undefined) => {
    const [of, number] = after?.split(".") ?? [];
    const start = of === epoch() || faults.forgetsWhichEpoch ? Number(number ?? 0) : 0;
    const all = [...rows.values()]
      .filter((row) => row.box === box && row.seq > start && !hidden.has(row.receipt.digest))
      .sort((a, b) => a.seq - b.seq);
    const pageSize = 3;
    const items = all
      .slice(0, pageSize)
      .map(({ bytes, seq: of, receipt: { digest, receivedAt } }) => ({
        ...{ digest, bytes: bytes.length, cursor: `${epoch()}.${of}`, receivedAt },
      }));
    const next = all.length > pageSize ? (items.at(-1)?.cursor ?? null) : null;
    return ok({ epoch: epoch(), items, next });
  };

  return {
    epoch,
    rows: (): readonly HubRow[] => [...rows.values()],
    find: (box: string, digest: string): HubRow | undefined => rows.get(`${box} ${digest}`),
    backUp: () => {
      backup = { rows: new Map(rows), seq };
    },
    /** From the last backup, or from nothing: under a new epoch, as the real one does it. */
    restore: () => {
      rows = new Map(backup?.rows);
      seq = backup?.seq ?? 0;
      epochs += 1;
      hidden.clear();
    },
    /** The hub as one device sees it over its network; `badness` is how often something goes wrong. */
    seenFrom: (isAlive: () => boolean, badness: () => number, now: () => string): HubTransport => {
      const ask = async <T>(work: () => Result<T, SendError>): Promise<Result<T, SendError>> => {
        await clockwork.pause(isAlive);
        const way = chance.odds(badness()) ? chance.below(6) : -1;
        if (way === 0) return failed({ type: "hub-unreachable" });
        if (way === 1) return failed({ type: "hub-foreign" });
        if (way === 2) {
          // Taken for lost, and there in the end, whatever has become of the asker.
          void clockwork
            .pause(forEver)
            .then(() => clockwork.pause(forEver))
            .then(work);
          return failed({ type: "hub-unreachable" });
        }
        const answer = work();
        if (way === 3) work();
        await clockwork.pause(isAlive);
        if (way === 4) return failed({ type: "hub-unreachable" });
        if (way === 5) return failed({ type: "hub-busy", retryAfterMs: 1_000 });
        return answer;
      };
      const notHere = async () => failed({ type: "hub-not-found" } as const);
      return {
        health: () => ask(() => ok({ version: "0", epoch: epoch() })),
        put: (box, _token, digest, bytes) => ask(() => put(box, digest, bytes, now())),
        list: (box, _token, after) => ask(() => list(box, after)),
        get: (box, _token, digest) =>
          ask(() => {
            const row = rows.get(`${box} ${digest}`);
            return row ? ok(row.bytes) : failed({ type: "hub-not-found" });
          }),
        erase: notHere,
        createDesk: notHere,
        putBox: notHere,
      };
    },
  };
};
export type SimHub = ReturnType<typeof createSimHub>;
