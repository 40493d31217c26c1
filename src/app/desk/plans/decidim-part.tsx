// Checked measures for Decidim: the description in each language with that language's own headings.
import type { PublishableMeasure } from "../../../analysis/publishable-measures.ts";
import type { DecidimMeasure } from "../../../report/decidim-results.ts";
import { Button } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { ExportStatus } from "../exports/export-status.tsx";
import { reportLanguages } from "../reports/report-settings.ts";
import { loadPlanWords, type PlanWords, sayPeriod, wordingIn } from "./plan-words.ts";
import { type PlansPartProps, useExport } from "./plans-shared.ts";

const toParagraphs = (measure: PublishableMeasure, words: PlanWords): readonly string[] => {
  const { t, lang } = words;
  const { what, objective, unit, partners, indicator, startsOn, dueOn } = measure;
  const named = (label: string, said: string | undefined) =>
    said ? [t("named", { label, said })] : [];
  const parts = [
    ...named(t("head.objective"), wordingIn(objective, lang)?.text),
    ...named(t("head.party"), unit),
    ...named(t("head.cooperation"), partners),
    ...named(t("head.indicator"), indicator),
    ...named(t("head.time"), sayPeriod(words, startsOn, dueOn)),
  ];
  // Decidim refuses a result without a description.
  return parts.length > 0 ? parts : [wordingIn(what, lang)?.text ?? ""];
};

export const toDecidimMeasures = (
  measures: readonly PublishableMeasure[],
  all: readonly PlanWords[],
): readonly DecidimMeasure[] =>
  measures.map((each) => {
    const { measureId, what, status, startsOn, dueOn } = each;
    const description = Object.fromEntries(
      all.map((words) => [words.lang, toParagraphs(each, words)]),
    );
    return {
      ...{ measureId, what, status, description },
      ...(startsOn === undefined ? {} : { startsOn }),
      ...(dueOn === undefined ? {} : { dueOn }),
    };
  });

export const DecidimPart = (
  props: PlansPartProps & { readonly measures: readonly PublishableMeasure[] },
) => {
  const t = useT("plans");
  const file = useExport(props);
  const save = () =>
    file.make({
      ...{ what: "decidim", part: "decidim", ending: "csv" },
      prepare: async () => {
        const loaded = await Promise.all(
          reportLanguages.map((lang) => loadPlanWords(lang, props.load)),
        );
        const all = loaded.flatMap((each) => (each.ok ? [each.value] : []));
        const languages = all.map(({ lang }) => lang);
        return { what: "decidim", languages, measures: toDecidimMeasures(props.measures, all) };
      },
    });
  return (
    <Section title={t("decidim.title")}>
      <p>{t("decidim.body")}</p>
      <div class="actions">
        <Button onClick={() => void save()}>{t("decidim.save")}</Button>
      </div>
      <ExportStatus model={file} />
    </Section>
  );
};
