// The shapes every record is made of. Strict and limited, the same at saving as at intake, so that nothing is
// "saved" that would later be refused. Tags are checked for form, never against a list: codebooks differ by round.
import * as z from "zod/mini";
import { isDay, isInstant } from "../base/instant.ts";

// zod would build code with `new Function` otherwise, which our content policy refuses.
z.config({ jitless: true });

export { z };

const loneSurrogate = /\p{Surrogate}/u;

/** Text a person wrote: well-formed, not normalised, 1 to `limit` characters. */
export const text = (limit: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(limit),
    z.refine((value) => !loneSurrogate.test(value) && !value.includes("\u0000"), "ill-formed text"),
  );

export const maxNoteLength = 20_000;

export const RecordId = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<"RecordId">();
export type RecordId = z.infer<typeof RecordId>;

export const Digest = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/))
  .brand<"Digest">();
export type Digest = z.infer<typeof Digest>;

export const BoxId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<"BoxId">();
export type BoxId = z.infer<typeof BoxId>;

export const DeviceId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<"DeviceId">();
export type DeviceId = z.infer<typeof DeviceId>;

/** Names one note or one round through all its revisions: 16 random bytes, hex. */
export const EntityId = z
  .string()
  .check(z.regex(/^[0-9a-f]{32}$/))
  .brand<"EntityId">();
export type EntityId = z.infer<typeof EntityId>;

export const Stamp = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z-[0-9a-f]{4}-[0-9a-f]{8}$/),
    z.refine((stamp) => isInstant(stamp.slice(0, 24))),
  )
  .brand<"Stamp">();
export type Stamp = z.infer<typeof Stamp>;

/** ISO 8601, UTC, milliseconds: what Date.toISOString writes. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/), z.refine(isInstant));
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isDay));

/** A BCP 47 language tag by form: fi, sv, ar, ku-Arab. */
export const Language = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));
export type Language = z.infer<typeof Language>;

export const Tag = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/));
export type Tag = z.infer<typeof Tag>;

export const tags = (limit: number) =>
  z.readonly(
    z.array(Tag).check(
      z.maxLength(limit),
      z.refine((list) => new Set(list).size === list.length, "a tag stands twice"),
    ),
  );

/** One text per language; every language may be missing, and what is missing is named to the coordinator. */
export const localized = (limit: number) => z.readonly(z.record(Language, text(limit)));
export type Localized = Readonly<Record<Language, string>>;

export const Count = z.int().check(z.minimum(0), z.maximum(100_000));
export const Role = z.enum(["scribe", "facilitator", "coordinator"]);
export type Role = z.infer<typeof Role>;

/** What every record carries beside its own fields. */
export const common = {
  box: BoxId,
  author: z.readonly(z.strictObject({ device: DeviceId, role: Role })),
  stamp: Stamp,
  /** 16 random bytes, base64url: an erased text cannot be guessed from its id. */
  salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  parents: z.readonly(z.array(RecordId).check(z.maxLength(64))),
};
