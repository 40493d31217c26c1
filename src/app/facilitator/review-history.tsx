// Every earlier wording, with who and when: nothing that was said is replaced without a trace.
import type { NoteView } from "../../domain/notes.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { useT } from "../../ui/use-texts.ts";
import { Who } from "./review-rivals.tsx";

export const ReviewHistory = ({ note }: { readonly note: NoteView }) => {
  const t = useT("review");
  if (note.history.length < 2) return null;
  return (
    <Disclosure summary={t("history.title", { count: note.history.length })}>
      <ol class="ruled">
        {note.history.map(({ id, record }) => (
          <li key={id}>
            <Who note={note} revision={id} />
            <NoteText
              text={record.text}
              lang={record.lang}
              size="small"
              struck={record.struck === true}
            />
          </li>
        ))}
      </ol>
    </Disclosure>
  );
};
