// Commitments typed live: what is promised, by which unit, by when, when it is first looked at. "Show" is the check: from
// then on these very words are on the wall, on the cards and in the papers.
import { useSignal } from "@preact/signals";
import { decisionObstacles } from "../../../analysis/publishable-measures.ts";
import { type DecisionView, foldDecisions, isDecisionChecked } from "../../../domain/measures.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import type { EntityId } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choice.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { threadMark } from "../use-thread-key.ts";
import { CommitmentFields } from "./commitment-fields.tsx";
import { sayIn } from "./event-content.ts";
import type { EventContext } from "./event-context.ts";
import { EventRivals } from "./event-rivals.tsx";
import { DayField } from "./prepare-part.tsx";

type Props = { readonly context: EventContext; readonly findingId: EntityId | undefined };

export const CommitmentsPart = ({ context, findingId }: Props) => {
  const t = useT("event");
  const { records, view } = context;
  const all = foldDecisions(records).filter(
    ({ fields }) => fields.eventId === view.eventId && !fields.dropped,
  );
  return (
    <>
      {all.length === 0 ? (
        <p class="muted">{t("commitments.empty")}</p>
      ) : (
        <ol class="ruled event-commitments">
          {all.map((decision) => (
            <CommitmentRow key={decision.decisionId} {...{ context, decision }} />
          ))}
        </ol>
      )}
      <NewCommitmentForm context={context} findingId={findingId} />
    </>
  );
};

const NewCommitmentForm = ({ context, findingId }: Props) => {
  const t = useT("event");
  const { models, view, seat } = context;
  const promise = useSignal("");
  const unit = useSignal("");
  const dueOn = useSignal("");
  const firstFollowUpOn = useSignal("");
  const lang = seat.lang.value;
  const create = async () => {
    const text = promise.value.trim();
    if (text === "") return;
    const decisionId = await models.room.commit(view, {
      findings: findingId === undefined ? [] : [findingId],
      promise: { [lang]: text },
      unit: unit.value.trim() || undefined,
      dueOn: dueOn.value || undefined,
      firstFollowUpOn: firstFollowUpOn.value || undefined,
    });
    if (decisionId === undefined) return;
    for (const field of [promise, unit, dueOn, firstFollowUpOn]) field.value = "";
  };
  return (
    <form
      class="stack form"
      aria-label={t("commitment.new")}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h3>{t("commitment.new")}</h3>
      <TextArea
        label={t("commitment.promise")}
        hint={t(findingId === undefined ? "commitment.hintWhole" : "commitment.hint")}
        lang={lang}
        required
        maxLength={2_000}
        value={promise.value}
        onInput={(value) => {
          promise.value = value;
        }}
      />
      <TextField
        label={t("commitment.unit")}
        hint={t("commitment.unitHint")}
        maxLength={200}
        value={unit.value}
        onInput={(value) => {
          unit.value = value;
        }}
      />
      <div class="fields-row">
        <DayField
          label={t("commitment.dueOn")}
          type="date"
          value={dueOn.value}
          onKeep={(value) => {
            dueOn.value = value;
          }}
        />
        <DayField
          label={t("commitment.firstFollowUpOn")}
          type="date"
          value={firstFollowUpOn.value}
          onKeep={(value) => {
            firstFollowUpOn.value = value;
          }}
        />
      </div>
      <Button type="submit" kind="primary">
        {t("commitment.add")}
      </Button>
    </form>
  );
};

const obstacleKeys = {
  dropped: "obstacle.dropped",
  "no-words": "obstacle.noWords",
  rivals: "obstacle.rivals",
  telling: "obstacle.telling",
  unchecked: "obstacle.unchecked",
} as const;

const CommitmentRow = (props: {
  readonly context: EventContext;
  readonly decision: DecisionView;
}) => {
  const t = useT("event");
  const format = useFormat();
  const { context, decision } = props;
  const { models, seat, standing, pack } = context;
  const { decisionId, fields } = decision;
  const { room } = models;
  const obstacles = decisionObstacles(decision, standing);
  const stands = obstacles.filter((each) => each !== "unchecked");
  const said = sayIn(fields.promise, seat.lang.value);
  const name = said?.text ?? "";
  const { unit, dueOn, firstFollowUpOn } = fields;
  const facts = [
    ...(unit === undefined ? [] : [unit]),
    ...(dueOn === undefined ? [] : [`${t("commitment.dueOn")} ${format.day(dueOn)}`]),
    ...(firstFollowUpOn === undefined
      ? []
      : [`${t("commitment.firstFollowUpOn")} ${format.day(firstFollowUpOn)}`]),
  ];
  const finding = pack?.content.dimensions
    .flatMap(({ findings }) => findings)
    .find(({ findingId }) => fields.findings.some((id) => id === findingId));
  const show = async () => {
    if (!isDecisionChecked(decision)) await room.check(decisionId);
    seat.presenter.goTo(decisionId);
  };
  const drop = () => {
    void room.dropDecision(decisionId);
    context.onUndo({
      message: t("commitment.dropped"),
      undo: () => void room.restoreDecision(decisionId),
    });
  };
  const isHinted = Object.entries(fields.promise).some(
    ([code, text]) => findHints(text, code).length > 0,
  );
  return (
    <li class="stack" {...threadMark("decision", decisionId)}>
      {finding && (
        <p class="muted" lang={finding.statement.lang} dir="auto">
          {finding.statement.text}
        </p>
      )}
      {said && (
        <p class="event-promise" lang={said.lang} dir="auto">
          {said.text}
        </p>
      )}
      <p class="muted">{facts.join(" · ")}</p>
      <EventRivals
        view={decision}
        onChoose={(_, code, text) => void room.choosePromise(decisionId, code, text)}
        onKeep={() => void room.settleDecision(decisionId)}
      />
      <p class="finding-state" role="status">
        {obstacles.length === 0
          ? `✓ ${t("commitment.isShown")}`
          : `◔ ${obstacles.map((each) => t(obstacleKeys[each])).join(" · ")}`}
        {isHinted && ` · ${t("hint.personal")}`}
      </p>
      <div class="actions">
        <Button
          disabled={stands.length > 0}
          aria-label={t("commitment.showOf", { name })}
          onClick={() => void show()}
        >
          {t("commitment.show")}
        </Button>
        <Checkbox
          label={t("commitment.readAloud")}
          checked={fields.readAloud === true}
          onChange={(isRead) =>
            void room.setDecision(decisionId, { readAloud: isRead ? true : undefined })
          }
        />
        <a class="button button-plain" href={`#/desk/measures/new?decision=${decisionId}`}>
          {t("commitment.toMeasure")}
        </a>
        <Button kind="quiet" aria-label={t("commitment.dropOf", { name })} onClick={drop}>
          {t("commitment.drop")}
        </Button>
      </div>
      <Disclosure summary={t("commitment.change")}>
        <CommitmentFields context={context} decision={decision} />
      </Disclosure>
    </li>
  );
};
