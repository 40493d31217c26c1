// Where a measure stands, and how it came to stand there: nothing of it is ever overwritten.
import { useEffect, useRef } from "preact/hooks";
import { statusHistory } from "../../../domain/measures.ts";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { OfMeasure } from "./measures-context.ts";
import { MoveMenu, ReasonForm, useMoves } from "./move-parts.tsx";
import { StatusMark } from "./status-mark.tsx";

export const MeasureStatusPart = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const format = useFormat();
  const moves = useMoves(context);
  const place = useRef<HTMLDivElement>(null);
  const landed = moves.landed.value;
  // The form of the reason is gone: the person goes on from the menu.
  useEffect(() => {
    if (landed === undefined) return;
    moves.landed.value = undefined;
    place.current?.querySelector("button")?.focus();
  }, [landed]);
  const history = statusHistory(view);
  return (
    <Section title={t("field.status")}>
      {moves.asking.value === view.measureId ? (
        <ReasonForm view={view} moves={moves} />
      ) : (
        <div class="actions" ref={place}>
          <span class="status-now">
            <StatusMark status={view.fields.status} />
          </span>
          <MoveMenu view={view} moves={moves} />
        </div>
      )}
      <ol class="ruled history" aria-label={t("history.title")}>
        {history.map(({ status, on, reason, writtenAt }) => (
          <li key={writtenAt}>
            <StatusMark status={status} />{" "}
            <time dateTime={on ?? writtenAt}>{format.day(on ?? writtenAt)}</time>
            {reason !== undefined && (
              <p class="muted" dir="auto">
                {t("history.reason", { reason })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
};
