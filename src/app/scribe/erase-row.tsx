// "Leave that out", during the session: the note goes with its history and with what could have brought it back.
import type { EntityId } from "../../domain/schema.ts";
import { eraseNote } from "../erasing.ts";
import { ErasePart } from "../session/erase-part.tsx";
import { useCapture } from "./capture-context.ts";

export const EraseRow = (props: { readonly noteId: EntityId; readonly onKeep: () => void }) => {
  const { box, delivery, model } = useCapture();
  const { noteId, onKeep } = props;
  const erase = async () => {
    model.forget(noteId);
    return eraseNote(delivery, box, noteId);
  };
  return <ErasePart erase={erase} onKeep={onKeep} />;
};
