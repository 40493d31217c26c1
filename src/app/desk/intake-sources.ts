// Where envelopes come from: files that somebody carried, or the hub. Both give the same thing to examine, and neither
// imports anything: a dry run comes first.
import { type Bytes, equalBytes, parseUtf8, toHex, toUtf8 } from "../../base/bytes.ts";
import { attempt, failed, ok, type Result } from "../../base/result.ts";
import { BoxId, Digest } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import {
  type HandOverError,
  maxHandOverBytes,
  readHandOverFile,
} from "../../sync/hand-over-file.ts";
import type { SendError } from "../../sync/ports.ts";
import { maxEnvelopeBytes } from "../../wire/bundle-header.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";

/**
 * An envelope before anything is known of it. `box` is what its file or the hub says, undefined where neither says
 * anything; the header inside decides. `wasAside`: it lies in quarantine for this reason.
 */
export type Found = {
  readonly digest: Digest;
  readonly box: BoxId | undefined;
  readonly bytes: Bytes;
  readonly wasAside?: string;
};

/** Told how many are done, after each; awaiting it lets the page draw. Answers "stop" when the person has had enough. */
export type OnStep = (done: number) => Promise<"go-on" | "stop"> | undefined;
/** The person stopped it. Nothing was written. */
export type Stopped = { readonly type: "stopped" };

/**
 * A file as it was picked. `size` is asked first: a film is not read into memory to learn that it is none of ours. One out
 * of a folder has its path as its name and tells its first bytes: nobody has chosen it, so it may be anything.
 */
export type PickedFile = {
  readonly name: string;
  readonly size?: number;
  readonly read: () => Promise<Bytes>;
  readonly readHead?: () => Promise<Bytes>;
};
export type FileError = HandOverError | { readonly type: "file-unreadable" };
const unreadable = () => ({ type: "file-unreadable" }) as const;
const startsWith = (bytes: Bytes, text: string): boolean =>
  equalBytes(bytes.subarray(0, text.length), toUtf8(text));
const isEnvelope = (bytes: Bytes): boolean => startsWith(bytes, "age-encryption.org/v1\n");
/** A zip whose first entry lies in a folder named by a box. */
const isHandOver = (head: Bytes): boolean =>
  startsWith(head, "PK") && /^[0-9a-f]{32}\/$/.test(parseUtf8(head.subarray(30, 63)) ?? "");
const hasOurName = (name: string): boolean => /\.kuuluu$/i.test(name);

/**
 * A hand-over file, or a single envelope as it lies in one: whole, or refused. Undefined for what merely lay in a folder
 * and is none of ours.
 */
export const readFile = async (
  deps: Pick<AppDeps, "crypto">,
  file: PickedFile,
): Promise<Result<readonly Found[], FileError> | undefined> => {
  const { name, size = 0, read, readHead } = file;
  const mayBeAnything = readHead !== undefined && !hasOurName(name);
  if (mayBeAnything) {
    const head = await attempt(readHead, unreadable);
    if (!head.ok || !(isHandOver(head.value) || isEnvelope(head.value))) return undefined;
  }
  if (size > maxHandOverBytes)
    return mayBeAnything ? undefined : failed({ type: "file-too-large" });
  // Browsers reject for a stick pulled out or a file changed since it was picked, each with a name of its own.
  const bytes = await attempt(read, unreadable);
  if (!bytes.ok) return bytes;
  if (isEnvelope(bytes.value)) return readEnvelope(deps, name, bytes.value);
  const entries = await readHandOverFile(bytes.value, deps.crypto.digest);
  return mayBeAnything && !entries.ok && entries.error.type === "file-foreign"
    ? undefined
    : entries;
};

/** Its folder may be named by its box, as in a hand-over file that somebody unpacked. */
const readEnvelope = async (
  { crypto }: Pick<AppDeps, "crypto">,
  name: string,
  bytes: Bytes,
): Promise<Result<readonly Found[], FileError>> => {
  if (bytes.length > maxEnvelopeBytes) return failed({ type: "file-too-large" });
  const box = BoxId.safeParse(name.split("/").at(-2));
  const digest = Digest.parse(toHex(await crypto.digest(bytes)));
  return ok([{ digest, box: box.success ? box.data : undefined, bytes }]);
};

export type HubFound = {
  readonly found: readonly Found[];
  /** Larger than any envelope: not fetched. */
  readonly oversized: number;
  /** Arrived otherwise than named, twice in a row. The cursor then stays, so that the next look tries again. */
  readonly mangled: number;
  /** Where the next reading starts, once what was found has been dealt with. */
  readonly cursor?: { readonly epoch: string; readonly cursor: string };
  /** How the hub will be told apart from a file in the list of deliveries. */
  readonly deliveries: readonly {
    readonly digest: Digest;
    readonly cursor: string;
    readonly receivedAt: string;
  }[];
};

/** Fetches what arrived in the desk's box since the last import. */
export const fetchFromHub = async (
  deps: Pick<AppDeps, "hub">,
  desk: OpenBox,
  onStep: OnStep = () => undefined,
): Promise<Result<HubFound, SendError | StoreError | Stopped>> => {
  const start = await desk.envelopes.readCursor("hub");
  if (!start.ok) return start;
  const stored = await desk.envelopes.list();
  if (!stored.ok) return stored;
  const known = new Set<string>(stored.value.map(({ digest }) => digest));
  const token = desk.keys.tokens.read;

  const found: Found[] = [];
  const deliveries: HubFound["deliveries"][number][] = [];
  let [oversized, mangled] = [0, 0];
  let after = start.value?.cursor;
  let epoch = start.value?.epoch;
  for (;;) {
    const page = await deps.hub.list(desk.box, token, after);
    if (!page.ok) return page;
    if (epoch !== undefined && page.value.epoch !== epoch) {
      // The hub was restored: its cursors mean nothing now, so read from the start.
      if (after === undefined) return failed({ type: "hub-stale" });
      after = undefined;
      epoch = page.value.epoch;
      continue;
    }
    epoch = page.value.epoch;
    for (const item of page.value.items) {
      const digest = Digest.parse(item.digest);
      deliveries.push({ digest, cursor: item.cursor, receivedAt: item.receivedAt });
      if (known.has(digest)) continue;
      if (item.bytes > maxEnvelopeBytes) {
        oversized += 1;
        continue;
      }
      const bytes = await getTwice(deps, desk.box, token, digest);
      if (bytes.ok) found.push({ digest, box: desk.box, bytes: bytes.value });
      else if (bytes.error.type === "hub-mangled") mangled += 1;
      else if (!isGone(bytes.error)) return bytes;
      if ((await onStep(found.length)) === "stop") return failed({ type: "stopped" });
    }
    const end = page.value.next ?? page.value.items.at(-1)?.cursor ?? after;
    if (page.value.next === null || page.value.next === after) {
      return ok({
        found,
        deliveries,
        oversized,
        mangled,
        ...(end === undefined || mangled > 0 ? {} : { cursor: { epoch, cursor: end } }),
      });
    }
    after = page.value.next;
  }
};

const isGone = ({ type }: SendError): boolean => type === "hub-erased" || type === "hub-not-found";

/** One bad transfer is an accident; two are the hub's, and must not hold up what stands behind them. */
const getTwice = async (
  { hub }: Pick<AppDeps, "hub">,
  ...asked: Parameters<AppDeps["hub"]["get"]>
): Promise<Result<Bytes, SendError>> => {
  const first = await hub.get(...asked);
  return !first.ok && first.error.type === "hub-mangled" ? hub.get(...asked) : first;
};
