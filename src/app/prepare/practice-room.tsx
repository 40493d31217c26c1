// The practice: the real live screen on the practice's own database, with invented talk above it. Its own colour says at
// every moment that this is no session.
import { useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { CaptureScreen } from "../scribe/capture-screen.tsx";
import { practiceLines } from "./practice-lines.ts";
import { createPracticePace, type PracticePace, toPace } from "./practice-pace.ts";
import { closePractice, openPractice, type PracticeCounts } from "./practice-session.ts";
import { PracticeTalk } from "./practice-talk.tsx";
import "./prepare.css";

type Stage =
  | { readonly at: "before" | "opening" | "failed" }
  | { readonly at: "writing"; readonly box: OpenBox; readonly pace: PracticePace }
  | { readonly at: "over"; readonly counts: PracticeCounts };

const after = (delayMs: number, work: () => void) => {
  const timer = setTimeout(work, delayMs);
  return () => clearTimeout(timer);
};

const backHref = "./#/prepare";

export const PracticeRoom = ({ deps }: { readonly deps: AppDeps }) => {
  const t = useT("prepare");
  const scribe = useT("scribe");
  const texts = useTexts();
  const stage = useSignal<Stage>({ at: "before" });
  const lines = practiceLines(t, scribe("speaker.facilitator"));

  const begin = async () => {
    stage.value = { at: "opening" };
    const language = texts.spoken("prepare").code;
    const opened = await openPractice(deps, { title: t("practice.sessionTitle"), language });
    if (!opened.ok) {
      stage.value = { at: "failed" };
      return;
    }
    const pace = createPracticePace(toPace(lines.map(({ text }) => text)), after);
    stage.value = { at: "writing", box: opened.value, pace };
    pace.begin();
  };

  const now = stage.value;
  return (
    <>
      <aside class="practice-banner">
        <p>{now.at === "writing" ? t("practice.bannerShort") : t("practice.banner")}</p>
        {now.at === "writing" ? (
          <Button kind="quiet" onClick={now.pace.end}>
            {t("practice.end")}
          </Button>
        ) : (
          <a class="button button-quiet" href={backHref}>
            {t("practice.back")}
          </a>
        )}
      </aside>
      {now.at === "writing" ? (
        <Writing
          deps={deps}
          box={now.box}
          pace={now.pace}
          lines={lines}
          onOver={(counts) => {
            stage.value = { at: "over", counts };
          }}
        />
      ) : (
        <main class="practice-page">
          <Page
            title={now.at === "over" ? t("practice.over") : t("practice.name")}
            namespace="prepare"
          >
            {now.at === "opening" && <Busy label={t("practice.opening")} />}
            {now.at === "failed" && (
              <Alert>
                <p>{t("practice.failed")}</p>
              </Alert>
            )}
            {now.at === "before" && (
              <>
                <p>{t("practice.body")}</p>
                <div class="actions">
                  <Button kind="primary" onClick={() => void begin()}>
                    {t("practice.begin")}
                  </Button>
                </div>
              </>
            )}
            {now.at === "over" && (
              <Over counts={now.counts} heard={lines.length} onAgain={() => void begin()} />
            )}
          </Page>
        </main>
      )}
    </>
  );
};

const Writing = (props: {
  readonly deps: AppDeps;
  readonly box: OpenBox;
  readonly pace: PracticePace;
  readonly lines: ReturnType<typeof practiceLines>;
  readonly onOver: (counts: PracticeCounts) => void;
}) => {
  const { deps, box, pace, lines, onOver } = props;
  // The menu's ways out lead nowhere here: each of them ends the practice.
  useEffect(() => {
    const leave = () => pace.end();
    window.addEventListener("hashchange", leave);
    return () => window.removeEventListener("hashchange", leave);
  }, [pace]);
  const isClosing = useSignal(false);
  useSignalEffect(() => {
    if (!pace.isOver.value || isClosing.peek()) return;
    isClosing.value = true;
    void closePractice(deps, box).then(onOver);
  });
  const above = useMemo(() => <PracticeTalk pace={pace} lines={lines} />, [pace, lines]);
  return <CaptureScreen deps={deps} box={box} above={above} />;
};

const Over = (props: {
  readonly counts: PracticeCounts;
  readonly heard: number;
  readonly onAgain: () => void;
}) => {
  const t = useT("prepare");
  const { counts, heard, onAgain } = props;
  return (
    <Status
      actions={
        <>
          <LinkButton kind="primary" href={`${backHref}?practised`}>
            {t("practice.back")}
          </LinkButton>
          <Button onClick={onAgain}>{t("practice.again")}</Button>
        </>
      }
    >
      <ul>
        <li>{t("practice.heard", { lines: heard })}</li>
        <li>{t("practice.written", { count: counts.notes })}</li>
        <li>{t("practice.tagged", { count: counts.tagged })}</li>
      </ul>
      <p>{t("practice.overBody")}</p>
      <p>{t("practice.removed")}</p>
    </Status>
  );
};
