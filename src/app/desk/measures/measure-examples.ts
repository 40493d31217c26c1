// Kinds of measures that the method's own slide deck names: a beginning to be changed, with no claim of what they lead to.
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
