// The same measures as a table: ordered by its heads, and as labelled lines on a telephone.
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useDimensions } from "../findings/finding-words.ts";
import { threadMark } from "../use-thread-key.ts";
import {
  type MeasureQuery,
  type MeasureRow,
  type SortKey,
  toMeasuresAddress,
} from "./measure-rows.ts";
import { useWhat } from "./measure-words.ts";
import { DueLine, type RowsProps, ToldLine } from "./measures-board.tsx";
import { MoveMenu, ReasonForm } from "./move-parts.tsx";
import { StatusMark } from "./status-mark.tsx";

export const MeasuresTable = (props: RowsProps & { readonly query: MeasureQuery }) => {
  const { context, rows, moves, query } = props;
  const t = useT("measures");
  const whatOf = useWhat();
  const dimensions = useDimensions(context.reading);
  const rounds = new Map<string, string>(
    context.reading.rounds.map(({ roundId, fields }) => [roundId, fields.name]),
  );
  const sortBy = (sort: SortKey): NonNullable<Column<MeasureRow>["sort"]> => {
    const isNow = query.sort === sort;
    return {
      direction: isNow ? (query.down ? "descending" : "ascending") : "none",
      onSort: () => {
        location.hash = toMeasuresAddress({ ...query, sort, down: isNow && !query.down });
      },
    };
  };
  const columns: readonly Column<MeasureRow>[] = [
    {
      id: "what",
      label: t("field.what"),
      header: true,
      sort: sortBy("what"),
      cell: ({ view }) => {
        const what = whatOf(view);
        const { urgent } = view.fields;
        return (
          <>
            <a
              class="alone"
              href={`#/desk/measures/${view.measureId}`}
              lang={what.lang}
              dir="auto"
              {...threadMark("measure", view.measureId)}
            >
              {what.text}
            </a>
            {urgent && <small>{t("mark.urgent")}</small>}
            {query.round === "all" && <small>{rounds.get(view.fields.roundId)}</small>}
          </>
        );
      },
    },
    {
      id: "status",
      label: t("field.status"),
      sort: sortBy("status"),
      cell: ({ view }) => <StatusMark status={view.fields.status} />,
    },
    {
      id: "dimension",
      label: t("field.dimension"),
      cell: ({ view: { fields } }) =>
        fields.dimension === undefined ? (
          "–"
        ) : (
          <DimensionMark
            number={dimensions.placeOf(fields.dimension)}
            word={dimensions.nameOf(fields.dimension)}
          />
        ),
    },
    {
      id: "unit",
      label: t("field.unit"),
      sort: sortBy("unit"),
      cell: ({ view }) => <bdi>{view.fields.unit ?? "–"}</bdi>,
    },
    {
      id: "due",
      label: t("field.dueOn"),
      sort: sortBy("due"),
      cell: (row) => (row.view.fields.dueOn === undefined ? "–" : <DueLine row={row} isHeaded />),
    },
    { id: "told", label: t("told.title"), cell: (row) => <ToldLine row={row} isHeaded /> },
    {
      id: "move",
      label: t("move.column"),
      cell: ({ view }) =>
        moves.asking.value === view.measureId ? (
          <ReasonForm view={view} moves={moves} />
        ) : (
          <MoveMenu view={view} moves={moves} />
        ),
    },
  ];
  return (
    <Table
      caption={t("list.caption")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ view }) => view.measureId}
      narrow="stacked"
    />
  );
};
