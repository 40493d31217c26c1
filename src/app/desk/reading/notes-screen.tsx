// Released notes in the order of the talk, or of the search, narrowed by filters. The filter stands in the address, the
// words do not.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { listFound } from "../../../analysis/found-notes.ts";
import { selectNotes } from "../../../analysis/note-filter.ts";
import { groupBySession } from "../../../analysis/released-notes.ts";
import type { BoxId } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import { LinkMenu, mostLinked, NoteFindings, useLinking } from "../findings/link-notes.tsx";
import { parseNoteQuery, toNotesAddress } from "../note-query.ts";
import { type RoundReading, useRound } from "../use-round.ts";
import { CountLine } from "./count-line.tsx";
import { More } from "./more.tsx";
import { NoNotes } from "./no-notes.tsx";
import { NoteFilters, useNarrowing } from "./note-filters.tsx";
import { NoteList } from "./note-list.tsx";
import { searchOf } from "./note-search.ts";
import { OwnTags } from "./own-tags.tsx";
import type { ReadingAreaProps } from "./reading-props.ts";
import { createSearchModel } from "./search-model.ts";

/** The rest is drawn when it is scrolled to: a list of hundreds would make every key wait. */
const pageSize = 12;

export const NotesScreen = (props: ReadingAreaProps) => {
  const t = useT("reading");
  const { round } = parseNoteQuery(props.query);
  const reading = useRound(props.records, round);
  return (
    <Page title={t("notes.title")} width="full" namespace="reading">
      {reading.notes.length > 0 ? <Reading {...props} reading={reading} /> : <NoNotes />}
    </Page>
  );
};

const Reading = (props: ReadingAreaProps & { readonly reading: RoundReading }) => {
  const t = useT("reading");
  const { deps, desk, query, reading, records } = props;
  const errors = useT("errors");
  const linking = useLinking(deps, desk, records);
  const failure = linking.failure.value;
  const { filter } = parseNoteQuery(query);
  const { columns } = reading;
  const search = useMemo(() => createSearchModel(searchOf(deps, desk, columns)), [deps, desk]);
  useEffect(() => search.searchIn(searchOf(deps, desk, columns)), [columns]);
  const narrowing = useNarrowing(reading, filter);
  const shownCount = useSignal(pageSize);
  const chosen = useMemo(() => selectNotes(columns, filter), [columns, query]);
  const hits = search.hits.value;
  const notes = useMemo(() => listFound(columns, chosen, hits), [columns, chosen, hits]);
  useEffect(() => {
    shownCount.value = pageSize;
  }, [chosen, hits]);
  const talks = useMemo(() => groupBySession(reading.notes), [reading]);
  const sessions = new Set<BoxId>(notes.map(({ session }) => session)).size;
  const hidden = notes.length - shownCount.value;
  const roundId = reading.round?.roundId;
  const typos = hits?.asked.filter(({ typo }) => typo) ?? [];
  const clear = () => {
    search.ask("");
    location.hash = toNotesAddress({ ...(roundId && { round: roundId }), filter: {} });
  };
  return (
    <div class="reading">
      <NoteFilters reading={reading} filter={filter} search={search} />
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
            {notes.length > 0 && typos.length > 0 && (
              <>
                <br />
                {t("notes.similar")}
              </>
            )}
          </p>
          {(narrowing.length > 0 || hits) && <Button onClick={clear}>{t("notes.clear")}</Button>}
        </div>
        <OwnTags reading={reading} />
        {failure && (
          <Alert>
            <p>{errorText(errors, failure)}</p>
          </Alert>
        )}
        {(narrowing.length > 0 || hits) && notes.length > 1 && notes.length <= mostLinked && (
          <LinkMenu linking={linking} notes={notes} />
        )}
        {notes.length === 0 && (
          <Empty title={t("notes.noMatch")}>
            <p>{t("notes.noMatchBody")}</p>
          </Empty>
        )}
        <NoteList
          reading={reading}
          notes={notes.slice(0, shownCount.value)}
          talks={talks}
          hits={hits}
          actionsOf={(note) => (
            <>
              <NoteFindings linking={linking} note={note} />
              <LinkMenu linking={linking} notes={[note]} />
            </>
          )}
        />
        {hidden > 0 && (
          <More
            count={Math.min(hidden, pageSize)}
            onMore={() => {
              shownCount.value += pageSize;
            }}
          />
        )}
      </div>
    </div>
  );
};
