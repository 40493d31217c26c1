// Canonical JSON (RFC 8785): one value, one text, so that a digest can name it.
import canonicalize from "canonicalize";
import { type Bytes, toUtf8 } from "./bytes.ts";

/** UTF-8 bytes of the canonical JSON. Fields that are undefined are left out. Throws on what JSON cannot say. */
export const toCanonicalBytes = (value: object): Bytes => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("this value has no JSON form");
  return toUtf8(text);
};
