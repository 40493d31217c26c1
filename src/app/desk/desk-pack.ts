// Everything the open desk holds, as the bytes of its file: whole envelopes, what was set aside, what is being written.
import type { Bytes } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import type { Digest } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { BundleTooLarge } from "../../sync/bundle.ts";
import { cutAll } from "../delivery.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";

export type PackDeps = Pick<AppDeps, "env" | "crypto" | "device" | "delivery">;
export type PackError = StoreError | BundleTooLarge;
export type PackedDesk = {
  readonly name: string;
  readonly bytes: Bytes;
  /** What the file holds, for the question what came after it. */
  readonly digests: readonly Digest[];
};

/** Bundles what is in no envelope yet, then packs. Nothing of the desk changes otherwise. */
export const packDesk = async (
  deps: PackDeps,
  desk: OpenBox,
): Promise<Result<PackedDesk, PackError>> => {
  const cut = await cutAll(deps.delivery, desk);
  if (!cut.ok) return cut;
  const stored = await deps.device.readBox(desk.box);
  if (!stored.ok) return stored;
  const envelopes = await desk.envelopes.list();
  if (!envelopes.ok) return envelopes;
  const setAside = await desk.envelopes.quarantined();
  if (!setAside.ok) return setAside;
  const records = await desk.records.readAll();
  if (!records.ok) return records;
  const drafts = await readDrafts(deps, desk);
  if (!drafts.ok) return drafts;

  const contents = new Map<string, Bytes>();
  for (const { digest } of envelopes.value) {
    const bytes = await desk.envelopes.read(digest);
    if (!bytes.ok) return bytes;
    if (bytes.value) contents.set(digest, bytes.value);
  }
  for (const { digest } of setAside.value) {
    const bytes = await desk.envelopes.readQuarantined(digest);
    if (!bytes.ok) return bytes;
    if (bytes.value) contents.set(digest, bytes.value);
  }
  if (!stored.value) return failed({ type: "row-unreadable" });
  const { slots, note } = stored.value;
  const madeAt = new Date(deps.env.now()).toISOString();
  const manifest = {
    ...{ box: desk.box, madeAt, records: records.value.length, drafts: drafts.value },
    envelopes: envelopes.value.map(({ box, digest }) => ({ box, digest })),
    setAside: setAside.value.map(({ digest, reason }) => ({ digest, reason })),
  };
  const { makeDeskFile } = await import("../../sync/desk-file.ts");
  return ok({
    name: `kuuluu-desk-${desk.box.slice(0, 8)}.zip`,
    bytes: await makeDeskFile(
      { box: desk.box, slots, note },
      manifest,
      contents,
      desk.keys,
      deps.crypto,
    ),
    digests: envelopes.value.map(({ digest }) => digest),
  });
};

const readDrafts = async (deps: Pick<PackDeps, "device">, desk: OpenBox) => {
  const rows = await deps.device.readSealedRows(desk.box);
  if (!rows.ok) return rows;
  const drafts: { readonly key: string; readonly draft: Record<string, unknown> }[] = [];
  for (const { key } of rows.value.drafts) {
    const draft = await desk.drafts.read(key);
    if (!draft.ok) return draft;
    if (typeof draft.value === "object" && draft.value !== null) {
      drafts.push({ key, draft: { ...draft.value } });
    }
  }
  return ok(drafts);
};
