// What a press of a chip does to the tags of a note. Pure; the same for a note being written and one already saved.
import type { NoteFields, Polarity } from "../../domain/note.ts";
import type { Tag } from "../../domain/schema.ts";

/** The fields that chips set. */
export type TagFields = Omit<NoteFields, "text" | "translation" | "begunAt" | "struck">;
export type TagChange = (fields: TagFields) => Partial<TagFields>;

const toggle = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];

/** The first one pressed is primary: the order of pressing is kept. */
export const toggleDimension =
  (id: Tag): TagChange =>
  ({ dimensions }) => ({ dimensions: toggle(dimensions, id) });

/** A sub-theme brings its dimension with it; taking it away leaves the dimension. */
export const toggleSubTheme =
  (id: Tag, dimension: Tag): TagChange =>
  ({ subThemes, dimensions }) => ({
    subThemes: toggle(subThemes, id),
    ...(subThemes.includes(id) || dimensions.includes(dimension)
      ? {}
      : { dimensions: [...dimensions, dimension] }),
  });

export const toggleTopic =
  (id: Tag): TagChange =>
  ({ topics }) => ({ topics: toggle(topics, id) });
export const toggleKind =
  (id: Tag): TagChange =>
  ({ kinds }) => ({ kinds: toggle(kinds, id) });

export const toggleArea =
  (id: Tag): TagChange =>
  ({ area }) => ({ area: area === id ? undefined : id });
export const togglePolarity =
  (value: Polarity): TagChange =>
  ({ polarity }) => ({ polarity: polarity === value ? undefined : value });

export const toggleMark =
  (name: "star" | "unfinished" | "quotable"): TagChange =>
  (fields) => ({ [name]: fields[name] ? undefined : true });

/** Counts of nods or hands; none at all is no count. */
export const countAgreement =
  (side: "agree" | "disagree", by: 1 | -1): TagChange =>
  ({ agreement = { agree: 0, disagree: 0 } }) => {
    const next = { ...agreement, [side]: Math.max(0, agreement[side] + by) };
    return { agreement: next.agree + next.disagree === 0 ? undefined : next };
  };
