// Open measures of earlier rounds as questions of the next one: what was promised is asked about at the tables. Only words
// that were checked as fit to be told go there, and only while no card names the round's questions.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { carriedRoom, measureOf, toCarriedId } from "../../../analysis/carried-over.ts";
import { listPublishableMeasures } from "../../../analysis/publishable-measures.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { CheckList } from "../../../ui/choice.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Alert, Message, Status } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import type { PlanError } from "../desk-plan.ts";
import { openRounds, type RoundRow } from "../desk-view.ts";
import { useFailureText } from "../failure.tsx";
import { statusKeys } from "../measures/measure-words.ts";
import { loadAsks } from "./ask-words.ts";
import { type FollowUpProps, firstWords } from "./follow-up-context.ts";

export const CarryPart = (props: FollowUpProps) => {
  const t = useT("followUp");
  const { state, reading } = props;
  const open = openRounds(state);
  const chosen = useSignal<string | undefined>(undefined);
  const target =
    open.find(({ roundId }) => roundId === (chosen.value ?? reading.round?.roundId)) ?? open[0];
  return (
    <Section title={t("carry.title")}>
      <p>{t("carry.body")}</p>
      {!target ? (
        <>
          <p>{t("carry.noRound")}</p>
          <div class="actions">
            <LinkButton href="#/desk/rounds/new">{t("empty.newRound")}</LinkButton>
          </div>
        </>
      ) : (
        <>
          {open.length > 1 && (
            <div class="form">
              <SelectField
                label={t("carry.into")}
                value={target.roundId}
                options={open.map(({ roundId, fields }) => ({
                  value: roundId,
                  label: fields.name,
                }))}
                onChange={(next) => {
                  chosen.value = next;
                }}
              />
            </div>
          )}
          <CarryForm key={target.roundId} {...props} target={target} />
        </>
      )}
    </Section>
  );
};

const CarryForm = (props: FollowUpProps & { readonly target: RoundRow }) => {
  const t = useT("followUp");
  const measure = useT("measures");
  const format = useFormat();
  const screen = useTexts().language().code;
  const toText = useFailureText();
  const { records, reading, target, model } = props;
  const { guide, languages } = target.fields;
  const measures = useMemo(
    () =>
      reading.rounds
        .filter(({ roundId }) => roundId !== target.roundId)
        .flatMap(({ roundId }) => listPublishableMeasures(records, roundId))
        .filter(({ status }) => status !== "done" && status !== "dropped"),
    [records, target.roundId],
  );
  const values = useSignal<readonly string[]>(
    guide.questions.flatMap(({ id }) => measureOf(id, measures)?.measureId ?? []),
  );
  const failure = useSignal<PlanError | undefined>(undefined);
  const saved = useSignal<number | undefined>(undefined);
  const isBusy = useSignal(false);
  if (measures.length === 0) return <p>{t("carry.none")}</p>;
  const chosen = measures.filter(({ measureId }) => values.value.includes(measureId));
  const room = carriedRoom(guide);
  const gaps = chosen.flatMap(({ what }) => languages.filter((lang) => what[lang] === undefined));
  const save = async () => {
    isBusy.value = true;
    const done = await model.carry(target.roundId, chosen, await loadAsks(languages));
    isBusy.value = false;
    failure.value = done.ok ? undefined : done.error;
    saved.value = done.ok ? chosen.length : undefined;
    if (done.ok) props.deps.courier.nudge();
  };
  const asked = guide.questions.filter(({ id }) =>
    measures.some((m) => toCarriedId(m.measureId) === id),
  );
  return (
    <div class="stack">
      {failure.value && (
        <Alert>
          <p>{toText(failure.value)}</p>
        </Alert>
      )}
      <CheckList
        legend={t("carry.legend", { round: target.fields.name })}
        hint={t("carry.hint")}
        error={chosen.length > room ? t("carry.tooMany", { count: room }) : undefined}
        values={values.value}
        options={measures.map(({ measureId, what, status }) => {
          const { text, lang } = firstWords(what, screen);
          return {
            value: measureId as string,
            label: text,
            lang,
            hint: measure(statusKeys[status]),
          };
        })}
        onChange={(next) => {
          values.value = next;
          saved.value = undefined;
        }}
      />
      {gaps.length > 0 && (
        <Message kind="warning">
          <p>
            {t("carry.gaps", {
              languages: format.list(
                [...new Set(gaps)].map((code) => writtenLanguage(code).endonym),
              ),
            })}
          </p>
        </Message>
      )}
      <div class="actions">
        <Button
          busy={isBusy.value && t("carry.saving")}
          disabled={chosen.length > room}
          onClick={() => void save()}
        >
          {t("carry.save")}
        </Button>
      </div>
      {saved.value !== undefined && (
        <Status
          actions={
            <LinkButton href={`#/desk/sessions/${target.roundId}`}>{t("carry.toPlan")}</LinkButton>
          }
        >
          <p>{t("carry.saved", { count: saved.value, round: target.fields.name })}</p>
        </Status>
      )}
      {saved.value === undefined && asked.length > 0 && (
        <p class="muted">{t("carry.asked", { count: asked.length })}</p>
      )}
    </div>
  );
};
