// What the mere list of keys tells: a language, a group or "none" that one edition lists and another does not was first heard
// in what the one has more. So something was said there at all.
import type { PublishedTable } from "../../domain/edition-records.ts";
import { isListedWhereFound, membersOf } from "./axis.ts";

type Edition = { readonly tables: readonly PublishedTable[] };

const keysByFacet = ({ tables }: Edition): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { by, cells } of tables) {
    for (const [at, facet] of by.entries()) {
      const keys = found.get(facet) ?? new Set();
      for (const cell of cells) for (const key of membersOf(cell.keys[at] ?? "")) keys.add(key);
      found.set(facet, keys);
    }
  }
  return found;
};

/** Places of editions: something was said in the one that is in none of the others. */
export const foundOutside = (
  editions: readonly Edition[],
): readonly { readonly edition: number; readonly others: readonly number[] }[] => {
  const lists = editions.map(keysByFacet);
  return lists.flatMap((own, edition) =>
    [...own].flatMap(([facet, keys]) =>
      [...keys]
        .filter((key) => isListedWhereFound(facet, key))
        .map((key) => ({
          edition,
          others: lists.flatMap((other, at) => (other.get(facet)?.has(key) === false ? [at] : [])),
        }))
        .filter(({ others }) => others.length > 0),
    ),
  );
};
