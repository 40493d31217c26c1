// Anything by dimension as a table: sessions, groups, languages. Long ones are drawn a hundred rows at a time.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { ColumnName } from "../../../analysis/columns.ts";
import { countValues, crossCount } from "../../../analysis/cross-count.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import { listDimensions } from "./dimensions.ts";
import type { Names } from "./names.ts";
import { useCounts } from "./use-counts.tsx";

export type CrossTableProps = {
  readonly reading: RoundReading;
  readonly names: Names;
  readonly field: ColumnName;
  readonly rows: readonly string[];
  readonly rowLabel: string;
  readonly caption: string;
  /** Where a row is more than one session: how many it is. */
  readonly withSessions?: boolean;
  readonly draw?: (id: string) => ComponentChildren;
};

const pageSize = 100;

export const CrossTable = (props: CrossTableProps) => {
  const t = useT("reading");
  const format = useFormat();
  const { reading, names, field, rows } = props;
  const { columns: notes } = reading;
  const count = useCounts(reading);
  const shown = useSignal(pageSize);
  const table = crossCount(notes, field, "dimension");
  const sessions = crossCount(notes, field, "session");
  const all = countValues(notes, field);
  const nameOf = (id: string) => names.of(field, id);
  const draw = props.draw ?? nameOf;
  const dimensions = [...listDimensions(reading), "none"];
  const wordOf = (id: string) => (id === "none" ? t("table.untagged") : names.short(id));
  const columns: readonly Column<string>[] = [
    { id: "name", label: props.rowLabel, header: true, cell: draw },
    ...dimensions.map(
      (dimension): Column<string> => ({
        id: dimension,
        label: wordOf(dimension),
        numeric: true,
        cell: (id) =>
          count(
            table.cell(id, dimension),
            { [field]: id, dimension },
            `${nameOf(id)}, ${wordOf(dimension)}`,
          ),
      }),
    ),
    {
      id: "all",
      label: t("table.all"),
      numeric: true,
      cell: (id) => count(all.get(id) ?? 0, { [field]: id }, nameOf(id)),
    },
    ...(props.withSessions
      ? [
          {
            id: "sessions",
            label: t("table.sessions"),
            numeric: true,
            cell: (id: string) => format.number(sessions.spread(id)),
          },
        ]
      : []),
  ];
  const hidden = rows.length - shown.value;
  return (
    <>
      <Table
        caption={props.caption}
        narrow="stacked"
        columns={columns}
        rows={rows.slice(0, shown.value)}
        rowKey={(id) => id}
      />
      {hidden > 0 && (
        <Button
          onClick={() => {
            shown.value += pageSize;
          }}
        >
          {t("notes.more", { count: Math.min(hidden, pageSize) })}
        </Button>
      )}
    </>
  );
};
