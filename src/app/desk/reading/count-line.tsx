// "38 kirjausta, 6 tilaisuutta 9:stä": a count always comes with what it counts and what is missing.
import { useT } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";

export type CountLineProps = {
  readonly reading: RoundReading;
  /** Notes shown, and the sessions they come from, where a filter narrows them. */
  readonly shown?: { readonly notes: number; readonly sessions: number };
};

export const CountLine = ({ reading, shown }: CountLineProps) => {
  const t = useT("reading");
  const sessions = reading.releases.length;
  return (
    <>
      {t("notes.count", {
        count: shown?.notes ?? reading.notes.length,
        sessions: shown?.sessions ?? sessions,
        of: reading.planned,
      })}
    </>
  );
};
