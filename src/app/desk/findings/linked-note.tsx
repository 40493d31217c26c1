// A note as it stands under a finding, a theme or a quote: its words, where it was said, and what stood around it.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { DeskNote } from "../../../analysis/released-notes.ts";
import { noteThreadId } from "../../../analysis/thread.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import { threadMark } from "../use-thread-key.ts";
import { useTitles } from "./finding-words.ts";

export const LinkedNote = (props: {
  readonly note: DeskNote;
  readonly reading: RoundReading;
  readonly children?: ComponentChildren;
}) => {
  const t = useT("findings");
  const { note, reading } = props;
  const titleOf = useTitles(reading);
  const isOpen = useSignal(false);
  return (
    <li class="linked-note" {...threadMark("note", noteThreadId(note))}>
      <NoteText text={note.text} lang={note.lang} />
      {note.translation && (
        <NoteText text={note.translation.text} lang={note.translation.lang} size="small" />
      )}
      <p class="muted">{t("note.place", { session: titleOf(note.session), place: note.place })}</p>
      <Disclosure
        summary={t("note.context")}
        onToggle={(open) => {
          isOpen.value = open;
        }}
      >
        {isOpen.value && <Around note={note} reading={reading} />}
      </Disclosure>
      {props.children}
    </li>
  );
};

/** Two notes before and two after, in the order of the talk, with the note itself among them. */
const Around = ({ note, reading }: { readonly note: DeskNote; readonly reading: RoundReading }) => (
  <ol class="ruled talk" start={Math.max(1, note.place - 2)}>
    {reading.notes
      .filter(({ session, place }) => session === note.session && Math.abs(place - note.place) <= 2)
      .map((each) => (
        <li key={each.noteId} aria-current={each.noteId === note.noteId ? "true" : undefined}>
          <NoteText text={each.text} lang={each.lang} size="small" />
        </li>
      ))}
  </ol>
);
