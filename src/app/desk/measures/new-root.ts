// What a new measure answers, as its address says: a finding, a note or a commitment. Ids only; what is unknown is nothing.
import { foldReleases } from "../../../domain/desk.ts";
import type { ReceivedFinding } from "../../../domain/exchanges.ts";
import type { NoteRef } from "../../../domain/finding-records.ts";
import type { FindingView } from "../../../domain/findings.ts";
import type { DecisionView } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { MeasuresWork } from "./measures-context.ts";

export type Root =
  | { readonly kind: "finding"; readonly finding: FindingView }
  /** Of a round that another desk handed over. */
  | { readonly kind: "received"; readonly finding: ReceivedFinding["finding"] }
  | { readonly kind: "decision"; readonly decision: DecisionView }
  | { readonly kind: "note"; readonly note: NoteRef; readonly roundId: EntityId };

export const rootOf = (
  { findings, decisions, received }: MeasuresWork,
  records: readonly Named[],
  query: string,
): Root | undefined => {
  const params = new URLSearchParams(query);
  const finding = findings.find(({ findingId }) => findingId === params.get("finding"));
  if (finding) return { kind: "finding", finding };
  const foreign = [...received].find(([findingId]) => findingId === params.get("finding"))?.[1];
  if (foreign) return { kind: "received", finding: foreign.finding };
  const decision = decisions.find(({ decisionId }) => decisionId === params.get("decision"));
  if (decision) return { kind: "decision", decision };
  const [session, noteId] = params.get("note")?.split(/[/.]/) ?? [];
  const release = foldReleases(records).find((each) => each.session === session)?.current.record;
  const note = release?.notes.find((each) => each.noteId === noteId);
  if (!release || !note) return undefined;
  const ref = { session: release.session, noteId: note.noteId, revision: note.revision };
  return { kind: "note", note: ref, roundId: release.roundId };
};

export const roundOfRoot = (root: Root | undefined): EntityId | undefined => {
  if (root?.kind === "finding") return root.finding.fields.roundId;
  if (root?.kind === "decision") return root.decision.fields.roundId;
  return root?.kind === "note" ? root.roundId : undefined;
};
