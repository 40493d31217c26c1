// What is being said now, above the live screen: read out to those who listen, and in words to those who look.
import { Button } from "../../ui/button.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { PracticeLine, PracticePace } from "./practice-pace.ts";

export const PracticeTalk = ({
  pace,
  lines,
}: {
  readonly pace: PracticePace;
  readonly lines: readonly PracticeLine[];
}) => {
  const t = useT("prepare");
  const { code, dir } = useTexts().spoken("prepare");
  const at = pace.current.value;
  const line = at === undefined ? undefined : lines[at];
  return (
    <section class="practice-say" aria-label={t("practice.say")} lang={code} dir={dir}>
      <p class="practice-line" aria-live="polite">
        {line && (
          <>
            {line.speaker && <strong>{line.speaker} </strong>}
            {line.text}
          </>
        )}
      </p>
      <div class="practice-tools">
        <span class="practice-place numeric">
          {t("practice.place", { current: (at ?? 0) + 1, total: lines.length })}
        </span>
        {pace.isPaused.value ? (
          <Button onClick={pace.goOn}>{t("practice.goOn")}</Button>
        ) : (
          <Button onClick={pace.pause}>{t("practice.pause")}</Button>
        )}
        <Button onClick={pace.next}>{t("practice.next")}</Button>
      </div>
    </section>
  );
};
