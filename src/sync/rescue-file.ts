// What a locked tablet gives away when its card is lost: the slots of one box and its sealed rows, in a plain zip with one
// entry a row, so that a damaged byte costs one row. It holds no secret: only the desk's key or the card opens it.
import { type Bytes, parseBase64Url, parseUtf8, toBase64Url, toUtf8 } from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { BoxId, Instant, z } from "../domain/schema.ts";
import { makeStoredZip, readStoredZip, type ZipError } from "./stored-zip.ts";

const packed = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(8_000));
const Head = z.strictObject({
  format: z.literal("kuuluu-rescue"),
  version: z.literal(1),
  box: BoxId,
  madeAt: Instant,
  /** Under the card's code; and sealed to the desk, where the tablet knew it. */
  slots: z.strictObject({ code: packed, rescue: z.optional(packed) }),
  records: z.int().check(z.minimum(0)),
  drafts: z.int().check(z.minimum(0)),
});
const AnyHead = z.looseObject({ format: z.literal("kuuluu-rescue"), version: z.int() });

type Row = { readonly name: string; readonly sealed: Bytes };
export type RescueFile = {
  readonly box: BoxId;
  readonly madeAt: string;
  readonly slots: { readonly code: Bytes; readonly rescue?: Bytes };
  /** Named by the record's id; sorted by it. */
  readonly records: readonly Row[];
  /** Named by the place where it was being typed. */
  readonly drafts: readonly Row[];
  /** Rows that the tablet counted and that are not in the file any more. */
  readonly missing: number;
};
export type RescueFileError =
  | ZipError
  | { readonly type: "newer-version"; readonly version: number };

export type RescueSource = Omit<RescueFile, "missing">;

const headName = "rescue.json";

export const makeRescueFile = ({ box, madeAt, slots, records, drafts }: RescueSource): Bytes => {
  const { code, rescue } = slots;
  const head: z.infer<typeof Head> = {
    format: "kuuluu-rescue",
    version: 1,
    ...{ box, madeAt, records: records.length, drafts: drafts.length },
    slots: { code: toBase64Url(code), ...(rescue && { rescue: toBase64Url(rescue) }) },
  };
  const entries = new Map<string, Bytes>([
    [headName, toUtf8(`${JSON.stringify(head, null, 2)}\n`)],
  ]);
  for (const { name, sealed } of records) entries.set(`records/${name}`, sealed);
  for (const { name, sealed } of drafts) {
    entries.set(`drafts/${toBase64Url(toUtf8(name))}`, sealed);
  }
  return makeStoredZip(entries);
};

const limits = {
  maxBytes: 256 * 1024 * 1024,
  maxEntries: 200_000,
  maxEntryBytes: 4 * 1024 * 1024,
  isName: (name: string) =>
    name === headName ||
    /^records\/[0-9a-f]{64}$/.test(name) ||
    /^drafts\/[A-Za-z0-9_-]{1,400}$/.test(name),
};

/** A file that is one, whether it opens or not. Never throws. */
export const readRescueFile = (bytes: Bytes): Result<RescueFile, RescueFileError> => {
  const unzipped = readStoredZip(bytes, limits);
  if (!unzipped.ok) return unzipped;
  const text = unzipped.value.get(headName);
  const json = parseJson(text);
  const head = Head.safeParse(json);
  if (!head.success) {
    const any = AnyHead.safeParse(json);
    if (any.success && any.data.version > 1) {
      return failed({ type: "newer-version", version: any.data.version });
    }
    return failed({ type: text ? "file-damaged" : "file-foreign" });
  }
  const { box, madeAt, slots } = head.data;
  const code = parseBase64Url(slots.code);
  const rescue = parseBase64Url(slots.rescue ?? "");
  if (!code || !rescue) return failed({ type: "file-damaged" });
  const records: Row[] = [];
  const drafts: Row[] = [];
  for (const [entry, sealed] of unzipped.value) {
    const [folder, name = ""] = entry.split("/");
    const key = folder === "drafts" ? parseUtf8(parseBase64Url(name) ?? new Uint8Array()) : name;
    if (folder === "records") records.push({ name, sealed });
    if (folder === "drafts" && key) drafts.push({ name: key, sealed });
  }
  return ok({
    ...{ box, madeAt, records, drafts },
    slots: { code, ...(slots.rescue === undefined ? {} : { rescue }) },
    missing: Math.max(0, head.data.records + head.data.drafts - records.length - drafts.length),
  });
};

const parseJson = (bytes: Bytes | undefined): unknown => {
  if (!bytes || bytes.length > 64 * 1024) return undefined;
  try {
    return JSON.parse(parseUtf8(bytes) ?? "");
  } catch {
    return undefined; // JSON.parse throws for malformed text only.
  }
};
