// How much of each stage's time is left. A stage begins when somebody presses it: a room never keeps to the slides.
import { useEffect } from "preact/hooks";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { WithEvent } from "./event-context.ts";

const tickMs = 1_000;

export const StageClock = ({ context }: WithEvent) => {
  const t = useT("event");
  const format = useFormat();
  const { seat, pack } = context;
  const { presenter } = seat;
  useEffect(() => {
    presenter.tick();
    const timer = setInterval(presenter.tick, tickMs);
    return () => clearInterval(timer);
  }, [presenter]);
  const stage = presenter.stage.value;
  const elapsed = presenter.elapsed.value ?? 0;
  return (
    <div class="event-clock">
      <p class="event-caption">
        <b>{t("clock.title")}</b>
      </p>
      <ul>
        {pack?.content.stages.map((each, at) => {
          const isOn = each.stage === stage;
          const left = each.minutes * 60 - elapsed;
          return (
            <li key={each.stage}>
              <button
                type="button"
                class={`event-stage-button${left < 0 && isOn ? " event-over" : ""}`}
                aria-pressed={isOn}
                onClick={() => presenter.begin(each.stage)}
              >
                <span>
                  {at + 1} {each.name}
                </span>
                <span class="event-time">
                  {isOn
                    ? left < 0
                      ? t("clock.over", { time: format.clock(-left) })
                      : t("clock.left", { time: format.clock(left) })
                    : t("clock.begin", { count: each.minutes })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
