// The notes a finding rests on, for and against; what a later release changed in them; and the search for more.
import { useSignal } from "@preact/signals";
import type { DeskNote } from "../../../analysis/released-notes.ts";
import { foldText } from "../../../analysis/search-words.ts";
import type { NoteRef } from "../../../domain/finding-records.ts";
import { refKey } from "../../../domain/joined.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Message } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { OfFinding } from "./findings-context.ts";
import type { Side } from "./findings-model.ts";
import { formerWords } from "./former-words.ts";
import { LinkedNote } from "./linked-note.tsx";

export const refOf = ({ session, noteId, revision }: DeskNote): NoteRef => ({
  session,
  noteId,
  revision,
});

export const FindingNotes = (of: OfFinding) => (
  <>
    <Linked {...of} side="supports" />
    <Linked {...of} side="opposes" />
    <NoteSearch {...of} />
  </>
);

const titleKeys = { supports: "notes.for", opposes: "notes.against" } as const;
const emptyKeys = { supports: "notes.noneFor", opposes: "notes.noneAgainst" } as const;

const Linked = ({ view, context, side }: OfFinding & { readonly side: Side }) => {
  const t = useT("findings");
  const { reading, models } = context;
  const refs = view.fields[side];
  const byKey = new Map(reading.notes.map((note) => [refKey(note), note]));
  const other: Side = side === "supports" ? "opposes" : "supports";
  return (
    <Section title={t(titleKeys[side], { count: refs.length })}>
      {refs.length === 0 && <p class="muted">{t(emptyKeys[side])}</p>}
      <ol class="ruled note-list">
        {refs.map((ref) => {
          const note = byKey.get(refKey(ref));
          if (!note) return <GoneNote key={refKey(ref)} {...{ view, context, noteRef: ref }} />;
          return (
            <LinkedNote key={refKey(ref)} note={note} reading={reading}>
              {note.revision !== ref.revision && (
                <ChangedNote {...{ view, context, noteRef: ref, note }} />
              )}
              <div class="actions">
                <Button
                  kind="quiet"
                  onClick={() => void models.findings.link(view.findingId, other, [ref])}
                >
                  {t(side === "supports" ? "notes.toAgainst" : "notes.toFor")}
                </Button>
                <Button
                  kind="quiet"
                  onClick={() => void models.findings.unlink(view.findingId, [ref])}
                >
                  {t("notes.unlink")}
                </Button>
              </div>
            </LinkedNote>
          );
        })}
      </ol>
    </Section>
  );
};

type OfRef = OfFinding & { readonly noteRef: NoteRef };

const ChangedNote = ({ view, context, noteRef, note }: OfRef & { readonly note: DeskNote }) => {
  const t = useT("findings");
  const former = formerWords(context.records, noteRef);
  return (
    <Message
      kind="warning"
      title={t("changed.title")}
      actions={
        <Button onClick={() => void context.models.findings.accept(view.findingId, refOf(note))}>
          {t("changed.accept")}
        </Button>
      }
    >
      {former ? (
        <>
          <p>{t("changed.before")}</p>
          <NoteText text={former.text} lang={former.lang} size="small" />
        </>
      ) : (
        <p>{t("changed.unknown")}</p>
      )}
    </Message>
  );
};

const GoneNote = ({ view, context, noteRef }: OfRef) => {
  const t = useT("findings");
  return (
    <li class="linked-note">
      <Message
        kind="warning"
        title={t("goneNote.title")}
        actions={
          <Button onClick={() => void context.models.findings.unlink(view.findingId, [noteRef])}>
            {t("notes.unlink")}
          </Button>
        }
      >
        <p>{t("goneNote.body")}</p>
      </Message>
    </li>
  );
};

/** Every word asked for stands in the text or its translation, without case or marks. */
export const holdingWords = (notes: readonly DeskNote[], asked: string): readonly DeskNote[] => {
  const words = foldText(asked).split(/\s+/u);
  return notes.filter(({ text, translation }) => {
    const folded = foldText(`${text}\n${translation?.text ?? ""}`);
    return words.every((word) => folded.includes(word));
  });
};

/** More would not be read; a narrower word finds the rest. */
const shown = 20;

const NoteSearch = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const words = useSignal("");
  const linked = new Set([...view.fields.supports, ...view.fields.opposes].map(refKey));
  const dimension = view.fields.dimension;
  const asked = words.value.trim();
  const found =
    asked === ""
      ? context.reading.notes.filter(
          (note) => dimension !== undefined && note.dimensions.includes(dimension),
        )
      : holdingWords(context.reading.notes, asked);
  const free = found.filter((note) => !linked.has(refKey(note)));
  const link = (side: Side, note: DeskNote) =>
    void context.models.findings.link(view.findingId, side, [refOf(note)]);
  return (
    <Section title={t("search.title")}>
      <TextField
        type="search"
        label={t("search.words")}
        hint={t("search.hint")}
        value={words.value}
        onInput={(value) => {
          words.value = value;
        }}
      />
      <p role="status">{t("search.found", { count: free.length })}</p>
      <ol class="ruled note-list">
        {free.slice(0, shown).map((note) => (
          <LinkedNote key={refKey(note)} note={note} reading={context.reading}>
            <div class="actions">
              <Button onClick={() => link("supports", note)}>{t("search.for")}</Button>
              <Button onClick={() => link("opposes", note)}>{t("search.against")}</Button>
            </div>
          </LinkedNote>
        ))}
      </ol>
      {free.length > shown && <p class="muted">{t("search.more", { count: shown })}</p>}
    </Section>
  );
};
