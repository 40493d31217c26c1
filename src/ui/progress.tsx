// Long work: a bar with a counted unit and a way to stop; short work: words alone. Neither pretends to know more.
import { useId } from "preact/hooks";
import { Button } from "./button.tsx";
import { useT } from "./use-texts.ts";
import "./progress.css";

export type ProgressProps = {
  /** What is going on: "Tuodaan kirjauksia". */
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The count in words: "123/412 kirjausta". */
  readonly counted: string;
  readonly onCancel?: () => void;
};

export const Progress = ({ label, value, max, counted, onCancel }: ProgressProps) => {
  const t = useT("common");
  const id = useId();
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} value={value} max={max}>
        {counted}
      </progress>
      <span class="progress-count">{counted}</span>
      {onCancel && <Button onClick={onCancel}>{t("action.cancel")}</Button>}
    </div>
  );
};

/** Work of unknown length. Appears only after a moment, so that quick work does not flicker. */
export const Busy = ({ label }: { readonly label?: string }) => {
  const t = useT("common");
  return (
    <p class="busy" role="status">
      {label ?? t("state.loading")}
    </p>
  );
};
