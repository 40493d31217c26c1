// What was said then and what is said now, by dimension, in the words that were approved to be told.
import { useMemo } from "preact/hooks";
import { listPublishableQuotes } from "../../../analysis/publishable.ts";
import { labelOf } from "../../../domain/codebook.ts";
import { refKey } from "../../../domain/joined.ts";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import type { FollowUpProps } from "./follow-up-context.ts";

const shown = 3;

export const QuotesThenNow = (props: FollowUpProps & { readonly earlier: RoundReading }) => {
  const t = useT("followUp");
  const screen = useTexts().language().code;
  const { records, reading, earlier } = props;
  const sides = useMemo(
    () =>
      [earlier, reading].map(({ round, notes }) => {
        const dimensions = new Map(notes.map((note) => [refKey(note), note.dimensions]));
        return (round ? listPublishableQuotes(records, round.roundId) : []).map((quote) => ({
          ...{ quote, dimensions: dimensions.get(refKey(quote.note)) ?? [] },
        }));
      }),
    [records, reading, earlier],
  );
  const [before = [], now = []] = sides;
  const codebook = reading.round?.fields.codebook;
  const heard = (codebook?.dimensions ?? []).filter(({ id }) =>
    [...before, ...now].some(({ dimensions }) => dimensions.includes(id)),
  );
  if (!codebook || heard.length === 0) return <p>{t("quotes.none")}</p>;
  return (
    <div class="stack">
      <h3>{t("quotes.title")}</h3>
      <p>{t("quotes.note")}</p>
      {heard.map(({ id }) => (
        <Disclosure
          key={id}
          summary={
            <DimensionMark
              number={codebook.dimensions.findIndex((each) => each.id === id) + 1}
              word={labelOf(codebook.dimensions, id, screen)}
            />
          }
        >
          <div class="then-now">
            {[before, now].map((side, at) => {
              const quotes = side.filter(({ dimensions }) => dimensions.includes(id));
              return (
                <section key={at === 0 ? "before" : "now"}>
                  <h4>{t(at === 0 ? "compare.before" : "compare.now")}</h4>
                  {quotes.length === 0 && <p class="muted">{t("quotes.noneHere")}</p>}
                  {quotes.slice(0, shown).map(({ quote }) => (
                    <NoteText key={quote.quoteId} text={quote.text} lang={quote.lang} quote />
                  ))}
                  {quotes.length > shown && (
                    <p class="muted">{t("quotes.more", { count: quotes.length - shown })}</p>
                  )}
                </section>
              );
            })}
          </div>
        </Disclosure>
      ))}
    </div>
  );
};
