// One note at a time: its words to complete, its dimension to choose, and the way on. Every press can be taken back.
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { NoteView } from "../../domain/notes.ts";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Empty } from "../../ui/empty.tsx";
import { TextArea } from "../../ui/field.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { dimensionWords } from "../session/dimension-words.ts";
import { isControl } from "../session/key-target.ts";
import { toggleDimension } from "../session/tag-changes.ts";
import { useDebrief } from "./debrief-context.ts";
import { toDebriefAction } from "./debrief-keys.ts";
import { DimensionChips } from "./dimension-chips.tsx";
import { KeyList } from "./key-list.tsx";

const useKeys = (note: NoteView | undefined, edit: () => void) => {
  const { model, codebook } = useDebrief();
  const { dir } = useTexts().language();
  const onKey = useRef<(event: KeyboardEvent) => void>(() => undefined);
  onKey.current = (event) => {
    if (model.place.value.keysOff || isControl(event.target)) return;
    const action = toDebriefAction(event, dir === "rtl");
    if (!action) return;
    if (action.type === "undo") void model.undo();
    else if (action.type === "next") void model.next();
    else if (action.type === "previous") void model.previous();
    else if (!note) return;
    else if (action.type === "dimension") {
      const id = codebook.dimensions[action.number - 1]?.id;
      if (id !== undefined) void model.tag(note.noteId, toggleDimension(id));
    } else if (action.type === "edit") edit();
    else if (action.type === "unfinished") void model.toggleUnfinished(note.noteId);
    else model.toggleLeft(note.noteId);
    event.preventDefault();
  };
  // With the first drawing, not after it: no key falls between.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
};

export const DebriefFinishPart = () => {
  const { model, address } = useDebrief();
  const t = useT("debrief");
  const { items, at, current, done } = model.finish;
  const note = current.value;
  const field = useRef<HTMLTextAreaElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeys(note, () => field.current?.focus());
  const hasBegun = useRef(false);
  useEffect(() => {
    // The page's own heading comes first; after that each note takes the focus, so that the keys apply to it.
    if (hasBegun.current) heading.current?.focus();
    hasBegun.current = true;
  }, [note?.noteId, at.value]);

  if (model.log.state.value === "loading") return <Busy />;
  const total = items.value.length;
  const onward = (
    <LinkButton kind="primary" href={`${address}/debrief?read`}>
      {t("finish.toRead")}
    </LinkButton>
  );
  if (total === 0) {
    return (
      <Empty title={t("finish.none")} actions={onward}>
        <p>{t("finish.noneBody")}</p>
      </Empty>
    );
  }
  return (
    <>
      <h3 ref={heading} tabIndex={-1} class="debrief-focus">
        {note ? t("finish.place", { place: at.value + 1, total }) : t("finish.allSeen")}
      </h3>
      {note ? (
        <FinishNote key={note.noteId} note={note} field={field} />
      ) : (
        <p>{t("finish.done", { done: done.value, total })}</p>
      )}
      <div class="actions">
        {at.value > 0 && (
          <Button onClick={() => void model.previous()}>{t("finish.previous")}</Button>
        )}
        {note ? (
          <Button kind="primary" onClick={() => void model.next()}>
            {t("finish.next")}
          </Button>
        ) : (
          onward
        )}
      </div>
      <Keys />
    </>
  );
};

const FinishNote = (props: {
  readonly note: NoteView;
  readonly field: { current: HTMLTextAreaElement | null };
}) => {
  const { note, field } = props;
  const { model, codebook } = useDebrief();
  const t = useT("debrief");
  const scribe = useT("scribe");
  const format = useFormat();
  const language = useTexts().language().code;
  const { noteId, fields, rivals } = note;
  const isLeft = model.finish.isLeft(noteId);
  const isUntagged = fields.dimensions.length === 0;
  const texts = rivals.get("text") ?? [];
  return (
    <div class="debrief-note">
      <p class="debrief-state">
        <time dateTime={fields.begunAt}>{format.time(fields.begunAt)}</time>
        <span>
          {fields.unfinished
            ? t("finish.unfinished")
            : isUntagged && !isLeft
              ? t("finish.untagged")
              : t("finish.ready")}
        </span>
      </p>
      {texts.length > 1 && (
        <div class="debrief-rivals">
          {texts.map(({ value, revision }) => (
            <NoteText key={revision} text={String(value)} lang={fields.lang} />
          ))}
          <small>{scribe("row.rivals")}</small>
        </div>
      )}
      <TextArea
        label={t("finish.text", { language: writtenLanguage(fields.lang).endonym })}
        lang={fields.lang}
        value={model.textOf(note)}
        rows={3}
        inputRef={field}
        onInput={(text) => void model.type(noteId, text)}
        onFocus={() => void model.edit(noteId)}
        onBlur={() => void model.save()}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing) field.current?.blur();
        }}
      />
      {fields.translation && (
        <NoteText text={fields.translation.text} lang={fields.translation.lang} size="small" />
      )}
      <DimensionChips
        dimensions={dimensionWords(codebook, language)}
        pressed={fields.dimensions}
        onPress={(number) => {
          const id = codebook.dimensions[number - 1]?.id;
          if (id !== undefined) void model.tag(noteId, toggleDimension(id));
        }}
      />
      <div class="chips">
        <Chip
          pressed={isLeft && isUntagged}
          disabled={!isUntagged}
          onPress={() => model.toggleLeft(noteId)}
        >
          {t("finish.nowhere")}
        </Chip>
        <Chip
          pressed={fields.unfinished === true}
          onPress={() => void model.toggleUnfinished(noteId)}
        >
          {t("finish.unfinished")}
        </Chip>
      </div>
    </div>
  );
};

const Keys = () => {
  const { model, codebook } = useDebrief();
  const t = useT("debrief");
  const scribe = useT("scribe");
  const isOn = model.place.value.keysOff !== true;
  return (
    <Disclosure summary={scribe("keys.title")}>
      <Checkbox
        label={t("keys.on")}
        hint={t("keys.onHint")}
        checked={isOn}
        onChange={(on) => model.switchKeys(on)}
      />
      <KeyList
        rows={[
          [`1…${codebook.dimensions.length}`, scribe("keys.dimension")],
          ["0", t("finish.nowhere")],
          ["V", t("finish.unfinished")],
          ["E", t("keys.edit")],
          ["Enter, J", t("finish.next")],
          ["K", t("finish.previous")],
          ["Z", t("keys.undo")],
          ["Esc", t("keys.leave")],
        ]}
      />
    </Disclosure>
  );
};
