// Kinds of measures that the method's own slide deck names: a beginning to be changed, with no claim of what they lead to.
import type { ExchangedMeasure } from "../../../domain/exchange-records.ts";
import type { ExchangeView } from "../../../domain/exchanges.ts";
import { localized, Tag, text, z } from "../../../domain/schema.ts";
import shipped from "../../content/measure-examples-1.json";

const Examples = z.strictObject({
  /** The deck, by its own title. */
  source: text(500),
  examples: z.array(
    z.strictObject({
      id: Tag,
      /** As the deck names it. */
      named: text(300),
      what: localized(2_000),
      objective: localized(2_000),
    }),
  ),
});

export const measureExamples = Examples.parse(shipped);
export type MeasureExample = (typeof measureExamples)["examples"][number];

/** A measure of another municipality's as a beginning, named by where it came from. */
const toExample = (origin: string, measure: ExchangedMeasure): MeasureExample => ({
  // A tag has 32 characters: enough of the id to find it again.
  id: `x-${measure.measureId.slice(0, 30)}`,
  named: origin,
  ...{ what: measure.what, objective: measure.objective },
});

const receivedExamples = (exchanges: readonly ExchangeView[]) =>
  exchanges.flatMap(({ content }) =>
    content.measures.map((measure) => ({
      measureId: measure.measureId as string,
      example: toExample(content.origin, measure),
    })),
  );

/** The one that an address names. */
export const receivedExample = (
  exchanges: readonly ExchangeView[],
  query: string,
): MeasureExample | undefined => {
  const asked = new URLSearchParams(query).get("example");
  return receivedExamples(exchanges).find(({ measureId }) => measureId === asked)?.example;
};

/** What a measure was begun from, by the name it has there; one that went is its own name. */
export const findExample = (
  exchanges: readonly ExchangeView[],
  template: string,
): { readonly named: string; readonly isReceived: boolean } => {
  const own = measureExamples.examples.find(({ id }) => id === template);
  if (own) return { named: own.named, isReceived: false };
  const received = receivedExamples(exchanges).find(({ example }) => example.id === template);
  return { named: received?.example.named ?? template, isReceived: received !== undefined };
};
