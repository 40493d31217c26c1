// Who answers for the follow-up as a whole: a unit or a council, never a person.
import { useSignal } from "@preact/signals";
import { foldFollowUps } from "../../../domain/measures.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { FollowUpProps } from "./follow-up-context.ts";

export const AssignedPart = ({ records, reading, model, today, onUndo }: FollowUpProps) => {
  const t = useT("followUp");
  const format = useFormat();
  const roundId = reading.round?.roundId;
  const handed = foldFollowUps(records)
    .filter(({ fields }) => fields.roundId === roundId && fields.type === "assigned")
    .filter(({ fields }) => !fields.dropped)
    .toSorted((a, b) => (a.fields.on < b.fields.on ? -1 : a.fields.on > b.fields.on ? 1 : 0));
  const now = handed.at(-1)?.fields;
  const former = handed.slice(0, -1).toReversed();
  const form = roundId && (
    <AssignForm
      onAssign={async (unit) => {
        const written = await model.assign(roundId, unit, today);
        const [record] = written?.map((each) => each.record) ?? [];
        if (record?.kind !== "follow-up/1") return false;
        const { followUpId } = record;
        onUndo({
          message: t("assigned.done", { unit }),
          undo: () => void model.withdraw([followUpId]),
        });
        return true;
      }}
    />
  );
  return (
    <Section title={t("assigned.title")}>
      {now ? (
        <>
          <p class="assigned-unit">
            <bdi>{now.unit}</bdi>
          </p>
          <p class="muted">{t("assigned.since", { day: format.day(`${now.on}T12:00:00Z`) })}</p>
          {former.length > 0 && (
            <p class="muted">
              {t("assigned.former", {
                units: format.list(former.map(({ fields }) => fields.unit ?? "")),
              })}
            </p>
          )}
          <Disclosure summary={t("assigned.change")}>{form}</Disclosure>
        </>
      ) : (
        <>
          <p>{t("assigned.none")}</p>
          {form}
        </>
      )}
    </Section>
  );
};

const AssignForm = (props: { readonly onAssign: (unit: string) => Promise<boolean> }) => {
  const t = useT("followUp");
  const unit = useSignal("");
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        if (unit.value.trim() === "") return;
        void props.onAssign(unit.value.trim()).then((done) => {
          if (done) unit.value = "";
        });
      }}
    >
      <TextField
        label={t("assigned.unit")}
        hint={t("assigned.unitHint")}
        value={unit.value}
        maxLength={200}
        required
        onInput={(next) => {
          unit.value = next;
        }}
      />
      <Button type="submit">{t("assigned.submit")}</Button>
    </form>
  );
};
