// A record is immutable and named by the digest of its content. This file is the list of all kinds.
import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { DigestBytes } from "./codebook.ts";
import { Card, Desk, Release, Removal, Rescue, Round } from "./desk-records.ts";
import { Edition } from "./edition-records.ts";
import { Finding, Theme } from "./finding-records.ts";
import { Note } from "./note.ts";
import { RecordId, z } from "./schema.ts";
import { Erasure, Phase, Receipt, Review, Session, Summary } from "./session-records.ts";

export const schemas = {
  "session/1": Session,
  "note/1": Note,
  "phase/1": Phase,
  "review/1": Review,
  "summary/1": Summary,
  "receipt/1": Receipt,
  "erasure/1": Erasure,
  "desk/1": Desk,
  "round/1": Round,
  "card/1": Card,
  "release/1": Release,
  "rescue/1": Rescue,
  "removal/1": Removal,
  "theme/1": Theme,
  "finding/1": Finding,
  "edition/1": Edition,
} as const;

export type Kind = keyof typeof schemas;
export type AnyRecord = z.infer<(typeof schemas)[Kind]>;
export type RecordOf<K extends Kind> = Extract<AnyRecord, { readonly kind: K }>;
export const isKind = (kind: string): kind is Kind => Object.hasOwn(schemas, kind);

/** A record with its computed name. */
export type Named<R extends AnyRecord = AnyRecord> = { readonly id: RecordId; readonly record: R };

export type RecordError =
  | { readonly type: "record-invalid"; readonly kind: string; readonly path: string }
  /** A kind of a later app version. Its envelope is kept whole until the app is updated. */
  | { readonly type: "record-newer"; readonly kind: string };

const Labelled = z.looseObject({ kind: z.string().check(z.maxLength(40)) });

/** The one strict gate for records: used at saving and at intake alike. Never throws. */
export const parseRecord = (input: unknown): Result<AnyRecord, RecordError> => {
  const labelled = Labelled.safeParse(input);
  if (!labelled.success) return failed({ type: "record-invalid", kind: "", path: "kind" });
  const { kind } = labelled.data;
  if (!isKind(kind)) {
    return /^[a-z-]+\/\d+$/.test(kind)
      ? failed({ type: "record-newer", kind })
      : failed({ type: "record-invalid", kind, path: "kind" });
  }
  const parsed = schemas[kind].safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return failed({
    type: "record-invalid",
    kind,
    path: parsed.error.issues[0]?.path.join(".") ?? "",
  });
};

/** The record's name: SHA-256 of its canonical JSON, hex. */
export const identify = async <R extends AnyRecord>(
  record: R,
  digest: DigestBytes,
): Promise<Named<R>> => ({
  id: RecordId.parse(toHex(await digest(toCanonicalBytes(record)))),
  record,
});

export const ofKind = <K extends Kind>(
  records: readonly Named[],
  kind: K,
): readonly Named<RecordOf<K>>[] =>
  records.filter((named): named is Named<RecordOf<K>> => named.record.kind === kind);
