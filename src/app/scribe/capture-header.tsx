// The session's name, what is safe and what is sent, the question of now with its clock, and the menu.
import { Button } from "../../ui/button.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { chooseText } from "../session/session-contents.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { isOverdue } from "../support/overdue.ts";
import type { WakeLock } from "../wake-lock.ts";
import { useCapture } from "./capture-context.ts";
import { SavedState, SentState } from "./save-state.tsx";

const marks = { fifteen: "phase.fifteen", five: "phase.five", over: "phase.over" } as const;

const PhaseBar = ({ address }: { readonly address: string }) => {
  const { model } = useCapture();
  const t = useT("scribe");
  const language = useTexts().language().code;
  const { phase, log } = model;
  const { question, place, total, previous, next, begun, minutes, plannedMinutes, mark } =
    phase.value;
  const languages = [language, ...(log.session.value?.fields.languages ?? [])];
  const words = question && chooseText(question.text, languages);
  return (
    <section class="capture-phase" aria-label={t("phase.label")}>
      {words ? (
        <p class="phase-question">
          <small>{t("phase.place", { place, total })}</small>{" "}
          <span lang={words.lang} dir="auto">
            {words.text}
          </span>
        </p>
      ) : (
        <p class="phase-question muted">{begun ? t("phase.unknown") : t("phase.before")}</p>
      )}
      {begun && (
        <p class={`phase-clock numeric${mark ? " phase-marked" : ""}`} role="timer">
          {plannedMinutes === undefined
            ? t("phase.minutes", { minutes })
            : t("phase.planned", { minutes, planned: plannedMinutes })}
          {mark && <strong class={`phase-${mark}`}> {t(marks[mark])}</strong>}
        </p>
      )}
      <div class="phase-steps">
        {previous && (
          <Button
            kind="quiet"
            aria-label={t("phase.previous")}
            onClick={() => void model.previousQuestion()}
          >
            <span aria-hidden="true" class="mirrored">
              ‹
            </span>
          </Button>
        )}
        {begun && !next && (
          <a class="button button-plain" href={`${address}/debrief`}>
            {t("menu.debrief")}
          </a>
        )}
        {next && (
          <Button
            {...(begun ? { "aria-label": t("phase.next") } : {})}
            aria-keyshortcuts="Alt+N"
            onClick={() => void model.nextQuestion()}
          >
            {begun ? t("phase.nextShort") : t("phase.start")}
          </Button>
        )}
      </div>
    </section>
  );
};

const finishWords = {
  ngo: "menu.finishNgo",
  municipality: "menu.finishMunicipality",
} as const;

const CaptureMenu = (props: {
  readonly box: OpenBox;
  readonly address: string;
  readonly onLock: () => void;
}) => {
  const { box, address, onLock } = props;
  const { model, panel } = useCapture();
  const t = useT("scribe");
  const operator =
    model.log.session.value?.fields.desk?.operator ?? box.facts().card?.desk.operator;
  const show = (which: typeof panel.value) => () => {
    panel.value = which;
  };
  const items: readonly MenuItem[] = [
    { label: t("menu.whole"), onSelect: show("log") },
    {
      label: t("menu.leaveOut"),
      onSelect: () => void model.strikeLatest(),
      disabled: model.latest.value === undefined,
    },
    { label: t("menu.alarm"), onSelect: show("alarm") },
    { label: t("menu.keys"), onSelect: show("keys") },
    { label: t("menu.settings"), onSelect: () => go("#/settings") },
    { label: t("menu.clock"), onSelect: () => go(`${address}/clock`) },
    { label: t("menu.debrief"), onSelect: () => go(`${address}/debrief`) },
    { label: t("menu.lock"), onSelect: onLock },
    {
      label: operator ? t(finishWords[operator]) : t("menu.finish"),
      onSelect: () => go(`${address}/hand-over`),
    },
  ];
  return <Menu label={t("head.menu")} items={items} />;
};

const go = (hash: string) => {
  location.hash = hash;
};

/** Calm, and with the way to safety: it may stand here all evening. */
const Overdue = (props: {
  readonly deps: Pick<AppDeps, "marks" | "env">;
  readonly box: OpenBox;
}) => {
  const t = useT("device");
  const { deps, box } = props;
  if (!isOverdue(deps.marks.boxes.value.get(box.box), deps.env.now())) return null;
  return (
    <p class="head-state">
      {t("overdue.live")} <a href={`#/session/${box.box}/hand-over`}>{t("overdue.action")}</a>
    </p>
  );
};

export const CaptureHeader = (props: {
  readonly deps: Pick<AppDeps, "courier" | "marks" | "env">;
  readonly box: OpenBox;
  readonly wake: WakeLock;
  readonly onLock: () => void;
}) => {
  const { model } = useCapture();
  const t = useT("scribe");
  const { box, deps, wake, onLock } = props;
  const title = sessionFieldsOf(model.log.records.value, box.facts().card)?.title;
  const isHeld = wake.isHeld.value;
  const address = `#/session/${box.box}`;
  return (
    <header class="capture-head">
      <h1 dir="auto">{title ?? t("head.untitled")}</h1>
      <div class="head-states">
        <SavedState status={model.status} />
        <SentState courier={deps.courier} />
        <Overdue deps={deps} box={box} />
        <p class="head-state head-wake" title={isHeld ? undefined : t("wake.advice")}>
          {isHeld ? t("wake.held") : t("wake.released")}
        </p>
      </div>
      <CaptureMenu box={box} address={address} onLock={onLock} />
      <PhaseBar address={address} />
    </header>
  );
};
