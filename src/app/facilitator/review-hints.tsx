// What in the open note may be personal data, as advice. Masking opens the general words for a look before the old ones
// are forgotten.
import type { NoteView } from "../../domain/notes.ts";
import { PrivacyHints } from "../session/privacy-hints.tsx";
import { useReview } from "./review-context.ts";

export const ReviewHints = ({ note }: { readonly note: NoteView }) => {
  const { model, writing } = useReview();
  const text = writing.open.value;
  const isWriting = text !== undefined && text.noteId === note.noteId;
  // A remark is looked through as well: it must not name anybody either.
  return (
    <PrivacyHints
      key={`${note.noteId} ${isWriting}`}
      text={isWriting ? text.text : note.fields.text}
      lang={note.fields.lang}
      known={model.knownWords.value}
      pauseMs={isWriting ? 600 : 0}
      onMask={(masked) =>
        isWriting ? writing.type(masked) : writing.begin("generalise", note, masked)
      }
      onDismiss={(word) => void model.addKnownWord(word)}
    />
  );
};
