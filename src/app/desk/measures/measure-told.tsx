// When and how participants were told what came of what they said. Stands open, in sight, until somebody has told them.
import { useSignal } from "@preact/signals";
import { toldEntries } from "../../../domain/measures.ts";
import { Button } from "../../../ui/button.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { Message } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { EntryRow } from "./entry-row.tsx";
import type { OfMeasure } from "./measures-context.ts";

export const ToldPart = (of: OfMeasure) => {
  const t = useT("measures");
  const { context, view } = of;
  const isWriting = useSignal(false);
  const told = toldEntries(view.measureId, context.followUps);
  const close = () => {
    isWriting.value = false;
  };
  return (
    <Section title={t("told.title")}>
      {told.length === 0 && (
        <Message kind="warning" title={t("told.open")}>
          <p>{t("told.openBody")}</p>
        </Message>
      )}
      {told.length > 0 && (
        <ol class="ruled">
          {told.map((entry) => (
            <EntryRow key={entry.followUpId} context={context} entry={entry} />
          ))}
        </ol>
      )}
      {isWriting.value ? (
        <ToldForm {...of} onClose={close} />
      ) : (
        <Button
          onClick={() => {
            isWriting.value = true;
          }}
        >
          {t(told.length === 0 ? "told.mark" : "told.again")}
        </Button>
      )}
    </Section>
  );
};

const ToldForm = ({ context, view, onClose }: OfMeasure & { readonly onClose: () => void }) => {
  const t = useT("measures");
  const common = useT("common");
  const { code } = useTexts().spoken("measures");
  const on = useSignal(context.today);
  const how = useSignal("");
  const isMissing = useSignal(false);
  const save = async () => {
    const text = how.value.trim();
    isMissing.value = text === "" || on.value === "";
    if (isMissing.value) return;
    const { measureId, fields } = view;
    const written = await context.models.followUps.create({
      ...{ roundId: fields.roundId, measureId, type: "told", on: on.value },
      text: { [code]: text },
    });
    if (written) onClose();
  };
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        type="date"
        label={t("told.on")}
        required
        value={on.value}
        onInput={(value) => {
          on.value = value;
        }}
      />
      <TextArea
        label={t("told.how")}
        hint={t("told.howHint")}
        lang={code}
        maxLength={4_000}
        inputRef={(field: HTMLTextAreaElement | null) => {
          if (field && how.value === "") field.focus();
        }}
        error={isMissing.value ? t("told.missing") : undefined}
        value={how.value}
        onInput={(value) => {
          how.value = value;
        }}
      />
      <div class="actions">
        <Button type="submit">{t("told.save")}</Button>
        <Button kind="quiet" onClick={onClose}>
          {common("action.cancel")}
        </Button>
      </div>
    </form>
  );
};
