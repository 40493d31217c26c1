// Dimension × polarity of one round: bars on one scale, and the table itself under them. Every number opens its notes.
import { type DimensionRow, tabulateDimensions } from "../../../analysis/dimension-table.ts";
import type { NoteFilter } from "../../../analysis/note-filter.ts";
import { labelOf } from "../../../domain/codebook.ts";
import type { Named } from "../../../domain/record.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Message } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { PolarityMark } from "../../../ui/polarity-mark.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { parseNoteQuery, toNotesAddress } from "../note-query.ts";
import { type RoundReading, useRound } from "../use-round.ts";
import { CountLine } from "./count-line.tsx";
import { DimensionBars } from "./dimension-bars.tsx";

export type AnalysisScreenProps = {
  readonly records: readonly Named[];
  readonly query: string;
};

export const AnalysisScreen = ({ records, query }: AnalysisScreenProps) => {
  const t = useT("reading");
  return (
    <Page title={t("table.title")} width="full" namespace="reading">
      <Reading records={records} asked={parseNoteQuery(query).round} />
    </Page>
  );
};

const Reading = (props: {
  readonly records: readonly Named[];
  readonly asked: string | undefined;
}) => {
  const t = useT("reading");
  const reading = useRound(props.records, props.asked);
  const { round, rounds, notes } = reading;
  if (!round || notes.length === 0) {
    return (
      <Empty
        title={t("notes.empty")}
        actions={<LinkButton href="#/desk/intake">{t("notes.toIntake")}</LinkButton>}
      >
        <p>{t("notes.emptyBody")}</p>
      </Empty>
    );
  }
  return (
    <div class="stack">
      {rounds.length > 1 && (
        <SelectField
          label={t("notes.round")}
          value={round.roundId}
          options={rounds.map(({ roundId, fields }) => ({ value: roundId, label: fields.name }))}
          onChange={(id) => {
            location.hash = `#/desk/analysis?round=${id}`;
          }}
        />
      )}
      <p class="lead">
        {round.fields.name} · <CountLine reading={reading} />
      </p>
      <Matrix reading={reading} />
      <Limits reading={reading} />
    </div>
  );
};

const Matrix = ({ reading }: { readonly reading: RoundReading }) => {
  const t = useT("reading");
  const format = useFormat();
  const { code } = useTexts().spoken("reading");
  const dimensions = reading.round?.fields.codebook.dimensions ?? [];
  const rows = tabulateDimensions(
    reading.notes,
    dimensions.map(({ id }) => id),
  );
  const nameOf = (id: string) =>
    id === "none" ? t("table.untagged") : labelOf(dimensions, id, code);
  const place = (id: string) => dimensions.findIndex((dimension) => dimension.id === id) + 1;
  const roundId = reading.round?.roundId;
  const link = (count: number, filter: NoteFilter, what: string) =>
    count === 0 ? (
      format.number(0)
    ) : (
      <a
        class="count-link"
        href={toNotesAddress({ ...(roundId && { round: roundId }), filter })}
        aria-label={t("table.open", { count, what })}
      >
        {format.number(count)}
      </a>
    );
  const polarityColumn = (
    id: "strengthens" | "weakens" | "mixed" | "none",
    label: string,
  ): Column<DimensionRow> => ({
    id,
    label,
    numeric: true,
    cell: (row) =>
      link(
        row.byPolarity[id],
        { dimension: row.dimension, polarity: id },
        `${nameOf(row.dimension)}, ${label}`,
      ),
  });
  const columns: readonly Column<DimensionRow>[] = [
    {
      id: "dimension",
      label: t("table.dimension"),
      header: true,
      cell: ({ dimension }) =>
        place(dimension) > 0 ? (
          <DimensionMark number={place(dimension)} word={nameOf(dimension)} />
        ) : (
          nameOf(dimension)
        ),
    },
    polarityColumn("strengthens", t("table.strengthens")),
    polarityColumn("weakens", t("table.weakens")),
    polarityColumn("mixed", t("table.mixed")),
    polarityColumn("none", t("table.none")),
    {
      id: "all",
      label: t("table.all"),
      numeric: true,
      cell: (row) => link(row.notes, { dimension: row.dimension }, nameOf(row.dimension)),
    },
    {
      id: "sessions",
      label: t("table.sessions"),
      numeric: true,
      cell: ({ sessions }) => format.number(sessions),
    },
  ];
  return (
    <>
      <DimensionBars rows={rows} nameOf={nameOf} placeOf={place} label={t("table.bars")} />
      <p class="legend">
        <PolarityMark polarity="strengthens" /> <PolarityMark polarity="weakens" />{" "}
        <PolarityMark polarity="mixed" /> <span class="legend-none">{t("table.none")}</span>
      </p>
      <Table
        caption={t("table.caption")}
        narrow="stacked"
        columns={columns}
        rows={rows}
        rowKey={({ dimension }) => dimension}
      />
      <p>{t("table.note")}</p>
    </>
  );
};

const Limits = ({ reading }: { readonly reading: RoundReading }) => {
  const t = useT("reading");
  const { missing } = reading;
  const unreviewed = reading.releases.filter(({ record }) => !record.reviewed).length;
  return (
    <>
      {missing > 0 && <p>{t("table.missing", { count: missing })}</p>}
      {unreviewed > 0 && <p>{t("table.unreviewed", { count: unreviewed })}</p>}
      {reading.foreign > 0 && (
        <Message kind="warning">
          <p>{t("table.incomparable")}</p>
        </Message>
      )}
    </>
  );
};
