// What a new measure answers, as its address says: a finding, a note or a commitment. Ids only; what is unknown is nothing.
import { foldReleases } from "../../../domain/desk.ts";
import {
  foldExchanges,
  type ReceivedFinding,
  receivedFindings,
} from "../../../domain/exchanges.ts";
import type { NoteRef } from "../../../domain/finding-records.ts";
import type { FindingView } from "../../../domain/findings.ts";
import type { DecisionView } from "../../../domain/measures.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { MeasureExample } from "./measure-examples.ts";
import type { MeasuresWork } from "./measures-context.ts";

export type Root =
  | { readonly kind: "finding"; readonly finding: FindingView }
  | { readonly kind: "decision"; readonly decision: DecisionView }
  /** Of a round that was handed over to this desk; the measure belongs to one of its own. */
  | { readonly kind: "received"; readonly received: ReceivedFinding }
  | { readonly kind: "note"; readonly note: NoteRef; readonly roundId: EntityId };

export const rootOf = (
  { findings, decisions }: MeasuresWork,
  records: readonly Named[],
  query: string,
): Root | undefined => {
  const params = new URLSearchParams(query);
  const finding = findings.find(({ findingId }) => findingId === params.get("finding"));
  if (finding) return { kind: "finding", finding };
  const received = receivedFindings(foldExchanges(records));
  const handed = [...received].find(([id]) => id === params.get("finding"))?.[1];
  if (handed) return { kind: "received", received: handed };
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

export const findingOf = (
  root: Root | undefined,
): Pick<FindingView["fields"], "statement" | "dimension"> | undefined =>
  root?.kind === "finding"
    ? root.finding.fields
    : root?.kind === "received"
      ? root.received.finding
      : undefined;

const exampleTag = (measureId: string): string => `e-${measureId.slice(0, 24)}`;

/** What another desk gave as an example, by the name under which a measure begun from it keeps it. */
export const givenExample = (
  records: readonly Named[],
  tag: string | undefined,
): MeasureExample | undefined => {
  if (!tag?.startsWith("e-")) return undefined;
  for (const { content, isAside } of foldExchanges(records)) {
    const measure = isAside
      ? undefined
      : content.measures.find(({ measureId }) => exampleTag(measureId) === tag);
    if (!measure) continue;
    const { what, objective } = measure;
    const named = `${content.origin}, ${content.round.name}`;
    return { id: tag, named, what, objective };
  }
  return undefined;
};

/** As the address asks for it, to begin from. */
export const exampleOf = (records: readonly Named[], query: string): MeasureExample | undefined =>
  givenExample(records, exampleTag(new URLSearchParams(query).get("example") ?? ""));
