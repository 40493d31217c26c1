// The thread that must never break: note → finding → decision → measure → follow-up → the next round's notes. Walked up and
// down from wherever one stands: in the thread is what one came from and what came of it. So what is in your thread has you
// in its own. Themes, quotes, events, ideas and editions hang on it and lead nowhere.
import type { ReceivedFinding } from "../domain/exchanges.ts";
import type { FollowUpType, MeasureStatus } from "../domain/measure-records.ts";
import type { BoxId, EntityId, Localized } from "../domain/schema.ts";

export const threadKinds = ["note", "finding", "decision", "measure", "follow-up"] as const;
export type ThreadKind = (typeof threadKinds)[number];
/** A note's id is `<session>.<noteId>`, as in an address. */
export type ThreadRef = { readonly kind: ThreadKind; readonly id: string };

export const threadKey = ({ kind, id }: ThreadRef): string => `${kind}/${id}`;
export const noteThreadId = (note: { readonly session: BoxId; readonly noteId: EntityId }) =>
  `${note.session}.${note.noteId}`;

export type ThreadNode = ThreadRef & {
  readonly key: string;
  readonly roundId: EntityId | undefined;
  /** `aside`: set aside at the desk, while something that stands still names it. `gone`: its record is not there. */
  readonly state: "here" | "aside" | "gone";
  /** Among those of its kind: as they came to be; a note's is that of the talk. */
  readonly order: number;
  readonly words: Localized;
  readonly note?: { readonly session: BoxId; readonly title: string; readonly place: number };
  readonly received?: Pick<ReceivedFinding, "from">;
  readonly status?: MeasureStatus;
  readonly type?: FollowUpType;
  readonly unit?: string;
  /** When it is due, or when it was seen. */
  readonly day?: string;
  /** A follow-up's measure and a decision's event: where their own screen is. */
  readonly of?: EntityId;
};
export type ThreadEdge = {
  readonly from: string;
  readonly to: string;
  /** A note against a finding; a note that answers what became of a measure. */
  readonly how?: "against" | "answer";
  /** The note has other words now than when it was linked. */
  readonly isChanged?: true;
};
export type Hanging = {
  readonly kind: "theme" | "quote" | "event" | "idea" | "edition";
  readonly id: EntityId;
  readonly words: Localized;
};
/** What threads are walked on. */
export type ThreadGraph = {
  readonly nodes: ReadonlyMap<string, ThreadNode>;
  readonly after: ReadonlyMap<string, readonly ThreadEdge[]>;
  readonly before: ReadonlyMap<string, readonly ThreadEdge[]>;
  readonly hanging: ReadonlyMap<string, readonly Hanging[]>;
  /** A note that nothing rests on is a thread of its own. */
  readonly noteOf: (ref: ThreadRef) => ThreadNode | undefined;
  /** From 0, the oldest first. */
  readonly roundOrder: ReadonlyMap<EntityId, number>;
};

export type Thread = {
  readonly focus: ThreadNode;
  /** By round, then by step, then in the order in which things came to be. The focus is one of them. */
  readonly nodes: readonly ThreadNode[];
  /** Between these nodes alone. */
  readonly edges: readonly ThreadEdge[];
  /** By the key of the node it hangs on. */
  readonly hanging: ReadonlyMap<string, readonly Hanging[]>;
};

/** By round, by step, as they came to be. A round that was handed over stands before our own. */
const compareIn =
  ({ roundOrder }: ThreadGraph) =>
  (a: ThreadNode, b: ThreadNode): number => {
    const roundOf = ({ roundId }: ThreadNode) =>
      roundId === undefined ? -1 : (roundOrder.get(roundId) ?? -1);
    return (
      roundOf(a) - roundOf(b) ||
      threadKinds.indexOf(a.kind) - threadKinds.indexOf(b.kind) ||
      a.order - b.order ||
      (a.key < b.key ? -1 : 1)
    );
  };

const reach = (from: string, next: ThreadGraph["after"]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [from];
  // Of a ring each is before and after each: seen once, it is not walked again.
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    for (const edge of next.get(key) ?? []) open.push(edge.from === key ? edge.to : edge.from);
  }
  return seen;
};

/** Undefined where nothing of that name is known: neither kept nor named by anything that stands. */
export const threadOf = (graph: ThreadGraph, ref: ThreadRef): Thread | undefined => {
  const key = threadKey(ref);
  const focus = graph.nodes.get(key) ?? graph.noteOf(ref);
  if (!focus) return undefined;
  const keys = new Set([...reach(key, graph.before), ...reach(key, graph.after)]);
  const nodes = [...keys].map((each) => graph.nodes.get(each) ?? focus).sort(compareIn(graph));
  return {
    focus,
    nodes,
    edges: nodes.flatMap((node) =>
      (graph.after.get(node.key) ?? []).filter(({ to }) => keys.has(to)),
    ),
    hanging: new Map(
      nodes.flatMap((node) => {
        const list = graph.hanging.get(node.key);
        return list ? [[node.key, list] as const] : [];
      }),
    ),
  };
};
