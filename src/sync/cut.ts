// Bundles what is in no envelope yet. Cutting twice adds nothing: a record is bundled once per box, whatever the route.
// Two cuts at once would give two envelopes one place in the chain, so `exclusively` lets one in at a time.
import type { Bytes } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { Named, RecordOf } from "../domain/record.ts";
import { BoxId, Digest, type RecordId } from "../domain/schema.ts";
import { type Bundle, type BundleTooLarge, type CutRequest, cutBundle } from "./bundle.ts";
import type { BundleCrypto, Signer } from "./ports.ts";
import type { BoxRecords, CutTarget, StoreFailure } from "./store-ports.ts";

/** A cut connection then costs one small retry. */
const maxRecordsPerBundle = 256;

export type CutDeps = {
  readonly box: BoxId;
  readonly records: BoxRecords;
  readonly envelopes: CutTarget;
  readonly signer: Signer;
  readonly enrolKey: Bytes;
  readonly recipients: readonly string[];
  readonly app: string;
  readonly bundleCrypto: BundleCrypto;
  /** Runs one piece of work at a time for this box, over all tabs: a Web Lock, or `createQueue()` in one process. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
};

/** What one cut needs, whoever keeps the queue. */
export type CutPlace = Omit<CutDeps, "box" | "records" | "exclusively">;
/** Where an envelope goes; `sessionBox` for a release: the session whose card vouches for its maker. */
export type Bound = { readonly box: BoxId; readonly sessionBox?: BoxId };

export type CutError = StoreFailure | BundleTooLarge;

/** Cuts all unbundled records of the box into as few envelopes as fit. Resolves to the number of envelopes. */
export const cutUnbundled = (deps: CutDeps): Promise<Result<number, CutError>> =>
  deps.exclusively(async () => {
    const unbundled = await deps.envelopes.unbundled();
    if (!unbundled.ok) return unbundled;
    if (unbundled.value.length === 0) return ok(0);
    const all = await deps.records.readAll();
    if (!all.ok) return all;
    const wanted = new Set<string>(unbundled.value);
    return cutParts(
      deps,
      { box: deps.box },
      all.value.filter(({ id }) => wanted.has(id)),
    );
  });

/**
 * Cuts records that come ready-made, as many envelopes as it takes, each stored in one transaction with those of its
 * records that `keeps` names. The caller lets one in at a time. Resolves to the number of envelopes.
 */
export const cutParts = async (
  deps: CutPlace,
  bound: Bound,
  records: readonly Named[],
  keeps: (record: Named) => boolean = () => false,
): Promise<Result<number, CutError>> => {
  const waiting = [...records];
  let cut = 0;
  let size = maxRecordsPerBundle;
  while (waiting.length > 0) {
    const part = waiting.slice(0, size);
    const added = await cutOne(deps, bound, part, part.filter(keeps));
    if (added.ok) {
      cut += 1;
      waiting.splice(0, part.length);
    } else if (added.error.type === "bundle-too-large" && part.length > 1) {
      size = Math.ceil(part.length / 2);
    } else {
      return added;
    }
  }
  return ok(cut);
};

/** More was packed than the release was made from: it has to be made anew. */
export type ReleaseOutdated = { readonly type: "release-outdated" };

/**
 * Cuts one release for the desk: sealed to the desk alone, its device vouched for by the session's card. `madeFrom` are
 * the records it tells of. Nothing else of this device may lie packed before it: the desk's receipt for the release is
 * what lets a tablet remove all that was packed until then.
 */
export const cutRelease = (
  deps: Omit<CutDeps, "records">,
  deskBox: BoxId,
  release: Named<RecordOf<"release/1">>,
  madeFrom: ReadonlySet<RecordId>,
): Promise<Result<Digest, CutError | ReleaseOutdated>> =>
  deps.exclusively(async () => {
    const packed = await deps.envelopes.list();
    if (!packed.ok) return packed;
    const own = packed.value.filter(
      ({ device, box }) => device === deps.signer.device && box === deps.box,
    );
    const isTold = own.every(({ records }) => records.every((id) => madeFrom.has(id)));
    if (!isTold) return failed({ type: "release-outdated" } as const);
    return cutOne(deps, { box: deskBox, sessionBox: deps.box }, [release]);
  });

/** One at a time within one process, in the order of asking. */
export const createQueue = (): CutDeps["exclusively"] => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
};

const cutOne = async (
  deps: CutPlace,
  { box, sessionBox }: Bound,
  records: readonly Named[],
  brought: readonly Named[] = [],
): Promise<Result<Digest, CutError>> => {
  const { envelopes, signer, enrolKey, recipients, app, bundleCrypto } = deps;
  const place = await findPlace(envelopes, signer.device, box);
  if (!place.ok) return place;
  const request: CutRequest = {
    ...{ box, records, signer, enrolKey, recipients, app },
    ...place.value,
    ...(sessionBox !== undefined && { sessionBox }),
  };
  const bundle = await cutBundle(request, bundleCrypto);
  if (!bundle.ok) return bundle;
  const stored = toStored(bundle.value, records);
  const added = await envelopes.add(stored, brought);
  return added.ok ? ok(stored.digest) : failed(added.error);
};

// The device's own envelopes are its memory of where it stands in the chain.
const findPlace = async (envelopes: CutTarget, device: string, box: BoxId) => {
  const list = await envelopes.list();
  if (!list.ok) return list;
  const own = list.value.filter((one) => one.device === device && one.box === box);
  const last = own.reduce((a, b) => (b.seq > (a?.seq ?? 0) ? b : a), own[0]);
  return ok({ seq: (last?.seq ?? 0) + 1, previous: last?.digest ?? null });
};

/** How an envelope lies in a store, whether cut here or received. */
export const toStored = ({ digest, bytes, header }: Bundle, records: readonly Named[]) => {
  const release = records.find(({ record }) => record.kind === "release/1")?.id;
  return {
    digest: Digest.parse(digest),
    box: BoxId.parse(header.box),
    bytes,
    records: records.map(({ id }) => id),
    device: header.device,
    seq: header.seq,
    ...(release !== undefined && { release }),
  };
};
