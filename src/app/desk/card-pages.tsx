// Cards as they print: A6, four on an A4 with cutting lines, each in its session's language.

import { writtenLanguage } from "../../i18n/languages.ts";
import { PrintSheet } from "../../ui/print-sheet.tsx";
import { Busy } from "../../ui/progress.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import { PaperQr, useAnswer, usePaperWords, WordsMissing } from "./paper-parts.tsx";
import { type CardPaper, type PrintTarget, toCardPapers, toPages } from "./print-model.ts";

const perPage = 4;

export const CardPages = (
  props: DeskScreenProps & { readonly target: PrintTarget; readonly copies: number },
) => {
  const { deps, desk, state, target, copies } = props;
  const { runs } = state;
  const papers = useAnswer(
    async () =>
      runs ? toCardPapers(deps, desk, target, { name: runs.name, operator: runs.operator }) : [],
    [target, runs],
  );
  if (!papers) return <Busy />;
  const cards = papers.flatMap((paper) =>
    Array.from({ length: copies }, (_, copy) => ({ paper, copy })),
  );
  return (
    <>
      {toPages(cards, perPage).map((page) => (
        <div key={page.map(({ paper, copy }) => paper.session + copy).join()} class="card-page">
          {page.map(({ paper, copy }) => (
            <CardSheet key={paper.session + copy} paper={paper} />
          ))}
        </div>
      ))}
    </>
  );
};

const CardSheet = ({ paper }: { readonly paper: CardPaper }) => {
  const desk = useT("desk");
  const words = usePaperWords(paper.languages[0] ?? "fi");
  if (!words) return <Busy />;
  if (!words.ok) return <WordsMissing />;
  const { t, spoken, longDay } = words.value;
  const facts = [
    paper.day && longDay(paper.day),
    paper.place,
    paper.groups.join(", "),
    paper.languages.map((code) => writtenLanguage(code).endonym).join(", "),
  ].filter((fact) => fact);
  return (
    <PrintSheet
      size="a6"
      lang={spoken.code}
      dir={spoken.dir}
      label={desk("print.cardOf", { title: paper.title })}
    >
      <div class="card-paper">
        <header>
          <h2 dir="auto">{paper.title}</h2>
          <p>
            {facts.map((fact, at) => (
              <>
                {at > 0 && " · "}
                <bdi key={fact}>{fact}</bdi>
              </>
            ))}
          </p>
        </header>
        <div class="card-scan">
          <PaperQr text={paper.link} label={t("card.qr")} />
          <p>{t("card.scan")}</p>
        </div>
        <p class="card-code code" dir="ltr" lang="zxx">
          {paper.code}
        </p>
        <footer>
          <p class="card-receiver">
            <span>
              {t("card.receiver")} <strong dir="auto">{paper.receiver}</strong>
            </span>
            <span class="code" dir="ltr" lang="zxx">
              {paper.fingerprint}
            </span>
          </p>
          <p>{t("card.compare")}</p>
          <p class="card-keep">{t("card.keep")}</p>
        </footer>
      </div>
    </PrintSheet>
  );
};
