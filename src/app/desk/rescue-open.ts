// Opens a rescue file in memory: by the desk's own key, by the session's card as the desk knows it, or by the card's code
// typed in. Every row passes the same strict gate as any other record; a row that does not is named, and the rest is kept.
import { type Bytes, parseBase64Url, parseUtf8 } from "../../base/bytes.ts";
import { type CodeError, parseCode } from "../../base/code.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { foldCards } from "../../domain/desk.ts";
import { parseRecord } from "../../domain/gate.ts";
import { identify, type Named } from "../../domain/record.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { RescueFile } from "../../sync/rescue-file.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";

export type OpenedRescue = {
  /** Of the session's keys. */
  readonly root: Bytes;
  readonly records: readonly Named[];
  /** Texts that were being typed, as the tablet kept them. */
  readonly drafts: readonly { readonly key: string; readonly draft: object }[];
  /** Names of rows that did not open, and of those that the file lacks as "?". */
  readonly damaged: readonly string[];
};

export type OpenRescueError =
  | StoreError
  | CodeError
  /** Neither the desk's key nor a card it knows opens it: another desk's, or the card is not here. */
  | { readonly type: "rescue-not-for-us" }
  /** It opens, but the session's card is not at this desk, so its notes would belong nowhere. */
  | { readonly type: "rescue-card-unknown" };

type Deps = Pick<AppDeps, "env" | "keys">;

/** `typed` is the card's code, for a session that never learned which desk it belongs to. */
export const openRescue = async (
  deps: Deps,
  desk: OpenBox,
  file: RescueFile,
  typed?: string,
): Promise<Result<OpenedRescue, OpenRescueError>> => {
  const root = await findRoot(deps, desk, file, typed);
  if (!root.ok) return root;
  const rowKey = await findRowKey(deps, desk, file, root.value);
  if (!rowKey) return failed({ type: "rescue-not-for-us" });
  if (!root.value) return failed({ type: "rescue-card-unknown" });

  const records: Named[] = [];
  const drafts: OpenedRescue["drafts"][number][] = [];
  const damaged: string[] = Array.from({ length: file.missing }, () => "?");
  for (const { name, sealed } of file.records) {
    const row = { box: file.box, kind: "record" as const, id: name };
    const record = parseRecord(toJson(await deps.keys.openSealedRow(rowKey, row, sealed)));
    const named = record.ok ? await identify(record.value, deps.env.digest) : undefined;
    if (named?.id === name && named.record.box === file.box) records.push(named);
    else damaged.push(name);
  }
  for (const { name, sealed } of file.drafts) {
    const row = { box: file.box, kind: "draft" as const, id: name };
    const draft = toJson(await deps.keys.openSealedRow(rowKey, row, sealed));
    if (typeof draft === "object" && draft !== null) drafts.push({ key: name, draft });
    else damaged.push(name);
  }
  records.sort((a, b) => (a.record.stamp < b.record.stamp ? -1 : 1));
  return ok({ root: root.value, records, drafts, damaged });
};

const findRoot = async (
  { keys }: Deps,
  desk: OpenBox,
  { box }: RescueFile,
  typed: string | undefined,
): Promise<Result<Bytes | undefined, OpenRescueError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const card = foldCards(known.value).find(({ session }) => session === box);
  if (card) return ok(parseBase64Url(card.fields.rootKey));
  if (typed === undefined) return ok(undefined);
  const code = parseCode("session", typed);
  if (!code.ok) return code;
  const root = await keys.deriveRoot("session", code.value);
  return ok((await keys.deriveBoxKeys(root)).box === box ? root : undefined);
};

const findRowKey = async (
  { keys }: Deps,
  desk: OpenBox,
  { box, slots }: RescueFile,
  root: Bytes | undefined,
): Promise<Bytes | undefined> => {
  const byDesk = slots.rescue && (await keys.openRescue(desk.keys.identity, slots.rescue));
  if (byDesk || !root) return byDesk;
  const { slot } = await keys.deriveBoxKeys(root);
  return keys.unwrap("code", box, slot, slots.code);
};

const toJson = (bytes: Bytes | undefined): unknown => {
  const text = bytes && parseUtf8(bytes);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // JSON.parse throws for malformed text only.
  }
};
