// Summaries of two devices that did not know each other. Both texts are kept unless a person chooses one.
import type { Folded } from "../../domain/revisions.ts";
import type { SummaryFieldName } from "../../domain/session.ts";
import type { Summary } from "../../domain/session-records.ts";
import type { SummaryFields } from "../session/summary-draft.ts";

/** Every text of every device, one under the other; of a yes and a no the no, and of a yes and a silence the silence. */
export const joinRivals = ({
  rivals,
}: Pick<Folded<Summary, SummaryFieldName>, "rivals">): SummaryFields =>
  Object.fromEntries(
    [...rivals].map(([name, sides]) => {
      const values = [...new Set(sides.map(({ value }) => value))];
      if (name === "groupConsent") {
        return [
          name,
          values.includes(false) ? false : values.includes(undefined) ? undefined : true,
        ];
      }
      return [name, values.filter((value) => typeof value === "string").join("\n")];
    }),
  );
