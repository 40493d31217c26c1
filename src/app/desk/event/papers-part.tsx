// The event on paper and as a file: a page for each dimension, the script, the list of invitations by role, cards of what was
// promised, and the whole for a meeting-room computer.
import { useSignal } from "@preact/signals";
import { Button } from "../../../ui/button.tsx";
import { RadioList } from "../../../ui/choice.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import { CommitmentCards } from "./commitment-cards.tsx";
import type { EventContext, WithEvent } from "./event-context.ts";
import { LanguageField } from "./language-field.tsx";
import { makePackFile, packFileName } from "./pack-file.ts";
import { DimensionSheets, ProgrammeSheet, ScriptSheet } from "./paper-sheets.tsx";
import "./event-papers.css";

const papers = ["pages", "programme", "script", "cards"] as const;
type Paper = (typeof papers)[number];
const paperKeys = {
  pages: "paper.pages",
  programme: "paper.programme",
  script: "paper.script",
  cards: "paper.cards",
} as const satisfies Record<Paper, string>;

export const PapersPart = ({ context }: WithEvent) => {
  const t = useT("event");
  const chosen = useSignal<Paper>("pages");
  const saved = useSignal<"no" | "making" | "saved">("no");
  const { pack, deps } = context;
  if (!pack) return null;
  const save = async () => {
    saved.value = "making";
    const bytes = await makePackFile(pack, deps.env.digest);
    const done = await saveFile(fileHost(), packFileName(pack), bytes);
    saved.value = done === "cancelled" ? "no" : "saved";
  };
  return (
    <>
      <div class="screen-only stack form">
        <LanguageField context={context} />
        <Section title={t("file.title")}>
          <p>{t("file.lead")}</p>
          <div class="actions">
            <Button busy={saved.value === "making" && t("file.making")} onClick={() => void save()}>
              {t("file.save")}
            </Button>
          </div>
          <p role="status">{saved.value === "saved" ? t("file.saved") : ""}</p>
        </Section>
        <Section title={t("paper.title")}>
          <p class="muted">{t("paper.numbers")}</p>
          <RadioList
            legend={t("paper.which")}
            value={chosen.value}
            options={papers.map((value) => ({ value, label: t(paperKeys[value]) }))}
            onChange={(value) => {
              chosen.value = value;
            }}
          />
          <div class="actions">
            <Button kind="primary" onClick={() => window.print()}>
              {t("paper.print")}
            </Button>
          </div>
        </Section>
      </div>
      <Sheets context={context} paper={chosen.value} />
    </>
  );
};

const Sheets = ({ context, paper }: { readonly context: EventContext; readonly paper: Paper }) => {
  const t = useT("event");
  const { pack, view } = context;
  if (!pack) return null;
  if (paper === "pages" && pack.content.dimensions.length === 0) {
    return (
      <Empty title={t("paper.noPages")}>
        <p>{t("paper.noPagesBody")}</p>
      </Empty>
    );
  }
  if (paper === "cards" && pack.content.commitments.length === 0) {
    return (
      <Empty title={t("paper.noCards")}>
        <p>{t("paper.noCardsBody")}</p>
      </Empty>
    );
  }
  return (
    <div class="event-papers">
      {paper === "pages" && <DimensionSheets pack={pack} />}
      {paper === "programme" && <ProgrammeSheet pack={pack} view={view} />}
      {paper === "script" && <ScriptSheet pack={pack} view={view} />}
      {paper === "cards" && <CommitmentCards pack={pack} />}
    </div>
  );
};
