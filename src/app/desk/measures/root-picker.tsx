// Finding what a measure answers: one of the round's findings or commitments from a list, a note by its words.
import { useSignal } from "@preact/signals";
import { refKey } from "../../../domain/joined.ts";
import type { EntityId, Localized } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { SelectField, TextField } from "../../../ui/field.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { holdingWords, refOf } from "../findings/finding-notes.tsx";
import { wordsIn } from "../findings/finding-words.ts";
import { LinkedNote } from "../findings/linked-note.tsx";
import type { OfMeasure } from "./measures-context.ts";

/** Links with a button, not by choosing: arrow keys walk through a list without meaning each step. */
export const RootPicker = (props: {
  readonly label: string;
  readonly views: readonly { readonly id: EntityId; readonly words: Localized }[];
  readonly onLink: (id: EntityId) => void;
}) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const chosen = useSignal("");
  const { label, views, onLink } = props;
  if (views.length === 0) return null;
  const view = views.find(({ id }) => id === chosen.value);
  return (
    <form
      class="root-picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (!view) return;
        onLink(view.id);
        chosen.value = "";
      }}
    >
      <SelectField
        label={label}
        value={view?.id ?? ""}
        options={[
          { value: "", label: t("roots.choose") },
          ...views.map(({ id, words }) => {
            const said = wordsIn(words, code);
            return {
              value: id as string,
              label: said?.text ?? t("list.unworded"),
              ...(said ? { lang: said.lang } : {}),
            };
          }),
        ]}
        onChange={(id) => {
          chosen.value = id;
        }}
      />
      <Button type="submit" disabled={!view}>
        {t("roots.link")}
      </Button>
    </form>
  );
};

/** More would not be read; a narrower word finds the rest. */
const shown = 12;

export const NotePicker = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const words = useSignal("");
  const linked = new Set(view.fields.notes.map(refKey));
  const asked = words.value.trim();
  const found =
    asked === ""
      ? []
      : holdingWords(context.reading.notes, asked).filter((note) => !linked.has(refKey(note)));
  return (
    <Disclosure summary={t("roots.findNote")}>
      <div class="stack">
        <TextField
          type="search"
          label={t("roots.words")}
          value={words.value}
          onInput={(value) => {
            words.value = value;
          }}
        />
        {asked !== "" && <p role="status">{t("roots.found", { count: found.length })}</p>}
        <ol class="ruled note-list">
          {found.slice(0, shown).map((note) => (
            <LinkedNote key={refKey(note)} note={note} reading={context.reading}>
              <Button
                onClick={() =>
                  void context.models.measures.link(view.measureId, { notes: [refOf(note)] })
                }
              >
                {t("roots.link")}
              </Button>
            </LinkedNote>
          ))}
        </ol>
        {found.length > shown && <p class="muted">{t("roots.more", { count: shown })}</p>}
      </div>
    </Disclosure>
  );
};
