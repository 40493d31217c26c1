// Quotes: only what the table ticked as quotable, from a reviewed release, and only after the coordinator's approval.
import { quoteObstacles } from "../../../analysis/publishable.ts";
import { refKey } from "../../../domain/joined.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { refOf } from "./finding-notes.tsx";
import type { WithContext } from "./findings-context.ts";
import { QuoteRow, StaleQuote } from "./quote-row.tsx";
import { quoteOf } from "./quotes-model.ts";

export const QuotesScreen = ({ context }: WithContext) => {
  const t = useT("findings");
  const { reading, standing, quotes } = context;
  const reviewed = new Set(
    standing.releases.flatMap(({ record }) => (record.reviewed ? [record.session] : [])),
  );
  const notes = reading.notes.filter(({ quotable }) => quotable);
  const ready = notes.filter(({ session }) => reviewed.has(session));
  const known = new Set(ready.map(refKey));
  // Quotes whose note has gone from what may be quoted: told, never hidden.
  const stale = quotes.filter(({ fields }) => !fields.dropped && !known.has(refKey(fields.note)));
  const isOut = (note: (typeof ready)[number]) => {
    const view = quoteOf(quotes, refOf(note));
    return view !== undefined && quoteObstacles(view, standing).length === 0;
  };
  const approved = ready.filter(isOut);
  const waiting = ready.filter((note) => !isOut(note));
  const row = (note: (typeof ready)[number]) => (
    <QuoteRow key={refKey(note)} note={note} context={context} />
  );
  return (
    <>
      <p class="lead">{t("quotes.lead")}</p>
      {ready.length === 0 && (
        <Empty title={t("quotes.empty")}>
          <p>{t("quotes.emptyBody")}</p>
        </Empty>
      )}
      {notes.length > ready.length && (
        <p>{t("quotes.unreviewed", { count: notes.length - ready.length })}</p>
      )}
      {stale.length > 0 && (
        <Section title={t("quotes.stale", { count: stale.length })}>
          <ul class="ruled">
            {stale.map((view) => (
              <StaleQuote key={view.quoteId} view={view} context={context} />
            ))}
          </ul>
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t("quotes.waiting", { count: waiting.length })}>
          <ol class="ruled note-list">{waiting.slice(0, 100).map(row)}</ol>
        </Section>
      )}
      {approved.length > 0 && (
        <Section title={t("quotes.approved", { count: approved.length })}>
          <ol class="ruled note-list">{approved.map(row)}</ol>
        </Section>
      )}
      <Disclosure summary={t("quotes.rules")}>
        <p>{t("quotes.rulesBody")}</p>
      </Disclosure>
    </>
  );
};
