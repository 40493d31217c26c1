// The session on one paper for the facilitator: the notice to read, the questions, and what the four dimensions mean.
// One sheet per language of the session. What is missing in that language is left out: it was named before printing.
import { labelOf } from "../../domain/codebook.ts";
import { writtenLanguage } from "../../i18n/languages.ts";
import { DimensionShape } from "../../ui/dimension-mark.tsx";
import { PrintSheet } from "../../ui/print-sheet.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import type { RoundRow, SessionRow } from "./desk-view.ts";
import { usePaperWords, WordsMissing } from "./paper-parts.tsx";
import type { PrintTarget } from "./print-model.ts";

export const GuideSheets = ({
  state,
  target,
}: DeskScreenProps & { readonly target: PrintTarget }) => (
  <>
    {target.sessions.flatMap((session) =>
      session.card.fields.languages.map((language) => (
        <GuideSheet
          key={`${session.card.session} ${language}`}
          session={session}
          language={language}
          round={target.round}
          receiver={state.runs?.name ?? ""}
        />
      )),
    )}
  </>
);

const GuideSheet = (props: {
  readonly session: SessionRow;
  readonly language: string;
  readonly round: RoundRow;
  readonly receiver: string;
}) => {
  const desk = useT("desk");
  const { session, language, round, receiver } = props;
  const words = usePaperWords(language);
  if (!words) return <Busy />;
  if (!words.ok) return <WordsMissing />;
  const { t, spoken, longDay } = words.value;
  const { guide, codebook } = round.fields;
  const { title, place, plannedFor } = session.card.fields;
  const notice = guide.notice[language]?.replaceAll("{{receiver}}", receiver);
  const { dir } = writtenLanguage(language);
  const own = { lang: language, dir } as const;
  return (
    <PrintSheet
      size="a4"
      lang={spoken.code}
      dir={spoken.dir}
      label={desk("print.guideOf", { title, language: writtenLanguage(language).endonym })}
    >
      <div class="guide-paper">
        <header class="paper-head">
          <h2 dir="auto">{title}</h2>
          <p>{[plannedFor && longDay(plannedFor), place].filter(Boolean).join(" · ")}</p>
        </header>
        {notice && (
          <section>
            <h3>{t("guide.notice")}</h3>
            <div class="guide-notice" {...own}>
              {notice.split(/\n+/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </section>
        )}
        <section>
          <h3>{t("guide.questions")}</h3>
          <ol class="guide-questions">
            {guide.questions.map(({ id, text, dimension, minutes }) => {
              const number = codebook.dimensions.findIndex((each) => each.id === dimension) + 1;
              return (
                text[language] && (
                  <li key={id} {...own}>
                    {text[language]}
                    <span class="guide-mark">
                      {number > 0 && (
                        <>
                          <DimensionShape number={number} /> {number}
                        </>
                      )}
                      {number > 0 && minutes !== undefined && " · "}
                      {minutes !== undefined && t("guide.minutes", { count: minutes })}
                    </span>
                  </li>
                )
              );
            })}
          </ol>
        </section>
        <section>
          <h3>{t("guide.dimensions")}</h3>
          <dl class="guide-dimensions">
            {codebook.dimensions.map(({ id }, index) => {
              const definition = guide.definitions.find((each) => each.id === id);
              return (
                <div key={id} {...own}>
                  <dt data-dimension={index + 1}>
                    <DimensionShape number={index + 1} /> {index + 1}{" "}
                    {labelOf(codebook.dimensions, id, language)}
                  </dt>
                  <dd>
                    {definition?.meaning[language]}
                    {definition?.example[language] && <em> {definition.example[language]}</em>}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      </div>
    </PrintSheet>
  );
};
