// What is done about a finding: the measures that answer it, and the way to one more.
import { useMemo } from "preact/hooks";
import { foldMeasures } from "../../../domain/measures.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useWhat } from "../measures/measure-words.ts";
import { StatusMark } from "../measures/status-mark.tsx";
import { threadMark } from "../use-thread-key.ts";
import type { OfFinding } from "./findings-context.ts";

export const FindingMeasures = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const whatOf = useWhat();
  const { findingId } = view;
  const measures = useMemo(
    () =>
      foldMeasures(context.records).filter(
        ({ fields }) => !fields.removed && fields.findings.includes(findingId),
      ),
    [context.records, findingId],
  );
  return (
    <Section title={t("measures.title")}>
      {measures.length === 0 ? (
        <p class="muted">{t("measures.none")}</p>
      ) : (
        <ul class="ruled">
          {measures.map((measure) => {
            const what = whatOf(measure);
            return (
              <li key={measure.measureId} {...threadMark("measure", measure.measureId)}>
                <a
                  class="alone"
                  href={`#/desk/measures/${measure.measureId}`}
                  lang={what.lang}
                  dir="auto"
                >
                  {what.text}
                </a>
                <p class="muted">
                  <StatusMark status={measure.fields.status} />
                </p>
              </li>
            );
          })}
        </ul>
      )}
      <LinkButton href={`#/desk/measures/new?finding=${findingId}`}>{t("measures.new")}</LinkButton>
    </Section>
  );
};
