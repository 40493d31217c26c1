// The set-up code: read off the hub's first lines, it makes one desk. The hub keeps its digest only.
import { toCrockford, toGroups } from "../base/crockford.ts";
import { type Digest, digestText } from "./bearer.ts";

export type SetupCode = { readonly text: string; readonly sha256: string };

/** Twelve characters in groups of four: 60 bits, behind a limit of ten wrong tries a minute. */
export const createSetupCode = (
  random: (length: number) => Uint8Array,
  digest: Digest,
): SetupCode => {
  const code = toCrockford(random(8)).slice(0, 12);
  return { text: toGroups(code), sha256: digestText(digest, code) };
};
