// The four dimensions, their sub-themes, topics and areas. Frozen per round and named by the digest of its canonical JSON.
import { toHex } from "../base/bytes.ts";
import { toCanonicalBytes } from "../base/canonical.ts";
import { Digest, localized, Tag, text, z } from "./schema.ts";

const Entry = z.readonly(z.strictObject({ id: Tag, label: localized(200) }));

export const Codebook = z.readonly(
  z.strictObject({
    format: z.literal("kuuluu-codebook/1"),
    name: text(200),
    dimensions: z.readonly(
      z
        .array(z.readonly(z.strictObject({ id: Tag, label: localized(200), short: localized(40) })))
        .check(z.minLength(1), z.maxLength(8)),
    ),
    subThemes: z.readonly(
      z
        .array(
          z.readonly(
            z.strictObject({
              id: Tag,
              dimension: Tag,
              label: localized(200),
              /** A statement in one direction: agreeing means good relations. */
              indicator: localized(500),
              provenance: z.optional(text(500)),
            }),
          ),
        )
        .check(z.maxLength(80)),
    ),
    topics: z.readonly(z.array(Entry).check(z.maxLength(40))),
    areas: z.readonly(z.array(Entry).check(z.maxLength(40))),
    kinds: z.readonly(z.array(Entry).check(z.maxLength(20))),
  }),
);
export type Codebook = z.infer<typeof Codebook>;

/** SHA-256 of bytes; WebCrypto in the browser. */
export type DigestBytes = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** The name of a codebook or guide: SHA-256 of its canonical JSON, hex. */
export const nameByDigest = async (content: object, digest: DigestBytes): Promise<Digest> =>
  Digest.parse(toHex(await digest(toCanonicalBytes(content))));

/** The label in `language`, else in the first of `fi sv en` that has one, else the id itself: an unknown tag is shown, not dropped. */
export const labelOf = (
  entries: readonly { readonly id: string; readonly label: Readonly<Record<string, string>> }[],
  id: string,
  language: string,
): string => {
  const label = entries.find((entry) => entry.id === id)?.label;
  return label?.[language] ?? label?.fi ?? label?.sv ?? label?.en ?? id;
};
