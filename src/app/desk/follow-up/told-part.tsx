// That participants have been told of what stands on the leaflet, when and how: an entry in each measure's follow-up.
import { useSignal } from "@preact/signals";
import { foldFollowUps, foldMeasures, toldEntries } from "../../../domain/measures.ts";
import type { LeafletPage } from "../../../report/leaflet.ts";
import { Button } from "../../../ui/button.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { type FollowUpProps, firstWords } from "./follow-up-context.ts";

export const ToldPart = (
  props: FollowUpProps & { readonly page: LeafletPage; readonly lang: string },
) => {
  const t = useT("followUp");
  const { records, reading, model, page, today, onUndo } = props;
  const screen = useTexts().spoken("followUp").code;
  const on = useSignal(today);
  const how = useSignal("");
  const roundId = reading.round?.roundId;
  const count = page.measures.length;
  const mark = async () => {
    if (!roundId || how.value.trim() === "" || on.value === "") return;
    const told = { on: on.value, lang: screen, how: how.value };
    const written = await model.tell(roundId, page.measures, told);
    if (!written) return;
    how.value = "";
    onUndo({
      message: t("told.done", { count: written.length }),
      undo: () => void model.withdraw(written),
    });
  };
  return (
    <div class="screen-only stack">
      <Section title={t("told.title")}>
        {count === 0 ? (
          <p>{t("told.none")}</p>
        ) : (
          <>
            <p>{t("told.body", { count })}</p>
            <Known records={records} measures={page.measures} />
            <form
              class="stack form"
              onSubmit={(event) => {
                event.preventDefault();
                void mark();
              }}
            >
              <TextField
                label={t("told.on")}
                type="date"
                value={on.value}
                max={today}
                required
                onInput={(next) => {
                  on.value = next;
                }}
              />
              <TextArea
                label={t("told.how")}
                hint={t("told.howHint")}
                lang={screen}
                rows={2}
                maxLength={4_000}
                required
                value={how.value}
                onInput={(next) => {
                  how.value = next;
                }}
              />
              <Button type="submit">{t("told.submit")}</Button>
            </form>
          </>
        )}
      </Section>
    </div>
  );
};

/** What was told of each before. */
const Known = (props: Pick<FollowUpProps, "records"> & Pick<LeafletPage, "measures">) => {
  const t = useT("followUp");
  const format = useFormat();
  const screen = useTexts().language().code;
  const entries = foldFollowUps(props.records);
  return (
    <ul class="ruled">
      {foldMeasures(props.records)
        .filter(({ measureId }) => props.measures.includes(measureId))
        .map(({ measureId, fields }) => {
          const last = toldEntries(measureId, entries).at(-1)?.fields;
          const { text, lang } = firstWords(fields.what, screen);
          const said = last && firstWords(last.text, screen);
          return (
            <li key={measureId}>
              <p lang={lang} dir="auto">
                {text}
              </p>
              <p class="muted">
                {last
                  ? t("told.before", {
                      day: format.day(`${last.on}T12:00:00Z`),
                      how: said?.text ?? "",
                    })
                  : t("told.notYet")}
              </p>
            </li>
          );
        })}
    </ul>
  );
};
