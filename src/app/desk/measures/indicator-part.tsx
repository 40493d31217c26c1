// How one will see whether a measure does what it should: the indicator in words, and its dated values with their source.
import { useSignal } from "@preact/signals";
import type { FollowUpView } from "../../../domain/measures.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { toValue } from "./follow-ups-model.ts";
import { IndicatorChart } from "./indicator-chart.tsx";
import { toIndicatorScale } from "./indicator-scale.ts";
import { FactField } from "./measure-facts.tsx";
import { entriesOf, type OfMeasure } from "./measures-context.ts";

export const IndicatorPart = (of: OfMeasure) => {
  const t = useT("measures");
  const { context, view } = of;
  const { fields } = view;
  const entries = entriesOf(context, view.measureId).filter(
    (entry) => entry.fields.type === "indicator",
  );
  const scale = toIndicatorScale(entries, fields);
  return (
    <Section title={t("indicator.title")}>
      {entries.length > 0 && (
        <>
          <IndicatorChart scale={scale} name={fields.indicator ?? t("indicator.unnamed")} />
          <ValueTable {...of} entries={entries} />
        </>
      )}
      <ValueForm {...of} />
      <div class="stack form">
        <FactField {...of} fact="indicator" hint={t("indicator.hint")} />
        <div class="fields-row">
          <FactField {...of} fact="baseline" />
          <FactField {...of} fact="target" />
        </div>
        <FactField {...of} fact="source" hint={t("indicator.sourceHint")} />
      </div>
    </Section>
  );
};

const ValueTable = (props: OfMeasure & { readonly entries: readonly FollowUpView[] }) => {
  const t = useT("measures");
  const format = useFormat();
  const { context, entries } = props;
  const model = context.models.followUps;
  const drop = async (followUpId: FollowUpView["followUpId"]) => {
    if (!(await model.drop(followUpId))) return;
    context.onUndo({ message: t("entry.dropped"), undo: () => void model.restore(followUpId) });
  };
  const columns: readonly Column<FollowUpView>[] = [
    {
      id: "on",
      label: t("indicator.on"),
      header: true,
      cell: ({ fields }) => <time dateTime={fields.on}>{format.day(fields.on)}</time>,
    },
    {
      id: "value",
      label: t("indicator.value"),
      numeric: true,
      cell: ({ fields }) => format.number(Number(fields.value)),
    },
    {
      id: "source",
      label: t("field.source"),
      cell: ({ fields }) => <bdi>{fields.source ?? "–"}</bdi>,
    },
    {
      id: "drop",
      label: t("indicator.dropColumn"),
      cell: ({ followUpId, fields }) => (
        <Button
          kind="quiet"
          aria-label={t("indicator.drop", { day: format.day(fields.on) })}
          onClick={() => void drop(followUpId)}
        >
          <span aria-hidden="true">✕</span>
        </Button>
      ),
    },
  ];
  return (
    <Table
      caption={t("indicator.caption")}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ followUpId }) => followUpId}
    />
  );
};

const ValueForm = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const on = useSignal(context.today);
  const written = useSignal("");
  const source = useSignal(view.fields.source ?? "");
  const isWrong = useSignal(false);
  const save = async () => {
    const value = toValue(written.value);
    isWrong.value = value === undefined;
    if (value === undefined || on.value === "") return;
    const { measureId, fields } = view;
    const done = await context.models.followUps.create({
      ...{ roundId: fields.roundId, measureId, type: "indicator", on: on.value, text: {} },
      value,
      source: source.value.trim() || undefined,
    });
    if (done) written.value = "";
  };
  return (
    <Disclosure summary={t("indicator.add")}>
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="fields-row">
          <TextField
            type="date"
            label={t("indicator.on")}
            required
            value={on.value}
            onInput={(value) => {
              on.value = value;
            }}
          />
          <TextField
            label={t("indicator.value")}
            error={isWrong.value ? t("indicator.wrong") : undefined}
            value={written.value}
            onInput={(value) => {
              written.value = value;
            }}
          />
        </div>
        <TextField
          label={t("field.source")}
          hint={t("indicator.sourceHint")}
          maxLength={500}
          value={source.value}
          onInput={(value) => {
            source.value = value;
          }}
        />
        <Button type="submit">{t("indicator.save")}</Button>
      </form>
    </Disclosure>
  );
};
