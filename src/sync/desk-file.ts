// The desk file: everything one desk holds, in one plain zip whose every entry is sealed. In clear stand only the desk's
// id, the day, and the slots that its code or its passphrase opens. The list of contents is sealed to the desk and vouched
// for by the desk's own key, so that nothing can be taken out or slipped in unseen.
import {
  type Bytes,
  concatBytes,
  equalBytes,
  parseBase64Url,
  parseHex,
  parseUtf8,
  toBase64Url,
  toHex,
  toUtf8,
} from "../base/bytes.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { BoxId, Digest, Instant, z } from "../domain/schema.ts";
import { maxEnvelopeBytes } from "../wire/bundle-header.ts";
import type { BundleCrypto } from "./ports.ts";
import { makeStoredZip, readStoredZip, type ZipError } from "./stored-zip.ts";

const packed = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.maxLength(8_000));
const Head = z.strictObject({
  format: z.literal("kuuluu-desk"),
  version: z.literal(1),
  box: BoxId,
  madeAt: Instant,
  slots: z.strictObject({
    code: packed,
    passphrase: z.optional(
      z.strictObject({
        salt: packed,
        // A larger number would hang whoever tries a passphrase.
        iterations: z.int().check(z.minimum(1), z.maximum(10_000_000)),
        wrapped: packed,
      }),
    ),
  }),
  /** The desk's own facts under its row key: the root of its keys is among them. */
  note: packed,
});
const AnyHead = z.looseObject({ format: z.literal("kuuluu-desk"), version: z.int() });

const Manifest = z.strictObject({
  box: BoxId,
  madeAt: Instant,
  /** In order of arrival. */
  envelopes: z.readonly(z.array(z.strictObject({ box: BoxId, digest: Digest }))),
  setAside: z.readonly(z.array(z.strictObject({ digest: Digest, reason: z.string() }))),
  /** How many records the desk's folds rest on. */
  records: z.int(),
  /** What is being written at the desk and is no record yet. */
  drafts: z.readonly(z.array(z.strictObject({ key: z.string(), draft: z.looseObject({}) }))),
});
export type DeskManifest = z.infer<typeof Manifest>;

/** What opens the desk, as it lies on its device. */
export type DeskSlots = {
  readonly box: BoxId;
  readonly slots: {
    readonly code: Bytes;
    readonly passphrase?: {
      readonly salt: Bytes;
      readonly iterations: number;
      readonly wrapped: Bytes;
    };
  };
  readonly note: Bytes;
};

export type DeskFile = DeskSlots & {
  readonly madeAt: string;
  readonly manifest: Bytes;
  /** By digest; each is what its name says. */
  readonly contents: ReadonlyMap<string, Bytes>;
};

export type DeskFileError = ZipError | { readonly type: "newer-version"; readonly version: number };

export type DeskFileKeys = {
  readonly recipient: string;
  readonly identity: string;
  readonly enrol: Bytes;
};

const headName = "desk.json";
const manifestName = "contents.age";
const proofOf = async (enrol: Bytes, text: Bytes, { hmac }: Pick<BundleCrypto, "hmac">) =>
  hmac(enrol, concatBytes(toUtf8("kuuluu/1/desk-file"), text));

export const makeDeskFile = async (
  desk: DeskSlots,
  manifest: DeskManifest,
  contents: ReadonlyMap<string, Bytes>,
  keys: DeskFileKeys,
  crypto: Pick<BundleCrypto, "hmac" | "seal">,
): Promise<Bytes> => {
  const { code, passphrase } = desk.slots;
  const head: z.infer<typeof Head> = {
    format: "kuuluu-desk",
    version: 1,
    box: desk.box,
    madeAt: manifest.madeAt,
    slots: {
      code: toBase64Url(code),
      ...(passphrase && {
        passphrase: {
          salt: toBase64Url(passphrase.salt),
          iterations: passphrase.iterations,
          wrapped: toBase64Url(passphrase.wrapped),
        },
      }),
    },
    note: toBase64Url(desk.note),
  };
  const text = toUtf8(JSON.stringify(manifest));
  const proof = toUtf8(`${toHex(await proofOf(keys.enrol, text, crypto))}\n`);
  const entries = new Map<string, Bytes>([
    [headName, toUtf8(`${JSON.stringify(head, null, 2)}\n`)],
    [manifestName, await crypto.seal(concatBytes(proof, text), [keys.recipient])],
  ]);
  for (const [digest, bytes] of contents) entries.set(`sealed/${digest}`, bytes);
  return makeStoredZip(entries);
};

const limits = {
  maxBytes: 512 * 1024 * 1024,
  maxEntries: 100_000,
  // The list of contents of the largest desk is longer than any envelope.
  maxEntryBytes: 8 * maxEnvelopeBytes,
  isName: (name: string) =>
    name === headName || name === manifestName || /^sealed\/[0-9a-f]{64}$/.test(name),
};

/** Opens nothing yet: a file that is one, without the entries that are not what their names say. Never throws. */
export const readDeskFile = async (
  bytes: Bytes,
  digest: BundleCrypto["digest"],
): Promise<Result<DeskFile, DeskFileError>> => {
  const unzipped = readStoredZip(bytes, limits);
  if (!unzipped.ok) return unzipped;
  const json = parseJson(unzipped.value.get(headName));
  const head = Head.safeParse(json);
  if (!head.success) {
    const any = AnyHead.safeParse(json);
    if (any.success && any.data.version > 1) {
      return failed({ type: "newer-version", version: any.data.version });
    }
    return failed({ type: unzipped.value.has(headName) ? "file-damaged" : "file-foreign" });
  }
  const manifest = unzipped.value.get(manifestName);
  const desk = toSlots(head.data);
  if (!manifest || !desk) return failed({ type: "file-damaged" });
  const contents = new Map<string, Bytes>();
  for (const [name, content] of unzipped.value) {
    const [, named] = name.split("/");
    if (named !== undefined && toHex(await digest(content)) === named) contents.set(named, content);
  }
  return ok({ ...desk, madeAt: head.data.madeAt, manifest, contents });
};

const toSlots = ({ box, slots, note }: z.infer<typeof Head>): DeskSlots | undefined => {
  const code = parseBase64Url(slots.code);
  const facts = parseBase64Url(note);
  const { passphrase } = slots;
  const salt = parseBase64Url(passphrase?.salt ?? "");
  const wrapped = parseBase64Url(passphrase?.wrapped ?? "");
  if (!code || !facts || !salt || !wrapped) return undefined;
  return {
    box,
    slots: {
      code,
      ...(passphrase && { passphrase: { salt, iterations: passphrase.iterations, wrapped } }),
    },
    note: facts,
  };
};

/** The list of contents, or undefined where it was not this desk that wrote it. */
export const openManifest = async (
  { box, manifest }: Pick<DeskFile, "box" | "manifest">,
  keys: DeskFileKeys,
  crypto: Pick<BundleCrypto, "hmac" | "open">,
): Promise<DeskManifest | undefined> => {
  const clear = await crypto.open(manifest, [keys.identity]);
  const proof = parseHex(parseUtf8(clear?.slice(0, 64) ?? new Uint8Array()) ?? "");
  const text = clear?.slice(65);
  if (!text || !proof || !equalBytes(proof, await proofOf(keys.enrol, text, crypto))) {
    return undefined;
  }
  const parsed = Manifest.safeParse(parseJson(text));
  return parsed.success && parsed.data.box === box ? parsed.data : undefined;
};

const parseJson = (bytes: Bytes | undefined): unknown => {
  if (!bytes || bytes.length > limits.maxEntryBytes) return undefined;
  try {
    return JSON.parse(parseUtf8(bytes) ?? "");
  } catch {
    return undefined; // JSON.parse throws for malformed text only.
  }
};
