// Where the scribe writes: who speaks, the words, the four dimensions, Kirjaa. All else is one tap away.
import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { type Speaker, speakers } from "../../domain/note.ts";
import { Button } from "../../ui/button.tsx";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { Alert } from "../../ui/message.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { speakerLabel, speakerWord } from "../session/speaker-words.ts";
import { useCapture } from "./capture-context.ts";
import { canSave } from "./capture-draft.ts";
import { DimensionChips, useDimensions } from "./dimension-chips.tsx";
import { DockFoot } from "./dock-foot.tsx";
import { NoteField } from "./note-field.tsx";
import { FailureText } from "./save-state.tsx";

const others = ["several", "facilitator", "interpreter", "observation"] as const;

const SpeakerStrip = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  const speaker = useComputed(() => model.draft.value.speaker).value;
  const seats = speakers.slice(0, model.seats.value);
  const shown: readonly Speaker[] = [
    ...new Set([...seats, ...(speaker ? [speaker] : []), ...others]),
  ];
  return (
    <ToggleGroup label={t("speaker.group")} layout="strip">
      {shown.map((each) => (
        <Chip
          key={each}
          pressed={each === speaker}
          label={speakerLabel(t, each)}
          onPress={() => model.setSpeaker(each)}
        >
          {speakerWord(t, each)}
        </Chip>
      ))}
    </ToggleGroup>
  );
};

const EditState = () => {
  const { model, field } = useCapture();
  const t = useT("scribe");
  const format = useFormat();
  const target = model.editing.value;
  if (!target) return null;
  const begunAt = model.log.note(target.noteId)?.fields.begunAt;
  return (
    <div class="dock-editing" role="status">
      <p>{t("dock.editing", { time: begunAt ? format.time(begunAt) : "" })}</p>
      <Button
        kind="quiet"
        onClick={() => {
          model.cancelEdit();
          field.current?.focus();
        }}
      >
        {t("dock.cancelEdit")}
      </Button>
    </div>
  );
};

const Failure = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  const status = model.status.value;
  if (status.state !== "failed") return null;
  const { text } = model.draft.value;
  return (
    <Alert
      actions={
        text !== "" && (
          <Button onClick={() => void navigator.clipboard?.writeText(text)}>
            {t("dock.copy")}
          </Button>
        )
      }
    >
      <FailureText error={status.error} />
    </Alert>
  );
};

/** A press of any button here leaves focus in the field, so that the on-screen keyboard stays. */
const keepFocus = (event: Event) => {
  if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
};

const Frame = ({ children }: { readonly children: ComponentChildren }) => {
  const t = useT("scribe");
  return (
    <section
      class="capture-dock"
      aria-label={t("dock.label")}
      onMouseDown={keepFocus}
      onPointerDown={keepFocus}
    >
      {children}
    </section>
  );
};

const SaveButton = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  return (
    <Button kind="primary" disabled={!canSave(model.draft.value)} onClick={() => void model.save()}>
      {model.editing.value ? t("dock.saveEdit") : t("dock.save")}
    </Button>
  );
};

const TargetDimensions = () => {
  const { model } = useCapture();
  const dimensions = useComputed(() => model.target.value.fields.dimensions).value;
  return (
    <DimensionChips
      dimensions={useDimensions()}
      pressed={dimensions}
      onPress={(number) => void model.tagDimension(number)}
      hasShortcuts
    />
  );
};

/** Each part follows what it shows and no more: a key draws the field, its button and the hints, and nothing else. */
export const CaptureDock = () => (
  <Frame>
    <EditState />
    <Failure />
    <div class="dock-main">
      <SpeakerStrip />
      <div class="dock-write">
        <NoteField />
        <SaveButton />
      </div>
      <TargetDimensions />
    </div>
    <DockFoot />
  </Frame>
);
