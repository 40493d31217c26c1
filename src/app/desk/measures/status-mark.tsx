// Where a measure stands: the word, with a sign beside it that fills as it goes on.
import type { MeasureStatus } from "../../../domain/measure-records.ts";
import { useT } from "../../../ui/use-texts.ts";
import { statusKeys, statusSigns } from "./measure-words.ts";

export const StatusMark = ({ status }: { readonly status: MeasureStatus }) => {
  const t = useT("measures");
  return (
    <span class="status-mark">
      <span aria-hidden="true">{statusSigns[status]}</span> {t(statusKeys[status])}
    </span>
  );
};
