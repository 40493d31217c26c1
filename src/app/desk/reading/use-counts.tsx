// Every number opens the notes behind it, within the round that is shown.
import type { ComponentChildren } from "preact";
import type { NoteFilter } from "../../../analysis/note-filter.ts";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { toNotesAddress } from "../note-query.ts";
import type { RoundReading } from "../use-round.ts";

export type ToCount = (count: number, filter: NoteFilter, what: string) => ComponentChildren;

/** `what` is said to those who hear the link without its row and column. */
export const useCounts = ({ round }: RoundReading): ToCount => {
  const t = useT("reading");
  const format = useFormat();
  return (count, filter, what) =>
    count === 0 ? (
      format.number(0)
    ) : (
      <a
        class="count-link"
        href={toNotesAddress({ ...(round && { round: round.roundId }), filter })}
        aria-label={t("table.open", { count, what })}
      >
        {format.number(count)}
      </a>
    );
};
