// Two people changed the same thing: both stand side by side with who and when. Both are kept until somebody chooses.
import { useSignal } from "@preact/signals";
import { labelOf } from "../../domain/codebook.ts";
import type { NoteFieldName, NoteView } from "../../domain/notes.ts";
import type { RecordId } from "../../domain/schema.ts";
import type { Key } from "../../i18n/resources.ts";
import { Button } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { useReview } from "./review-context.ts";
import { type Chosen, keepBoth } from "./review-records.ts";

const fieldKeys: Readonly<Partial<Record<NoteFieldName, Key<"review">>>> = {
  text: "rivals.text",
  dimensions: "rivals.dimensions",
  subThemes: "rivals.subThemes",
  kinds: "rivals.kinds",
  topics: "rivals.topics",
  polarity: "rivals.polarity",
  area: "rivals.area",
  translation: "rivals.translation",
};

export const ReviewRivals = ({ note }: { readonly note: NoteView }) => {
  const { model } = useReview();
  const t = useT("review");
  const chosen = useSignal<Chosen>(new Map());
  const names = [...note.rivals.keys()];
  const choose = (name: NoteFieldName, value: unknown) => {
    const next = new Map(chosen.value).set(name, value);
    chosen.value = next;
    if (names.every((each) => next.has(each))) void model.settle(next);
  };
  return (
    <Message kind="warning" title={t("rivals.title")}>
      <p>{t("rivals.body")}</p>
      {names.map((name) => {
        const values = note.rivals.get(name) ?? [];
        const both = keepBoth(
          name,
          values.map(({ value }) => value),
        );
        return (
          <fieldset key={name} class="review-rivals">
            <legend>{t(fieldKeys[name] ?? "rivals.other")}</legend>
            <div class="review-sides">
              {values.map(({ value, revision }) => (
                <div key={revision} class="review-side">
                  <Who note={note} revision={revision} />
                  <Value name={name} value={value} lang={note.fields.lang} />
                  <Button
                    aria-pressed={chosen.value.has(name) && chosen.value.get(name) === value}
                    onClick={() => choose(name, value)}
                  >
                    {t("rivals.choose")}
                  </Button>
                </div>
              ))}
            </div>
            {both !== undefined && (
              <Button onClick={() => choose(name, both)}>{t("rivals.both")}</Button>
            )}
          </fieldset>
        );
      })}
    </Message>
  );
};

const roleKeys = {
  scribe: "who.scribe",
  facilitator: "who.facilitator",
  coordinator: "who.coordinator",
} as const;

export const Who = ({
  note,
  revision,
}: {
  readonly note: NoteView;
  readonly revision: RecordId;
}) => {
  const t = useT("review");
  const format = useFormat();
  const made = note.history.find(({ id }) => id === revision)?.record;
  if (!made) return null;
  const at = made.stamp.slice(0, 24);
  return (
    <small>
      {t(roleKeys[made.author.role])} <span class="numeric">{format.dayTime(at)}</span>
    </small>
  );
};

const Value = (props: {
  readonly name: NoteFieldName;
  readonly value: unknown;
  readonly lang: string;
}) => {
  const { name, value, lang } = props;
  const { contents } = useReview();
  const t = useT("review");
  const common = useT("common");
  const language = useTexts().language().code;
  if (name === "text") return <NoteText text={String(value)} lang={lang} />;
  if (name === "polarity" && typeof value === "string") {
    const keys = {
      strengthens: "polarity.strengthens",
      weakens: "polarity.weakens",
      mixed: "polarity.mixed",
    } as const;
    return <p>{value in keys ? common(keys[value as keyof typeof keys]) : value}</p>;
  }
  if (Array.isArray(value)) {
    const lists = {
      dimensions: contents.codebook.dimensions,
      subThemes: contents.codebook.subThemes,
      kinds: contents.codebook.kinds,
      topics: contents.codebook.topics,
    };
    const list = name in lists ? lists[name as keyof typeof lists] : [];
    const words = value.map((id) => labelOf(list, String(id), language)).join(", ");
    return <p>{words === "" ? t("rivals.none") : words}</p>;
  }
  if (value === undefined) return <p>{t("rivals.none")}</p>;
  if (typeof value === "object" && value !== null && "text" in value)
    return <p dir="auto">{String(value.text)}</p>;
  return <p>{value === true ? t("rivals.yes") : String(value)}</p>;
};
