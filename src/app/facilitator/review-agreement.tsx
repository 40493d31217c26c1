// How far two scribes of one table tagged alike: the count first, then dimension by dimension, then where they differ,
// side by side in the order of the talk. How notes are paired is said, because it is a guess.
import type { NotePair, ScribeNote } from "../../analysis/pair-notes.ts";
import {
  agreeOn,
  type DimensionAgreement,
  type ScribeAgreement,
} from "../../analysis/scribe-agreement.ts";
import { Button } from "../../ui/button.tsx";
import { DimensionMark } from "../../ui/dimension-mark.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { NoteText } from "../../ui/note-text.tsx";
import { Table } from "../../ui/table.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { type DimensionWord, dimensionWords } from "../session/dimension-words.ts";
import { useReview } from "./review-context.ts";

/** Under so many pairs one note more or less changes kappa by much. */
const fewPairs = 30;

export const ReviewAgreement = () => {
  const { model } = useReview();
  return (
    <>
      {model.agreements.value.map((agreement) => (
        <OfTwo key={agreement.devices.join()} agreement={agreement} />
      ))}
    </>
  );
};

type Of = { readonly agreement: ScribeAgreement };
type Letters = { readonly first: string; readonly second: string };

const OfTwo = ({ agreement }: Of) => {
  const { model } = useReview();
  const t = useT("agreement");
  const { pairs, compared, agreed, differing, alone, devices } = agreement;
  const letterOf = (device: string) => model.scribes.value.get(device) ?? "";
  const letters = { first: letterOf(devices[0]), second: letterOf(devices[1]) };
  const left = pairs.length - compared.length;
  const summary =
    compared.length === 0
      ? t("none", letters)
      : t("title", { ...letters, agreed: agreed.length, count: compared.length });
  return (
    <Disclosure summary={summary}>
      <p>{t("how")}</p>
      <p>{t("own")}</p>
      <p>
        {t("pairs", { count: pairs.length })} {left > 0 && t("left", { count: left })}{" "}
        {t("alone", { ...letters, firstCount: alone[0], secondCount: alone[1] })}
      </p>
      {compared.length > 0 && <Dimensions agreement={agreement} letters={letters} />}
      {differing.length > 0 && (
        <>
          <h3>{t("differing")}</h3>
          <ol class="ruled">
            {differing.map((pair) => (
              <Pair key={pair.first.noteId} pair={pair} letters={letters} />
            ))}
          </ol>
        </>
      )}
    </Disclosure>
  );
};

/** Those of the codebook, then whatever else was used. */
const wordsFor = (
  { compared }: ScribeAgreement,
  known: readonly DimensionWord[],
): readonly DimensionWord[] => {
  const used = new Set(
    compared.flatMap(({ first, second }) => [first, second]).flatMap((n) => n.dimensions),
  );
  const foreign = [...used].filter((id) => known.every((word) => word.id !== id));
  return [...known, ...foreign.map((id, at) => ({ id, number: known.length + at + 1, word: id }))];
};

const Dimensions = ({ agreement, letters }: Of & { readonly letters: Letters }) => {
  const { contents } = useReview();
  const t = useT("agreement");
  const format = useFormat();
  const known = dimensionWords(contents.codebook, useTexts().language().code);
  const rows = wordsFor(agreement, known).map((word) => ({
    ...word,
    ...agreeOn(agreement, word.id),
  }));
  const count = (name: Exclude<keyof DimensionAgreement, "kappa">, label: string) => ({
    ...{ id: name, label, numeric: true },
    cell: (row: DimensionAgreement) => format.number(row[name]),
  });
  return (
    <>
      <Table
        caption={t("table")}
        narrow="stacked"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            ...{ id: "dimension", label: t("dimension"), header: true },
            cell: ({ number, word }) => <DimensionMark number={number} word={word} />,
          },
          count("both", t("both")),
          count("onlyFirst", t("only", { letter: letters.first })),
          count("onlySecond", t("only", { letter: letters.second })),
          count("neither", t("neither")),
          {
            ...{ id: "kappa", label: t("kappa"), numeric: true },
            cell: ({ kappa }) =>
              kappa === undefined ? "–" : format.number(Math.round(kappa * 100) / 100),
          },
        ]}
      />
      <p>{t("kappaBody")}</p>
      {agreement.compared.length < fewPairs && <p>{t("kappaFew")}</p>}
    </>
  );
};

const Pair = ({ pair, letters }: { readonly pair: NotePair; readonly letters: Letters }) => (
  <li class="review-sides">
    <Side note={pair.first} letter={letters.first} />
    <Side note={pair.second} letter={letters.second} />
  </li>
);

const Side = ({ note, letter }: { readonly note: ScribeNote; readonly letter: string }) => {
  const { model, contents } = useReview();
  const t = useT("agreement");
  const format = useFormat();
  const words = dimensionWords(contents.codebook, useTexts().language().code);
  return (
    <div class="review-side">
      <small>
        {t("scribe", { letter })} <span class="numeric">{format.time(note.begunAtMs)}</span>
      </small>
      <NoteText text={note.text} lang={note.lang} size="small" />
      <span class="review-row-tags">
        {words
          .filter(({ id }) => note.dimensions.includes(id))
          .map(({ id, number, word }) => (
            <DimensionMark key={id} number={number} word={word} />
          ))}
      </span>
      <Button
        kind="quiet"
        aria-label={t("openThis", { excerpt: note.text.slice(0, 40) })}
        onClick={() => model.open(note.noteId)}
      >
        {t("open")}
      </Button>
    </div>
  );
};
