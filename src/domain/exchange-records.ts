// What one desk hands to another: findings and measures that may be told outside, as examples or as a round handed over.
// The record holds what arrived, word for word. It counts nowhere, and nothing of it is this desk's own.
import { operators } from "./desk-records.ts";
import { PublishedTable } from "./edition-records.ts";
import { FindingKind } from "./finding-records.ts";
import { FollowUpType, MeasureStatus } from "./measure-records.ts";
import {
  Count,
  common,
  Day,
  Digest,
  EntityId,
  Instant,
  Language,
  localized,
  Tag,
  tags,
  text,
  z,
} from "./schema.ts";

export const exchangeFormat = "kuuluu-exchange/1";
export const exchangePurposes = ["examples", "hand-over"] as const;
export type ExchangePurpose = (typeof exchangePurposes)[number];

const list = <S extends z.core.$ZodType>(entry: S, limit: number) =>
  z.readonly(z.array(entry).check(z.maxLength(limit)));
const ids = list(EntityId, 64);
const name = text(200);

const ExchangedQuote = z.readonly(
  z.strictObject({
    quoteId: EntityId,
    lang: Language,
    text: text(2_000),
    translation: localized(2_000),
    groups: z.optional(list(name, 12)),
  }),
);

const ExchangedFinding = z.readonly(
  z.strictObject({
    findingId: EntityId,
    statement: localized(2_000),
    type: FindingKind,
    dimension: z.optional(Tag),
    subThemes: tags(16),
    /** In about this many sessions, rounded; absent where no number may be told. */
    heard: z.optional(Count),
    quotes: list(ExchangedQuote, 100),
  }),
);
export type ExchangedFinding = z.infer<typeof ExchangedFinding>;

const ExchangedDecision = z.readonly(
  z.strictObject({
    decisionId: EntityId,
    promise: localized(2_000),
    unit: z.optional(name),
    dueOn: z.optional(Day),
    firstFollowUpOn: z.optional(Day),
    findings: ids,
  }),
);

const ExchangedFollowUp = z.readonly(
  z.strictObject({
    followUpId: EntityId,
    type: FollowUpType,
    on: Day,
    text: localized(4_000),
    unit: z.optional(name),
    value: z.optional(z.string().check(z.regex(/^-?\d{1,12}(\.\d{1,6})?$/))),
    source: z.optional(text(500)),
    evidence: z.optional(text(2_000)),
  }),
);

const ExchangedMeasure = z.readonly(
  z.strictObject({
    measureId: EntityId,
    what: localized(2_000),
    objective: localized(2_000),
    assessment: localized(4_000),
    status: MeasureStatus,
    statusReason: z.optional(text(2_000)),
    statusOn: z.optional(Day),
    urgent: z.boolean(),
    dimension: z.optional(Tag),
    unit: z.optional(name),
    partners: z.optional(text(1_000)),
    startsOn: z.optional(Day),
    dueOn: z.optional(Day),
    cost: z.optional(text(500)),
    indicator: z.optional(text(500)),
    baseline: z.optional(text(300)),
    target: z.optional(text(300)),
    source: z.optional(text(500)),
    followUpOn: list(Day, 40),
    findings: ids,
    decisions: list(ExchangedDecision, 64),
    followUps: list(ExchangedFollowUp, 500),
  }),
);
export type ExchangedMeasure = z.infer<typeof ExchangedMeasure>;

const isOnce = (all: readonly string[]): boolean => new Set(all).size === all.length;

/** The whole of an exchange file. */
export const ExchangeContent = z.readonly(
  z
    .strictObject({
      format: z.literal(exchangeFormat),
      purpose: z.enum(exchangePurposes),
      madeAt: Instant,
      /** Who made it: the desk's name, and which sort of desk it is. */
      origin: name,
      operator: z.enum(operators),
      round: z.readonly(z.strictObject({ roundId: EntityId, name, languages: list(Language, 12) })),
      /** The names of the dimensions and sub-themes that stand in it, by tag. */
      labels: z.readonly(z.record(Tag, localized(200))),
      findings: list(ExchangedFinding, 200),
      measures: list(ExchangedMeasure, 200),
      /** Hidden and rounded as in any published report. */
      tables: list(PublishedTable, 8),
    })
    .check(
      z.refine(
        ({ findings, measures }) =>
          isOnce(findings.map(({ findingId }) => findingId)) &&
          isOnce(measures.map(({ measureId }) => measureId)),
        "a finding or a measure stands twice",
      ),
    ),
);
export type ExchangeContent = z.infer<typeof ExchangeContent>;

export const exchangeFields = {
  /** Once, in the record that took it in; a change repeats no content. */
  content: z.optional(ExchangeContent),
  /** Set aside: shown nowhere until it is taken back. */
  dropped: z.optional(z.literal(true)),
};
export const Exchange = z.readonly(
  z
    .strictObject({
      kind: z.literal("exchange/1"),
      ...common,
      /** SHA-256 of the content's canonical JSON: the same file taken in twice is one. */
      digest: Digest,
      ...exchangeFields,
    })
    .check(
      z.refine(
        ({ content, parents }) => content !== undefined || parents.length > 0,
        "what was taken in has a content",
      ),
    ),
);
export type Exchange = z.infer<typeof Exchange>;
