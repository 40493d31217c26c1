// Instead of an empty welcome: what was here, whether it had left, and what to do. Stays until somebody has read it.
import { Button, LinkButton } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";

export const LossMessage = ({ marks }: Pick<AppDeps, "marks">) => {
  const t = useT("device");
  const session = useT("session");
  const format = useFormat();
  const lost = marks.lost.value;
  if (!lost) return null;
  const { notes, sessions, desks, unsent, seenMs } = lost;
  return (
    <Alert
      title={t("loss.title")}
      actions={
        <>
          <LinkButton kind="primary" href="#/join">
            {session("home.join")}
          </LinkButton>
          <Button onClick={() => void marks.acknowledge()}>{t("loss.read")}</Button>
        </>
      }
    >
      {sessions > 0 && (
        <p>
          {t("loss.here", {
            notes: format.number(notes),
            sessions: format.number(sessions),
            time: format.dayTime(seenMs),
          })}{" "}
          {unsent > 0 ? t("loss.someUnsent") : t("loss.allSent")}
        </p>
      )}
      {desks > 0 && <p>{t("loss.desk")}</p>}
      <p>{t("loss.why")}</p>
      <ul>
        {sessions > 0 && <li>{t("loss.card")}</li>}
        <li>{t("loss.tell")}</li>
      </ul>
    </Alert>
  );
};
