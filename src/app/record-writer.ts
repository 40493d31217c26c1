// The one way a record comes to be: stamped, salted, passed through the strict gate, named, appended.
import { type Bytes, toBase64Url, toHex } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import {
  type AnyRecord,
  identify,
  type Named,
  type ParseRecord,
  type RecordError,
} from "../domain/record.ts";
import { type BoxId, DeviceId, EntityId, type Role, type Stamp } from "../domain/schema.ts";
import { nextStamp, toMs } from "../domain/stamp.ts";
import type { RecordStore, StoreError } from "../storage/ports.ts";
import type { Environment } from "./ports.ts";

const dayMs = 24 * 60 * 60 * 1_000;

type Stamped = "box" | "author" | "stamp" | "salt";
type Draft<R> = R extends AnyRecord ? Omit<R, Stamped> & { readonly box?: BoxId } : never;
/** A record without what the writer adds. `box` only where it is bound for another box than the writer's: a release, a plan. */
export type RecordDraft = Draft<AnyRecord>;

export type WriteError = StoreError | RecordError;

export type WriteOptions = {
  readonly clearDraft?: string;
  /** In whose part this is written; without it, that of the box. */
  readonly as?: Role;
};

export interface RecordWriter {
  /**
   * Appends all or none, one call after another. Resolves only after the strict transaction.
   * `keep` replaces the append: an envelope that brings its own records.
   */
  readonly write: (
    drafts: readonly RecordDraft[],
    options?: WriteOptions,
  ) => Promise<Result<readonly Named[], WriteError>>;
  /** Stamps, salts and names without storing: for records that are stored together with their envelope. */
  readonly prepare: (
    drafts: readonly RecordDraft[],
    as?: Role,
  ) => Promise<Result<readonly Named[], RecordError>>;
  /** Stamps that arrived from elsewhere, so that ours stay ahead of what we have seen. */
  readonly observe: (stamps: readonly Stamp[]) => void;
}

/** A fresh name for a note or a round. */
export const createEntityId = (random: (length: number) => Bytes): EntityId =>
  EntityId.parse(toHex(random(16)));

export const createRecordWriter = (deps: {
  readonly box: BoxId;
  readonly device: string;
  readonly role: Role;
  /** Which kinds are written here: what this gate does not know is refused. */
  readonly parse: ParseRecord;
  readonly records: Pick<RecordStore, "append">;
  readonly env: Pick<Environment, "now" | "random" | "digest">;
}): RecordWriter => {
  const { box, role, records, env } = deps;
  const device = DeviceId.parse(deps.device);
  // The newest stamps seen; two are enough, as only the greatest of them matters.
  let seen: readonly Stamp[] = [];

  const prepare: RecordWriter["prepare"] = async (drafts, as = role) => {
    const named: Named[] = [];
    for (const draft of drafts) {
      const stamp = nextStamp(env.now(), seen, device);
      seen = [...seen, stamp].slice(-2);
      const salt = toBase64Url(env.random(16));
      const parsed = deps.parse({ box, ...draft, author: { device, role: as }, stamp, salt });
      if (!parsed.ok) return parsed;
      named.push(await identify(parsed.value, env.digest));
    }
    return ok(named);
  };

  const writeOnce: RecordWriter["write"] = async (drafts, options) => {
    const named = await prepare(drafts, options?.as);
    if (!named.ok) return named;
    const appended = await records.append(named.value, options);
    return appended.ok ? named : appended;
  };

  // One at a time: two at once would take the same stamp.
  let last: Promise<unknown> = Promise.resolve();
  return {
    prepare,
    write: (drafts, options) => {
      const next = last.then(
        () => writeOnce(drafts, options),
        () => writeOnce(drafts, options),
      );
      last = next;
      return next;
    },
    observe: (stamps) => {
      const all = [...seen, ...stamps].sort();
      // Apart, since clocks that are years ahead must not crowd out the newest stamp that ours has to follow.
      const newest = all.findLast((stamp) => toMs(stamp) <= env.now() + dayMs);
      seen = [...(newest === undefined ? [] : [newest]), ...all.slice(-64)];
    },
  };
};
