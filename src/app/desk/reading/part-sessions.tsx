// Sessions by dimension, what goes together, groups and languages: who raised what, and what was raised with what.
import { countValues, crossCount } from "../../../analysis/cross-count.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { Bars } from "./bars.tsx";
import { CrossTable } from "./cross-table.tsx";
import { DimensionName } from "./dimension-name.tsx";
import { listDimensions } from "./dimensions.ts";
import type { PartProps } from "./parts.ts";
import { SessionStrips } from "./session-strip.tsx";
import { useCounts } from "./use-counts.tsx";

export const SessionsPart = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  const sessions = reading.releases.map(({ record }) => record.session);
  const table = crossCount(reading.columns, "session", "dimension");
  const strips = listDimensions(reading).map((id) => {
    const heard = sessions.map((session) => table.cell(session, id) > 0);
    return {
      ...{ id, heard, place: names.placeOf(id) },
      name: <DimensionName names={names} id={id} />,
      words: t("part.heardIn", { sessions: heard.filter(Boolean).length, of: sessions.length }),
    };
  });
  return (
    <div class="picture-and-table">
      <div class="picture">
        <SessionStrips strips={strips} label={t("part.sessionsStrips")} />
      </div>
      <div class="stack">
        <CrossTable
          {...{ reading, names }}
          field="session"
          rows={sessions}
          rowLabel={t("notes.session")}
          caption={t("part.sessionsCaption")}
        />
      </div>
    </div>
  );
};

export const PairsPart = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  const count = useCounts(reading);
  const dimensions = listDimensions(reading);
  const table = crossCount(reading.columns, "dimension", "dimension");
  const pairs = dimensions
    .flatMap((one, at) =>
      dimensions.slice(at + 1).map((other) => ({ one, other, count: table.cell(one, other) })),
    )
    .toSorted((a, b) => b.count - a.count);
  const pairName = (one: string, other: string) =>
    t("part.pair", { one: names.short(one), other: names.short(other) });
  const columns: readonly Column<string>[] = [
    {
      id: "name",
      label: t("table.dimension"),
      header: true,
      cell: (id) => <DimensionName names={names} id={id} />,
    },
    ...dimensions.map(
      (other): Column<string> => ({
        id: other,
        label: names.short(other),
        numeric: true,
        cell: (id) =>
          id === other ? (
            <span class="muted">–</span>
          ) : (
            count(table.cell(id, other), { dimension: id, with: other }, pairName(id, other))
          ),
      }),
    ),
    {
      id: "all",
      label: t("table.all"),
      numeric: true,
      cell: (id) => count(table.cell(id, id), { dimension: id }, names.of("dimension", id)),
    },
  ];
  return (
    <div class="picture-and-table">
      <div class="picture">
        <Bars
          label={t("part.pairsBars")}
          bars={pairs.map(({ one, other, count: both }) => ({
            id: `${one} ${other}`,
            name: pairName(one, other),
            count: both,
          }))}
        />
      </div>
      <Table
        caption={t("part.pairsCaption")}
        narrow="stacked"
        columns={columns}
        rows={dimensions}
        rowKey={(id) => id}
      />
    </div>
  );
};

export const GroupsPart = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  const format = useFormat();
  const language = (id: string) => <span lang={id}>{writtenLanguage(id).endonym}</span>;
  const parts = [
    {
      field: "group" as const,
      rowLabel: t("notes.group"),
      draw: undefined,
      bars: t("part.groupsBars"),
      caption: t("part.groupsCaption"),
    },
    {
      field: "lang" as const,
      rowLabel: t("notes.language"),
      draw: language,
      bars: t("part.languagesBars"),
      caption: t("part.languagesCaption"),
    },
  ];
  return (
    <>
      {parts.map(({ field, rowLabel, draw, bars, caption }) => {
        const counts = countValues(reading.columns, field);
        const sessions = crossCount(reading.columns, field, "session");
        const rows = [...counts.keys()]
          .filter((id) => id !== "none")
          .toSorted((a, b) => format.compare(names.of(field, a), names.of(field, b)));
        const shown = counts.has("none") ? [...rows, "none"] : rows;
        return (
          <div key={field} class="picture-and-table">
            <div class="picture">
              <Bars
                label={bars}
                most={reading.releases.length}
                bars={rows.map((id) => ({
                  id,
                  name: draw ? draw(id) : names.of(field, id),
                  count: sessions.spread(id),
                }))}
              />
            </div>
            <CrossTable
              {...{ reading, names, field, rowLabel, caption }}
              rows={shown}
              withSessions
              {...(draw ? { draw } : {})}
            />
          </div>
        );
      })}
      <p>{t("part.groupsNote")}</p>
    </>
  );
};
