// What a session would miss in its languages, named one by one, so that nobody finds out in the room.

import { labelOf } from "../../domain/codebook.ts";
import type { Gap } from "../../domain/guide.ts";
import { interfaceLanguages, writtenLanguage } from "../../i18n/languages.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Message } from "../../ui/message.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import type { RoundRow } from "./desk-view.ts";
import type { LanguageGaps } from "./session-model.ts";

type Props = {
  readonly gaps: readonly LanguageGaps[];
  readonly round: Pick<RoundRow, "fields">;
  /** Languages in which the papers' own fixed words do not exist. */
  readonly wordless?: readonly string[];
};

export const GapList = ({ gaps, round, wordless = [] }: Props) => {
  const t = useT("desk");
  if (gaps.length === 0 && wordless.length === 0) return null;
  return (
    <Message kind="warning" title={t("gaps.title")}>
      <p>{t("gaps.body")}</p>
      <ul class="gap-list">
        {gaps.map(({ language, gaps: missing }) => (
          <li key={language}>
            <LanguageGapsLine language={language} missing={missing} round={round} />
          </li>
        ))}
        {gaps
          .filter(({ language }) =>
            interfaceLanguages.some((each) => each.code === language && each.draft),
          )
          .map(({ language }) => (
            <li key={`draft ${language}`}>
              {t("gaps.draft", { language: writtenLanguage(language).endonym })}
            </li>
          ))}
        {wordless.map((language) => (
          <li key={`words ${language}`}>
            {t("gaps.paperWords", { language: writtenLanguage(language).endonym })}
          </li>
        ))}
      </ul>
      <a class="alone" href="#/desk/guide">
        {t("gaps.toGuide")}
      </a>
    </Message>
  );
};

const LanguageGapsLine = (props: {
  readonly language: string;
  readonly missing: readonly Gap[];
  readonly round: Pick<RoundRow, "fields">;
}) => {
  const t = useT("desk");
  const screen = useTexts().language().code;
  const { language, missing, round } = props;
  const { guide, codebook } = round.fields;
  const count = (part: Gap["part"]) => missing.filter((gap) => gap.part === part).length;
  const parts = [
    count("question") > 0 && t("gaps.questions", { count: count("question") }),
    count("notice") > 0 && t("gaps.notice"),
    count("alarm") > 0 && t("gaps.alarm"),
    count("definition") > 0 && t("gaps.definitions", { count: count("definition") }),
  ].filter((part) => part !== false);
  const tags = [...codebook.dimensions, ...codebook.subThemes];
  const nameOf = ({ part, id }: Gap): string =>
    part === "question"
      ? (guide.questions.find((question) => question.id === id)?.text[screen] ?? String(id))
      : labelOf(tags, String(id), screen);
  const named = missing.filter(({ id }) => id !== undefined);
  return (
    <>
      {t("gaps.language", {
        language: writtenLanguage(language).endonym,
        parts: parts.join(", "),
      })}
      {named.length > 0 && (
        <Disclosure summary={t("gaps.which", { count: named.length })}>
          <ul>
            {named.map((gap) => (
              <li key={`${gap.part} ${gap.id}`}>{nameOf(gap)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};
