// Papers to fill in and sign, as Word files in the language that is chosen here, whatever the screen speaks.
import { useSignal } from "@preact/signals";
import { createFormat } from "../../../i18n/format.ts";
import { interfaceLanguage, interfaceLanguages } from "../../../i18n/languages.ts";
import { loadTexts } from "../../../i18n/load-texts.ts";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { RoundRow } from "../desk-view.ts";
import { ExportStatus } from "./export-status.tsx";
import { type PaperKind, paperKinds, readPaperTexts, toPaper } from "./papers.ts";
import type { RoundPartProps } from "./raw-part.tsx";
import { languageNames } from "./round-words.ts";

const languages = interfaceLanguages.filter(({ draft }) => !draft);

export const PapersPart = (props: Omit<RoundPartProps, "round"> & { readonly round: RoundRow }) => {
  const t = useT("exports");
  const { deps, model, round } = props;
  const spoken = useTexts().spoken("exports").code;
  const chosen = useSignal(languages.find(({ code }) => code === spoken)?.code ?? "fi");
  const names: Readonly<Record<PaperKind, readonly [title: string, body: string]>> = {
    record: [t("paper.record"), t("paper.recordBody")],
    impact: [t("paper.impact"), t("paper.impactBody")],
    assignment: [t("paper.assignment"), t("paper.assignmentBody")],
    notice: [t("paper.notice"), t("paper.noticeBody")],
    accessibility: [t("paper.accessibility"), t("paper.accessibilityBody")],
  };
  const { fields, planned } = round;
  const prepare = async (kind: PaperKind) => {
    const lang = chosen.value;
    const format = createFormat(interfaceLanguage(lang));
    const madeAt = new Date(deps.env.now()).toISOString();
    const day = format.day(madeAt);
    const values = {
      desk: fields.deskName,
      receiver: fields.deskName,
      round: fields.name,
      languages: format.list(fields.languages.map((code) => languageNames[code] ?? code)),
      sessions: format.number(planned),
      tabletDays: format.number(fields.retention.tabletDays),
      hubDays: format.number(fields.retention.hubDays),
      deskDays: format.number(fields.retention.deskDays),
      notesMin: format.number(fields.thresholds.notes),
      sessionsMin: format.number(fields.thresholds.sessions),
      peopleMin: format.number(fields.thresholds.people),
      day,
    };
    const texts = readPaperTexts(await loadTexts(lang, "papers"));
    const notice = fields.guide.notice[lang];
    const { operator } = fields;
    const report = toPaper(kind, texts, { lang, madeAt, operator, values, notice });
    const words = { made: `${fields.name} · ${day}`, contents: "", tableFollows: "" };
    const rest = { about: "", sheet: "", hidden: "" };
    return { what: "docx", report, words: { ...words, ...rest }, images: [] } as const;
  };
  return (
    <Section title={t("paper.title")}>
      <p>{t("paper.body")}</p>
      <div class="form">
        <SelectField
          label={t("paper.language")}
          value={chosen.value}
          options={languages.map(({ code, endonym }) => ({
            value: code,
            label: endonym,
            lang: code,
          }))}
          onChange={(next) => {
            chosen.value = languages.find(({ code }) => code === next)?.code ?? "fi";
          }}
        />
      </div>
      <ul class="ruled">
        {paperKinds.map((kind) => (
          <li key={kind} class="stack">
            <p>
              <strong>{names[kind][0]}</strong>
              <br />
              {names[kind][1]}
            </p>
            <div class="actions">
              <Button
                aria-label={t("paper.saveOne", { paper: names[kind][0] })}
                disabled={model.current.value.state === "making"}
                onClick={() =>
                  void model.make({
                    what: kind,
                    part: `${kind}-${chosen.value}`,
                    ending: "docx",
                    prepare: () => prepare(kind),
                  })
                }
              >
                {t("paper.save")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <ExportStatus model={model} />
    </Section>
  );
};
