// Where a coordinator lands: how far the round is, what comes next, and what the desk itself still lacks.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { type Step, Steps } from "../../ui/steps.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { createArrivalModel, isBlank } from "./arrival-model.ts";
import { ArrivalPage, ArrivedStatus } from "./arrival-view.tsx";
import type { AreaProps, DeskScreenProps } from "./desk-context.ts";
import { findRound, nextStep, type PathStep, pathSteps, type RoundRow } from "./desk-view.ts";
import { DueNotice, HubNotice, NameForm, ProofNotice } from "./home-notices.tsx";
import { PasskeySection } from "./passkey/lazy-passkey.tsx";
import { PassphraseSection } from "./passphrase-section.tsx";
import { RestoreSection } from "./restore-view.tsx";
import { RetentionNotice } from "./retention-notice.tsx";
import { RestoredNotice, SafeCopySection } from "./safe-copy-view.tsx";

export const HomeScreen = (props: AreaProps) => {
  const t = useT("desk");
  const safety = useT("safety");
  const { deps, desk, state } = props;
  const chosen = useSignal<string | undefined>(undefined);
  const round = findRound(state, chosen.value) ?? state.rounds[0];
  const arrival = useMemo(() => createArrivalModel(deps, desk), [deps, desk]);
  const blank = isBlank(state);
  useEffect(() => {
    if (blank) void arrival.look();
  }, [arrival]);
  if (blank) {
    return (
      <ArrivalPage
        model={arrival}
        restore={
          <>
            <RestoredNotice {...props} />
            <RestoreSection deps={deps} />
          </>
        }
        naming={<NameForm {...props} />}
      />
    );
  }
  return (
    <Page title={state.runs?.name ?? t("home.unnamed")} namespace="desk">
      <RestoredNotice {...props} />
      <ArrivedStatus stage={arrival.stage.value} />
      {!state.runs && (
        <Message kind="warning" title={t("notice.nameTitle")}>
          <NameForm {...props} />
        </Message>
      )}
      <ProofNotice {...props} />
      <RetentionNotice {...props} />
      <DueNotice {...props} />
      {round ? (
        <>
          {state.rounds.length > 1 && (
            <SelectField
              label={t("home.round")}
              value={round.roundId}
              options={state.rounds.map(({ roundId, fields }) => ({
                value: roundId,
                label: fields.name,
              }))}
              onChange={(next) => {
                chosen.value = next;
              }}
            />
          )}
          <RoundPath round={round} today={new Date(deps.env.now()).toISOString().slice(0, 10)} />
        </>
      ) : (
        <Empty
          title={t("home.noRound")}
          actions={
            <LinkButton kind="primary" href="#/desk/rounds/new">
              {t("home.newRound")}
            </LinkButton>
          }
        >
          <p>{t("home.noRoundBody")}</p>
        </Empty>
      )}
      {round && <Rounds rounds={state.rounds} />}
      <SafeCopySection {...props} />
      <Section title={t("home.deskTitle")}>
        <HubNotice {...props} />
        <PassphraseSection deps={deps} desk={desk} />
        {deps.passkeys && <PasskeySection deps={deps} desk={desk} />}
        <div class="actions">
          <LinkButton href="#/desk/guide">{t("home.guide")}</LinkButton>
          <LinkButton href="#/desk/exports">{t("home.exports")}</LinkButton>
          <LinkButton href="#/desk/retention">{safety("keeping.link")}</LinkButton>
          <LockButton {...props} />
        </div>
        <p class="muted">{t("home.lockHint")}</p>
      </Section>
    </Page>
  );
};

/** What is unsent goes first; the desk closes either way. */
const LockButton = ({ deps, keeper }: Pick<DeskScreenProps, "deps" | "keeper">) => {
  const t = useT("desk");
  const locking = useSignal(false);
  const lock = async () => {
    locking.value = true;
    await deps.courier.sendNow();
    await keeper.safeCopy.settle();
    await deps.locking.lockUp();
  };
  return (
    <Button onClick={() => void lock()} busy={locking.value && t("home.locking")}>
      {t("home.lock")}
    </Button>
  );
};

const names = {
  plan: "path.plan",
  collect: "path.collect",
  intake: "path.intake",
  notes: "path.notes",
  findings: "path.findings",
  report: "path.report",
  event: "path.event",
  measures: "path.measures",
  followUp: "path.followUp",
} as const;
const nextWords = {
  plan: "path.planNext",
  collect: "path.collectNext",
  intake: "path.intakeNext",
  notes: "path.notesNext",
  findings: "path.findingsNext",
  report: "path.reportNext",
  event: "path.eventNext",
  measures: "path.measuresNext",
  followUp: "path.followUpNext",
} as const;
const places = {
  plan: "#/desk/sessions",
  collect: "#/desk/sessions",
  intake: "#/desk/intake",
  notes: "#/desk/notes",
  findings: "#/desk/findings",
  report: "#/desk/reports",
  event: "#/desk/event",
  measures: "#/desk/measures",
  followUp: "#/desk/follow-up",
} as const;

/** One step may stand for two things to do: which of them, the facts tell. */
const sentenceOf = (round: RoundRow, next: PathStep) => {
  if (next === "event" && round.events > 0) return "path.eventHeldNext";
  const isOver = next === "followUp" && round.open === 0 && round.untold === 0;
  return isOver ? "path.allTold" : nextWords[next];
};

const RoundPath = ({ round, today }: { readonly round: RoundRow; readonly today: string }) => {
  const t = useT("desk");
  const next = nextStep(round, today);
  const counts = {
    ...{ planned: round.planned, arrived: round.arrived, count: round.notes },
    ...{ checked: round.checked, findings: round.findings },
    ...{ open: round.open, untold: round.untold },
    ...(next === "measures" && { count: round.unanswered }),
  };
  const remarks = {
    plan: t("path.planCount", { count: round.planned }),
    collect: t("path.collectCount", counts),
    intake: t("path.intakeCount", counts),
    notes: t("path.notesCount", counts),
    findings: t("path.findingsCount", { count: round.findings, checked: round.checked }),
    report: t("path.reportCount", { count: round.editions }),
    event: t("path.eventCount", { count: round.events, decisions: round.decisions }),
    measures: t("path.measuresCount", { count: round.measures }),
    followUp: t("path.followUpCount", { open: round.open, untold: round.untold }),
  };
  const stateOf = (step: PathStep): Step["state"] => {
    const [at, now] = [pathSteps.indexOf(step), pathSteps.indexOf(next)];
    return at < now ? "done" : at === now ? "now" : "later";
  };
  return (
    <Section title={round.fields.name}>
      <p class="next-step">{t(sentenceOf(round, next), counts)}</p>
      <LinkButton kind="primary" href={`${places[next]}`}>
        {t(names[next])}
      </LinkButton>
      <Steps
        label={t("path.label")}
        steps={pathSteps.map((step) => ({
          name: t(names[step]),
          state: stateOf(step),
          href: places[step],
          remark: remarks[step],
        }))}
      />
    </Section>
  );
};

const Rounds = ({ rounds }: { readonly rounds: readonly RoundRow[] }) => {
  const t = useT("desk");
  const format = useFormat();
  return (
    <Section title={t("home.rounds")}>
      <ul class="ruled">
        {rounds.map(({ roundId, fields, planned, arrived, notes }) => (
          <li key={roundId}>
            <a class="alone" href={`#/desk/sessions/${roundId}`}>
              {fields.name}
            </a>
            <p class="muted">
              {t("home.roundCounts", { planned, arrived, notes: format.number(notes) })}
              {!fields.reviewRequired && notes > 0 && ` · ${t("home.notReviewed")}`}
            </p>
          </li>
        ))}
      </ul>
      <LinkButton href="#/desk/rounds/new">{t("home.newRound")}</LinkButton>
    </Section>
  );
};
