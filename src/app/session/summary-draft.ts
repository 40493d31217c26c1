// A summary as it is typed: what stood there when typing began, and what was typed since. The desk reads it too, out of a
// tablet that was rescued.
import { RecordId, z } from "../../domain/schema.ts";
import type { SummaryFieldName } from "../../domain/session.ts";
import { type Summary, summaryFields } from "../../domain/session-records.ts";
import type { RecordDraft } from "../record-writer.ts";

export const summaryDraftKey = "debrief/summary";

const typed = z.optional(z.string());
export const SummaryDraft = z.readonly(
  z.strictObject({
    parents: z.readonly(z.array(RecordId)),
    before: z.readonly(z.strictObject(summaryFields)),
    typed: z.readonly(
      z.strictObject({
        ...{ important: typed, agreed: typed, differed: typed, unclear: typed, next: typed },
        corrections: typed,
      }),
    ),
  }),
);
export type SummaryDraft = z.infer<typeof SummaryDraft>;

export type SummaryFields = Partial<Pick<Summary, SummaryFieldName>>;

const names = Object.keys(summaryFields) as readonly SummaryFieldName[]; // The keys of a literal object.

/** What is said: an empty text is none. */
export const toSaid = (fields: Readonly<Record<string, unknown>>): SummaryFields =>
  Object.fromEntries(
    names
      .map((name) => [name, fields[name]] as const)
      .map(([name, value]) => [name, typeof value === "string" ? value.trimEnd() : value] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );

export const toSummaryRecord = ({
  parents,
  before,
  typed,
}: SummaryDraft): Extract<RecordDraft, { readonly kind: "summary/1" }> => ({
  ...{ kind: "summary/1", parents },
  ...toSaid({ ...before, ...typed }),
});

/** Something was typed that did not stand there. */
export const saysMore = ({ before, typed }: SummaryDraft): boolean =>
  JSON.stringify(toSaid(before)) !== JSON.stringify(toSaid({ ...before, ...typed }));
