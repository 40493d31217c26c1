// One released note: what was said first and largest, then its tags by word and shape; what stood around it on demand.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { DeskNote } from "../../../analysis/released-notes.ts";
import type { Hits } from "../../../analysis/search-index.ts";
import { noteThreadId } from "../../../analysis/thread.ts";
import { labelOf } from "../../../domain/codebook.ts";
import type { Question } from "../../../domain/guide.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { PolarityMark } from "../../../ui/polarity-mark.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import { threadMark, toThreadAddress } from "../use-thread-key.ts";
import { MarkedText } from "./marked-text.tsx";

const byKeys = {
  scribe: "notes.byScribe",
  interpreter: "notes.byInterpreter",
  later: "notes.byLater",
} as const;

export type NoteRowProps = {
  readonly note: DeskNote;
  readonly reading: RoundReading;
  /** All notes of its session, in order. */
  readonly talk: readonly DeskNote[];
  /** What can be done with the note, under its tags. */
  readonly actions?: ComponentChildren;
  /** What was searched for: the words that answer it are marked. */
  readonly asked?: Hits["asked"] | undefined;
  /** The session's title, where the row does not stand under it. */
  readonly session?: string;
};

const nothing: Hits["asked"] = [];

export const NoteRow = (props: NoteRowProps) => {
  const { note, reading, talk, actions, asked = nothing, session } = props;
  const t = useT("reading");
  const isContextOpen = useSignal(false);
  const id = noteThreadId(note);
  return (
    <li class="desk-note" {...threadMark("note", id)}>
      <span class="note-place">{note.place}</span>
      <div>
        {session !== undefined && <p class="note-session">{session}</p>}
        <Texts note={note} asked={asked} />
        <Tags note={note} reading={reading} />
        {talk.length > 1 && (
          <Disclosure
            summary={t("notes.context")}
            onToggle={(open) => {
              isContextOpen.value = open;
            }}
          >
            {isContextOpen.value && <Context note={note} talk={talk} />}
          </Disclosure>
        )}
        {actions}
        <a class="note-thread screen-only" href={toThreadAddress("note", id)}>
          {t("notes.thread")}
        </a>
      </div>
    </li>
  );
};

const Texts = (props: { readonly note: DeskNote; readonly asked: Hits["asked"] }) => {
  const { note, asked } = props;
  const t = useT("reading");
  const { translation } = note;
  return (
    <>
      <MarkedText text={note.text} lang={note.lang} asked={asked} />
      {translation && (
        <div class="note-translation">
          <MarkedText text={translation.text} lang={translation.lang} size="small" asked={asked} />
          <small>
            {t("notes.translated", {
              language: writtenLanguage(translation.lang).endonym,
              by: t(byKeys[translation.by]),
            })}
          </small>
        </div>
      )}
    </>
  );
};

const Tags = ({ note, reading }: Pick<NoteRowProps, "note" | "reading">) => {
  const t = useT("reading");
  const { code } = useTexts().spoken("reading");
  const codebook = reading.round?.fields.codebook;
  const dimensions = codebook?.dimensions ?? [];
  const question = reading.round?.fields.guide.questions.find(({ id }) => id === note.phase);
  const words = [
    ...note.subThemes.map((id) => labelOf(codebook?.subThemes ?? [], id, code)),
    ...note.kinds.map((id) => labelOf(codebook?.kinds ?? [], id, code)),
    ...note.topics.map((id) => labelOf(codebook?.topics ?? [], id, code)),
    ...(note.area === undefined ? [] : [labelOf(codebook?.areas ?? [], note.area, code)]),
    ...(note.star ? [`★ ${t("notes.star")}`] : []),
    ...(note.unfinished ? [`◔ ${t("notes.unfinished")}`] : []),
    ...(note.quotable ? [`” ${t("notes.mayQuote")}`] : []),
    ...(note.agreement ? [t("notes.agree", note.agreement)] : []),
  ];
  return (
    <>
      <p class="note-tags">
        {note.dimensions.map((id) => (
          <DimensionMark
            key={id}
            number={dimensions.findIndex((dimension) => dimension.id === id) + 1}
            word={labelOf(dimensions, id, code)}
          />
        ))}
        {note.dimensions.length === 0 && <span>{t("notes.untagged")}</span>}
        {note.polarity && <PolarityMark polarity={note.polarity} />}
      </p>
      {words.length > 0 && <p class="note-words">{words.join(" · ")}</p>}
      {question && (
        <p class="note-words">
          {t("notes.question")}: {questionText(question, code)}
        </p>
      )}
    </>
  );
};

const questionText = ({ text, id }: Question, language: string): string =>
  text[language] ?? text.fi ?? text.en ?? id;

const Context = ({ note, talk }: Pick<NoteRowProps, "note" | "talk">) => {
  const t = useT("reading");
  const at = talk.findIndex(({ noteId }) => noteId === note.noteId);
  const around = [
    ...talk.slice(Math.max(0, at - 2), at).map((each) => ({ each, where: t("notes.before") })),
    ...talk.slice(at + 1, at + 3).map((each) => ({ each, where: t("notes.after") })),
  ];
  return (
    <ul class="ruled">
      {around.map(({ each, where }) => (
        <li key={each.noteId}>
          <small>
            {where} · {each.place}
          </small>
          <NoteText text={each.text} lang={each.lang} size="small" />
        </li>
      ))}
    </ul>
  );
};
