// A follow-up request for one unit or council: chosen, saved as a workbook, and read back when it has been filled in.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { ExportStatus } from "../exports/export-status.tsx";
import { reportLanguages, toReportLanguage } from "../reports/report-settings.ts";
import { ReportsFailureAlert } from "../reports/reports-failure.tsx";
import { threadMark } from "../use-thread-key.ts";
import { LeftOutView } from "./left-out.tsx";
import { type PlanContent, readForPlan } from "./plan-content.ts";
import { type PlanWords, wordingIn } from "./plan-words.ts";
import { languageNames, type PlansPartProps, useExport } from "./plans-shared.ts";
import { RequestBack, type RequestBackModel, useRequestBack } from "./request-back.tsx";
import { listAsked, toRequestRows } from "./request-rows.ts";
import { isAsking } from "./sheet-in.ts";
import { requestWords } from "./sheet-words.ts";
import { usePlanWords } from "./use-plan-words.ts";

export const RequestPart = (props: PlansPartProps) => {
  const t = useT("plans");
  const { records, roundId, load } = props;
  const { code } = useTexts().language();
  const lang = useSignal(toReportLanguage(code));
  const { words, isMissing } = usePlanWords(lang.value, load);
  const content = useMemo(() => readForPlan(records, roundId), [records, roundId]);
  const back = useRequestBack(props);
  if (isMissing) return <ReportsFailureAlert failure={{ type: "words-missing" }} />;
  if (!content || !words) return <Busy />;
  return (
    <>
      <p class="lead">{t("request.lead")}</p>
      {listAsked(content.measures).all.length === 0 ? (
        <Empty
          title={t("request.empty")}
          actions={
            <LinkButton href={`#/desk/measures?round=${roundId}`}>{t("toMeasures")}</LinkButton>
          }
        >
          <p>{t("check.noMeasures")}</p>
        </Empty>
      ) : (
        <Section title={t("request.out")}>
          <div class="stack">
            <SelectField
              label={t("request.language")}
              value={lang.value}
              options={reportLanguages.map((each) => ({ value: each, label: languageNames[each] }))}
              onChange={(next) => {
                lang.value = toReportLanguage(next);
              }}
            />
            <Out {...props} content={content} words={words} back={back} />
          </div>
        </Section>
      )}
      <LeftOutView leftOut={content.leftOut} measuresOnly />
      <RequestBack {...props} back={back} />
    </>
  );
};

const everything = "";

const Out = (
  props: PlansPartProps & {
    readonly content: PlanContent;
    readonly words: PlanWords;
    readonly back: RequestBackModel;
  },
) => {
  const t = useT("plans");
  const { deps, content, words, records } = props;
  const asked = useMemo(() => listAsked(content.measures), [content]);
  const chosen = useSignal(asked.units[0]?.unit ?? everything);
  const typed = useSignal<string | undefined>(undefined);
  const file = useExport(props);
  const measures = asked.units.find(({ unit }) => unit === chosen.value)?.measures ?? asked.all;
  const recipient = (typed.value ?? chosen.value).trim();
  const save = () =>
    file.make({
      ...{ what: "follow-up-request", part: `follow-up-${words.lang}`, ending: "xlsx" },
      prepare: () => ({
        what: "follow-up-request",
        request: {
          unit: recipient,
          rows: toRequestRows(measures, records, words, deps.env.random),
          words: requestWords(words),
          madeAt: new Date(deps.env.now()).toISOString(),
        },
      }),
    });
  return (
    <>
      <SelectField
        label={t("request.unit")}
        value={chosen.value}
        options={[
          ...asked.units.map(({ unit, measures: own }) => ({
            value: unit,
            label: t("request.unitOf", { unit, count: own.length }),
          })),
          { value: everything, label: t("request.everything", { count: asked.all.length }) },
        ]}
        onChange={(unit) => {
          chosen.value = unit;
          typed.value = undefined;
        }}
      />
      <TextField
        label={t("request.recipient")}
        hint={t("request.recipientHint")}
        maxLength={200}
        value={typed.value ?? chosen.value}
        onInput={(value) => {
          typed.value = value;
        }}
      />
      <ol class="plans-asked">
        {measures.map((each) => {
          const wording = wordingIn(each.what, words.lang);
          return (
            <li key={each.measureId} {...threadMark("measure", each.measureId)}>
              <a
                href={`#/desk/measures/${each.measureId}`}
                lang={wording?.lang ?? words.lang}
                dir="auto"
              >
                {wording?.text}
              </a>
            </li>
          );
        })}
      </ol>
      <div class="actions">
        <Button
          kind={isAsking(props.back.sheet.current.value) ? "plain" : "primary"}
          onClick={() => void save()}
        >
          {t("request.save")}
        </Button>
      </div>
      <ExportStatus model={file} />
    </>
  );
};
