// Removing a session from this device: by hand, or when its time is up. Refuses while anything here is in nobody else's
// hands; what was removed is told by a certificate that holds no content.
import { toHex } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { BoxId, Instant, z } from "../../domain/schema.ts";
import type { DeviceStore, StoredBox, StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import {
  defaultKeepDays,
  type Holding,
  type Keeping,
  lookAtKeeping,
  lookAtSafety,
  type Safety,
} from "./keep-rule.ts";

type Deps = Pick<AppDeps, "env" | "device" | "delivery">;

const Certificate = z.readonly(
  z.strictObject({
    box: BoxId,
    addedAt: Instant,
    removedAt: Instant,
    /** `time`: the round's time of keeping. `hand`: a person, with everything receipted. `forced`: a person, in spite of it. */
    by: z.enum(["time", "hand", "forced"]),
    rows: z.int(),
    envelopes: z.int(),
    receiptedAt: z.optional(Instant),
  }),
);
export type Certificate = z.infer<typeof Certificate>;

const setting = "removals";
const maxCertificates = 200;

export const readCertificates = async (
  device: Pick<DeviceStore, "readSetting">,
): Promise<readonly Certificate[]> => {
  const stored = await device.readSetting(setting);
  const parsed = z.array(Certificate).safeParse(stored.ok ? stored.value : undefined);
  return parsed.success ? parsed.data : [];
};

export type Held = {
  readonly stored: StoredBox;
  readonly holding: Holding;
  readonly rows: number;
  readonly safety: Safety;
  readonly keeping: Keeping;
};

/** What is held of a box, from rows and receipts alone: a locked box is looked at like an open one. */
export const lookAtHeld = async (
  deps: Deps,
  stored: StoredBox,
): Promise<Result<Held, StoreError>> => {
  const outbox = deps.delivery.outboxOf(stored.box);
  const envelopes = await outbox.list();
  if (!envelopes.ok) return envelopes;
  const deliveries = await outbox.deliveries();
  if (!deliveries.ok) return deliveries;
  const unbundled = await outbox.unbundled();
  if (!unbundled.ok) return unbundled;
  const sealed = await deps.device.readSealedRows(stored.box);
  if (!sealed.ok) return sealed;
  const holding = {
    envelopes: envelopes.value,
    deliveries: deliveries.value,
    unbundled: unbundled.value.length,
    drafts: sealed.value.drafts.length,
  };
  const device = await deviceOf(deps, stored);
  const safety = lookAtSafety(device, holding);
  const keeping = lookAtKeeping({
    safety,
    keepDays: stored.keepDays ?? defaultKeepDays,
    toldAt: stored.toldAt,
    nowMs: deps.env.now(),
  });
  const rows = sealed.value.records.length + sealed.value.drafts.length;
  return ok({ stored, holding, rows, safety, keeping });
};

/** First 16 bytes of SHA-256 of the public key, hex: how envelopes name the device that cut them. */
const deviceOf = async ({ env }: Deps, { publicKey }: StoredBox): Promise<string> =>
  toHex((await env.digest(publicKey)).subarray(0, 16));

export type RemovalError =
  | StoreError
  /** Something here is with nobody else. */
  | { readonly type: "removal-needed" }
  /** It is being written in. */
  | { readonly type: "removal-open" };

/** Truly deletes the rows, envelopes and slots of a box. `forced` is for a person who typed that it may be lost. */
export const removeBox = async (
  deps: Deps & Pick<AppDeps, "workspace">,
  box: BoxId,
  by: Certificate["by"],
): Promise<Result<Certificate, RemovalError>> => {
  if (deps.workspace.open.value?.box === box) return failed({ type: "removal-open" });
  const stored = await deps.device.readBox(box);
  if (!stored.ok) return stored;
  if (!stored.value) return failed({ type: "removal-needed" });
  const held = await lookAtHeld(deps, stored.value);
  if (!held.ok) return held;
  const { safety, keeping, holding, rows } = held.value;
  if (by !== "forced" && safety.type === "needed") return failed({ type: "removal-needed" });
  if (by === "time" && keeping.type !== "due") return failed({ type: "removal-needed" });
  const certificate: Certificate = {
    box,
    addedAt: stored.value.addedAt,
    removedAt: new Date(deps.env.now()).toISOString(),
    by,
    rows,
    envelopes: holding.envelopes.length,
    ...(safety.type === "safe" && safety.since !== undefined ? { receiptedAt: safety.since } : {}),
  };
  // The certificate first: a crash in between leaves a session that can be removed again, never one that just vanished.
  const known = await readCertificates(deps.device);
  const others = known.filter((one) => one.box !== box || one.addedAt !== certificate.addedAt);
  const kept = [...others, certificate].slice(-maxCertificates);
  const written = await deps.device.writeSetting(setting, kept);
  if (!written.ok) return written;
  const removed = await deps.device.removeBox(box);
  return removed.ok ? ok(certificate) : removed;
};

/** At the start of the app: tells what is soon to go, and lets go of what was told a day ago. Never the open box. */
export const sweep = async (
  deps: Deps & Pick<AppDeps, "workspace">,
): Promise<Result<readonly Certificate[], RemovalError>> => {
  const boxes = await deps.device.listBoxes();
  if (!boxes.ok) return boxes;
  const gone: Certificate[] = [];
  for (const stored of boxes.value) {
    if (stored.kind !== "session" || deps.workspace.open.value?.box === stored.box) continue;
    const held = await lookAtHeld(deps, stored);
    if (!held.ok) return held;
    const { keeping } = held.value;
    if (keeping.type === "told" && keeping.isNew) {
      const told = await deps.device.putBox({ ...stored, toldAt: keeping.toldAt });
      if (!told.ok) return told;
    } else if (keeping.type === "due") {
      const removed = await removeBox(deps, stored.box, "time");
      if (!removed.ok) return removed;
      gone.push(removed.value);
    }
  }
  return ok(gone);
};
