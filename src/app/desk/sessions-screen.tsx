// The round's sessions: plan one, print its papers, see what has arrived.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { BoxId } from "../../domain/schema.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Status } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { BriefingLink } from "../prepare/briefing-link.tsx";
import { PrepareLink } from "../prepare/prepare-link.tsx";
import { AllowanceLine } from "./allowance-line.tsx";
import { BoardLook } from "./board-look.tsx";
import { createBoardModel } from "./board-model.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { findRound, type RoundRow } from "./desk-view.ts";
import { FailureAlert } from "./failure.tsx";
import { SessionBoard } from "./session-board.tsx";
import { SessionForm } from "./session-form.tsx";
import { createCardActions } from "./session-model.ts";

export const SessionsScreen = (
  props: DeskScreenProps & { readonly roundId: string | undefined },
) => {
  const t = useT("desk");
  const { state, roundId } = props;
  const round = findRound(state, roundId);
  if (!round) {
    return (
      <Page title={t("sessions.title")} namespace="desk">
        <Empty
          title={t("sessions.noRound")}
          actions={
            <LinkButton kind="primary" href="#/desk/rounds/new">
              {t("home.newRound")}
            </LinkButton>
          }
        >
          <p>{t("sessions.noRoundBody")}</p>
        </Empty>
      </Page>
    );
  }
  return <RoundSessions key={round.roundId} {...props} round={round} />;
};

const RoundSessions = (props: DeskScreenProps & { readonly round: RoundRow }) => {
  const t = useT("desk");
  const format = useFormat();
  const { deps, desk, round, state } = props;
  const actions = useMemo(() => createCardActions(deps, desk), [deps, desk]);
  const board = useMemo(
    () => createBoardModel(deps, desk, round.roundId),
    [deps, desk, round.roundId],
  );
  useEffect(() => {
    void board.refresh();
    return board.stop;
  }, [board]);
  const today = new Date(deps.env.now()).toISOString().slice(0, 10);
  const made = useSignal<BoxId | undefined>(undefined);
  const isEmpty = round.sessions.length === 0;
  const planning = useSignal(isEmpty);
  const { planned, arrived, notes } = round;
  return (
    <Page
      title={t("sessions.titleOf", { round: round.fields.name })}
      lead={
        isEmpty
          ? t("sessions.emptyLead")
          : t("sessions.counts", { planned, arrived, notes: format.number(notes) })
      }
      width="full"
      namespace="desk"
    >
      <FailureAlert failure={actions.failure.value} />
      {made.value && (
        <Status
          actions={
            <LinkButton href={`#/desk/print-cards/${made.value}`}>
              {t("sessions.printCard")}
            </LinkButton>
          }
        >
          <p>{t("sessions.made")}</p>
        </Status>
      )}
      {planning.value ? (
        <Section title={t("sessions.newTitle")}>
          <SessionForm
            {...props}
            onPlanned={(session) => {
              made.value = session;
              planning.value = false;
            }}
            onCancel={
              isEmpty
                ? undefined
                : () => {
                    planning.value = false;
                  }
            }
          />
        </Section>
      ) : (
        <div class="actions">
          <Button
            kind="primary"
            onClick={() => {
              planning.value = true;
            }}
          >
            {t("sessions.plan")}
          </Button>
          <LinkButton href={`#/desk/print-cards/${round.roundId}`}>
            {t("sessions.printAll")}
          </LinkButton>
          <LinkButton href={`#/desk/print-guide/${round.roundId}`}>
            {t("sessions.printGuides")}
          </LinkButton>
        </div>
      )}
      {isEmpty && state.rounds.some(({ notes }) => notes > 0) && (
        <p>
          {t("sessions.askBody")}{" "}
          <a class="alone" href={`#/desk/follow-up?round=${round.roundId}`}>
            {t("sessions.askLink")}
          </a>
        </p>
      )}
      {!isEmpty && <AllowanceLine round={round} />}
      {!isEmpty && (
        <>
          <BoardLook round={round} model={board} today={today} hasHub={desk.facts().hasHub} />
          <SessionBoard round={round} actions={actions} sealed={board.sealed.value} today={today} />
        </>
      )}
      <PrepareLink baseUrl={deps.env.baseUrl} />
      <BriefingLink />
      {actions.voided.value && (
        <UndoBar
          message={t("card.voided")}
          onUndo={() => void actions.undo()}
          onDismiss={actions.dismiss}
        />
      )}
    </Page>
  );
};
