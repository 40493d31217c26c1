// The read-back: the table's notes per dimension in large type, without who said what. What the table corrects becomes a
// new revision; what it does not want passed on goes into no hand-over, and both are on record.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { NoteView } from "../../domain/notes.ts";
import type { Tag } from "../../domain/schema.ts";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { DimensionShape } from "../../ui/dimension-mark.tsx";
import { TextArea } from "../../ui/field.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { dimensionWords } from "../session/dimension-words.ts";
import { ErasePart } from "../session/erase-part.tsx";
import { useDebrief } from "./debrief-context.ts";
import { toExcerpt } from "./undo-stack.ts";

export const DebriefReadPart = () => {
  const { model, codebook, address } = useDebrief();
  const t = useT("debrief");
  const dimensions = dimensionWords(codebook, useTexts().language().code);
  const chosen = useSignal<Tag | undefined>(codebook.dimensions[0]?.id);
  const untagged = model.readingOf(undefined);
  const notes = model.readingOf(chosen.value);
  const reading = useRef<HTMLOListElement>(null);
  return (
    <>
      <p>{t("read.lead")}</p>
      <ToggleGroup label={t("read.choose")} layout="grid">
        {dimensions.map(({ id, number, word }) => (
          <Chip
            key={id}
            dimension={number}
            pressed={chosen.value === id}
            onPress={() => {
              chosen.value = id;
            }}
          >
            <DimensionShape number={number} />
            <span>
              {number} {word}
            </span>
            <span class="count">{model.readingOf(id).length}</span>
          </Chip>
        ))}
        {untagged.length > 0 && (
          <Chip
            pressed={chosen.value === undefined}
            onPress={() => {
              chosen.value = undefined;
            }}
          >
            {t("read.untagged")} <span class="count">{untagged.length}</span>
          </Chip>
        )}
      </ToggleGroup>
      {notes.length === 0 && <p class="muted">{t("read.none")}</p>}
      <ol ref={reading} class="ruled debrief-reading debrief-focus" tabIndex={-1}>
        {notes.map((note) => (
          <ReadNote key={note.noteId} note={note} onErased={() => reading.current?.focus()} />
        ))}
      </ol>
      <div class="actions">
        <LinkButton href={`${address}/debrief?finish`}>{t("finish.previous")}</LinkButton>
        <LinkButton kind="primary" href={`${address}/debrief?sum`}>
          {t("read.toSum")}
        </LinkButton>
      </div>
    </>
  );
};

type Reading = { readonly note: NoteView; readonly onErased: () => void };

const ReadNote = ({ note, onErased }: Reading) => {
  const { model } = useDebrief();
  const { noteId, fields, verdict, rivals } = note;
  const texts = rivals.get("text");
  const isHeld = verdict === "held-back";
  if (model.editing.value === noteId && !isHeld) return <Correcting note={note} />;
  return (
    <li class={isHeld ? "debrief-held" : undefined}>
      {(texts ?? [{ value: fields.text, revision: noteId }]).map(({ value, revision }) => (
        <NoteText
          key={revision}
          text={String(value)}
          lang={fields.lang}
          quote={fields.kinds.includes("quote")}
          size="large"
        />
      ))}
      {fields.translation && (
        <NoteText text={fields.translation.text} lang={fields.translation.lang} />
      )}
      {isHeld ? <Held note={note} /> : <Choices note={note} onErased={onErased} />}
    </li>
  );
};

const Choices = ({ note, onErased }: Reading) => {
  const { model, erase } = useDebrief();
  const t = useT("debrief");
  const isErasing = useSignal(false);
  const ask = useRef<HTMLDivElement>(null);
  const excerpt = toExcerpt(note.fields.text);
  if (isErasing.value) {
    const keep = () => {
      isErasing.value = false;
      requestAnimationFrame(() => ask.current?.querySelector<HTMLElement>(":last-child")?.focus());
    };
    const eraseThis = async () => {
      const erased = await erase(note.noteId);
      if (erased.ok) onErased();
      return erased;
    };
    return <ErasePart erase={eraseThis} onKeep={keep} />;
  }
  return (
    <div ref={ask} class="actions">
      <Button
        aria-label={t("read.correctNote", { excerpt })}
        onClick={() => void model.edit(note.noteId)}
      >
        {t("read.correct")}
      </Button>
      <Button
        aria-label={t("read.holdNote", { excerpt })}
        onClick={() => void model.holdBack(note.noteId)}
      >
        {t("read.hold")}
      </Button>
      <Button
        kind="quiet"
        aria-label={t("read.eraseNote", { excerpt })}
        onClick={() => {
          isErasing.value = true;
        }}
      >
        {t("read.erase")}
      </Button>
    </div>
  );
};

const Held = ({ note }: { readonly note: NoteView }) => {
  const { model } = useDebrief();
  const t = useT("debrief");
  const mayLetGo = model.mayLetGo(note);
  return (
    <div class="actions">
      <p class="debrief-held-words">
        <span aria-hidden="true">✕ </span>
        {mayLetGo ? t("read.held") : t("read.heldByReview")}
      </p>
      {mayLetGo && (
        <Button
          aria-label={t("read.letGoNote", { excerpt: toExcerpt(note.fields.text) })}
          onClick={() => void model.letGo(note.noteId)}
        >
          {t("read.letGo")}
        </Button>
      )}
    </div>
  );
};

const Correcting = ({ note }: { readonly note: NoteView }) => {
  const { model } = useDebrief();
  const t = useT("debrief");
  const field = useRef<HTMLTextAreaElement>(null);
  const leave = () => void model.correct(note);
  return (
    <li class="debrief-note">
      <TextArea
        label={t("read.correctLabel", { language: writtenLanguage(note.fields.lang).endonym })}
        hint={t("read.correctHint")}
        lang={note.fields.lang}
        value={model.textOf(note)}
        rows={3}
        autoFocus
        inputRef={field}
        onInput={(text) => void model.type(note.noteId, text)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing) field.current?.blur();
        }}
      />
      <div class="actions">
        <Button onClick={leave}>{t("read.corrected")}</Button>
      </div>
    </li>
  );
};
