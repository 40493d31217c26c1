// Released notes in the order of the talk, narrowed by filters. The filter stands in the address, the words do not.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { filterNotes } from "../../../analysis/note-filter.ts";
import { type DeskNote, groupBySession } from "../../../analysis/released-notes.ts";
import type { Named } from "../../../domain/record.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { parseNoteQuery, toNotesAddress } from "../note-query.ts";
import { type RoundReading, useRound } from "../use-round.ts";
import { CountLine } from "./count-line.tsx";
import { NoteFilters, useChoices, useNarrowing } from "./note-filters.tsx";
import { NoteRow } from "./note-row.tsx";

export type NotesScreenProps = {
  readonly records: readonly Named[];
  readonly query: string;
};

/** More are drawn on demand: a list of thousands would make a tired laptop wait. */
const pageSize = 200;

export const NotesScreen = ({ records, query }: NotesScreenProps) => {
  const t = useT("reading");
  return (
    <Page title={t("notes.title")} width="full" namespace="reading">
      <Reading records={records} query={query} />
    </Page>
  );
};

const Reading = (props: { readonly records: readonly Named[]; readonly query: string }) => {
  const t = useT("reading");
  const { round: asked, filter } = parseNoteQuery(props.query);
  const reading = useRound(props.records, asked);
  const words = useSignal("");
  const choices = useChoices(reading);
  const narrowing = useNarrowing(choices, filter);
  const shownCount = useSignal(pageSize);
  const notes = useMemo(
    () => filterNotes(reading.notes, { ...filter, words: words.value }),
    [reading, props.query, words.value],
  );
  if (reading.notes.length === 0) {
    return (
      <Empty
        title={t("notes.empty")}
        actions={<LinkButton href="#/desk/intake">{t("notes.toIntake")}</LinkButton>}
      >
        <p>{t("notes.emptyBody")}</p>
      </Empty>
    );
  }
  const sessions = new Set(notes.map(({ session }) => session)).size;
  const hidden = notes.length - shownCount.value;
  const roundId = reading.round?.roundId;
  const clear = () => {
    words.value = "";
    location.hash = toNotesAddress({ ...(roundId && { round: roundId }), filter: {} });
  };
  const isNarrowed = narrowing.length > 0 || words.value.trim() !== "";
  return (
    <div class="reading">
      <NoteFilters reading={reading} filter={filter} words={words} choices={choices} />
      <div class="stack">
        <div class="note-summary">
          <p role="status" class="lead">
            <CountLine reading={reading} shown={{ notes: notes.length, sessions }} />
            {narrowing.length > 0 && (
              <>
                <br />
                {t("notes.narrowed", { what: narrowing.join(", ") })}
              </>
            )}
          </p>
          {isNarrowed && <Button onClick={clear}>{t("notes.clear")}</Button>}
        </div>
        {notes.length === 0 && (
          <Empty title={t("notes.noMatch")}>
            <p>{t("notes.noMatchBody")}</p>
          </Empty>
        )}
        <NoteList reading={reading} notes={notes.slice(0, shownCount.value)} />
        {hidden > 0 && (
          <Button
            onClick={() => {
              shownCount.value += pageSize;
            }}
          >
            {t("notes.more", { count: Math.min(hidden, pageSize) })}
          </Button>
        )}
      </div>
    </div>
  );
};

const NoteList = ({
  reading,
  notes,
}: {
  readonly reading: RoundReading;
  readonly notes: readonly DeskNote[];
}) => {
  const safety = useT("safety");
  const titles = new Map(reading.releases.map(({ record }) => [record.session, record.title]));
  const rescued = new Set(
    reading.releases.flatMap(({ record }) => (record.rescued ? [record.session] : [])),
  );
  const neighbours = useMemo(() => groupBySession(reading.notes), [reading]);
  return (
    <>
      {[...groupBySession(notes)].map(([session, list]) => (
        <Section key={session} title={titles.get(session) ?? session}>
          {rescued.has(session) && <p class="muted">{safety("rescue.mark")}</p>}
          <ol class="ruled note-list">
            {list.map((note) => (
              <NoteRow
                key={note.noteId}
                note={note}
                reading={reading}
                talk={neighbours.get(session) ?? []}
              />
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
};
