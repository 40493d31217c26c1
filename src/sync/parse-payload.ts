// The payload of a bundle whose maker and digest are known to be right: what a member of the circle may still get wrong.
import { type Bytes, parseUtf8 } from "../base/bytes.ts";
import { type JsonFault, scanJson } from "../base/json-scan.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { DigestBytes } from "../domain/codebook.ts";
import { parseRecord } from "../domain/gate.ts";
import { type AnyRecord, identify, type Named, type RecordError } from "../domain/record.ts";
import { type BundleHeader, BundlePayload } from "../wire/bundle-header.ts";

export type PayloadError =
  | { readonly type: "payload-mismatch" }
  | { readonly type: "not-utf8" }
  | { readonly type: "json-invalid" }
  | Exclude<JsonFault, { readonly type: "too-much" }>
  | RecordError;

export const parsePayload = async (
  header: BundleHeader,
  payload: Bytes,
  digest: DigestBytes,
): Promise<Result<readonly Named[], PayloadError>> => {
  const text = parseUtf8(payload);
  if (text === undefined) return failed({ type: "not-utf8" });
  const fault = scanJson(payload);
  // No record of ours is so large: the schemas would say the same, only later.
  if (fault?.type === "too-much") {
    return failed({ type: "record-invalid", kind: "", path: "records" });
  }
  if (fault) return failed(fault);
  try {
    return await toRecords(header, JSON.parse(text), digest);
  } catch {
    return failed({ type: "json-invalid" }); // Validators may throw on input that no schema foresaw.
  }
};

const toRecords = async (
  header: BundleHeader,
  json: unknown,
  digest: DigestBytes,
): Promise<Result<readonly Named[], PayloadError>> => {
  const list = BundlePayload.safeParse(json);
  if (!list.success) return failed({ type: "record-invalid", kind: "", path: "records" });
  if (list.data.records.length !== header.records) return failed({ type: "payload-mismatch" });

  const records: AnyRecord[] = [];
  for (const input of list.data.records) {
    const record = parseRecord(input);
    if (!record.ok) return record;
    const misplaced = findMisplaced(header, record.value);
    if (misplaced !== undefined) {
      return failed({ type: "record-invalid", kind: record.value.kind, path: misplaced });
    }
    records.push(record.value);
  }
  return ok(await Promise.all(records.map((record) => identify(record, digest))));
};

// A card's circle may put releases of its own session into the desk's box, and nothing else there. The desk itself puts there
// what it entered from paper: no card vouches for that, the desk's own key does.
const findMisplaced = (header: BundleHeader, record: AnyRecord): string | undefined => {
  if (record.box !== header.box) return "box";
  if (record.kind !== "release/1") return header.sessionBox === undefined ? undefined : "kind";
  const isOwnEntry = header.sessionBox === undefined && record.entered === true;
  return isOwnEntry || record.session === header.sessionBox ? undefined : "session";
};
