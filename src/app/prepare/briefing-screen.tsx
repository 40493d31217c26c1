// One sheet of paper for each of the three who are briefed together, in the language of the interface.
import { useSignal } from "@preact/signals";
import { Button } from "../../ui/button.tsx";
import { RadioList } from "../../ui/choice.tsx";
import { Page } from "../../ui/page.tsx";
import { PrintSheet } from "../../ui/print-sheet.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { Shell } from "../shell/shell.tsx";
import { briefingParts, type Reader, readerKeys, readers } from "./briefing-sheets.ts";
import "./briefing.css";

export const BriefingScreen = () => {
  const t = useT("briefing");
  const chosen = useSignal<Reader | "all">("all");
  const shown = readers.filter((reader) => chosen.value === "all" || chosen.value === reader);
  return (
    <Shell hasBack>
      <Page title={t("title")} lead={t("lead")} width="full" namespace="briefing">
        <div class="screen-only stack form">
          <RadioList
            legend={t("choose.title")}
            value={chosen.value}
            onChange={(next) => {
              chosen.value = next;
            }}
            options={[
              { value: "all", label: t("choose.all") },
              ...readers.map((value) => ({ value, label: t(readerKeys[value]) })),
            ]}
          />
          <div class="actions">
            <Button kind="primary" onClick={() => window.print()}>
              {t("print")}
            </Button>
          </div>
        </div>
        <div class="briefing-sheets">
          {shown.map((reader) => (
            <Sheet key={reader} reader={reader} />
          ))}
        </div>
      </Page>
    </Shell>
  );
};

const Sheet = ({ reader }: { readonly reader: Reader }) => {
  const t = useT("briefing");
  const { code, dir } = useTexts().spoken("briefing");
  return (
    <PrintSheet size="a4" lang={code} dir={dir} label={t(readerKeys[reader])}>
      <div class="briefing">
        <header>
          <h2>{t(readerKeys[reader])}</h2>
          <span>Kuuluu</span>
        </header>
        {briefingParts[reader].map(({ title, lines }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            {lines.length === 1 ? (
              lines.map((line) => (
                <p key={line} class="briefing-task">
                  {t(line)}
                </p>
              ))
            ) : (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{t(line)}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
        <footer>{t("contact")}</footer>
      </div>
    </PrintSheet>
  );
};
