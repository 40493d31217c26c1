// Where envelopes come from: files that somebody carried, or the hub. Both give the same thing to examine, and neither
// imports anything: a dry run comes first.
import type { Bytes } from "../../base/bytes.ts";
import { attempt, failed, ok, type Result } from "../../base/result.ts";
import { type BoxId, Digest } from "../../domain/schema.ts";
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

/** An envelope before anything is known of it. `box` is what its file or the hub says; the header inside decides. */
export type Found = {
  readonly digest: Digest;
  readonly box: BoxId;
  readonly bytes: Bytes;
};

/** Told how many are done, after each; awaiting it lets the page draw. Answers "stop" when the person has had enough. */
export type OnStep = (done: number) => Promise<"go-on" | "stop"> | undefined;
/** The person stopped it. Nothing was written. */
export type Stopped = { readonly type: "stopped" };

/** A file as it was picked. `size` is asked first: a film is not read into memory to learn that it is none of ours. */
export type PickedFile = {
  readonly name: string;
  readonly size?: number;
  readonly read: () => Promise<Bytes>;
};
export type FileError = HandOverError | { readonly type: "file-unreadable" };
export type FileFound = {
  readonly name: string;
  readonly found: Result<readonly Found[], FileError>;
};

/** Reads hand-over files. Each file is whole or refused; one bad file does not hold up the others. */
export const readFiles = async (
  deps: Pick<AppDeps, "crypto">,
  files: readonly PickedFile[],
): Promise<readonly FileFound[]> => {
  const all: FileFound[] = [];
  for (const file of files) all.push({ name: file.name, found: await readOne(deps, file) });
  return all;
};

const readOne = async (
  deps: Pick<AppDeps, "crypto">,
  { size = 0, read }: PickedFile,
): Promise<FileFound["found"]> => {
  if (size > maxHandOverBytes) return failed({ type: "file-too-large" });
  // Browsers reject for a stick pulled out or a file changed since it was picked, each with a name of its own.
  const bytes = await attempt(read, () => ({ type: "file-unreadable" }) as const);
  return bytes.ok ? readHandOverFile(bytes.value, deps.crypto.digest) : bytes;
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
