// What a dry run or an import adds up to, in one line of counted words.
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { IntakeSum } from "./intake-lines.ts";

export const SumLine = ({
  sum,
  nothing,
}: {
  readonly sum: IntakeSum;
  readonly nothing: string;
}) => {
  const t = useT("intake");
  const format = useFormat();
  const parts = [
    sum.sessions > 0 && t("sum.sessions", { count: sum.sessions }),
    sum.notes > 0 && t("sum.notes", { count: sum.notes }),
    sum.renewed > 0 && t("sum.renewed", { count: sum.renewed }),
    sum.rivals > 0 && t("sum.rivals", { count: sum.rivals }),
    sum.skipped > 0 && t("sum.skipped", { count: sum.skipped }),
    sum.refused > 0 && t("sum.refused", { count: sum.refused }),
  ].filter((part) => part !== false);
  return <>{parts.length > 0 ? `${format.list(parts)}.` : nothing}</>;
};
