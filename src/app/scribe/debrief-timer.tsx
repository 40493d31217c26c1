// A quarter of an hour for the debrief, if the scribe wants it. Told in words and by the clock; its end stops nothing.
import { Button } from "../../ui/button.tsx";
import { useT } from "../../ui/use-texts.ts";
import { useDebrief } from "./debrief-context.ts";

const lengthMinutes = 15;

/** Whole minutes that are left, from the wall clock: nothing counts in the background. */
export const minutesLeft = (begunAt: string, nowMs: number): number =>
  Math.max(0, Math.ceil(lengthMinutes - (nowMs - Date.parse(begunAt)) / 60_000));

export const DebriefTimer = () => {
  const { model } = useDebrief();
  const t = useT("debrief");
  const { begunAt } = model.place.value;
  if (begunAt === undefined) {
    return (
      <div class="actions debrief-timer">
        <Button kind="quiet" onClick={model.startClock}>
          {t("timer.start", { minutes: lengthMinutes })}
        </Button>
      </div>
    );
  }
  const left = minutesLeft(begunAt, model.now.value);
  return (
    <div class="actions debrief-timer">
      <p role="timer" class="numeric">
        {left === 0
          ? t("timer.over", { minutes: lengthMinutes })
          : t("timer.left", { count: left })}
      </p>
      <Button kind="quiet" onClick={model.stopClock}>
        {t("timer.stop")}
      </Button>
    </div>
  );
};
