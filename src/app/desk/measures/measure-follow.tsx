// What was seen of a measure, by which unit and from what; and the days on which it is looked at again.
import { useSignal } from "@preact/signals";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { EntryRow } from "./entry-row.tsx";
import { entriesOf, type OfMeasure } from "./measures-context.ts";

export const SeenEntries = (of: OfMeasure) => {
  const t = useT("measures");
  const seen = entriesOf(of.context, of.view.measureId).filter(
    ({ fields }) => fields.type === "seen",
  );
  return (
    <>
      {seen.length === 0 ? (
        <p class="muted">{t("follow.none")}</p>
      ) : (
        <ol class="ruled">
          {seen.map((entry) => (
            <EntryRow key={entry.followUpId} context={of.context} entry={entry} />
          ))}
        </ol>
      )}
      <SeenForm {...of} />
    </>
  );
};

const SeenForm = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const isOpen = useSignal(false);
  const on = useSignal(context.today);
  const words = useSignal("");
  const unit = useSignal(view.fields.unit ?? "");
  const evidence = useSignal("");
  const save = async () => {
    if (words.value.trim() === "" || on.value === "") return;
    const { measureId, fields } = view;
    const written = await context.models.followUps.create({
      ...{ roundId: fields.roundId, measureId, type: "seen", on: on.value },
      text: { [code]: words.value.trim() },
      unit: unit.value.trim() || undefined,
      evidence: evidence.value.trim() || undefined,
    });
    if (!written) return;
    words.value = "";
    evidence.value = "";
    isOpen.value = false;
  };
  return (
    <Disclosure
      summary={t("follow.add")}
      open={isOpen.value}
      onToggle={(open) => {
        isOpen.value = open;
      }}
    >
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          type="date"
          label={t("follow.on")}
          required
          value={on.value}
          onInput={(value) => {
            on.value = value;
          }}
        />
        <TextArea
          label={t("follow.what")}
          lang={code}
          required
          maxLength={4_000}
          value={words.value}
          onInput={(value) => {
            words.value = value;
          }}
        />
        <TextField
          label={t("entry.unit")}
          hint={t("field.unitHint")}
          maxLength={200}
          value={unit.value}
          onInput={(value) => {
            unit.value = value;
          }}
        />
        <TextField
          label={t("entry.evidenceField")}
          hint={t("entry.evidenceHint")}
          optional
          maxLength={2_000}
          value={evidence.value}
          onInput={(value) => {
            evidence.value = value;
          }}
        />
        <Button type="submit">{t("follow.save")}</Button>
      </form>
    </Disclosure>
  );
};

export const FollowDays = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const format = useFormat();
  const day = useSignal("");
  const model = context.models.measures;
  const { measureId, fields } = view;
  const remove = async (each: string) => {
    if (!(await model.removeDay(measureId, each))) return;
    context.onUndo({
      message: t("days.removed", { day: format.day(each) }),
      undo: () => void model.addDay(measureId, each),
    });
  };
  return (
    <div class="stack follow-days">
      <h3>{t("days.title")}</h3>
      {fields.followUpOn.length === 0 && <p class="muted">{t("days.none")}</p>}
      <ul class="day-list">
        {fields.followUpOn.toSorted().map((each) => (
          <li key={each}>
            <time dateTime={each} class={each < context.today ? "muted" : undefined}>
              {format.day(each)}
            </time>
            <Button
              kind="quiet"
              aria-label={t("days.remove", { day: format.day(each) })}
              onClick={() => void remove(each)}
            >
              <span aria-hidden="true">✕</span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        class="day-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (day.value === "") return;
          void model.addDay(measureId, day.value);
          day.value = "";
        }}
      >
        <TextField
          type="date"
          label={t("days.new")}
          value={day.value}
          onInput={(value) => {
            day.value = value;
          }}
        />
        <Button type="submit">{t("days.add")}</Button>
      </form>
    </div>
  );
};
