// A round whole, as JSON for machines and archives, with a published schema. Made of the fields of the records themselves,
// so that a field added there is in here too. Never cards, keys, devices or authors.
import { type Bytes, toUtf8 } from "../base/bytes.ts";
import { roundFields } from "../domain/desk-records.ts";
import { editionFields } from "../domain/edition-records.ts";
import { findingFields, quoteFields, themeFields } from "../domain/finding-records.ts";
import type { AnyRecord, Kind, Named } from "../domain/record.ts";
import { Release } from "../domain/release-records.ts";
import { Count, EntityId, Instant, RecordId, text, z } from "../domain/schema.ts";
import type { RoundContent } from "./round-content.ts";

// What a release says of its maker and its way here stays behind.
const { kind, box, author, stamp, salt, parents, forgets, ...releaseFields } =
  Release.def.innerType.shape;
void [kind, box, author, stamp, salt, parents, forgets];

export const RoundFile = z.readonly(
  z.strictObject({
    format: z.literal("kuuluu-round/1"),
    madeAt: Instant,
    forPublishing: z.literal(false),
    /** The sentence that says so. */
    mark: text(2_000),
    round: z.readonly(z.strictObject({ roundId: EntityId, ...roundFields })),
    /** One release per session; its digest names it. */
    sessions: z.readonly(
      z.array(z.readonly(z.strictObject({ release: RecordId, ...releaseFields }))),
    ),
    themes: z.readonly(z.array(z.readonly(z.strictObject({ themeId: EntityId, ...themeFields })))),
    findings: z.readonly(
      z.array(z.readonly(z.strictObject({ findingId: EntityId, ...findingFields }))),
    ),
    /** Sentences made ready to be told outside, checked or not. */
    quotes: z.readonly(z.array(z.readonly(z.strictObject({ quoteId: EntityId, ...quoteFields })))),
    /** What was published. */
    editions: z.readonly(
      z.array(
        z.readonly(z.strictObject({ editionId: EntityId, publishedAt: Instant, ...editionFields })),
      ),
    ),
    leftOut: z.readonly(
      z.strictObject({
        /** Sessions with rival releases, of which the newest is here. */
        rivalReleases: Count,
        /** Notes that the tables wrote and did not hand over. */
        notReleased: Count,
        /** Records of the desk by kind that this file does not hold. */
        kinds: z.readonly(
          z.array(z.readonly(z.strictObject({ kind: z.string(), records: Count }))),
        ),
      }),
    ),
  }),
);
export type RoundFile = z.infer<typeof RoundFile>;

const held: ReadonlySet<Kind> = new Set([
  "round/1",
  "release/1",
  "theme/1",
  "finding/1",
  "quote/1",
  "edition/1",
]);

const countLeftOut = (records: readonly Named[]): RoundFile["leftOut"]["kinds"] => {
  const counts = new Map<AnyRecord["kind"], number>();
  for (const { record } of records) {
    if (!held.has(record.kind)) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ kind: name, records: count }))
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
};

export const toRoundFile = (
  content: RoundContent,
  records: readonly Named[],
  words: { readonly mark: string },
  madeAt: string,
): RoundFile => {
  const { round, releases, themes, findings, quotes, editions, rivals } = content;
  return {
    format: "kuuluu-round/1",
    madeAt,
    forPublishing: false,
    mark: words.mark,
    round: { roundId: round.roundId, ...round.fields },
    sessions: releases.map(({ id, record }) => {
      const {
        kind: _,
        box: __,
        author: a,
        stamp: s,
        salt: c,
        parents: p,
        forgets: f,
        ...rest
      } = record;
      void [a, s, c, p, f];
      return { release: id, ...rest };
    }),
    themes: themes.map(({ themeId, fields }) => ({ themeId, ...fields })),
    findings: findings.map(({ findingId, fields }) => ({ findingId, ...fields })),
    quotes: quotes.map(({ quoteId, fields }) => ({ quoteId, ...fields })),
    editions: editions.map(({ editionId, madeAt: publishedMs, fields }) => ({
      ...{ editionId, publishedAt: new Date(publishedMs).toISOString() },
      ...fields,
    })),
    leftOut: {
      rivalReleases: rivals,
      notReleased: releases.reduce(
        (sum, { record: { counts } }) => sum + counts.written - counts.released,
        0,
      ),
      kinds: countLeftOut(records),
    },
  };
};

export const toRoundJson = (file: RoundFile): Bytes => toUtf8(`${JSON.stringify(file, null, 2)}\n`);
