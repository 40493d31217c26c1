// The heavy half of locking: bundling what is unsent, and sealing text that the disk would not take.
import type { Digest } from "../../domain/schema.ts";
import { cutBundle } from "../../sync/bundle.ts";
import { makeHandOverFile } from "../../sync/hand-over-file.ts";
import { cutAll, type DeliveryDeps, toCutDeps } from "../delivery.ts";
import type { OpenBox } from "../open-box.ts";
import type { RecordDraft } from "../record-writer.ts";
import type { HandOverCopy } from "../session/hand-over-file.ts";

/** Sealed text in memory, with the name of the file it is to be. */
export type Leftover = Pick<HandOverCopy, "name" | "bytes">;

export const packAll = cutAll;

/**
 * An envelope like any other, in a hand-over file, made without touching the disk. Undefined where it cannot be made.
 * Opened with the session's card, on this device or another, the text is a note.
 */
export const sealLeftover = async (
  deps: Pick<DeliveryDeps, "env" | "crypto" | "exclusively">,
  box: OpenBox,
  unkept: readonly RecordDraft[],
): Promise<Leftover | undefined> => {
  const records = await box.writer.prepare(unkept);
  if (!records.ok) return undefined; // Longer than any note may be: the field says so while it is typed.
  const known = await box.envelopes.list();
  const own = (known.ok ? known.value : []).filter(({ device }) => device === box.signer.device);
  const last = own.reduce<(typeof own)[number] | undefined>(
    (top, each) => (top && top.seq > each.seq ? top : each),
    undefined,
  );
  const { signer, enrolKey, recipients, app, bundleCrypto } = toCutDeps(deps, box);
  const cut = await cutBundle(
    {
      ...{ box: box.box, records: records.value, signer, enrolKey, recipients, app },
      seq: (last?.seq ?? 0) + 1,
      previous: last?.digest ?? null,
    },
    bundleCrypto,
  );
  if (!cut.ok) return undefined;
  const { bytes } = cut.value;
  const digest = cut.value.digest as Digest; // Computed a moment ago, from these bytes.
  const at = new Date(deps.env.now()).toISOString().slice(0, 19).replaceAll(":", "");
  return {
    name: `kuuluu-${box.box.slice(0, 8)}-${at}.kuuluu`,
    bytes: makeHandOverFile([{ box: box.box, digest, bytes }]),
  };
};
