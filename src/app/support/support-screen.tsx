// The file for support: shown in full before anybody saves it, so that one can see what it holds and what it does not.
import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { toUtf8 } from "../../base/bytes.ts";
import type { Result } from "../../base/result.ts";
import type { StoreError } from "../../storage/ports.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Alert } from "../../ui/message.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { countKeptFiles } from "../prepare/kept-files.ts";
import { fileHost, saveFile } from "../session/save-file.ts";
import { Shell } from "../shell/shell.tsx";
import { useDeviceFacts } from "./device-facts.ts";
import { collectDiagnostics } from "./diagnostics.ts";
import "./support.css";

export type SupportScreenProps = {
  readonly deps: AppDeps;
  readonly offlineReady: ReadonlySignal<boolean>;
};

/** Undefined until everything has answered. */
const useDiagnostics = ({ deps, offlineReady }: SupportScreenProps) => {
  const facts = useDeviceFacts();
  const language = useTexts().language().code;
  const [file, setFile] = useState<Result<string, StoreError>>();
  useEffect(() => {
    if (!facts) return;
    const collect = async () => {
      await deps.marks.flush();
      return collectDiagnostics(deps, {
        ...facts,
        language,
        isOnline: navigator.onLine,
        window: { width: innerWidth, height: innerHeight },
        timeZoneMinutes: -new Date(deps.env.now()).getTimezoneOffset(),
        isStored: offlineReady.value,
        keptFiles: await countKeptFiles("caches" in globalThis ? caches : undefined),
      });
    };
    void collect().then(setFile);
  }, [facts !== undefined, language, deps]);
  return file;
};

export const SupportScreen = (props: SupportScreenProps) => {
  const t = useT("support");
  const errors = useT("errors");
  const file = useDiagnostics(props);
  const save = async (text: string) => {
    const day = new Date(props.deps.env.now()).toISOString().slice(0, 10);
    await saveFile(fileHost(), `kuuluu-support-${day}.txt`, toUtf8(text));
  };
  return (
    <Shell hasBack>
      <Page title={t("title")} lead={t("lead")} namespace="support">
        <Section title={t("holds.title")}>
          <ul>
            <li>{t("holds.device")}</li>
            <li>{t("holds.counts")}</li>
            <li>{t("holds.faults")}</li>
          </ul>
          <p>{t("holds.not")}</p>
        </Section>
        <Section title={t("file.title")}>
          {!file && <Busy label={t("file.making")} />}
          {file && !file.ok && (
            <Alert>
              <p>{errorText(errors, file.error)}</p>
            </Alert>
          )}
          {file?.ok && (
            <>
              <p>{t("file.body")}</p>
              <div class="actions">
                <Button kind="primary" onClick={() => void save(file.value)}>
                  {t("file.save")}
                </Button>
                <CopyButton text={file.value}>{t("file.copy")}</CopyButton>
              </div>
              {/* Scrolls by keyboard too, so it takes focus. */}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable. */}
              <section class="support-file" tabIndex={0} aria-label={t("file.title")}>
                <pre lang="en" dir="ltr">
                  {file.value}
                </pre>
              </section>
            </>
          )}
        </Section>
      </Page>
    </Shell>
  );
};
