// Who may do what. The hub knows digests only, and compares them in constant time.
import { type Bytes, equalBytes, parseHex, toHex, toUtf8 } from "../base/bytes.ts";
import type { Right, TokenGrant } from "../wire/hub-api.ts";
import { Token } from "../wire/schema.ts";
import type { HubStore } from "./hub-store.ts";

export type Digest = (bytes: Uint8Array) => Bytes;

export const digestText = (digest: Digest, text: string): string => toHex(digest(toUtf8(text)));

export const isSameDigest = (a: string, b: string): boolean => {
  const [one, other] = [parseHex(a), parseHex(b)];
  return one !== undefined && other !== undefined && equalBytes(one, other);
};

/** What follows "Bearer " in the Authorization header. */
export const bearerOf = (request: Request): string | undefined =>
  /^Bearer ([\x21-\x7e]{1,100})$/i.exec(request.headers.get("authorization") ?? "")?.[1];

/** The grant that the request's token has in this box; undefined for an unknown box as for an unknown token. */
export const findGrant = async (
  deps: { readonly store: Pick<HubStore, "grantsLike">; readonly digest: Digest },
  request: Request,
  box: string,
): Promise<TokenGrant | undefined> => {
  const token = Token.safeParse(bearerOf(request));
  if (!token.success) return undefined;
  const sha256 = digestText(deps.digest, token.data);
  const candidates = await deps.store.grantsLike(box, sha256);
  return candidates.find((grant) => isSameDigest(grant.sha256, sha256));
};

export const holds = (grant: TokenGrant | undefined, right: Right): boolean =>
  grant?.rights.includes(right) ?? false;
