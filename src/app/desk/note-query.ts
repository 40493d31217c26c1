// The filter of the notes list in the address: ids and tags only, so that no word of a note ever stands in a URL.
import type { NoteFilter } from "../../analysis/note-filter.ts";
import { Polarity } from "../../domain/note.ts";
import { Tag, z } from "../../domain/schema.ts";

export type AddressFilter = NoteFilter;

const tag = z.optional(Tag);
const Query = z.object({
  round: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  session: z.optional(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  dimension: tag,
  polarity: z.optional(z.union([Polarity, z.literal("none")])),
  subTheme: tag,
  kind: tag,
  topic: tag,
  area: tag,
  with: tag,
  phase: tag,
  group: tag,
  theme: z.optional(z.string().check(z.regex(/^([0-9a-f]{32}|none)$/))),
  lang: z.optional(z.string().check(z.regex(/^[A-Za-z-]{2,35}$/))),
  starred: z.optional(z.literal("1")),
  quotable: z.optional(z.literal("1")),
  unfinished: z.optional(z.literal("1")),
  agreed: z.optional(z.literal("1")),
  disagreed: z.optional(z.literal("1")),
});

export type NoteQuery = { readonly round?: string; readonly filter: AddressFilter };

/** A part that does not fit is left out: an old or mistyped address shows more, never nothing. */
export const parseNoteQuery = (query: string): NoteQuery => {
  const all = Object.fromEntries(new URLSearchParams(query));
  const kept = Object.fromEntries(
    Object.entries(all).filter(([name, value]) => Query.safeParse({ [name]: value }).success),
  );
  const parsed = Query.safeParse(kept);
  const { round, ...rest } = parsed.success ? parsed.data : {};
  const filter = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value === "1" ? true : value]],
    ),
  ) as AddressFilter; // Parsed above: only marks have "1" for a value.
  return { ...(round === undefined ? {} : { round }), filter };
};

/** The address of exactly these notes. */
export const toNotesAddress = ({ round, filter }: NoteQuery): string => {
  const params = new URLSearchParams();
  if (round !== undefined) params.set("round", round);
  for (const [name, value] of Object.entries(filter)) {
    if (value === true) params.set(name, "1");
    else if (typeof value === "string") params.set(name, value);
  }
  const query = params.toString();
  return query ? `#/desk/notes?${query}` : "#/desk/notes";
};
