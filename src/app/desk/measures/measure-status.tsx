// Where a measure stands, and how it came to stand there: nothing of it is ever overwritten.
import { statusHistory } from "../../../domain/measures.ts";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useDay } from "./measure-words.ts";
import type { OfMeasure } from "./measures-context.ts";
import { MovePlace, useMoves } from "./move-parts.tsx";
import { StatusMark } from "./status-mark.tsx";

export const MeasureStatusPart = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const dayOf = useDay();
  const moves = useMoves(context, true);
  const history = statusHistory(view);
  return (
    <Section title={t("field.status")}>
      <div class="actions">
        <span class="status-now">
          <StatusMark status={view.fields.status} />
        </span>
        <MovePlace view={view} moves={moves} />
      </div>
      <ol class="ruled history" aria-label={t("history.title")}>
        {history.map(({ status, on, reason, writtenAt }) => (
          <li key={writtenAt}>
            <StatusMark status={status} />{" "}
            <time dateTime={on ?? writtenAt}>{dayOf(on ?? writtenAt)}</time>
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
