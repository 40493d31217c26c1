// Where envelopes come from: files that somebody carried, or the hub. Both give the same thing to examine, and neither
// imports anything: a dry run comes first.
import type { Bytes } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { type BoxId, Digest } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import { type HandOverError, readHandOverFile } from "../../sync/hand-over-file.ts";
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

export type FileFound = {
  readonly name: string;
  readonly found: Result<readonly Found[], HandOverError>;
};

/** Reads hand-over files. Each file is whole or refused; one bad file does not hold up the others. */
export const readFiles = async (
  deps: Pick<AppDeps, "crypto">,
  files: readonly { readonly name: string; readonly read: () => Promise<Bytes> }[],
): Promise<readonly FileFound[]> => {
  const all: FileFound[] = [];
  for (const { name, read } of files) {
    all.push({ name, found: await readHandOverFile(await read(), deps.crypto.digest) });
  }
  return all;
};

export type HubFound = {
  readonly found: readonly Found[];
  /** Where the next reading starts, once what was found has been dealt with. */
  readonly cursor?: { readonly epoch: string; readonly cursor: string };
  /** How the hub will be told apart from a file in the list of deliveries. */
  readonly deliveries: readonly {
    readonly digest: Digest;
    readonly cursor: string;
    readonly receivedAt: string;
  }[];
};

/** Fetches what arrived in the desk's box since the last import. `progress` is told how many were fetched. */
export const fetchFromHub = async (
  deps: Pick<AppDeps, "hub">,
  desk: OpenBox,
  progress: (fetched: number) => void,
): Promise<Result<HubFound, SendError | StoreError>> => {
  const start = await desk.envelopes.readCursor("hub");
  if (!start.ok) return start;
  const stored = await desk.envelopes.list();
  if (!stored.ok) return stored;
  const known = new Set<string>(stored.value.map(({ digest }) => digest));
  const token = desk.keys.tokens.read;

  const found: Found[] = [];
  const deliveries: HubFound["deliveries"][number][] = [];
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
      if (known.has(digest) || item.bytes > maxEnvelopeBytes) continue;
      const bytes = await deps.hub.get(desk.box, token, digest);
      if (!bytes.ok) {
        if (bytes.error.type === "hub-erased" || bytes.error.type === "hub-not-found") continue;
        return bytes;
      }
      found.push({ digest, box: desk.box, bytes: bytes.value });
      progress(found.length);
    }
    const end = page.value.next ?? page.value.items.at(-1)?.cursor ?? after;
    if (page.value.next === null || page.value.next === after) {
      return ok({
        found,
        deliveries,
        ...(end === undefined ? {} : { cursor: { epoch, cursor: end } }),
      });
    }
    after = page.value.next;
  }
};
