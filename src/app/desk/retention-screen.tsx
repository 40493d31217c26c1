// How long a round is kept, what must come first, the two ways to let go, and the certificates of what went.
import { useMemo } from "preact/hooks";
import type { EntityId } from "../../domain/schema.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { FailureAlert } from "./failure.tsx";
import { listRoundTimes, type Obstacle, type RoundTime } from "./retention.ts";
import { createRetentionModel, type RetentionModel } from "./retention-model.ts";
import { certificatesOf } from "./round-removal.ts";

export const RetentionScreen = (
  props: DeskScreenProps & { readonly roundId: string | undefined },
) => {
  const t = useT("safety");
  const { deps, desk, keeper, state } = props;
  const round = state.rounds.find(({ roundId }) => roundId === props.roundId) ?? state.rounds[0];
  const records = useLive(desk.records.watch).value ?? [];
  const model = useMemo(
    () =>
      round &&
      // A copy that still holds what went would bring it back.
      createRetentionModel(deps, desk, round.roundId, () => void keeper.safeCopy.save()),
    [deps, desk, round?.roundId],
  );
  if (!round || !model) return null;
  const time = listRoundTimes(records, deps.env.now()).find(
    ({ roundId }) => roundId === round.roundId,
  );
  return (
    <Page
      title={t("keeping.title", { round: round.fields.name })}
      lead={t("keeping.lead")}
      namespace="safety"
    >
      <div class="screen-only stack">
        <FailureAlert failure={model.failure.value} />
        {time ? (
          <Times time={time} model={model} hasHub={desk.facts().hasHub} />
        ) : (
          <p>{t("keeping.nothing")}</p>
        )}
      </div>
      <Certificates {...props} roundId={round.roundId} name={round.fields.name} />
      <p class="screen-only">
        <LinkButton href="#/desk/home">{t("keeping.back")}</LinkButton>
      </p>
    </Page>
  );
};

const Times = (props: {
  readonly time: RoundTime;
  readonly model: RetentionModel;
  readonly hasHub: boolean;
}) => {
  const t = useT("safety");
  const format = useFormat();
  const { time, model, hasHub } = props;
  return (
    <>
      <p>{t("keeping.from", { day: format.longDay(time.from), count: time.notes })}</p>
      {hasHub && (
        <Section title={t("keeping.hubTitle")}>
          <p>{t("keeping.hubDue", { day: format.longDay(time.hub.due) })}</p>
          <p>{t("keeping.hubBody")}</p>
          {time.hub.state === "due" && (
            <Button
              busy={model.busy.value === "hub" && t("keeping.working")}
              onClick={() => void model.clear()}
            >
              {t("keeping.hubClear")}
            </Button>
          )}
        </Section>
      )}
      <Section title={t("keeping.deskTitle")}>
        <p>{t("keeping.deskDue", { day: format.longDay(time.desk.due) })}</p>
        <p>{t("keeping.deskBody")}</p>
        {time.obstacles.length > 0 ? (
          <Message kind="warning" title={t("keeping.first")}>
            <ul>
              {time.obstacles.map((obstacle) => (
                <li key={obstacle.type}>
                  <ObstacleWords obstacle={obstacle} />
                </li>
              ))}
            </ul>
          </Message>
        ) : (
          <form
            class="stack form"
            onSubmit={(event) => {
              event.preventDefault();
              void model.remove(time.name);
            }}
          >
            {time.desk.state !== "due" && <p>{t("keeping.early")}</p>}
            <TextField
              label={t("keeping.confirm", { round: time.name })}
              hint={t("keeping.confirmHint")}
              value={model.typed.value}
              onInput={(next) => {
                model.typed.value = next;
              }}
            />
            <Button
              type="submit"
              kind="danger"
              busy={model.busy.value === "desk" && t("keeping.working")}
            >
              {t("keeping.remove", { count: time.notes })}
            </Button>
          </form>
        )}
      </Section>
    </>
  );
};

const ObstacleWords = ({ obstacle }: { readonly obstacle: Obstacle }) => {
  const t = useT("safety");
  switch (obstacle.type) {
    case "awaited":
      return <>{t("keeping.awaited", { count: obstacle.sessions })}</>;
    case "rivals":
      return <>{t("keeping.rivals", { count: obstacle.sessions })}</>;
    case "unreceipted":
      return <>{t("keeping.unreceipted", { count: obstacle.releases })}</>;
  }
};

const ruleKeys = {
  "hub-time": "keeping.ruleHub",
  "desk-time": "keeping.ruleDesk",
  "before-time": "keeping.ruleEarly",
} as const;

/** Plain text, so that it can be copied into a register; the page prints as it is. No content of any note. */
const Certificates = (
  props: DeskScreenProps & { readonly roundId: EntityId; readonly name: string },
) => {
  const t = useT("safety");
  const format = useFormat();
  const { desk, state, roundId, name } = props;
  const records = useLive(desk.records.watch).value ?? [];
  const all = certificatesOf(records, desk, roundId);
  if (all.length === 0) return null;
  return (
    <Section title={t("keeping.certificates")}>
      {all.map(({ id, record }) => {
        const lines = [
          t("keeping.certDesk", { desk: state.runs?.name ?? "" }),
          t("keeping.certRound", { round: name }),
          record.from === "hub"
            ? t("keeping.certHub", { count: record.envelopes.length, sessions: record.sessions })
            : t("keeping.certNotes", { count: record.notes, sessions: record.sessions }),
          t("keeping.certWhen", { time: format.dayTime(record.removedAt) }),
          t(ruleKeys[record.rule], { day: format.longDay(record.due) }),
          t("keeping.certName", { name: id.slice(0, 16) }),
        ];
        return (
          <article key={id} class="certificate stack">
            <h3>{t("keeping.certTitle")}</h3>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <div class="actions screen-only">
              <Button onClick={() => window.print()}>{t("keeping.print")}</Button>
              <CopyButton text={[t("keeping.certTitle"), ...lines].join("\n")} />
            </div>
          </article>
        );
      })}
      <p>{t("keeping.reach")}</p>
    </Section>
  );
};
