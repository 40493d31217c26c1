// A record is immutable and named by the digest of its content. This file lists the kinds that a device at the table
// writes; those that only a desk keeps lie in desk-work.ts, so that a scribe's first load goes without them.
import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { DigestBytes } from "./codebook.ts";
import type { deskKinds } from "./desk-work.ts";
import { Note } from "./note.ts";
import { Release } from "./release-records.ts";
import { RecordId, z } from "./schema.ts";
import {
  Erasure,
  Hands,
  Phase,
  Receipt,
  Review,
  Session,
  Suggestion,
  Summary,
} from "./session-records.ts";

export const tableKinds = {
  "session/1": Session,
  "note/1": Note,
  "phase/1": Phase,
  "review/1": Review,
  "suggestion/1": Suggestion,
  "summary/1": Summary,
  "hands/1": Hands,
  "receipt/1": Receipt,
  "erasure/1": Erasure,
  "release/1": Release,
} as const;

type Schemas = typeof tableKinds & typeof deskKinds;
export type Kind = keyof Schemas;
export type AnyRecord = z.infer<Schemas[Kind]>;
export type RecordOf<K extends Kind> = Extract<AnyRecord, { readonly kind: K }>;

/** A record with its computed name. */
export type Named<R extends AnyRecord = AnyRecord> = { readonly id: RecordId; readonly record: R };

export type RecordError =
  | { readonly type: "record-invalid"; readonly kind: string; readonly path: string }
  /** A kind of a later app version. Its envelope is kept whole until the app is updated. */
  | { readonly type: "record-newer"; readonly kind: string };

const Labelled = z.looseObject({ kind: z.string().check(z.maxLength(40)) });

export type ParseRecord = (input: unknown) => Result<AnyRecord, RecordError>;

/** A strict gate that lets these kinds through. Never throws. */
export const createGate =
  (kinds: Readonly<Record<string, Schemas[Kind]>>): ParseRecord =>
  (input) => {
    const labelled = Labelled.safeParse(input);
    if (!labelled.success) return failed({ type: "record-invalid", kind: "", path: "kind" });
    const { kind } = labelled.data;
    const schema = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!schema) {
      return /^[a-z-]+\/\d+$/.test(kind)
        ? failed({ type: "record-newer", kind })
        : failed({ type: "record-invalid", kind, path: "kind" });
    }
    const parsed = schema.safeParse(input);
    if (parsed.success) return ok(parsed.data);
    return failed({
      type: "record-invalid",
      kind,
      path: parsed.error.issues[0]?.path.join(".") ?? "",
    });
  };

/** For the writer of a session box alone. Whatever arrives goes through `parseRecord` of gate.ts, which knows every kind. */
export const parseTableRecord = createGate(tableKinds);

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
