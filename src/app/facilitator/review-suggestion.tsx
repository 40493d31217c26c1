// The suggestion for the open note, behind a quiet button; and its switch. Each says which word it rests on, so that a
// person can judge it.
import { useEffect, useRef } from "preact/hooks";
import { labelOf } from "../../domain/codebook.ts";
import type { TagSuggestion } from "../../domain/lexicon.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DimensionShape } from "../../ui/dimension-mark.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { dimensionWords } from "../session/dimension-words.ts";
import { useReview } from "./review-context.ts";

/** `onAnswered`: where keys go on once the last one is answered. */
export const ReviewSuggestion = ({ onAnswered }: { readonly onAnswered: () => void }) => {
  const { model } = useReview();
  const t = useT("suggestions");
  const { offered, isShown, show, take, refuse } = model.suggesting;
  const list = useRef<HTMLUListElement>(null);
  const focusFirst = () => list.current?.querySelector<HTMLButtonElement>("button")?.focus();
  useEffect(() => {
    if (isShown.value) focusFirst();
  }, [isShown.value]);
  if (offered.value.length === 0) return null;
  if (!isShown.value) {
    return (
      <div class="actions">
        <Button kind="quiet" onClick={show}>
          {t("ask")}
        </Button>
      </div>
    );
  }
  const answer = (work: Promise<boolean>) =>
    void work.then(() => (offered.value.length > 0 ? focusFirst() : onAnswered()));
  return (
    <ul ref={list} class="ruled review-suggestions" aria-label={t("list")}>
      {offered.value.map((suggestion) => (
        <One
          key={suggestion.dimension}
          suggestion={suggestion}
          onTake={() => answer(take(suggestion))}
          onRefuse={() => answer(refuse(suggestion))}
        />
      ))}
    </ul>
  );
};

const One = (props: {
  readonly suggestion: TagSuggestion;
  readonly onTake: () => void;
  readonly onRefuse: () => void;
}) => {
  const { model, contents } = useReview();
  const t = useT("suggestions");
  const { codebook } = contents;
  const language = useTexts().language().code;
  const { dimension, why } = props.suggestion;
  const words = dimensionWords(codebook, language).find(({ id }) => id === dimension);
  if (!words) return null;
  const isFirst = model.current.value?.fields.dimensions.length === 0;
  const dimensionWord = `${words.number} ${words.word}`;
  return (
    <li>
      <p class="review-suggested">
        <DimensionShape number={words.number} />{" "}
        <strong>{t(isFirst ? "only" : "also", { dimension: dimensionWord })}</strong>{" "}
        <Why why={why} />
      </p>
      <div class="actions">
        <Button aria-label={t("takeThis", { dimension: words.word })} onClick={props.onTake}>
          {t("take")}
        </Button>
        <Button
          kind="quiet"
          aria-label={t("refuseThis", { dimension: words.word })}
          onClick={props.onRefuse}
        >
          {t("refuse")}
        </Button>
      </div>
    </li>
  );
};

const Why = ({ why }: Pick<TagSuggestion, "why">) => {
  const { contents } = useReview();
  const t = useT("suggestions");
  const format = useFormat();
  const language = useTexts().language().code;
  const words = format.list(why.map(({ word }) => t("quoted", { word })));
  const themes = new Set(why.map(({ subTheme }) => subTheme));
  const subThemes = [...themes].map((id) => labelOf(contents.codebook.subThemes, id, language));
  return (
    <span class="muted" dir="auto">
      {t("points", {
        reason: t("why", { count: why.length, words }),
        subThemes: format.list(subThemes),
      })}
    </span>
  );
};

export const SuggestingSwitch = () => {
  const { model } = useReview();
  const t = useT("suggestions");
  const common = useT("common");
  const { isOn, turn, failure } = model.suggesting;
  return (
    <Disclosure summary={t("settings")}>
      <p>{t("body")}</p>
      <p>{t("limits")}</p>
      <p>{t("kept")}</p>
      {failure.value && <p role="alert">{common("page.failed")}</p>}
      <Checkbox label={t("on")} checked={isOn.value} onChange={(on) => void turn(on)} />
    </Disclosure>
  );
};
