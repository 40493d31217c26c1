// Reads what arrived at the hub since the last time. The cursor moves only after a page is stored: a crash reads the
// page again, which changes nothing.
import { failed, ok, type Result } from "../base/result.ts";
import { type BoxId, Digest } from "../domain/schema.ts";
import { maxEnvelopeBytes } from "../wire/bundle-header.ts";
import type { EnvelopeItem } from "../wire/hub-api.ts";
import type { HubTransport, SendError } from "./ports.ts";
import type { ReceiveDeps, ReceiveError } from "./receive.ts";
import type { Inbox, StoreFailure } from "./store-ports.ts";
import { takeIn } from "./take-in.ts";

export type PullDeps = {
  readonly box: BoxId;
  readonly readToken: string;
  readonly envelopes: Inbox;
  readonly transport: Pick<HubTransport, "list" | "get">;
  readonly destination: string;
  readonly receive: ReceiveDeps;
  /** Never taken in again: what they held was erased. */
  readonly erased?: ReadonlySet<string>;
};

export type PullReport = {
  /** Envelopes that were new here, and the records they brought. */
  readonly envelopes: number;
  readonly records: number;
  readonly setAside: readonly { readonly digest: string; readonly error: ReceiveError }[];
};
export type PullError = SendError | StoreFailure;

/** Pages to the end of the box. Stops at the first failure of the network, the hub or the disk; what was stored stays. */
export const pull = async (deps: PullDeps): Promise<Result<PullReport, PullError>> => {
  const { envelopes, transport, destination, box, readToken } = deps;
  const start = await envelopes.readCursor(destination);
  if (!start.ok) return start;
  const reading = await startReading(deps);
  if (!reading.ok) return reading;

  let after = start.value?.cursor;
  let wanted = start.value?.epoch;
  for (;;) {
    const page = await transport.list(box, readToken, after);
    if (!page.ok) return page;
    const { epoch } = page.value;
    if (after !== undefined && epoch !== wanted) {
      // Cursors of another epoch mean nothing: read from the start, once.
      if (wanted !== start.value?.epoch) return failed({ type: "hub-stale" });
      after = undefined;
      wanted = epoch;
      continue;
    }
    wanted = epoch;
    const taken = await takePage(reading.value, page.value.items, epoch);
    if (!taken.ok) return taken;

    const end = page.value.next ?? page.value.items.at(-1)?.cursor;
    // What arrived otherwise than named is asked for again next time; it must not hold up what stands behind it.
    if (end !== undefined && !reading.value.hasMangled()) {
      const moved = await envelopes.writeCursor(destination, epoch, end);
      if (!moved.ok) return moved;
    }
    // A page that does not move on would be read for ever.
    if (page.value.next === null || page.value.next === after) return ok(reading.value.report());
    after = page.value.next;
  }
};

/** Tries envelopes again that were set aside: after an update of the app, or when a card has come to be known. */
export const retrySetAside = async (deps: PullDeps): Promise<Result<PullReport, PullError>> => {
  const aside = await deps.envelopes.quarantined();
  if (!aside.ok) return aside;
  const reading = await startReading(deps, { again: true });
  if (!reading.ok) return reading;
  const mayOpenNow = new Set(["record-newer", "newer-version", "card-unknown", "card-void"]);
  for (const { digest, reason } of aside.value) {
    if (reading.value.known.has(digest) || !mayOpenNow.has(reason)) continue;
    const taken = await reading.value.take(digest);
    if (!taken.ok) return taken;
  }
  return ok(reading.value.report());
};

type Reading = {
  readonly known: Set<string>;
  readonly take: (digest: Digest) => Promise<Result<void, PullError>>;
  readonly confirm: (item: EnvelopeItem, epoch: string) => Promise<Result<void, StoreFailure>>;
  /** Something arrived otherwise than named, twice in a row. */
  readonly hasMangled: () => boolean;
  readonly report: () => PullReport;
};

const startReading = async (
  { box, readToken, envelopes, transport, destination, receive, erased = new Set() }: PullDeps,
  { again = false } = {},
): Promise<Result<Reading, StoreFailure>> => {
  const stored = await envelopes.list();
  if (!stored.ok) return stored;
  const aside = await envelopes.quarantined();
  if (!aside.ok) return aside;
  const deliveries = await envelopes.deliveries();
  if (!deliveries.ok) return deliveries;
  const known = new Set<string>(stored.value.map(({ digest }) => digest));
  const refused = new Set<string>(again ? erased : [...erased, ...aside.value.map(toDigest)]);
  const confirmed = new Set(
    deliveries.value
      .filter((delivery) => delivery.destination === destination)
      .map(({ digest, epoch }) => `${digest} ${epoch}`),
  );
  const setAside: PullReport["setAside"][number][] = [];
  let [added, records] = [0, 0];
  let hasMangled = false;

  // Whatever the hub lists in this box must be of this box.
  const ofBox: ReceiveDeps = {
    ...receive,
    cardFor: (other, sessionBox) =>
      other === box ? receive.cardFor(other, sessionBox) : undefined,
  };
  return ok({
    known,
    take: async (digest) => {
      if (known.has(digest) || refused.has(digest)) return ok(undefined);
      const first = await transport.get(box, readToken, digest);
      const isMangled = !first.ok && first.error.type === "hub-mangled";
      const bytes = isMangled ? await transport.get(box, readToken, digest) : first;
      if (!bytes.ok) {
        if (bytes.error.type === "hub-mangled") hasMangled = true;
        else if (!isGone(bytes.error)) return bytes;
        return ok(undefined);
      }
      const taken = await takeIn(envelopes, ofBox, digest, bytes.value);
      if (!taken.ok) return taken;
      if (taken.value.type === "set-aside") {
        refused.add(digest);
        setAside.push({ digest, error: taken.value.error });
        return ok(undefined);
      }
      known.add(digest);
      added += 1;
      records += taken.value.records;
      return ok(undefined);
    },
    confirm: async ({ digest, receivedAt, cursor }, epoch) => {
      if (!known.has(digest) || confirmed.has(`${digest} ${epoch}`)) return ok(undefined);
      const item = { digest: Digest.parse(digest), destination, epoch, receivedAt, cursor };
      return envelopes.confirm(item);
    },
    hasMangled: () => hasMangled,
    report: () => ({ envelopes: added, records, setAside }),
  });
};

const takePage = async (
  reading: Reading,
  items: readonly EnvelopeItem[],
  epoch: string,
): Promise<Result<void, PullError>> => {
  for (const item of items) {
    if (item.bytes > maxEnvelopeBytes) continue; // No door takes it in, so it is not fetched.
    const taken = await reading.take(Digest.parse(item.digest));
    if (!taken.ok) return taken;
    const confirmed = await reading.confirm(item, epoch);
    if (!confirmed.ok) return confirmed;
  }
  return ok(undefined);
};

// Erased between the list and the fetch: nothing to wait for.
const isGone = (error: SendError): boolean =>
  error.type === "hub-erased" || error.type === "hub-not-found";

const toDigest = ({ digest }: { readonly digest: Digest }): Digest => digest;
