// Everything that hangs together at a desk, read once from its records: what rests on what, and where an end is gone. The cost
// is linear in the records. Order and repetition of them change nothing.
import { foldReleases, foldRounds } from "../domain/desk.ts";
import { foldExchanges, receivedFindings } from "../domain/exchanges.ts";
import type { NoteRef } from "../domain/finding-records.ts";
import { foldFindings } from "../domain/findings.ts";
import { foldDecisions, foldFollowUps, foldMeasures } from "../domain/measures.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId } from "../domain/schema.ts";
import { toCarriedId } from "./carried-over.ts";
import { type DeskNote, toDeskNotes } from "./released-notes.ts";
import {
  noteThreadId,
  type ThreadEdge,
  type ThreadGraph,
  type ThreadKind,
  type ThreadNode,
  type ThreadRef,
  threadKey,
} from "./thread.ts";
import { hangOn } from "./thread-hanging.ts";

const push = <T>(map: Map<string, T[]>, key: string, item: T): void => {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
};

const keyOf = (kind: ThreadKind, id: string): string => threadKey({ kind, id });
const noteKey = (note: Pick<NoteRef, "session" | "noteId">): string =>
  keyOf("note", noteThreadId(note));

type Released = { readonly note: DeskNote; readonly title: string; readonly order: number };

export const buildThreadGraph = (records: readonly Named[]): ThreadGraph => {
  const nodes = new Map<string, ThreadNode>();
  const edges: ThreadEdge[] = [];
  const released = new Map<string, Released>();
  const received = receivedFindings(foldExchanges(records));

  const place = (
    ref: ThreadRef,
    node: Omit<ThreadNode, keyof ThreadRef | "key" | "order">,
  ): void => {
    const key = threadKey(ref);
    // Ends that are gone stand last.
    const order = node.state === "gone" ? Number.MAX_SAFE_INTEGER : nodes.size;
    nodes.set(key, { ...ref, key, order, ...node });
  };
  const link = (from: string, to: string, more: Omit<ThreadEdge, "from" | "to"> = {}): void => {
    edges.push({ from, to, ...more });
  };
  const toNoteNode = (key: string, id: string): ThreadNode | undefined => {
    const found = released.get(key);
    if (!found) return undefined;
    const { note, title, order } = found;
    return {
      ...{ kind: "note", id, key, roundId: note.roundId, state: "here", order },
      words: { [note.lang]: note.text },
      note: { session: note.session, title, place: note.place },
    };
  };
  /** The end of a link, which may be gone: then it stands in the round of what names it. */
  const end = (kind: ThreadKind, id: string, roundId: EntityId): string => {
    const key = keyOf(kind, id);
    if (nodes.has(key)) return key;
    const note = kind === "note" ? toNoteNode(key, id) : undefined;
    if (note) nodes.set(key, note);
    else place({ kind, id }, { roundId, state: "gone", words: {} });
    return key;
  };
  const rest = (to: string, refs: readonly NoteRef[], roundId: EntityId, how?: "against") => {
    for (const ref of refs) {
      const from = end("note", noteThreadId(ref), roundId);
      const now = released.get(from)?.note.revision;
      const isChanged = now !== undefined && now !== ref.revision;
      link(from, to, { ...(how && { how }), ...(isChanged && { isChanged }) });
    }
  };
  const restOn = (to: string, kind: ThreadKind, ids: readonly string[], roundId: EntityId) => {
    for (const id of ids) link(end(kind, id, roundId), to);
  };
  const stateOf = (isAside: true | undefined) => (isAside ? "aside" : "here");

  for (const { current } of foldReleases(records)) {
    for (const note of toDeskNotes(current)) {
      const order = released.size;
      released.set(noteKey(note), { note, title: current.record.title, order });
    }
  }
  const findings = foldFindings(records);
  const decisions = foldDecisions(records);
  const measures = foldMeasures(records);
  const followUps = foldFollowUps(records);

  // Everything that is there first, so that an end is gone only where nothing has it.
  for (const { findingId, fields } of findings) {
    const { roundId, statement, dropped } = fields;
    place(
      { kind: "finding", id: findingId },
      { roundId, state: stateOf(dropped), words: statement },
    );
  }
  for (const [id, { finding, from }] of received) {
    if (nodes.has(keyOf("finding", id))) continue; // The desk that gave it away took it in again.
    const { roundId } = from.content.round;
    place(
      { kind: "finding", id },
      { roundId, state: "here", words: finding.statement, received: { from } },
    );
  }
  for (const { decisionId, fields } of decisions) {
    const { roundId, promise, dropped, unit, dueOn: day, eventId: of } = fields;
    place(
      { kind: "decision", id: decisionId },
      {
        ...{ roundId, state: stateOf(dropped), words: promise },
        ...{ ...(unit && { unit }), ...(day && { day }), ...(of && { of }) },
      },
    );
  }
  for (const { measureId, fields } of measures) {
    const { roundId, what, removed, unit, dueOn: day, status } = fields;
    place(
      { kind: "measure", id: measureId },
      {
        ...{ roundId, state: stateOf(removed), words: what, status },
        ...{ ...(unit && { unit }), ...(day && { day }) },
      },
    );
  }
  for (const { followUpId, fields } of followUps) {
    const { roundId, text, dropped, unit, on: day, type, measureId: of, value } = fields;
    // A value of an indicator may stand without words; "zxx" is the language tag of what is none.
    const words = value !== undefined && Object.keys(text).length === 0 ? { zxx: value } : text;
    place(
      { kind: "follow-up", id: followUpId },
      {
        ...{ roundId, state: stateOf(dropped), words, type, day },
        ...{ ...(unit && { unit }), ...(of && { of }) },
      },
    );
  }

  for (const { findingId, fields } of findings) {
    const key = keyOf("finding", findingId);
    rest(key, fields.supports, fields.roundId);
    rest(key, fields.opposes, fields.roundId, "against");
  }
  for (const { decisionId, fields } of decisions) {
    restOn(keyOf("decision", decisionId), "finding", fields.findings, fields.roundId);
  }
  const asked = new Map<string, string[]>();
  for (const { measureId, fields } of measures) {
    const { findings: answered, decisions: kept, notes, roundId } = fields;
    const key = keyOf("measure", measureId);
    restOn(key, "finding", answered, roundId);
    restOn(key, "decision", kept, roundId);
    rest(key, notes, roundId);
    push(asked, toCarriedId(measureId), key);
  }
  for (const { followUpId, fields } of followUps) {
    const { measureId, notes, roundId } = fields;
    const key = keyOf("follow-up", followUpId);
    if (measureId !== undefined) restOn(key, "measure", [measureId], roundId);
    rest(key, notes, roundId);
  }
  for (const { note } of released.values()) {
    for (const measure of asked.get(note.phase ?? "") ?? []) {
      const answer = end("note", noteThreadId(note), note.roundId);
      link(measure, answer, { how: "answer" });
    }
  }

  return finish(nodes, edges, {
    hanging: hangOn(records, decisions),
    noteOf: (ref) => (ref.kind === "note" ? toNoteNode(threadKey(ref), ref.id) : undefined),
    roundOrder: new Map(foldRounds(records).map(({ roundId }, at) => [roundId, at])),
  });
};

/** What was set aside is shown only where something that stands was made of it. */
const finish = (
  nodes: Map<string, ThreadNode>,
  edges: readonly ThreadEdge[],
  rest: Pick<ThreadGraph, "hanging" | "noteOf" | "roundOrder">,
): ThreadGraph => {
  const stands = (key: string) => nodes.get(key)?.state !== "aside";
  const named = new Set(edges.filter(({ to }) => stands(to)).map(({ from }) => from));
  for (const key of [...nodes.keys()]) if (!stands(key) && !named.has(key)) nodes.delete(key);
  const after = new Map<string, ThreadEdge[]>();
  const before = new Map<string, ThreadEdge[]>();
  for (const edge of edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    push(after, edge.from, edge);
    push(before, edge.to, edge);
  }
  return { nodes, after, before, ...rest };
};
