// Every codebook and question set ever shipped, found by its digest: a card printed last year must open next year.
// Add files, never change one; each is its own chunk, fetched when asked for.
import { Codebook, type DigestBytes, nameByDigest } from "../../domain/codebook.ts";
import { Guide } from "../../domain/guide.ts";
import type { Digest } from "../../domain/schema.ts";

export interface Contents {
  /** The shipped codebook of this name; undefined when this version of the app does not have it. */
  readonly loadCodebook: (digest: Digest) => Promise<Codebook | undefined>;
  /** The shipped question set of this name; undefined when this version of the app does not have it. */
  readonly loadGuide: (digest: Digest) => Promise<Guide | undefined>;
  /** The newest codebook: what a new round starts with. `nameByDigest` names it. */
  readonly currentCodebook: () => Promise<Codebook>;
  /** The newest question set: what a new round starts with. `nameByDigest` names it. */
  readonly currentGuide: () => Promise<Guide>;
}

/** Names what is shipped with `digestBytes`. Rejects only when a chunk cannot be fetched; asking again may succeed. */
export const createContents = (digestBytes: DigestBytes): Contents => {
  // Newest first: most cards are of this year, so older chunks are seldom fetched.
  const codebooks = [once(loadCodebook1)] as const;
  const guides = [once(loadGuide1)] as const;
  const find = async <T extends object>(
    shipped: readonly (() => Promise<T>)[],
    digest: Digest,
  ): Promise<T | undefined> => {
    for (const load of shipped) {
      const content = await load();
      if ((await nameByDigest(content, digestBytes)) === digest) return content;
    }
    return undefined;
  };
  return {
    loadCodebook: (digest) => find(codebooks, digest),
    loadGuide: (digest) => find(guides, digest),
    currentCodebook: codebooks[0],
    currentGuide: guides[0],
  };
};

const loadCodebook1 = async () => Codebook.parse((await import("./codebook-1.json")).default);
const loadGuide1 = async () => Guide.parse((await import("./guide-1.json")).default);

/** Parses at most once; a failed fetch is not remembered. */
const once = <T extends object>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: T | undefined;
  return async () => {
    loaded ??= await load();
    return loaded;
  };
};
