// The header line of a bundle: bytes → one strict shape, or which refusal. A later format is told from a damaged one.
import { type Bytes, parseBase64Url, parseUtf8 } from "../base/bytes.ts";
import { scanJson } from "../base/json-scan.ts";
import { failed, ok, type Result } from "../base/result.ts";
import { AnyHeader, BundleHeader } from "../wire/bundle-header.ts";

export type HeaderError =
  | { readonly type: "header-invalid" }
  | { readonly type: "newer-version"; readonly version: number };

export type ParsedHeader = { readonly header: BundleHeader; readonly publicKey: Bytes };

export const parseHeader = (bytes: Bytes): Result<ParsedHeader, HeaderError> => {
  const invalid = failed({ type: "header-invalid" } as const);
  const text = parseUtf8(bytes);
  if (text === undefined || scanJson(bytes)) return invalid;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return invalid; // JSON.parse throws for malformed text only.
  }
  const version = AnyHeader.safeParse(json);
  if (!version.success) return invalid;
  if (version.data.version > 1) {
    return failed({ type: "newer-version", version: version.data.version });
  }
  const header = BundleHeader.safeParse(json);
  const publicKey = header.success ? parseBase64Url(header.data.publicKey) : undefined;
  return header.success && publicKey ? ok({ header: header.data, publicKey }) : invalid;
};
