// The measures by where they stand, side by side on a wide screen and under one another on a narrow one.
import { useEffect, useRef } from "preact/hooks";
import { measureStatuses } from "../../../domain/measure-records.ts";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useDimensions } from "../findings/finding-words.ts";
import { threadMark } from "../use-thread-key.ts";
import { useCardDrag } from "./card-drag.ts";
import type { MeasureRow } from "./measure-rows.ts";
import { statusKeys, statusSigns, useDay, useWhat } from "./measure-words.ts";
import type { WithContext } from "./measures-context.ts";
import type { MoveModel } from "./move-model.ts";
import { MoveMenu, ReasonForm } from "./move-parts.tsx";

export type RowsProps = WithContext & {
  readonly rows: readonly MeasureRow[];
  readonly moves: MoveModel;
};

export const MeasuresBoard = ({ context, rows, moves }: RowsProps) => {
  const t = useT("measures");
  const drag = useCardDrag((measureId, column) => {
    const row = rows.find(({ view }) => view.measureId === measureId);
    const to = measureStatuses.find((status) => status === column);
    if (row && to) void moves.move(row.view, to);
  });
  return (
    <div class="board" {...drag.handlers}>
      {measureStatuses.map((status) => {
        const own = rows.filter(({ view }) => view.fields.status === status);
        return (
          <section
            key={status}
            class={`board-column${drag.over.value === status ? " board-over" : ""}`}
            data-column={status}
            aria-labelledby={`column-${status}`}
          >
            <h2 id={`column-${status}`} class="board-title">
              <span aria-hidden="true">{statusSigns[status]}</span> {t(statusKeys[status])}{" "}
              <span class="count">{own.length}</span>
            </h2>
            {own.length === 0 ? (
              <p class="muted board-none">{t("board.none")}</p>
            ) : (
              <ul class="board-cards">
                {own.map((row) => (
                  <Card key={row.view.measureId} {...{ row, context, moves }} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
};

const Card = ({ row, context, moves }: Omit<RowsProps, "rows"> & { readonly row: MeasureRow }) => {
  const t = useT("measures");
  const whatOf = useWhat();
  const dimensions = useDimensions(context.reading);
  const link = useRef<HTMLAnchorElement>(null);
  const { view } = row;
  const { measureId, fields } = view;
  const what = whatOf(view);
  // Moving makes the card anew in another column: the person goes on from there.
  useEffect(() => {
    if (moves.landed.value !== measureId) return;
    moves.landed.value = undefined;
    link.current?.focus();
  }, []);
  return (
    <li class="measure-card" data-measure={measureId} {...threadMark("measure", measureId)}>
      {(fields.dimension !== undefined || fields.urgent) && (
        <p class="card-marks">
          {fields.dimension !== undefined && (
            <DimensionMark
              number={dimensions.placeOf(fields.dimension)}
              word={dimensions.nameOf(fields.dimension)}
            />
          )}
          {fields.urgent && <strong>{t("mark.urgent")}</strong>}
        </p>
      )}
      <a
        ref={link}
        class="card-what"
        href={`#/desk/measures/${measureId}`}
        lang={what.lang}
        dir="auto"
        draggable={false}
      >
        {what.text}
      </a>
      {fields.unit !== undefined && (
        <p class="card-unit" dir="auto">
          {fields.unit}
        </p>
      )}
      <p class="card-state">
        <DueLine row={row} />
        <ToldLine row={row} />
      </p>
      {moves.asking.value === measureId ? (
        <ReasonForm view={view} moves={moves} />
      ) : (
        <div class="card-foot">
          <span class="card-grip" aria-hidden="true">
            ⠿
          </span>
          <MoveMenu view={view} moves={moves} />
        </div>
      )}
    </li>
  );
};

type LineProps = {
  readonly row: MeasureRow;
  /** A heading beside it says what it is. */
  readonly isHeaded?: boolean;
};

export const DueLine = ({ row, isHeaded }: LineProps) => {
  const t = useT("measures");
  const dayOf = useDay();
  const { dueOn } = row.view.fields;
  if (dueOn === undefined) return null;
  return row.isOverdue ? (
    <span class="late">! {t("mark.overdue", { day: dayOf(dueOn) })}</span>
  ) : (
    <span>{isHeaded ? dayOf(dueOn) : t("mark.due", { day: dayOf(dueOn) })}</span>
  );
};

export const ToldLine = ({ row, isHeaded }: LineProps) => {
  const t = useT("measures");
  const dayOf = useDay();
  return row.toldOn === undefined ? (
    <span class="untold">○ {t(isHeaded ? "mark.notYet" : "mark.untold")}</span>
  ) : (
    <span>✓ {isHeaded ? dayOf(row.toldOn) : t("mark.told", { day: dayOf(row.toldOn) })}</span>
  );
};
