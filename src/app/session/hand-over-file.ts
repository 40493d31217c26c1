// The same sealed bytes as a file: everything of this session, the release included. A file that was saved has arrived
// nowhere yet, and is kept apart from what has.
import type { Bytes } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import type { Digest } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { BundleTooLarge } from "../../sync/bundle.ts";
import type { HandOverEntry } from "../../sync/hand-over-file.ts";
import { cutAll, type DeliveryDeps } from "../delivery.ts";
import type { OpenBox } from "../open-box.ts";

export type HandOverCopy = {
  readonly name: string;
  readonly bytes: Bytes;
  readonly digests: readonly Digest[];
};

/** The envelopes that were in some copy which a person has seen off. */
const readCopied = async (
  box: Pick<OpenBox, "envelopes">,
): Promise<Result<ReadonlySet<string>, StoreError>> => {
  const known = await box.envelopes.deliveries();
  if (!known.ok) return known;
  const copied = known.value.filter(({ destination }) => destination === "file");
  return ok(new Set<string>(copied.map(({ digest }) => digest)));
};

/** How many envelopes were in no copy yet. */
export const countFresh = async (
  box: Pick<OpenBox, "envelopes">,
): Promise<Result<number, StoreError>> => {
  const copied = await readCopied(box);
  if (!copied.ok) return copied;
  const known = await box.envelopes.list();
  return known.ok
    ? ok(known.value.filter(({ digest }) => !copied.value.has(digest)).length)
    : known;
};

/**
 * Packs what is unpacked, then copies every envelope, or those that were in no copy yet. The name carries no title: file
 * names travel in clear.
 */
export const makeCopy = async (
  deps: Pick<DeliveryDeps, "env" | "crypto" | "exclusively">,
  box: OpenBox,
  what: "all" | "fresh" = "all",
): Promise<Result<HandOverCopy, StoreError | BundleTooLarge>> => {
  const cut = await cutAll(deps, box);
  if (!cut.ok) return cut;
  const known = await box.envelopes.list();
  if (!known.ok) return known;
  const copied = await readCopied(box);
  if (!copied.ok) return copied;
  const entries: HandOverEntry[] = [];
  for (const { digest, box: target } of known.value) {
    if (what === "fresh" && copied.value.has(digest)) continue;
    const bytes = await box.envelopes.read(digest);
    if (!bytes.ok) return bytes;
    if (!bytes.value) return failed({ type: "row-unreadable" });
    entries.push({ box: target, digest, bytes: bytes.value });
  }
  const { makeHandOverFile } = await import("../../sync/hand-over-file.ts");
  const day = new Date(deps.env.now()).toISOString().slice(0, 10);
  return ok({
    name: `kuuluu-${box.box.slice(0, 8)}-${day}.kuuluu`,
    bytes: makeHandOverFile(entries),
    digests: entries.map(({ digest }) => digest),
  });
};

/** After the person has saved or shared it: under the destination `file`, never as arrived. */
export const noteCopied = async (
  box: Pick<OpenBox, "envelopes">,
  copy: HandOverCopy,
  nowMs: number,
): Promise<Result<void, StoreError>> => {
  for (const digest of copy.digests) {
    const noted = await box.envelopes.confirm({
      digest,
      destination: "file",
      epoch: "file",
      receivedAt: new Date(nowMs).toISOString(),
      cursor: "",
    });
    if (!noted.ok) return noted;
  }
  return ok(undefined);
};
