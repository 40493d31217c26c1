// The sections of a report: on or off, up or down, with numbers or in words alone. Buttons, so that a keyboard is enough.
import { labelOf } from "../../../domain/codebook.ts";
import type { RoundView } from "../../../domain/desk.ts";
import { Button } from "../../../ui/button.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { dimensionOf, isOn, type SectionId } from "./report-settings.ts";
import type { ReportsModel } from "./reports-model.ts";

const sectionKeys = {
  introduction: "introduction.title",
  gathered: "gathered.title",
  across: "section.across",
  "sub-themes": "section.subThemes",
  groups: "section.groups",
  languages: "section.languages",
  silent: "silent.title",
  dissent: "section.dissent",
  changes: "changes.title",
  limits: "limits.title",
} as const;

const isFixed = (section: string): section is keyof typeof sectionKeys =>
  Object.hasOwn(sectionKeys, section);

export const useSectionName = (round: RoundView): ((section: SectionId) => string) => {
  const t = useT("reports");
  const { code } = useTexts().spoken("reports");
  return (section) => {
    if (isFixed(section)) return t(sectionKeys[section]);
    return labelOf(round.fields.codebook.dimensions, dimensionOf(section) ?? "", code);
  };
};

const hasNumbers = (section: SectionId): boolean =>
  dimensionOf(section) !== undefined ||
  ["gathered", "sub-themes", "groups", "languages"].includes(section);

export const SectionsView = (props: {
  readonly model: ReportsModel;
  readonly round: RoundView;
}) => {
  const t = useT("reports");
  const { model, round } = props;
  const nameOf = useSectionName(round);
  const settings = model.settings.value;
  const toggleWords = (section: SectionId) =>
    model.change({
      inWords: settings.inWords.includes(section)
        ? settings.inWords.filter((each) => each !== section)
        : [...settings.inWords, section],
    });
  return (
    <ol class="report-sections ruled">
      {settings.order.map((section, at) => {
        const name = nameOf(section);
        const on = isOn(settings, section);
        return (
          <li key={section}>
            <label class="report-section-name">
              <input type="checkbox" checked={on} onChange={() => model.toggle(section)} />
              <span>{name}</span>
            </label>
            {on && hasNumbers(section) && (
              <label class="report-section-words">
                <input
                  type="checkbox"
                  aria-label={t("builder.wordsOf", { section: name })}
                  checked={settings.inWords.includes(section)}
                  onChange={() => toggleWords(section)}
                />
                <span aria-hidden="true">{t("builder.words")}</span>
              </label>
            )}
            <span class="report-moves">
              <Button
                kind="quiet"
                aria-label={t("builder.up", { section: name })}
                aria-disabled={at === 0}
                onClick={() => model.move(section, -1)}
              >
                ▲
              </Button>
              <Button
                kind="quiet"
                aria-label={t("builder.down", { section: name })}
                aria-disabled={at === settings.order.length - 1}
                onClick={() => model.move(section, 1)}
              >
                ▼
              </Button>
            </span>
          </li>
        );
      })}
    </ol>
  );
};
