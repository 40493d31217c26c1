// Who does it, with whom, when and at what cost. A unit is responsible, never a person.
import { Checkbox } from "../../../ui/choice.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useDimensions } from "../findings/finding-words.ts";
import { KeptField } from "../kept-field.tsx";
import { measureExamples } from "./measure-examples.ts";
import { factKeys } from "./measure-words.ts";
import type { OfMeasure } from "./measures-context.ts";
import { givenExample } from "./new-root.ts";

const limits = {
  unit: 200,
  partners: 1_000,
  cost: 500,
  indicator: 500,
  baseline: 300,
  target: 300,
  source: 500,
} as const;

/** One line of plain facts, kept when it is left. */
export const FactField = (
  props: OfMeasure & { readonly fact: keyof typeof limits; readonly hint?: string },
) => {
  const t = useT("measures");
  const { context, view, fact, hint } = props;
  return (
    <KeptField
      oneLine
      label={t(factKeys[fact])}
      hint={hint}
      maxLength={limits[fact]}
      value={view.fields[fact] ?? ""}
      onKeep={(text) =>
        void context.models.measures.set(view.measureId, { [fact]: text.trim() || undefined })
      }
    />
  );
};

/** A year that is still being typed is no day yet. */
const toDay = (written: string): string | undefined =>
  written >= "2000-01-01" ? written : undefined;

const DayField = (props: OfMeasure & { readonly fact: "startsOn" | "dueOn" }) => {
  const t = useT("measures");
  const { context, view, fact } = props;
  return (
    <KeptField
      oneLine
      type="date"
      label={t(factKeys[fact])}
      value={view.fields[fact] ?? ""}
      onKeep={(day) =>
        void context.models.measures.set(view.measureId, { [fact]: toDay(day.trim()) })
      }
    />
  );
};

export const MeasureFacts = (of: OfMeasure) => {
  const t = useT("measures");
  const dimensions = useDimensions(of.context.reading);
  const { measureId, fields } = of.view;
  const model = of.context.models.measures;
  const shipped = measureExamples.examples.find(({ id }) => id === fields.template);
  const example = shipped ?? givenExample(of.context.records, fields.template);
  return (
    <Section title={t("one.facts")}>
      <div class="stack form">
        <FactField {...of} fact="unit" hint={t("field.unitHint")} />
        <FactField {...of} fact="partners" hint={t("field.partnersHint")} />
        <div class="fields-row">
          <DayField {...of} fact="startsOn" />
          <DayField {...of} fact="dueOn" />
        </div>
        <FactField {...of} fact="cost" />
        <SelectField
          label={t("field.dimension")}
          value={fields.dimension ?? ""}
          options={[
            { value: "", label: t("field.noDimension") },
            ...dimensions.all.map((id) => ({ value: id, label: dimensions.nameOf(id) })),
          ]}
          onChange={(id) => void model.set(measureId, { dimension: id || undefined })}
        />
        <Checkbox
          label={t("field.urgent")}
          hint={t("field.urgentHint")}
          checked={fields.urgent === true}
          onChange={(urgent) => void model.set(measureId, { urgent: urgent || undefined })}
        />
        {fields.template !== undefined && (
          <p class="muted">
            {t("example.begunFrom")}{" "}
            <span lang={shipped && "fi"}>{example?.named ?? fields.template}</span>
          </p>
        )}
      </div>
    </Section>
  );
};
