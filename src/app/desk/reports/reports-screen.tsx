// The page of reports: choose what is told, see it at once as it will stand, and publish it as an edition.
import { useEffect, useMemo } from "preact/hooks";
import type { RoundView } from "../../../domain/desk.ts";
import type { Named } from "../../../domain/record.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField, TextArea, TextField } from "../../../ui/field.tsx";
import { Status } from "../../../ui/message.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { readRound } from "../use-round.ts";
import { buildReport, countRound, type RoundForReport, readForReport } from "./build-report.ts";
import { CheckLine } from "./check-line.tsx";
import { Downloads } from "./downloads.tsx";
import { HiddenView, ObstaclesView } from "./hidden-view.tsx";
import { LedgerView } from "./ledger-view.tsx";
import { PiecesView } from "./pieces-view.tsx";
import { ReportPage } from "./report-page.tsx";
import { reportLanguages, toReportLanguage } from "./report-settings.ts";
import { ReportsFailureAlert } from "./reports-failure.tsx";
import { createReportsModel, listEditions, type ReportsModel } from "./reports-model.ts";
import { SectionsView } from "./sections-view.tsx";

export type ReportsScreenProps = {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly records: readonly Named[];
  readonly asked: string | undefined;
  readonly load: LoadTexts;
};

export const ReportsScreen = (props: ReportsScreenProps) => {
  const t = useT("reports");
  const { records, asked } = props;
  const found = useMemo(() => readRound(records, asked), [records, asked]);
  const { round } = found;
  const read = useMemo(() => round && readForReport(records, round.roundId), [records, round]);
  if (!round || !read) {
    return (
      <Page title={t("page.title")} namespace="reports">
        <Empty
          title={t("page.empty")}
          actions={<LinkButton href="#/desk/intake">{t("page.toIntake")}</LinkButton>}
        >
          <p>{t("page.emptyBody")}</p>
        </Empty>
      </Page>
    );
  }
  return <Builder key={round.roundId} {...props} round={round} rounds={found.rounds} read={read} />;
};

type BuilderProps = ReportsScreenProps & {
  readonly round: RoundView;
  readonly rounds: readonly RoundView[];
  readonly read: RoundForReport;
};

const Builder = (props: BuilderProps) => {
  const t = useT("reports");
  const { deps, desk, records, round, rounds, read, load } = props;
  const { code } = useTexts().language();
  const model = useMemo(() => {
    const dimensions = round.fields.codebook.dimensions.map(({ id }) => id);
    const place = { roundId: round.roundId, dimensions };
    return createReportsModel(deps, desk, place, { lang: toReportLanguage(code), load });
  }, [deps, desk, round.roundId]); // The first language is a proposal: later it is the person's choice.
  useEffect(() => void model.start(), [model]);
  const editions = useMemo(() => listEditions(records, round.roundId), [records, round.roundId]);
  return (
    <Page title={t("page.title")} lead={t("page.lead")} width="full" namespace="reports">
      {rounds.length > 1 && (
        <SelectField
          label={t("page.round")}
          value={round.roundId}
          options={rounds.map(({ roundId, fields }) => ({ value: roundId, label: fields.name }))}
          onChange={(id) => {
            location.hash = `#/desk/reports/${id}`;
          }}
        />
      )}
      <ReportsFailureAlert failure={model.failure.value} />
      <ObstaclesView
        model={model}
        round={round}
        titles={editions.map(({ fields }) => fields.title)}
      />
      <div class="report-desk">
        <div class="report-side screen-only">
          <Choices model={model} round={round} findings={read.findings} />
          <Section title={t("ledger.title")}>
            <LedgerView model={model} editions={editions} />
          </Section>
        </div>
        <Preview {...{ deps, model, read, load }} />
      </div>
    </Page>
  );
};

const Choices = (props: {
  readonly model: ReportsModel;
  readonly round: RoundView;
  readonly findings: RoundForReport["findings"];
}) => {
  const t = useT("reports");
  const { model, round } = props;
  const settings = model.settings.value;
  return (
    <Section title={t("builder.title")}>
      <div class="stack">
        <SelectField
          label={t("builder.language")}
          value={settings.lang}
          options={reportLanguages.map((lang) => ({ value: lang, label: languageNames[lang] }))}
          onChange={(lang) => model.change({ lang: toReportLanguage(lang) })}
        />
        <TextField
          label={t("builder.name")}
          optional
          maxLength={200}
          value={settings.title}
          onInput={(title) => model.change({ title })}
        />
        <TextArea
          label={t("builder.introduction")}
          hint={t("builder.introductionHint")}
          optional
          maxLength={20_000}
          value={settings.introduction}
          lang={settings.lang}
          onInput={(introduction) => model.change({ introduction })}
        />
        <h3>{t("builder.sections")}</h3>
        <p class="field-hint">{t("builder.sectionsHint")}</p>
        <SectionsView model={model} round={round} />
        <PiecesView {...props} />
      </div>
    </Section>
  );
};
const languageNames = { fi: "suomi", sv: "svenska", en: "English" } as const;

const Preview = (props: {
  readonly model: ReportsModel;
  readonly read: RoundForReport;
  readonly deps: AppDeps;
  readonly load: LoadTexts;
}) => {
  const t = useT("reports");
  const { deps, model, read, load } = props;
  const settings = model.settings.value;
  const words = model.words.value;
  const { off, inWords, merge } = settings;
  // The numbers depend on few of the choices, and cost the most.
  const counts = useMemo(() => countRound(read, settings), [read, off, inWords, merge]);
  if (!words || words.lang !== settings.lang) return <Busy />;
  const madeAt = new Date(deps.env.now()).toISOString();
  const built = buildReport(read, counts, { settings, words, madeAt, isDraft: true });
  const open = model.opened.value;
  const report = open?.report ?? built.report;
  return (
    <section class="report-preview" aria-label={t("preview.title")}>
      <div class="report-bar-top screen-only">
        {open ? (
          <Status title={t("preview.edition")}>
            <p>{t("preview.editionBody")}</p>
          </Status>
        ) : (
          <>
            <CheckLine check={built.check} />
            <HiddenView model={model} round={read.round} hidden={counts.hidden} />
          </>
        )}
        <div class="actions">
          {open ? (
            <Button
              onClick={() => {
                model.opened.value = undefined;
              }}
            >
              {t("preview.back")}
            </Button>
          ) : (
            <Button
              kind="primary"
              busy={model.busy.value && t("preview.publishing")}
              onClick={() => void model.publish(read)}
            >
              {t("preview.publish")}
            </Button>
          )}
          <Button onClick={() => globalThis.print()}>{t("preview.print")}</Button>
        </div>
        <Downloads {...{ deps, report, load }} id={open?.editionId ?? read.round.roundId} />
      </div>
      <ReportPage
        report={report}
        made={words.t("made", { when: words.format.dayTime(report.madeAt) })}
      />
    </section>
  );
};
