// One field by polarity as a picture and its table.
import type { ComponentChildren } from "preact";
import type { NoteFilter } from "../../../analysis/note-filter.ts";
import type { ToneRow } from "../../../analysis/tone-table.ts";
import { PolarityMark } from "../../../ui/polarity-mark.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import { Bars } from "./bars.tsx";
import { useCounts } from "./use-counts.tsx";

export const PolarityLegend = () => {
  const t = useT("reading");
  return (
    <p class="legend">
      <PolarityMark polarity="strengthens" /> <PolarityMark polarity="weakens" />{" "}
      <PolarityMark polarity="mixed" /> <span class="legend-none">{t("table.none")}</span>
    </p>
  );
};

export type TonePartProps = {
  readonly reading: RoundReading;
  readonly rows: readonly ToneRow[];
  readonly nameOf: (id: string) => string;
  readonly toFilter: (id: string) => NoteFilter;
  /** How the row is drawn, where a word alone does not do. */
  readonly draw?: (id: string) => ComponentChildren;
  readonly rowLabel: string;
  readonly barsLabel: string;
  readonly caption: string;
  /** What the bars' length is: notes by polarity, or sessions that raised it. */
  readonly bars: "notes" | "sessions";
};

export const TonePart = (props: TonePartProps) => {
  const { reading, rows, nameOf, bars } = props;
  const draw = props.draw ?? nameOf;
  return (
    <div class="picture-and-table">
      <div class="picture">
        {bars === "notes" && <PolarityLegend />}
        <Bars
          label={props.barsLabel}
          {...(bars === "sessions" ? { most: reading.releases.length } : {})}
          bars={rows.map(({ id, notes, sessions, byPolarity }) => ({
            ...{ id, name: draw(id) },
            ...(bars === "notes" ? { count: notes, parts: byPolarity } : { count: sessions }),
          }))}
        />
      </div>
      <ToneTable {...props} draw={draw} />
    </div>
  );
};

const ToneTable = (props: TonePartProps & { readonly draw: (id: string) => ComponentChildren }) => {
  const t = useT("reading");
  const format = useFormat();
  const count = useCounts(props.reading);
  const { rows, nameOf, toFilter, draw } = props;
  const tone = (
    polarity: "strengthens" | "weakens" | "mixed" | "none",
    label: string,
  ): Column<ToneRow> => ({
    id: polarity,
    label,
    numeric: true,
    cell: ({ id, byPolarity }) =>
      count(byPolarity[polarity], { ...toFilter(id), polarity }, `${nameOf(id)}, ${label}`),
  });
  const sessions: Column<ToneRow> = {
    id: "sessions",
    label: t("table.sessions"),
    numeric: true,
    cell: (row) => format.number(row.sessions),
  };
  const columns: readonly Column<ToneRow>[] = [
    { id: "name", label: props.rowLabel, header: true, cell: ({ id }) => draw(id) },
    ...(props.bars === "sessions" ? [sessions] : []),
    tone("strengthens", t("table.strengthens")),
    tone("weakens", t("table.weakens")),
    tone("mixed", t("table.mixed")),
    tone("none", t("table.none")),
    {
      id: "all",
      label: t("table.all"),
      numeric: true,
      cell: ({ id, notes }) => count(notes, toFilter(id), nameOf(id)),
    },
    ...(props.bars === "notes" ? [sessions] : []),
  ];
  return (
    <Table
      caption={props.caption}
      narrow="stacked"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
};
