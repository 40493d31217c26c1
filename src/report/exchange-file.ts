// An exchange file: written from the public doors alone, and read strictly. Never a note, a memo or unchecked words; counts
// only as the publishing layer gives them.
import { listPublishableFindings, type PublishableFinding } from "../analysis/publishable.ts";
import {
  listPublishableMeasures,
  type PublishableMeasure,
} from "../analysis/publishable-measures.ts";
import type { ExchangeCounts } from "../analysis/publishing/exchange-tables.ts";
import { type Bytes, parseUtf8, toUtf8 } from "../base/bytes.ts";
import { scanJson } from "../base/json-scan.ts";
import { failed, ok, type Result } from "../base/result.ts";
import type { RoundView } from "../domain/desk.ts";
import {
  ExchangeContent,
  type ExchangedFinding,
  type ExchangedMeasure,
  type ExchangePurpose,
  exchangeFormat,
} from "../domain/exchange-records.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Localized } from "../domain/schema.ts";

/** What may stand in a file of this round: all that has passed the doors. */
export type Exchangeable = {
  readonly findings: readonly PublishableFinding[];
  readonly measures: readonly PublishableMeasure[];
};
export const listExchangeable = (records: readonly Named[], roundId: EntityId): Exchangeable => ({
  findings: listPublishableFindings(records, roundId),
  measures: listPublishableMeasures(records, roundId),
});

/** Of these, those that were chosen. */
export const chooseFor = (
  all: Exchangeable,
  chosen: { readonly findings: readonly EntityId[]; readonly measures: readonly EntityId[] },
): Exchangeable => ({
  findings: all.findings.filter(({ findingId }) => chosen.findings.includes(findingId)),
  measures: all.measures.filter(({ measureId }) => chosen.measures.includes(measureId)),
});

// Field by field: what a door gives one day beside these does not travel by itself.
const toFinding = (
  { findingId, statement, type, dimension, subThemes, quotes }: PublishableFinding,
  { heardOf }: ExchangeCounts,
): ExchangedFinding => {
  const heard = heardOf(findingId);
  return {
    ...{ findingId, statement, type, subThemes },
    ...(dimension === undefined ? {} : { dimension }),
    ...(heard === undefined ? {} : { heard }),
    quotes: quotes.map(({ quoteId, lang, text, translation, groups }) => ({
      ...{ quoteId, lang, text, translation },
      ...(groups === undefined ? {} : { groups }),
    })),
  };
};

const toMeasure = (measure: PublishableMeasure, told: ReadonlySet<EntityId>): ExchangedMeasure => ({
  ...measure,
  findings: measure.findings.filter((id) => told.has(id)),
  decisions: measure.decisions.map(({ eventId, findings, ...decision }) => {
    void eventId; // The event itself does not travel.
    return { ...decision, findings: findings.filter((id) => told.has(id)) };
  }),
  followUps: measure.followUps.map(({ measureId, ...entry }) => {
    void measureId; // It stands under its measure.
    return entry;
  }),
});

export const toExchangeContent = (
  { findings, measures }: Exchangeable,
  counts: ExchangeCounts,
  { roundId, fields }: RoundView,
  about: { readonly purpose: ExchangePurpose; readonly madeAt: string },
): ExchangeContent => {
  const { dimensions, subThemes } = fields.codebook;
  const told = new Set(findings.map(({ findingId }) => findingId));
  const tags = new Set([
    ...findings.flatMap((each) => [each.dimension ?? "", ...each.subThemes]),
    ...measures.map(({ dimension }) => dimension ?? ""),
    ...counts.tables.flatMap(({ cells }) => cells.flatMap(({ keys }) => keys)),
  ]);
  const labels = [...dimensions, ...subThemes]
    .filter(({ id }) => tags.has(id))
    .map(({ id, label }): readonly [string, Localized] => [id, label]);
  return {
    ...{ format: exchangeFormat, purpose: about.purpose, madeAt: about.madeAt },
    ...{ origin: fields.deskName, operator: fields.operator },
    round: { roundId, name: fields.name, languages: fields.languages },
    labels: Object.fromEntries(labels),
    findings: findings.map((finding) => toFinding(finding, counts)),
    measures: measures.map((measure) => toMeasure(measure, told)),
    tables: counts.tables,
  };
};

export const toExchangeFile = (content: ExchangeContent): Bytes =>
  toUtf8(`${JSON.stringify(content, null, 2)}\n`);

/** Everything in people's own words that the file tells, for whoever looks for names in it. */
export const wordsOfExchange = ({
  findings,
  measures,
}: ExchangeContent): readonly { readonly text: string; readonly lang?: string }[] => {
  const spoken = (words: Localized) =>
    Object.entries(words).map(([lang, text]) => ({ text, lang }));
  const plain = (...texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text }]));
  return [
    ...findings.flatMap(({ statement, quotes }) => [
      ...spoken(statement),
      ...quotes.flatMap(({ text, lang, translation }) => [{ text, lang }, ...spoken(translation)]),
    ]),
    ...measures.flatMap((each) => [
      ...[each.what, each.objective, each.assessment].flatMap(spoken),
      ...plain(each.unit, each.partners, each.statusReason, each.cost, each.indicator),
      ...plain(each.baseline, each.target, each.source),
      ...each.decisions.flatMap(({ promise, unit }) => [...spoken(promise), ...plain(unit)]),
      ...each.followUps.flatMap(({ text, unit, source, evidence }) => [
        ...spoken(text),
        ...plain(unit, source, evidence),
      ]),
    ]),
  ];
};

export const maxExchangeBytes = 1024 * 1024;

export type ExchangeRefusal =
  | { readonly type: "exchange-too-large" }
  /** Cut off, or no JSON at all. */
  | { readonly type: "exchange-damaged" }
  /** Some other file, made by this app or another. */
  | { readonly type: "exchange-other" }
  /** Made by a later version of the app. */
  | { readonly type: "exchange-newer" }
  /** Something in it is not as it should be: `path` says where. */
  | { readonly type: "exchange-invalid"; readonly path: string };

const formatOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "format" in value ? String(value.format) : "";

/** Reads an exchange file through the strict gate. Never throws; nothing is taken over in part. */
export const parseExchangeFile = (bytes: Uint8Array): Result<ExchangeContent, ExchangeRefusal> => {
  if (bytes.length > maxExchangeBytes) return failed({ type: "exchange-too-large" });
  const text = parseUtf8(bytes);
  if (text === undefined) return failed({ type: "exchange-damaged" });
  if (scanJson(bytes)) return failed({ type: "exchange-invalid", path: "" });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\u{FEFF}/u, ""));
  } catch {
    return failed({ type: "exchange-damaged" });
  }
  const format = formatOf(value);
  if (format !== exchangeFormat) {
    const isLater = /^kuuluu-exchange\/[1-9]\d{0,5}$/.test(format);
    return failed({ type: isLater ? "exchange-newer" : "exchange-other" });
  }
  const parsed = ExchangeContent.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return failed({
    type: "exchange-invalid",
    path: parsed.error.issues[0]?.path.join(".") ?? "",
  });
};
