// The session's summary on one page: to read back, print, and save as a Word file. All of it is made on this device.
import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { attempt } from "../../base/result.ts";
import type { SummaryPaper } from "../../report/session-summary.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Page } from "../../ui/page.tsx";
import { PrintSheet } from "../../ui/print-sheet.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useLive } from "../../ui/use-live.ts";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { Shell } from "../shell/shell.tsx";
import { FailureAlert } from "./failure-words.tsx";
import { fileHost, saveFile } from "./save-file.ts";
import { type LoadError, loadContents, type SessionContents } from "./session-contents.ts";
import { toSummaryPaper } from "./summary-paper.ts";
import "./summary.css";

type Props = { readonly deps: AppDeps; readonly box: OpenBox };

export const SummaryScreen = ({ deps, box }: Props) => {
  const t = useT("debrief");
  const texts = useTexts();
  const format = useFormat();
  const [contents, setContents] = useState<SessionContents>();
  const [failure, setFailure] = useState<LoadError>();
  useEffect(() => {
    let isGone = false;
    void loadContents(deps, box).then((loaded) => {
      if (isGone) return;
      if (loaded.ok) setContents(loaded.value);
      else setFailure(loaded.error);
    });
    return () => {
      isGone = true;
    };
  }, [deps, box]);
  const live = useLive(box.records.watch);
  const fields = live.value && sessionFieldsOf(live.value, box.facts().card);
  const spoken = texts.spoken("debrief");
  const paper =
    contents &&
    live.value &&
    toSummaryPaper(
      {
        ...{ records: live.value, fields, codebook: contents.codebook },
        writtenIn: contents.usualLanguage ?? spoken.code,
      },
      { t, spoken, format },
    );
  return (
    <Shell {...(fields && { title: fields.title })}>
      <Page title={t("paper.kicker")} lead={t("paper.lead")} width="full" namespace="debrief">
        <FailureAlert error={live.error} />
        {failure && failure.type !== "contents-missing" && <FailureAlert error={failure} />}
        {failure?.type === "contents-missing" && <ContentsMissing />}
        {!paper && !failure && !live.error && <Busy />}
        {paper && (
          <>
            <Actions deps={deps} box={box} paper={paper} />
            <Sheet paper={paper} />
          </>
        )}
      </Page>
    </Shell>
  );
};

const ContentsMissing = () => {
  const t = useT("common");
  return (
    <Alert>
      <p>{t("page.failed")}</p>
    </Alert>
  );
};

const Actions = ({ deps, box, paper }: Props & { readonly paper: SummaryPaper }) => {
  const t = useT("debrief");
  const common = useT("common");
  const state = useSignal<"idle" | "saving" | "failed" | { readonly name: string }>("idle");
  const save = async () => {
    state.value = "saving";
    const made = await attempt(
      async () => (await import("../../report/session-summary-docx.ts")).toSummaryDocx(paper),
      () => ({ type: "parts-missing" }) as const, // An import rejects when the file cannot be had.
    );
    if (!made.ok) {
      state.value = "failed";
      return;
    }
    // No title: file names travel in clear.
    const day = new Date(deps.env.now()).toISOString().slice(0, 10);
    const name = `kuuluu-${box.box.slice(0, 8)}-${day}.docx`;
    const outcome = await saveFile(fileHost(), name, made.value);
    state.value = outcome === "cancelled" ? "idle" : { name };
  };
  const now = state.value;
  return (
    <div class="screen-only stack">
      <div class="actions">
        <Button kind="primary" onClick={() => window.print()}>
          {common("action.print")}
        </Button>
        <Button busy={now === "saving" && t("paper.saving")} onClick={() => void save()}>
          {t("paper.save")}
        </Button>
        <LinkButton href={`#/session/${box.box}/debrief?sum`}>{t("paper.back")}</LinkButton>
        <LinkButton href={`#/session/${box.box}/hand-over`}>{t("sum.handOver")}</LinkButton>
      </div>
      {now === "failed" && (
        <Alert>
          <p>{common("page.failed")}</p>
        </Alert>
      )}
      {typeof now === "object" && (
        <Status>
          <p>{t("paper.saved", { name: now.name })}</p>
        </Status>
      )}
    </div>
  );
};

const Sheet = ({ paper }: { readonly paper: SummaryPaper }) => {
  const { lang, isRtl, title, kicker, facts, sections, counts, foot } = paper;
  return (
    <PrintSheet size="a4" lang={lang} dir={isRtl ? "rtl" : "ltr"} label={kicker}>
      <div class="summary-paper">
        <header class="paper-head">
          <h2 dir="auto">{title}</h2>
          <p>{kicker}</p>
        </header>
        <dl class="summary-facts">
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        {sections.map(({ heading, said }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <p class="summary-said" lang={said.lang} dir="auto">
              {said.text}
            </p>
          </section>
        ))}
        <section>
          <h3 id="summary-counts">{counts.heading}</h3>
          <table class="summary-counts" aria-labelledby="summary-counts">
            <thead>
              <tr>
                {counts.head.map((word) => (
                  <th key={word} scope="col">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {counts.rows.map(([name, ...numbers]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {numbers.map((number, at) => (
                    <td key={counts.head[at + 1]}>{number}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p>{counts.foot}</p>
        </section>
        <footer>
          {foot.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      </div>
    </PrintSheet>
  );
};
