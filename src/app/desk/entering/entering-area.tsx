// Sessions that no tablet wrote: typed in from paper, or brought from another file. And the paper itself, to take along.
import type { Named } from "../../../domain/record.ts";
import { BoxId } from "../../../domain/schema.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Page } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { DeskScreenProps } from "../desk-context.ts";
import { findTarget } from "../print-model.ts";
import { EnteringScreen } from "./entering-screen.tsx";
import { PaperForm } from "./paper-form.tsx";
import "./entering.css";

export type EnteringAreaProps = DeskScreenProps & {
  readonly what: "enter" | "form";
  readonly session: string | undefined;
  readonly records: readonly Named[];
};

export const EnteringArea = (props: EnteringAreaProps) => {
  const t = useT("entering");
  const { state, session, what } = props;
  const round = state.rounds.find(({ sessions }) =>
    sessions.some(({ card }) => card.session === session),
  );
  const box = BoxId.safeParse(session);
  const target = session === undefined ? undefined : findTarget(state, session);
  if (what === "form" && target) return <PaperForm target={target} />;
  if (what === "enter" && round && box.success) {
    return <EnteringScreen key={session} {...props} round={round} session={box.data} />;
  }
  return (
    <Page title={t(what === "form" ? "form.title" : "title")} namespace="entering">
      <Empty
        title={t("unknown")}
        actions={<LinkButton href="#/desk/sessions">{t("toSessions")}</LinkButton>}
      >
        <p>{t("unknownBody")}</p>
      </Empty>
    </Page>
  );
};
