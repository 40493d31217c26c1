// One field for whatever is being written about the open note: new words, general words, two halves, a translation, or a
// remark to the scribe.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Translation } from "../../domain/note.ts";
import type { NoteView } from "../../domain/notes.ts";
import { readable } from "../../domain/review-queue.ts";
import { maxNoteLength } from "../../domain/schema.ts";
import type { Key } from "../../i18n/resources.ts";
import { Button } from "../../ui/button.tsx";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { TextArea } from "../../ui/field.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { useReview } from "./review-context.ts";
import type { ReviewModel } from "./review-model.ts";
import type { ReviewText as Writing, WritingMode } from "./review-writing.ts";

type Mode = Exclude<WritingMode, "add">;
type Words = {
  readonly label: Key<"review">;
  readonly hint: Key<"review">;
  readonly save: Key<"review">;
};

const wordsOf: Readonly<Record<Mode, Words>> = {
  reword: { label: "text.reword", hint: "text.rewordHint", save: "text.save" },
  generalise: {
    label: "text.generalise",
    hint: "text.generaliseHint",
    save: "text.generaliseSave",
  },
  split: { label: "text.split", hint: "text.splitHint", save: "text.splitSave" },
  translate: { label: "text.translate", hint: "text.translateHint", save: "text.save" },
  return: { label: "text.return", hint: "text.returnHint", save: "text.returnSave" },
  hold: { label: "text.hold", hint: "text.holdHint", save: "text.holdSave" },
};

export const ReviewText = ({ note, text }: { readonly note: NoteView; readonly text: Writing }) => {
  const { model, writing } = useReview();
  const t = useT("review");
  const mode: Mode = text.mode === "add" ? "reword" : text.mode;
  const words = wordsOf[mode];
  const isRemark = mode === "return" || mode === "hold";
  const halves = mode === "split" ? toHalves(text.text) : undefined;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.text.length, text.text.length);
  }, [mode]);
  const own = useTexts().language().code;
  const lang = languageOf(note, own);
  const by = useSignal<How["by"]>(note.fields.translation?.by ?? "later");
  const isReady = isComplete(mode, text.text, note);
  const save = async () => {
    if (isReady && (await saveAs(model, mode, text.text, note, { lang, by: by.value })))
      await writing.end();
  };
  return (
    <form
      class="stack review-writing"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {(isRemark || mode === "translate") && (
        <NoteText text={note.fields.text} lang={note.fields.lang} size="large" />
      )}
      <TextArea
        label={t(words.label)}
        hint={t(words.hint)}
        value={text.text}
        rows={isRemark ? 2 : 4}
        inputRef={field}
        maxLength={isRemark ? 2_000 : maxNoteLength}
        {...(isRemark ? {} : { lang: mode === "translate" ? lang : note.fields.lang })}
        onInput={writing.type}
        onKeyDown={(event) => {
          if (event.key === "Escape") void writing.end();
        }}
      />
      {mode === "translate" && (
        <ToggleGroup label={t("text.by")}>
          {translators.map((each) => (
            <Chip
              key={each}
              pressed={by.value === each}
              onPress={() => {
                by.value = each;
              }}
            >
              {t(byKeys[each])}
            </Chip>
          ))}
        </ToggleGroup>
      )}
      {halves && (
        <ol class="review-halves">
          {halves.map((half) => (
            <li key={half}>
              <NoteText text={half} lang={note.fields.lang} size="small" />
            </li>
          ))}
        </ol>
      )}
      <div class="actions">
        <Button
          type="submit"
          kind="primary"
          aria-disabled={!isReady}
          busy={model.busy.value && t("text.saving")}
        >
          {t(words.save)}
        </Button>
        <Button kind="quiet" onClick={() => void writing.end()}>
          {t("text.cancel")}
        </Button>
        {writing.isKept.value && <small>{t("text.kept")}</small>}
      </div>
    </form>
  );
};

type How = Pick<Translation, "lang" | "by">;
const translators = ["scribe", "interpreter", "later"] as const;
const byKeys = {
  scribe: "text.byScribe",
  interpreter: "text.byInterpreter",
  later: "text.byLater",
} as const;

/** The reviewer's own language, unless the note is in it or the desk does not read it. */
const languageOf = ({ fields }: NoteView, own: string): string =>
  fields.translation?.lang ??
  [own, ...readable].find((each) => readable.includes(each) && each !== fields.lang) ??
  own;

/** Two notes where an empty line stands between them. */
export const toHalves = (text: string): readonly [string, string] | undefined => {
  const [first, ...rest] = text.split(/\n\s*\n/).map((part) => part.trim());
  const second = rest.join("\n\n").trim();
  return first && second ? [first, second] : undefined;
};

/** A remark may be left out when a note is held back; a note given back needs to say what for. */
const isComplete = (mode: Mode, text: string, note: NoteView): boolean => {
  if (mode === "hold") return true;
  if (mode === "split") return toHalves(text) !== undefined;
  if (mode === "generalise") return text.trim() !== "" && text.trim() !== note.fields.text;
  return text.trim() !== "";
};

const saveAs = async (
  model: ReviewModel,
  mode: Mode,
  typed: string,
  note: NoteView,
  how: How,
): Promise<boolean> => {
  const text = typed.trim();
  switch (mode) {
    case "reword":
      return text === note.fields.text || model.reword(text);
    case "generalise":
      return model.generalise(text);
    case "split": {
      const halves = toHalves(text);
      return halves !== undefined && model.splitAt(...halves);
    }
    case "translate":
      return model.translate({ text, ...how });
    case "return":
      return model.giveBack(text);
    case "hold":
      return model.holdBack(text);
  }
};
