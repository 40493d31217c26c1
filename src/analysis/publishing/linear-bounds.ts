// The least and the greatest that a sum of unknowns can be under linear conditions: the simplex method on a dense tableau,
// with Bland's rule so that it always ends. Small systems only; a component of a report has some dozens of unknowns.

/** `low ≤ Σ factor · x ≤ high`; an end may be infinite. */
export type Condition = {
  readonly terms: readonly { readonly at: number; readonly factor: number }[];
  readonly low: number;
  readonly high: number;
};

const tiny = 1e-9;

/** Rows of `terms ≤ limit` over unknowns that are at least 0. */
type Row = { readonly terms: Condition["terms"]; readonly limit: number };

export interface LinearSystem {
  /** The greatest value of the sum; Infinity where nothing bounds it. */
  readonly greatest: (terms: Condition["terms"]) => number;
}

const pivot = (tableau: number[][], row: number, column: number): void => {
  const source = tableau[row] ?? [];
  const by = source[column] ?? 1;
  for (let at = 0; at < source.length; at += 1) source[at] = (source[at] ?? 0) / by;
  for (const [index, target] of tableau.entries()) {
    const factor = target[column] ?? 0;
    if (index === row || Math.abs(factor) < tiny) continue;
    for (let at = 0; at < target.length; at += 1) {
      target[at] = (target[at] ?? 0) - factor * (source[at] ?? 0);
    }
  }
};

/** Raises the last row's value as far as it goes. False: without end. The last row holds reduced costs, negative is better. */
const climb = (tableau: number[][], basis: number[], columns: number): boolean => {
  const last = tableau.length - 1;
  for (;;) {
    const costs = tableau[last] ?? [];
    let entering = -1;
    for (let at = 0; at < columns && entering < 0; at += 1) {
      if ((costs[at] ?? 0) < -tiny) entering = at;
    }
    if (entering < 0) return true;
    let leaving = -1;
    let best = Number.POSITIVE_INFINITY;
    for (let row = 0; row < last; row += 1) {
      const line = tableau[row] ?? [];
      const slope = line[entering] ?? 0;
      if (slope < tiny) continue;
      const ratio = (line.at(-1) ?? 0) / slope;
      const isTie = Math.abs(ratio - best) < tiny;
      if (ratio < best - tiny || (isTie && (basis[row] ?? 0) < (basis[leaving] ?? 0))) {
        best = ratio;
        leaving = row;
      }
    }
    if (leaving < 0) return false;
    pivot(tableau, leaving, entering);
    basis[leaving] = entering;
  }
};

/** Finds a first point, or answers undefined: nothing fulfils the conditions. */
export const createLinearSystem = (
  unknowns: number,
  conditions: readonly Condition[],
): LinearSystem | undefined => {
  const rows = conditions.flatMap(({ terms, low, high }): readonly Row[] => [
    ...(Number.isFinite(high) ? [{ terms, limit: high }] : []),
    ...(Number.isFinite(low) && !(low <= 0 && terms.every(({ factor }) => factor > 0))
      ? [{ terms: terms.map(({ at, factor }) => ({ at, factor: -factor })), limit: -low }]
      : []),
  ]);
  // Columns: unknowns, one slack a row, the one artificial unknown, the right-hand side.
  const artificial = unknowns + rows.length;
  const width = artificial + 2;
  const tableau = rows.map(({ terms, limit }, index) => {
    const line = new Array<number>(width).fill(0);
    for (const { at, factor } of terms) line[at] = (line[at] ?? 0) + factor;
    line[unknowns + index] = 1;
    line[artificial] = -1;
    line[width - 1] = limit;
    return line;
  });
  const basis = rows.map((_, index) => unknowns + index);
  const worst = rows.reduce(
    (at, row, index) => (row.limit < (rows[at]?.limit ?? 0) ? index : at),
    0,
  );
  if ((rows[worst]?.limit ?? 0) < 0) {
    const cost = new Array<number>(width).fill(0);
    cost[artificial] = 1;
    tableau.push(cost);
    pivot(tableau, worst, artificial);
    basis[worst] = artificial;
    climb(tableau, basis, artificial);
    const value = tableau.pop()?.[width - 1] ?? 0;
    if (value < -1e-6) return undefined;
    leaveArtificial(tableau, basis, artificial);
  }
  for (const line of tableau) line[artificial] = 0;

  return {
    greatest: (terms) => {
      const work = tableau.map((line) => [...line]);
      const order = [...basis];
      const costs = new Array<number>(width).fill(0);
      for (const { at, factor } of terms) costs[at] = (costs[at] ?? 0) - factor;
      for (const [row, column] of order.entries()) {
        const factor = costs[column] ?? 0;
        if (factor === 0) continue;
        const line = work[row] ?? [];
        for (let at = 0; at < width; at += 1)
          costs[at] = (costs[at] ?? 0) - factor * (line[at] ?? 0);
      }
      work.push(costs);
      const isBounded = climb(work, order, artificial);
      return isBounded ? (work.at(-1)?.[width - 1] ?? 0) : Number.POSITIVE_INFINITY;
    },
  };
};

/** The artificial unknown may stay in the basis at zero; any other column of its row takes its place. */
const leaveArtificial = (tableau: number[][], basis: number[], artificial: number): void => {
  const row = basis.indexOf(artificial);
  if (row < 0) return;
  const column = (tableau[row] ?? []).findIndex(
    (value, at) => at < artificial && Math.abs(value) > 1e-7,
  );
  if (column < 0) return;
  pivot(tableau, row, column);
  basis[row] = column;
};
