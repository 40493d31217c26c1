// Where everything of a thread stands in its picture: a column for each step of each round, a row for each thing. A wire that
// passes a column runs in a row of its own there, so that none ever crosses words. In a narrow picture all stand in one
// column, and wires are arcs at its side.
import type { Thread, ThreadEdge, ThreadKind, ThreadNode } from "../../../analysis/thread.ts";
import type { EntityId } from "../../../domain/schema.ts";

export type PlacedNode = { readonly node: ThreadNode; readonly row: number };
export type ThreadColumn = {
  readonly kind: ThreadKind;
  readonly roundId: EntityId | undefined;
  /** The first of its round. */
  readonly opensRound: boolean;
  readonly shown: readonly PlacedNode[];
  /** Not drawn for want of room; the list has them all. */
  readonly more: number;
  readonly moreRow: number;
};
export type Wire = {
  readonly path: string;
  readonly how: ThreadEdge["how"];
  readonly touchesFocus: boolean;
};
export type ThreadLayout = {
  readonly columns: readonly ThreadColumn[];
  readonly rows: number;
  readonly wide: {
    readonly wires: readonly Wire[];
    readonly width: number;
    readonly height: number;
  };
  readonly narrow: { readonly wires: readonly Wire[]; readonly height: number };
};

/** In one column; what is directly tied to the focus comes first. */
const most = 6;
// In px at the usual size of text; thread.css says the same in rem.
export const sizes = { column: 100, row: 124, knot: 11, head: 60, node: 92, gutter: 48 } as const;
const knotX = 3;
const bend = 17;

type Cell = { readonly key: string; readonly from?: string };

const pickShown = (nodes: readonly ThreadNode[], thread: Thread): readonly ThreadNode[] => {
  if (nodes.length <= most) return nodes;
  const near = new Set(
    thread.edges.flatMap(({ from, to }) =>
      from === thread.focus.key ? [to] : to === thread.focus.key ? [from] : [],
    ),
  );
  const rank = ({ key }: ThreadNode) => (key === thread.focus.key ? 0 : near.has(key) ? 1 : 2);
  const picked = new Set(nodes.toSorted((a, b) => rank(a) - rank(b)).slice(0, most - 1));
  return nodes.filter((node) => picked.has(node));
};

/** Without those that only shorten a way that is drawn anyhow. */
const withoutShortcuts = (edges: readonly ThreadEdge[]): readonly ThreadEdge[] => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const isRoundabout = ({ from, to }: ThreadEdge): boolean => {
    const seen = new Set<string>([from]);
    const open = (next.get(from) ?? []).filter((key) => key !== to);
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === to) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...(next.get(key) ?? []));
    }
    return false;
  };
  return edges.filter((edge) => edge.how !== undefined || !isRoundabout(edge));
};

const moreKey = (column: number) => `more/${column}`;

export const layoutThread = (thread: Thread): ThreadLayout => {
  const groups = new Map<string, ThreadNode[]>();
  for (const node of thread.nodes) {
    const name = `${node.roundId ?? ""} ${node.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), node]);
  }
  const all = [...groups.values()];
  const drawn = all.map((nodes) => pickShown(nodes, thread));
  const columnOf = new Map<string, number>();
  const standIn = new Map<string, string>();
  for (const [at, nodes] of all.entries()) {
    for (const node of nodes) {
      const isDrawn = drawn[at]?.includes(node) === true;
      standIn.set(node.key, isDrawn ? node.key : moreKey(at));
      columnOf.set(node.key, at);
    }
    columnOf.set(moreKey(at), at);
  }
  const merged = new Map<string, ThreadEdge>();
  for (const edge of thread.edges) {
    const [from, to] = [standIn.get(edge.from) ?? "", standIn.get(edge.to) ?? ""];
    const name = `${from} ${to}`;
    if (!merged.has(name)) merged.set(name, { ...edge, from, to });
  }
  const edges = withoutShortcuts([...merged.values()]);
  const at = (key: string): number => columnOf.get(key) ?? 0;
  const forward = edges.filter(({ from, to }) => at(to) > at(from));

  const cells = all.map((nodes, column): Cell[] => {
    const shown = drawn[column] ?? [];
    return [
      ...shown.map(({ key }) => ({ key })),
      ...(shown.length < nodes.length ? [{ key: moreKey(column) }] : []),
      // One lane for each thing whose wires pass here.
      ...[
        ...new Set(
          forward
            .filter(({ from, to }) => at(from) < column && column < at(to))
            .map(({ from }) => from),
        ),
      ].map((from) => ({ key: `lane/${from}`, from })),
    ];
  });
  const rows = Math.max(1, ...cells.map((list) => list.length));
  const rowOf: Map<string, number>[] = [];
  for (const [column, list] of cells.entries()) {
    const before = rowOf[column - 1];
    const heightOf = ({ key, from }: Cell): number => {
      const sources = from === undefined ? forward.filter(({ to }) => to === key) : [{ from }];
      const heights = sources.flatMap((edge) => {
        const row = before?.get(edge.from) ?? before?.get(`lane/${edge.from}`);
        return row === undefined ? [] : [row];
      });
      const isMore = key === moreKey(column);
      if (isMore) return Number.POSITIVE_INFINITY;
      return heights.length === 0
        ? (rows - 1) / 2
        : heights.reduce((sum, row) => sum + row, 0) / heights.length;
    };
    const ordered = before ? list.toSorted((a, b) => heightOf(a) - heightOf(b) || 0) : list;
    const top = Math.floor((rows - list.length) / 2);
    rowOf.push(new Map(ordered.map(({ key }, index) => [key, top + index])));
  }

  const columns = all.map((nodes, column): ThreadColumn => {
    const [first] = nodes;
    const shown = (drawn[column] ?? []).map((node) => ({
      node,
      row: rowOf[column]?.get(node.key) ?? 0,
    }));
    return {
      kind: first?.kind ?? "note",
      roundId: first?.roundId,
      opensRound: first?.roundId !== all[column - 1]?.[0]?.roundId,
      shown: shown.toSorted((a, b) => a.row - b.row),
      more: nodes.length - shown.length,
      moreRow: rowOf[column]?.get(moreKey(column)) ?? 0,
    };
  });
  const touches = ({ from, to }: ThreadEdge) =>
    from === thread.focus.key || to === thread.focus.key;
  const wide = edges.map((edge): Wire => {
    const pointIn = (column: number): readonly [number, number] => {
      const row = rowOf[column]?.get(column === at(edge.to) ? edge.to : edge.from);
      const lane = rowOf[column]?.get(`lane/${edge.from}`);
      return [column * sizes.column + knotX, (row ?? lane ?? 0) * sizes.row + sizes.knot];
    };
    const path = pathThrough(at(edge.from), at(edge.to), pointIn);
    return { path, how: edge.how, touchesFocus: touches(edge) };
  });
  return {
    ...{ columns, rows },
    wide: { wires: wide, width: columns.length * sizes.column, height: rows * sizes.row },
    narrow: toNarrow(columns, edges, touches),
  };
};

const pathThrough = (
  from: number,
  to: number,
  pointIn: (column: number) => readonly [number, number],
): string => {
  const [startX, startY] = pointIn(from);
  if (to <= from) {
    // Back to an earlier step: what a later round said of an older thing.
    const [endX, endY] = pointIn(to);
    const dip = Math.max(startY, endY) + sizes.row / 3;
    return `M${startX} ${startY}C${startX} ${dip} ${endX} ${dip} ${endX} ${endY}`;
  }
  let path = `M${startX} ${startY}`;
  let y = startY;
  for (let column = from + 1; column <= to; column += 1) {
    const [nextX, nextY] = pointIn(column);
    const begin = column * sizes.column - bend;
    const middle = (begin + nextX) / 2;
    path += `H${begin}C${middle} ${y} ${middle} ${nextY} ${nextX} ${nextY}`;
    y = nextY;
  }
  return path;
};

const toNarrow = (
  columns: readonly ThreadColumn[],
  edges: readonly ThreadEdge[],
  touches: (edge: ThreadEdge) => boolean,
): ThreadLayout["narrow"] => {
  const places = new Map<string, { readonly y: number; readonly index: number }>();
  let y = 0;
  for (const [column, { shown, more }] of columns.entries()) {
    y += sizes.head;
    for (const key of [
      ...shown.map(({ node }) => node.key),
      ...(more > 0 ? [moreKey(column)] : []),
    ]) {
      places.set(key, { y: y + sizes.knot, index: places.size });
      y += sizes.node;
    }
  }
  const x = sizes.gutter - 8;
  const wires = edges.flatMap((edge): readonly Wire[] => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (!from || !to) return [];
    const depth = Math.min(x - 2, 12 + 7 * Math.log2(Math.abs(to.index - from.index)));
    const side = x - (depth * 4) / 3;
    const path = `M${x} ${from.y}C${side} ${from.y} ${side} ${to.y} ${x} ${to.y}`;
    return [{ path, how: edge.how, touchesFocus: touches(edge) }];
  });
  return { wires, height: y };
};
