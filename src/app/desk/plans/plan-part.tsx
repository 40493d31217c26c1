// A plan: chosen on one side, seen on the other as it will stand in Word and on paper.
import { useEffect, useMemo } from "preact/hooks";
import type { RoundView } from "../../../domain/desk.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { Alert, Message } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { ExportStatus } from "../exports/export-status.tsx";
import { loadExportWords } from "../reports/downloads-words.ts";
import { ReportPage } from "../reports/report-page.tsx";
import { reportLanguages, toReportLanguage } from "../reports/report-settings.ts";
import { ReportsFailureAlert } from "../reports/reports-failure.tsx";
import { buildPlan } from "./build-plan.ts";
import { LeftOutView } from "./left-out.tsx";
import { listObjectives, type PlanContent, readForPlan } from "./plan-content.ts";
import { createPlanModel, type PlanModel } from "./plan-model.ts";
import { maxObjectives, type PlanKind, planKinds } from "./plan-settings.ts";
import { wordingIn } from "./plan-words.ts";
import { languageNames, type PlansPartProps, useExport } from "./plans-shared.ts";

const kindKeys = { action: "plan.action", implementation: "plan.implementation" } as const;

export const PlanPart = (props: PlansPartProps & { readonly round: RoundView }) => {
  const t = useT("plans");
  const { desk, records, round, roundId, load } = props;
  const { code } = useTexts().language();
  const { operator, deskName } = round.fields;
  const model = useMemo(
    () =>
      createPlanModel(desk, roundId, {
        lang: toReportLanguage(code),
        municipality: operator === "municipality" ? deskName : "",
        load,
      }),
    [desk, roundId],
  ); // The first language is a proposal: later it is the person's choice.
  useEffect(() => void model.start(), [model]);
  const content = useMemo(() => readForPlan(records, roundId), [records, roundId]);
  if (!content) return <Busy />;
  return (
    <>
      <ReportsFailureAlert failure={model.failure.value} />
      <div class="report-desk">
        <div class="report-side screen-only">
          <Choices model={model} content={content} />
        </div>
        <section class="report-preview" aria-label={t("preview")}>
          <Preview {...props} model={model} content={content} />
        </section>
      </div>
    </>
  );
};

type Both = { readonly model: PlanModel; readonly content: PlanContent };

const Choices = ({ model, content }: Both) => {
  const t = useT("plans");
  const settings = model.settings.value;
  return (
    <Section title={t("plan.choose")}>
      <div class="stack">
        <SelectField
          label={t("plan.kind")}
          value={settings.kind}
          options={planKinds.map((kind) => ({ value: kind, label: t(kindKeys[kind]) }))}
          onChange={(value) => {
            const kind: PlanKind = planKinds.find((each) => each === value) ?? "action";
            model.change({ kind });
          }}
        />
        <SelectField
          label={t("plan.language")}
          value={settings.lang}
          options={reportLanguages.map((lang) => ({ value: lang, label: languageNames[lang] }))}
          onChange={(lang) => model.change({ lang: toReportLanguage(lang) })}
        />
        <TextField
          label={t("fact.municipality")}
          optional
          maxLength={200}
          value={settings.municipality}
          onInput={(municipality) => model.change({ municipality })}
        />
        <TextField
          label={t("fact.approver")}
          hint={t("plan.approverHint")}
          optional
          maxLength={200}
          value={settings.approver}
          onInput={(approver) => model.change({ approver })}
        />
        {settings.kind === "implementation" && (
          <>
            <div class="plans-period">
              <TextField
                label={t("plan.from")}
                type="date"
                value={settings.from}
                onInput={(from) => model.change({ from })}
              />
              <TextField
                label={t("plan.until")}
                type="date"
                value={settings.until}
                min={settings.from}
                onInput={(until) => model.change({ until })}
              />
            </div>
            <Objectives model={model} content={content} />
          </>
        )}
      </div>
    </Section>
  );
};

const Objectives = ({ model, content }: Both) => {
  const t = useT("plans");
  const objectives = useMemo(() => listObjectives(content.measures), [content]);
  const keys = objectives.map(({ key }) => key);
  const { objectives: chosen, lang } = model.settings.value;
  const without = content.measures.length - objectives.flatMap(({ measures }) => measures).length;
  return (
    <fieldset class="choices">
      <legend>{t("plan.objectives", { most: maxObjectives })}</legend>
      {objectives.length === 0 && <p class="field-hint">{t("plan.noObjectives")}</p>}
      {objectives.map(({ key, texts, measures }) => {
        const wording = wordingIn(texts, lang);
        return (
          <label key={key} class="plans-objective">
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onClick={(event) => {
                // The box shows what is chosen: a fourth one is not.
                event.preventDefault();
                model.toggleObjective(key, keys);
              }}
            />
            <span>
              <span lang={wording?.lang ?? lang} dir="auto">
                {wording?.text}
              </span>{" "}
              <span class="muted">{t("plan.measuresOf", { count: measures.length })}</span>
            </span>
          </label>
        );
      })}
      {model.isFull.value && (
        <Alert kind="warning">
          <p>{t("plan.full", { most: maxObjectives })}</p>
        </Alert>
      )}
      {without > 0 && <p class="field-hint">{t("plan.withoutObjective", { count: without })}</p>}
    </fieldset>
  );
};

const Preview = (props: PlansPartProps & Both) => {
  const t = useT("plans");
  const format = useFormat();
  const { deps, model, content, roundId, load } = props;
  const file = useExport(props);
  const settings = model.settings.value;
  const words = model.words.value;
  if (!words || words.lang !== settings.lang) return <Busy />;
  const madeAt = new Date(deps.env.now()).toISOString();
  const { report, blanks, names } = buildPlan(content, settings, words, madeAt);
  const save = () =>
    file.make({
      ...{ what: "docx", part: `${settings.kind}-plan-${settings.lang}`, ending: "docx" },
      prepare: async () => ({
        ...{ what: "docx", report, images: [] },
        words: await loadExportWords(report, load),
      }),
    });
  return (
    <>
      <div class="report-bar-top screen-only">
        <p class="plans-check">
          {[
            t("check.measures", { count: content.measures.length }),
            t("check.findings", { count: content.findings.length }),
            t("check.blanks", { count: blanks }),
          ].join(" · ")}
        </p>
        <LeftOutView leftOut={content.leftOut} />
        {names.length > 0 && (
          <Message kind="warning">
            <p>{t("check.names", { names: format.list(names) })}</p>
          </Message>
        )}
        {content.measures.length === 0 && (
          <Message
            actions={
              <LinkButton href={`#/desk/measures?round=${roundId}`}>{t("toMeasures")}</LinkButton>
            }
          >
            <p>{t("check.noMeasures")}</p>
          </Message>
        )}
        {!content.edition && <p class="field-hint">{t("check.noEdition")}</p>}
        <div class="actions">
          <Button kind="primary" onClick={() => void save()}>
            {t("plan.save")}
          </Button>
          <Button onClick={() => globalThis.print()}>{t("plan.print")}</Button>
        </div>
        <ExportStatus model={file} />
      </div>
      <ReportPage
        report={report}
        made={words.t("made", { when: words.format.day(report.madeAt) })}
      />
    </>
  );
};
