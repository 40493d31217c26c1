// The same measures for board and table: what a person asked for in the address, which measures answer it, in which order.
import { groupId } from "../../../analysis/group-id.ts";
import { type MeasureStatus, measureStatuses } from "../../../domain/measure-records.ts";
import {
  type FollowUpView,
  isOpen,
  type MeasureView,
  toldEntries,
} from "../../../domain/measures.ts";

export const sortKeys = ["what", "status", "unit", "due"] as const;
export type SortKey = (typeof sortKeys)[number];
export type MeasureQuery = {
  /** An id; "all" for every round; undefined for the one that is read. */
  readonly round?: string | undefined;
  readonly as: "board" | "table";
  readonly status?: MeasureStatus | undefined;
  readonly dimension?: string | undefined;
  /** The unit's short id: its words stay out of the address. */
  readonly unit?: string | undefined;
  readonly only?: "overdue" | "untold" | undefined;
  readonly sort: SortKey;
  readonly down: boolean;
};

const oneOf = <T extends string>(all: readonly T[], asked: string | null): T | undefined =>
  all.find((each) => each === asked);

/** A part that does not fit is left out: an old or mistyped address shows more, never nothing. */
export const parseMeasureQuery = (query: string): MeasureQuery => {
  const params = new URLSearchParams(query);
  const sort = params.get("sort");
  return {
    round: /^([0-9a-f]{32}|all)$/.exec(params.get("round") ?? "")?.[0],
    as: params.get("as") === "table" ? "table" : "board",
    status: oneOf(measureStatuses, params.get("status")),
    dimension: params.get("dimension") ?? undefined,
    unit: params.get("unit") ?? undefined,
    only: oneOf(["overdue", "untold"] as const, params.get("only")),
    sort: oneOf(sortKeys, sort?.replace("-", "") ?? null) ?? "due",
    down: sort?.startsWith("-") ?? false,
  };
};

export const toMeasuresAddress = ({ as, sort, down, ...asked }: MeasureQuery): string => {
  const params = new URLSearchParams();
  if (as === "table") params.set("as", as);
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined) params.set(name, value);
  }
  if (sort !== "due" || down) params.set("sort", `${down ? "-" : ""}${sort}`);
  const query = params.toString();
  return query ? `#/desk/measures?${query}` : "#/desk/measures";
};

export type MeasureRow = {
  readonly view: MeasureView;
  readonly isOverdue: boolean;
  /** The last day on which participants were told; undefined: not yet. */
  readonly toldOn: string | undefined;
};

export const toRow = (
  view: MeasureView,
  followUps: readonly FollowUpView[],
  today: string,
): MeasureRow => ({
  view,
  isOverdue: isOpen(view) && (view.fields.dueOn ?? "9999") < today,
  toldOn: toldEntries(view.measureId, followUps)
    .map(({ fields }) => fields.on)
    .sort()
    .at(-1),
});

export type RowOptions = {
  /** Undefined: every round. */
  readonly roundId: string | undefined;
  readonly whatOf: (view: MeasureView) => string;
  readonly compare: (a: string, b: string) => number;
};

/** Those that answer what was asked, removed ones aside. What has no value of the order's kind stands last either way. */
export const selectRows = (
  rows: readonly MeasureRow[],
  { status, dimension, unit, only, sort, down }: MeasureQuery,
  { roundId, whatOf, compare }: RowOptions,
): readonly MeasureRow[] => {
  const orderOf = ({ view }: MeasureRow): string | undefined => {
    if (sort === "what") return whatOf(view);
    if (sort === "unit") return view.fields.unit;
    return sort === "due" ? view.fields.dueOn : String(measureStatuses.indexOf(view.fields.status));
  };
  return rows
    .filter(({ view: { fields }, isOverdue, toldOn }) =>
      [
        !fields.removed,
        roundId === undefined || fields.roundId === roundId,
        status === undefined || fields.status === status,
        dimension === undefined || fields.dimension === dimension,
        unit === undefined || (fields.unit !== undefined && groupId(fields.unit) === unit),
        only !== "overdue" || isOverdue,
        only !== "untold" || toldOn === undefined,
      ].every(Boolean),
    )
    .toSorted((a, b) => {
      const [one, other] = [orderOf(a), orderOf(b)];
      if (one === undefined || other === undefined) {
        return Number(one === undefined) - Number(other === undefined);
      }
      return down ? compare(other, one) : compare(one, other);
    });
};
