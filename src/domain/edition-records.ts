// A published report: which tables went out, with the values people saw, and the releases they rest on. No text of any
// note. What is out is out: a withdrawn edition still counts whenever another one is weighed against it.
import {
  BoxId,
  Count,
  common,
  Digest,
  EntityId,
  Instant,
  Language,
  RecordId,
  tags,
  text,
  z,
} from "./schema.ts";

export const measures = ["notes", "sessions"] as const;

export const PublishedTable = z.readonly(
  z.strictObject({
    measure: z.enum(measures),
    /** By what it counts: none for the total, one for a list, two for a grid. */
    by: tags(2),
    cells: z.readonly(
      z
        .array(
          z.readonly(
            z.strictObject({
              keys: z.readonly(z.array(text(200)).check(z.maxLength(2))),
              /** As people saw it, rounded. Absent: hidden. */
              shown: z.optional(Count),
            }),
          ),
        )
        .check(z.maxLength(2_000)),
    ),
  }),
);
export type PublishedTable = z.infer<typeof PublishedTable>;
export type PublishedCell = PublishedTable["cells"][number];
export type Measure = PublishedTable["measure"];

const parts = z.readonly(z.array(text(60)).check(z.maxLength(200)));
/** What the coordinator chose for it: with the releases of that day enough to build the same pages on another device. */
const EditionChoices = z.readonly(
  z.strictObject({
    introduction: z.union([z.literal(""), text(20_000)]),
    order: parts,
    off: parts,
    inWords: parts,
    merge: parts,
    withoutQuotes: z.optional(z.readonly(z.array(EntityId).check(z.maxLength(1_000)))),
    withoutCharts: z.optional(parts),
  }),
);

export const editionFields = {
  roundId: EntityId,
  lang: Language,
  title: text(200),
  releases: z.readonly(
    z
      .array(z.readonly(z.strictObject({ session: BoxId, release: RecordId })))
      .check(z.maxLength(5_000)),
  ),
  tables: z.readonly(z.array(PublishedTable).check(z.maxLength(64))),
  /** SHA-256 of the report's canonical JSON. */
  report: Digest,
  /** Not a report but a file for another desk. */
  as: z.optional(z.enum(["examples", "hand-over"])),
  /** As it stands on the pages. Editions without it and without choices open only where their pages are kept. */
  madeAt: z.optional(Instant),
  choices: z.optional(EditionChoices),
  withdrawn: z.optional(z.literal(true)),
};
export const Edition = z.readonly(
  z.strictObject({
    kind: z.literal("edition/1"),
    ...common,
    editionId: EntityId,
    ...editionFields,
  }),
);
export type Edition = z.infer<typeof Edition>;
