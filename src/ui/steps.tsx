// Where one is in a short row of steps. The words say it; the line only repeats it.
import { useT } from "./use-texts.ts";
import "./steps.css";

/** "Vaihe 2/3: Ketkä" */
export const StepText = (props: {
  readonly current: number;
  readonly total: number;
  readonly name?: string;
}) => {
  const t = useT("common");
  const { current, total, name } = props;
  return (
    <p class="step-text">
      {name ? t("step.named", { current, total, name }) : t("step.plain", { current, total })}
    </p>
  );
};

export type Step = {
  readonly name: string;
  readonly state: "done" | "now" | "later";
  readonly href?: string;
  /** What is still missing, in words. */
  readonly remark?: string;
};

/** A path of steps as a ruled list; the step of now is marked for readers too. */
export const Steps = ({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
}) => {
  const t = useT("common");
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.name}
          class={`step step-${step.state}`}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <span class="step-sign" aria-hidden="true" />
          <span class="step-name">
            {step.href ? <a href={step.href}>{step.name}</a> : step.name}
            {step.state === "done" && <span class="unseen"> {t("step.done")}</span>}
            {step.remark && <small>{step.remark}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
};
