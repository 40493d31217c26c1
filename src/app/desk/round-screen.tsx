// A new round. What is frozen is said to be frozen, with the short name of the texts that it freezes.
import { useMemo } from "preact/hooks";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, RadioList } from "../../ui/choice.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextField } from "../../ui/field.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import type { DeskState } from "./desk-view.ts";
import { FailureAlert } from "./failure.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import {
  createRoundModel,
  type GuideSource,
  type RetentionPlace,
  type RoundModel,
} from "./round-model.ts";

export const RoundScreen = ({ deps, desk, state }: DeskScreenProps) => {
  const t = useT("desk");
  // The form keeps what is typed while other coordinators' records arrive.
  const model = useMemo(() => createRoundModel(deps, desk, state), [deps, desk]);
  const create = async () => {
    const roundId = await model.create();
    if (roundId) location.hash = `#/desk/sessions/${roundId}`;
  };
  const faults = model.faults.value;
  return (
    <Page title={t("round.title")} lead={t("round.lead")} namespace="desk">
      <FailureAlert failure={model.failure.value} />
      <form
        class="stack form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={t("round.name")}
          hint={t("round.nameHint")}
          error={faults.includes("name") ? t("round.nameMissing") : undefined}
          maxLength={200}
          value={model.name.value}
          onInput={(next) => {
            model.name.value = next;
          }}
        />
        <LanguageChoice
          legend={t("round.languages")}
          hint={t("round.languagesHint")}
          error={faults.includes("languages") ? t("round.languagesMissing") : undefined}
          values={model.languages.value}
          onChange={(next) => {
            model.languages.value = next;
          }}
        />
        <GuideChoice model={model} state={state} />
        <Section title={t("round.rules")}>
          <Checkbox
            label={t("round.review")}
            hint={t("round.reviewHint")}
            checked={model.reviewRequired.value}
            onChange={(next) => {
              model.reviewRequired.value = next;
            }}
          />
          <Checkbox
            label={t("round.resume")}
            hint={t("round.resumeHint")}
            checked={model.allowResume.value}
            onChange={(next) => {
              model.allowResume.value = next;
            }}
          />
        </Section>
        <Retention model={model} />
        <Button type="submit" kind="primary" busy={model.busy.value && t("round.creating")}>
          {t("round.create")}
        </Button>
      </form>
    </Page>
  );
};

const GuideChoice = ({
  model,
  state,
}: {
  readonly model: RoundModel;
  readonly state: DeskState;
}) => {
  const t = useT("desk");
  const format = useFormat();
  const sources = model.sources.value;
  if (!sources) return <Busy />;
  const labelOf = ({ value, guide }: GuideSource) =>
    value === "shipped"
      ? t("round.guideShipped", { name: guide.name })
      : value === "edited"
        ? t("round.guideEdited", { name: guide.name })
        : t("round.guideOfRound", {
            name: guide.name,
            round: state.rounds.find(({ roundId }) => roundId === value)?.fields.name ?? "",
          });
  return (
    <div class="stack">
      <RadioList
        legend={t("round.guide")}
        hint={t("round.guideHint")}
        options={sources.map((each) => ({
          value: each.value,
          label: labelOf(each),
          hint: t("round.guideFacts", {
            count: each.guide.questions.length,
            languages: format.list(
              Object.keys(each.guide.notice).map((code) => writtenLanguage(code).endonym),
            ),
          }),
        }))}
        value={model.source.value}
        onChange={(next) => {
          model.source.value = next;
        }}
      />
      <a class="alone" href="#/desk/guide">
        {t("round.toGuide")}
      </a>
    </div>
  );
};

const places: readonly RetentionPlace[] = ["tabletDays", "hubDays", "deskDays"];
const labels = {
  tabletDays: "round.tabletDays",
  hubDays: "round.hubDays",
  deskDays: "round.deskDays",
} as const;

const Retention = ({ model }: { readonly model: RoundModel }) => {
  const t = useT("desk");
  const faults = model.faults.value;
  return (
    <Disclosure
      summary={t("round.retention")}
      open={places.some((place) => faults.includes(place))}
    >
      <div class="stack">
        <p>{t("round.retentionBody")}</p>
        {places.map((place) => (
          <TextField
            key={place}
            label={t(labels[place])}
            error={faults.includes(place) ? t("round.daysWrong") : undefined}
            type="number"
            min={1}
            max={3650}
            value={model.days.value[place]}
            onInput={(next) => model.setDays(place, next)}
          />
        ))}
      </div>
    </Disclosure>
  );
};
