// What can be done with a note of the log: tags, words, leaving out, erasing. Fetched apart from the log itself.
import { useEffect, useRef, useState } from "preact/hooks";
import type { NoteView } from "../../domain/notes.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { useT } from "../../ui/use-texts.ts";
import { toggleDimension, toggleMark } from "../session/tag-changes.ts";
import { useCapture } from "./capture-context.ts";
import { DimensionChips, useDimensions } from "./dimension-chips.tsx";
import { EraseRow } from "./erase-row.tsx";

export type RowActionsProps = { readonly note: NoteView; readonly onDone: () => void };

export const RowActions = ({ note, onDone }: RowActionsProps) => {
  const { model, codebook, field } = useCapture();
  const t = useT("scribe");
  const { noteId, fields } = note;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  const [isErasing, setErasing] = useState(false);
  const erase = (
    <Button kind="quiet" onClick={() => setErasing(true)}>
      {t("row.erase")}
    </Button>
  );
  if (isErasing) return <EraseRow noteId={noteId} onKeep={() => setErasing(false)} />;
  const edit = () => {
    onDone();
    void model.edit(noteId).then(() => field.current?.focus());
  };
  if (note.verdict === "held-back") {
    return (
      <div ref={box} class="row-actions">
        <p>{t("row.held")}</p>
        {erase}
      </div>
    );
  }
  if (fields.struck) {
    return (
      <div ref={box} class="row-actions">
        <Button onClick={() => void model.unstrike(noteId)}>{t("row.unstrike")}</Button>
        {erase}
      </div>
    );
  }
  return (
    <div ref={box} class="row-actions">
      <DimensionChips
        dimensions={useDimensions()}
        pressed={fields.dimensions}
        onPress={(number) => {
          const id = codebook.dimensions[number - 1]?.id;
          if (id !== undefined) void model.tagNote(noteId, toggleDimension(id));
        }}
      />
      <Chip
        pressed={fields.star === true}
        onPress={() => void model.tagNote(noteId, toggleMark("star"))}
      >
        ★ {t("detail.star")}
      </Chip>
      <Button onClick={edit}>{t("row.edit")}</Button>
      <Button
        onClick={() => {
          onDone();
          void model.strike(noteId);
        }}
      >
        {t("row.strike")}
      </Button>
      {erase}
    </div>
  );
};
