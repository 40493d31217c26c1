// The check before a finding may be told outside: what may point to a person in any language of it, which languages are
// missing, and what keeps it back. Hints are advice; the three together that point to one person are not.
import { findingObstacles, listPublishableQuotes } from "../../../analysis/publishable.ts";
import { isFindingChecked } from "../../../domain/findings.ts";
import { refKey } from "../../../domain/joined.ts";
import { tellingPartsOf } from "../../../domain/privacy/combination.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import { Button } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { hintReason, hintTitle } from "../../session/hint-words.ts";
import { languagesOf, useLanguageName, useObstacles } from "./finding-words.ts";
import type { OfFinding } from "./findings-context.ts";

const isHinted = (lang: string, text: string): boolean => findHints(text, lang).length > 0;

export const FindingCheck = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const nameOf = useLanguageName();
  const obstacles = useObstacles();
  const { statement } = view.fields;
  const model = context.models.findings;
  const said = Object.entries(statement);
  const missing = languagesOf(context.reading).filter((lang) => statement[lang] === undefined);
  const telling = said.filter(
    ([lang, text]) => tellingPartsOf(text, lang, context.standing.names).length === 3,
  );
  const keeps = findingObstacles(view, context.standing).filter(
    (each) => each !== "unchecked" && each !== "telling",
  );
  const checked = isFindingChecked(view);
  const quotes = listPublishableQuotes(context.records, view.fields.roundId);
  const linked = new Set([...view.fields.supports, ...view.fields.opposes].map(refKey));
  const own = quotes.filter(({ note }) => linked.has(refKey(note)));
  return (
    <Section title={t("check.title")}>
      <p>{t("check.lead")}</p>
      {missing.length > 0 && (
        <p>{t("check.missing", { languages: missing.map(nameOf).join(", ") })}</p>
      )}
      {said.map(([lang, text]) => isHinted(lang, text) && <Hints key={lang} {...{ lang, text }} />)}
      {telling.length > 0 && (
        <Message kind="danger" title={t("check.telling")}>
          <p>
            {t("check.tellingBody", {
              languages: telling.map(([lang]) => nameOf(lang)).join(", "),
            })}
          </p>
        </Message>
      )}
      {keeps.length > 0 && (
        <Message kind="warning" title={t("check.keeps")}>
          <ul>
            {keeps.map((each) => (
              <li key={each}>{obstacles[each]}</li>
            ))}
          </ul>
        </Message>
      )}
      {checked ? (
        <>
          <p role="status">✓ {t("check.done")}</p>
          <Button onClick={() => void model.uncheck(view.findingId)}>{t("check.undo")}</Button>
        </>
      ) : (
        <Button
          kind="primary"
          disabled={keeps.length > 0 || telling.length > 0}
          onClick={() => void model.check(view.findingId)}
        >
          {t("check.do")}
        </Button>
      )}
      <p class="muted">{t("check.quotes", { count: own.length })}</p>
      {own.map((quote) => (
        <NoteText key={quote.quoteId} text={quote.text} lang={quote.lang} quote size="small" />
      ))}
      <a class="alone" href="#/desk/quotes">
        {t("check.toQuotes")}
      </a>
    </Section>
  );
};

const Hints = ({ lang, text }: { readonly lang: string; readonly text: string }) => {
  const hints = useT("hints");
  const nameOf = useLanguageName();
  return (
    <Message kind="warning" title={nameOf(lang)}>
      <ul>
        {findHints(text, lang).map((hint) => (
          <li key={`${hint.start} ${hint.text}`}>
            <strong>{hintTitle(hints, hint)}</strong> <bdi lang={lang}>{hint.text}</bdi>:{" "}
            {hintReason(hints, hint)}
          </li>
        ))}
      </ul>
    </Message>
  );
};
