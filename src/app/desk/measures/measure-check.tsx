// The check before a measure may be told outside: what may point to a person in any language of it, and what keeps it back.
// Hints are advice; the three together that point to one person are not.
import { measureObstacles } from "../../../analysis/publishable-measures.ts";
import { isMeasureChecked } from "../../../domain/measures.ts";
import { tellingPartsOf } from "../../../domain/privacy/combination.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import type { Localized } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { hintReason, hintTitle } from "../../session/hint-words.ts";
import { useLanguageName } from "../findings/finding-words.ts";
import { useObstacleWords } from "./measure-words.ts";
import { type OfMeasure, standingIn } from "./measures-context.ts";

export const MeasureCheck = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const nameOf = useLanguageName();
  const words = useObstacleWords();
  const standing = standingIn(context, view.fields.roundId);
  const model = context.models.measures;
  const { what, objective, assessment } = view.fields;
  const texts = [what, objective, assessment];
  const { unit, partners, statusReason, cost, indicator, baseline, target, source } = view.fields;
  const facts = [unit, partners, statusReason, cost, indicator, baseline, target, source];
  const missing = ["fi", "sv", "en"].filter((lang) => what[lang] === undefined);
  const telling = texts
    .flatMap((each) => Object.entries(each))
    .filter(([lang, text]) => tellingPartsOf(text, lang, standing.names).length === 3)
    .map(([lang]) => nameOf(lang));
  const keeps = measureObstacles(view, standing).filter(
    (each) => each !== "unchecked" && each !== "telling",
  );
  return (
    <Section title={t("check.title")}>
      <p>{t("check.lead")}</p>
      {missing.length > 0 && (
        <p>{t("check.missing", { languages: missing.map(nameOf).join(", ") })}</p>
      )}
      <TextHints texts={texts} facts={facts} />
      {telling.length > 0 && (
        <Message kind="danger" title={t("check.telling")}>
          <p>{t("check.tellingBody", { languages: [...new Set(telling)].join(", ") })}</p>
        </Message>
      )}
      {keeps.length > 0 && (
        <Message kind="warning" title={t("check.keeps")}>
          <ul>
            {keeps.map((each) => (
              <li key={each}>{words[each]}</li>
            ))}
          </ul>
        </Message>
      )}
      {isMeasureChecked(view) ? (
        <>
          <p role="status">✓ {t("check.done")}</p>
          <Button onClick={() => void model.uncheck(view.measureId)}>{t("check.undo")}</Button>
        </>
      ) : (
        <Button
          kind="primary"
          disabled={keeps.length > 0 || telling.length > 0}
          onClick={() => void model.check(view.measureId)}
        >
          {t("check.do")}
        </Button>
      )}
    </Section>
  );
};

/** What may be personal data in any language of these texts, or in facts, which go out as they are typed. */
export const TextHints = ({
  texts,
  facts,
}: {
  readonly texts: readonly Localized[];
  readonly facts: readonly (string | undefined)[];
}) => {
  const hints = useT("hints");
  const nameOf = useLanguageName();
  const typed = facts.filter((each) => each !== undefined).join("\n");
  const found = [...texts, { fi: typed }]
    .flatMap((words) => Object.entries(words))
    .map(([lang, text]) => ({ lang, list: findHints(text, lang) }))
    .filter(({ list }) => list.length > 0);
  return (
    <>
      {found.map(({ lang, list }, at) => (
        <Message key={`${lang} ${at}`} kind="warning" title={nameOf(lang)}>
          <ul>
            {list.map((hint) => (
              <li key={`${hint.start} ${hint.text}`}>
                <strong>{hintTitle(hints, hint)}</strong> <bdi lang={lang}>{hint.text}</bdi>:{" "}
                {hintReason(hints, hint)}
              </li>
            ))}
          </ul>
        </Message>
      ))}
    </>
  );
};
