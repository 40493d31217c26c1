// All measures of a round, or of every round, as a board or as a table of the same; narrowed by what stands in the address.
import { groupId } from "../../../analysis/group-id.ts";
import { type MeasureStatus, measureStatuses } from "../../../domain/measure-records.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { type Option, SelectField } from "../../../ui/field.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { useDimensions } from "../findings/finding-words.ts";
import {
  type MeasureQuery,
  type MeasureRow,
  parseMeasureQuery,
  selectRows,
  toMeasuresAddress,
  toRow,
} from "./measure-rows.ts";
import { statusKeys, useWhat } from "./measure-words.ts";
import { MeasuresBoard } from "./measures-board.tsx";
import type { WithContext } from "./measures-context.ts";
import { MeasuresTable } from "./measures-table.tsx";
import { useMoves } from "./move-parts.tsx";

export const MeasuresScreen = ({ context, query }: WithContext & { readonly query: string }) => {
  const t = useT("measures");
  const format = useFormat();
  const whatOf = useWhat();
  const asked = parseMeasureQuery(query);
  const moves = useMoves(context, asked.as === "table");
  const roundId = asked.round === "all" ? undefined : context.reading.round?.roundId;
  const all = context.measures.map((view) => toRow(view, context.followUps, context.today));
  const options = {
    roundId,
    whatOf: (view: MeasureRow["view"]) => whatOf(view).text,
    compare: format.compare,
  };
  const ofRound = selectRows(all, { as: asked.as, sort: "due", down: false }, options);
  const onBoard = asked.as === "board";
  const rows = selectRows(all, onBoard ? { ...asked, status: undefined } : asked, options);
  const removed = context.measures.filter(
    ({ fields }) => fields.removed && (roundId === undefined || fields.roundId === roundId),
  );
  const counts = {
    count: rows.length,
    untold: rows.filter(({ toldOn }) => toldOn === undefined).length,
    overdue: rows.filter(({ isOverdue }) => isOverdue).length,
  };
  return (
    <>
      <p class="lead">{t("list.lead")}</p>
      <div class="actions measures-top">
        <LinkButton
          kind="primary"
          href={`#/desk/measures/new${roundId === undefined ? "" : `?round=${roundId}`}`}
        >
          {t("list.new")}
        </LinkButton>
        <Views query={asked} />
      </div>
      {(ofRound.length > 0 || context.reading.rounds.length > 1) && (
        <Filters context={context} query={asked} rows={ofRound} />
      )}
      {ofRound.length === 0 ? (
        <Empty title={t("list.empty")}>
          <p>{t("list.emptyBody")}</p>
        </Empty>
      ) : (
        <>
          <p role="status">{t("list.counts", counts)}</p>
          {rows.length === 0 ? (
            <Empty
              title={t("list.noMatch")}
              actions={
                <LinkButton href={toMeasuresAddress({ ...bare, as: asked.as, round: asked.round })}>
                  {t("list.clear")}
                </LinkButton>
              }
            />
          ) : onBoard ? (
            <MeasuresBoard {...{ context, rows, moves }} />
          ) : (
            <MeasuresTable {...{ context, rows, moves }} query={asked} />
          )}
        </>
      )}
      {removed.length > 0 && (
        <Disclosure summary={t("list.removed", { count: removed.length })}>
          <ul class="ruled">
            {removed.map((view) => (
              <li key={view.measureId}>
                <a class="alone" href={`#/desk/measures/${view.measureId}`} dir="auto">
                  {whatOf(view).text}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};

const bare = { sort: "due", down: false } as const;

const Views = ({ query }: { readonly query: MeasureQuery }) => {
  const t = useT("measures");
  const words = { board: t("list.asBoard"), table: t("list.asTable") } as const;
  return (
    <nav class="area-nav" aria-label={t("list.as")}>
      {(["board", "table"] as const).map((as) => (
        <a
          key={as}
          href={toMeasuresAddress({ ...query, as })}
          aria-current={as === query.as ? "true" : undefined}
        >
          {words[as]}
        </a>
      ))}
    </nav>
  );
};

const Filters = (
  props: WithContext & {
    readonly query: MeasureQuery;
    readonly rows: readonly MeasureRow[];
  },
) => {
  const t = useT("measures");
  const format = useFormat();
  const { context, query, rows } = props;
  const dimensions = useDimensions(context.reading);
  const units = [...new Set(rows.flatMap(({ view }) => view.fields.unit ?? []))];
  const ask = (change: Partial<MeasureQuery>) => {
    location.hash = toMeasuresAddress({ ...query, ...change });
  };
  const any: Option = { value: "", label: t("filter.any") };
  const { rounds, round } = context.reading;
  return (
    <div class="fields-row measure-filters screen-only">
      {rounds.length > 1 && (
        <SelectField
          label={t("filter.round")}
          value={query.round === "all" ? "all" : (round?.roundId ?? "")}
          options={[
            ...rounds.map(({ roundId, fields }) => ({ value: roundId, label: fields.name })),
            { value: "all", label: t("filter.allRounds") },
          ]}
          onChange={(id) => ask({ round: id })}
        />
      )}
      {query.as === "table" && (
        <SelectField
          label={t("field.status")}
          value={query.status ?? ""}
          options={[
            any,
            ...measureStatuses.map((value) => ({ value, label: t(statusKeys[value]) })),
          ]}
          // One of the options above.
          onChange={(value) => ask({ status: (value || undefined) as MeasureStatus | undefined })}
        />
      )}
      <SelectField
        label={t("field.dimension")}
        value={query.dimension ?? ""}
        options={[
          any,
          ...dimensions.all.map((id) => ({ value: id, label: dimensions.nameOf(id) })),
        ]}
        onChange={(id) => ask({ dimension: id || undefined })}
      />
      <SelectField
        label={t("field.unit")}
        value={query.unit ?? ""}
        options={[
          any,
          ...units.toSorted(format.compare).map((unit) => ({ value: groupId(unit), label: unit })),
        ]}
        onChange={(id) => ask({ unit: id || undefined })}
      />
      <SelectField
        label={t("filter.only")}
        value={query.only ?? ""}
        options={[
          any,
          { value: "overdue", label: t("filter.overdue") },
          { value: "untold", label: t("filter.untold") },
        ]}
        onChange={(only) =>
          ask({ only: only === "overdue" || only === "untold" ? only : undefined })
        }
      />
    </div>
  );
};
