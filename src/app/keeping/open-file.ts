// A file brought to this device: a receipt from the desk, a plan, what another device with the same card has written.
// Each envelope goes to the session it belongs to; those of sessions that are not open wait for their card.
import type { Bytes } from "../../base/bytes.ts";
import { attempt, failed, ok, type Result } from "../../base/result.ts";
import { listErasedEnvelopes } from "../../domain/doomed.ts";
import { foldNotes } from "../../domain/notes.ts";
import type { StoreError } from "../../storage/ports.ts";
import {
  type HandOverError,
  maxHandOverBytes,
  readHandOverFile,
} from "../../sync/hand-over-file.ts";
import { takeIn } from "../../sync/take-in.ts";
import { toReceiveDeps } from "../delivery.ts";
import type { AppDeps } from "../deps.ts";
import { applyErasures, type EraseError } from "../erasing.ts";
import { takeReceipts } from "./receipts.ts";

export type OpenFileError =
  | HandOverError
  | StoreError
  | EraseError
  | { readonly type: "file-unreadable" };

export type FileTaken = {
  /** Records that this device did not have. */
  readonly added: number;
  /** Receipts of the desk that are new. */
  readonly receipts: number;
  /** Envelopes of the open session that were refused; their bytes are set aside, nothing of them was taken. */
  readonly refused: number;
  /** Envelopes of other sessions: they open with their own card. */
  readonly others: number;
  /** Notes of the open session that are here now, to compare with what the other device says. */
  readonly notes: number;
};

export const openFile = async (
  deps: Pick<AppDeps, "crypto" | "env" | "workspace" | "delivery">,
  file: { readonly size: number; readonly read: () => Promise<Bytes> },
): Promise<Result<FileTaken, OpenFileError>> => {
  if (file.size > maxHandOverBytes) return failed({ type: "file-too-large" });
  // Browsers reject for a stick pulled out or a file changed since it was picked, each with a name of its own.
  const bytes = await attempt(file.read, () => ({ type: "file-unreadable" }) as const);
  if (!bytes.ok) return bytes;
  const entries = await readHandOverFile(bytes.value, deps.crypto.digest);
  if (!entries.ok) return entries;
  const box = deps.workspace.open.value;
  const mine = entries.value.filter((entry) => box?.kind === "session" && entry.box === box.box);
  const others = entries.value.length - mine.length;
  const taken = { added: 0, receipts: 0, refused: 0, others, notes: 0 };
  if (!box) return ok(taken);
  const before = await box.records.readAll();
  if (!before.ok) return before;
  const erased = new Set<string>(listErasedEnvelopes(before.value));
  for (const { digest, bytes: envelope } of mine.filter((entry) => !erased.has(entry.digest))) {
    const one = await takeIn(box.envelopes, toReceiveDeps(deps, box), digest, envelope);
    if (!one.ok) return one;
    if (one.value.type === "added") taken.added += one.value.records;
    else taken.refused += 1;
  }
  const applied = await applyErasures(deps.delivery, box);
  if (!applied.ok) return applied;
  const records = await box.records.readAll();
  if (!records.ok) return records;
  taken.notes = foldNotes(records.value).filter(({ fields }) => fields.struck !== true).length;
  box.writer.observe(records.value.map(({ record }) => record.stamp));
  const receipts = await takeReceipts(deps.env, box);
  return receipts.ok ? ok({ ...taken, receipts: receipts.value }) : receipts;
};
