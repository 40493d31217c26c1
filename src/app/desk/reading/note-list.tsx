// Notes under their sessions in the order of the talk; what a search found stands best first, each with its session.
import type { ComponentChildren } from "preact";
import { type DeskNote, groupBySession } from "../../../analysis/released-notes.ts";
import type { Hits } from "../../../analysis/search-index.ts";
import type { BoxId } from "../../../domain/schema.ts";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import { NoteRow } from "./note-row.tsx";

export type NoteListProps = {
  readonly reading: RoundReading;
  readonly notes: readonly DeskNote[];
  /** All notes of each session, in order. */
  readonly talks: ReadonlyMap<BoxId, readonly DeskNote[]>;
  readonly hits?: Hits | undefined;
  /** What can be done with a note, and what rests on it. */
  readonly actionsOf?: (note: DeskNote) => ComponentChildren;
};

export const NoteList = ({ reading, notes, talks, hits, actionsOf }: NoteListProps) => {
  const safety = useT("safety");
  const titles = new Map(reading.releases.map(({ record }) => [record.session, record.title]));
  const rescued = new Set(
    reading.releases.flatMap(({ record }) => (record.rescued ? [record.session] : [])),
  );
  const row = (note: DeskNote) => (
    <NoteRow
      key={`${note.session}/${note.noteId}`}
      note={note}
      reading={reading}
      talk={talks.get(note.session) ?? []}
      asked={hits?.asked}
      actions={actionsOf?.(note)}
      {...(hits ? { session: titles.get(note.session) ?? note.session } : {})}
    />
  );
  if (hits) return <ol class="ruled note-list">{notes.map(row)}</ol>;
  return (
    <>
      {[...groupBySession(notes)].map(([session, list]) => (
        <Section key={session} title={titles.get(session) ?? session}>
          {rescued.has(session) && <p class="muted">{safety("rescue.mark")}</p>}
          <ol class="ruled note-list">{list.map(row)}</ol>
        </Section>
      ))}
    </>
  );
};
