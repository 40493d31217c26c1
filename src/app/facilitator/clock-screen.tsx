// A clock to be read across the table: time, the question of now and the next one, and what has not been touched yet.
// No word of a note, no sound, nothing that blinks.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Question } from "../../domain/guide.ts";
import type { Translate } from "../../i18n/resources.ts";
import { useAnnounce } from "../../ui/announcer.tsx";
import { DimensionMark } from "../../ui/dimension-mark.tsx";
import { Alert } from "../../ui/message.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { dimensionWords } from "../session/dimension-words.ts";
import { FailureAlert } from "../session/failure-words.tsx";
import type { PhaseView } from "../session/phase-clock.ts";
import { chooseText, loadContents, type SessionContents } from "../session/session-contents.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { Shell } from "../shell/shell.tsx";
import { browserWakeHost, createWakeLock } from "../wake-lock.ts";
import { type ClockModel, createClockModel } from "./clock-model.ts";
import "./clock.css";

type Props = { readonly deps: AppDeps; readonly box: OpenBox };

export const ClockScreen = ({ deps, box }: Props) => {
  const common = useT("common");
  const [contents, setContents] = useState<SessionContents | "missing">();
  useEffect(() => {
    let isGone = false;
    void loadContents(deps, box).then((loaded) => {
      if (!isGone) setContents(loaded.ok ? loaded.value : "missing");
    });
    return () => {
      isGone = true;
    };
  }, [deps, box]);
  return (
    <>
      {contents === undefined && <Busy />}
      {contents === "missing" && (
        <Alert>
          <p>{common("page.failed")}</p>
        </Alert>
      )}
      {contents !== undefined && contents !== "missing" && (
        <Clock deps={deps} box={box} contents={contents} />
      )}
    </>
  );
};

/** Often enough for whole minutes to turn when they do. */
const tickMs = 1_000;

const Clock = ({ deps, box, contents }: Props & { readonly contents: SessionContents }) => {
  const t = useT("clock");
  const texts = useTexts();
  const { code, dir } = texts.spoken("clock");
  const model = useMemo(() => createClockModel(deps.env, box, contents), [deps, box, contents]);
  const wake = useMemo(() => createWakeLock(browserWakeHost()), []);
  useEffect(() => {
    wake.start();
    const ticking = setInterval(model.tick, tickMs);
    document.addEventListener("visibilitychange", model.tick);
    return () => {
      wake.stop();
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", model.tick);
      model.stop();
    };
  }, [model, wake]);
  const fields = sessionFieldsOf(model.records.value, box.facts().card);
  const languages = [texts.language().code, ...(fields?.languages ?? [])];
  return (
    <Shell
      hasBack
      {...(fields && { title: fields.title })}
      status={wake.isHeld.value ? t("wake.held") : t("wake.released")}
    >
      <div class="clock" lang={code} dir={dir}>
        <h1 class="unseen">{t("title")}</h1>
        <FailureAlert error={model.failure.value} />
        <Times model={model} />
        <Questions model={model} languages={languages} />
        <Untouched model={model} contents={contents} />
      </div>
    </Shell>
  );
};

const marks = { fifteen: "mark.fifteen", five: "mark.five", over: "mark.over" } as const;

const Times = ({ model }: { readonly model: ClockModel }) => {
  const t = useT("clock");
  const format = useFormat();
  const announce = useAnnounce();
  const { begun, elapsedMinutes, minutesLeft, mark } = model.phase.value;
  useEffect(() => {
    if (mark) announce(t(marks[mark]));
  }, [mark]);
  return (
    <section class="clock-times" aria-label={t("times")}>
      <p class="clock-now">
        <time>{format.time(model.now.value)}</time>
      </p>
      {begun ? (
        <dl class="clock-facts">
          <div>
            <dt>{t("elapsed")}</dt>
            <dd>{t("minutes", { minutes: elapsedMinutes })}</dd>
          </div>
          {minutesLeft !== undefined && (
            <div>
              <dt>{t("left")}</dt>
              <dd>{t("minutes", { minutes: Math.max(0, minutesLeft) })}</dd>
            </div>
          )}
        </dl>
      ) : (
        <p>{t("before")}</p>
      )}
      {mark && (
        <p class={`clock-mark clock-${mark}`}>
          <span aria-hidden="true">{markSigns[mark]} </span>
          {t(marks[mark])}
        </p>
      )}
    </section>
  );
};

/** One quarter, half and all of the last half hour: the shape grows as the time goes. */
const markSigns = { fifteen: "◔", five: "◑", over: "■" } as const;

const Questions = (props: {
  readonly model: ClockModel;
  readonly languages: readonly string[];
}) => {
  const { model, languages } = props;
  const t = useT("clock");
  const phase = model.phase.value;
  const next = phase.begun ? phase.next : model.first;
  return (
    <section class="clock-questions" aria-label={t("questions")}>
      {phase.question && (
        <div>
          <h2>{t("now", { place: phase.place, total: phase.total })}</h2>
          <QuestionText languages={languages} question={phase.question} />
          <p class="clock-spent">{spent(t, phase)}</p>
        </div>
      )}
      {next ? (
        <div class="clock-next">
          <h2>{phase.begun ? t("next") : t("first")}</h2>
          <QuestionText languages={languages} question={next} />
        </div>
      ) : (
        phase.begun && <p class="clock-next">{t("last")}</p>
      )}
    </section>
  );
};

const spent = (t: Translate<"clock">, phase: PhaseView): string =>
  phase.plannedMinutes === undefined
    ? t("spent", { minutes: phase.minutes })
    : t("spentOf", { minutes: phase.minutes, planned: phase.plannedMinutes });

const QuestionText = ({
  languages,
  question,
}: {
  readonly languages: readonly string[];
  readonly question: Question;
}) => {
  const words = chooseText(question.text, languages);
  return (
    <p class="clock-question" lang={words?.lang} dir="auto">
      {words?.text}
    </p>
  );
};

const Untouched = (props: { readonly model: ClockModel; readonly contents: SessionContents }) => {
  const t = useT("clock");
  const { untouched, notes, untagged } = props.model.counts.value;
  const words = dimensionWords(props.contents.codebook, useTexts().language().code);
  return (
    <section class="clock-untouched">
      <h2>{t("untouched")}</h2>
      {untouched.length === 0 ? (
        <p>{t("allTouched")}</p>
      ) : (
        <ul>
          {words
            .filter(({ id }) => untouched.includes(id))
            .map(({ id, number, word }) => (
              <li key={id}>
                <DimensionMark number={number} word={word} />
              </li>
            ))}
        </ul>
      )}
      <p class="clock-spent">{t("noteCount", { notes, untagged })}</p>
    </section>
  );
};
