// Everything a note may carry besides its words and dimensions. Nothing here is ever required.
import type { ComponentChildren } from "preact";
import { labelOf } from "../../domain/codebook.ts";
import { polarities } from "../../domain/note.ts";
import { Button } from "../../ui/button.tsx";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { polaritySign } from "../../ui/polarity-mark.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import {
  countAgreement,
  toggleArea,
  toggleKind,
  toggleMark,
  togglePolarity,
  toggleTopic,
} from "../session/tag-changes.ts";
import { useCapture } from "./capture-context.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { SubThemePicker } from "./sub-theme-picker.tsx";

const Group = (props: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="detail">
    <h2 class="detail-title">{props.title}</h2>
    <ToggleGroup label={props.title}>{props.children}</ToggleGroup>
  </section>
);

const polarityKeys = {
  strengthens: "polarity.strengthens",
  weakens: "polarity.weakens",
  mixed: "polarity.mixed",
} as const;

const Polarity = () => {
  const { model } = useCapture();
  const t = useT("common");
  return (
    <Group title={t("polarity.label")}>
      {polarities.map((polarity) => (
        <Chip
          key={polarity}
          pressed={model.target.value.fields.polarity === polarity}
          onPress={() => void model.tag(togglePolarity(polarity))}
        >
          <span aria-hidden="true">{polaritySign(polarity)}</span> {t(polarityKeys[polarity])}
        </Chip>
      ))}
    </Group>
  );
};

const noteMarks = ["star", "unfinished", "quotable"] as const;
const markKeys = {
  star: "detail.star",
  unfinished: "detail.unfinished",
  quotable: "detail.quotable",
} as const;

const Marks = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  return (
    <Group title={t("detail.marks")}>
      {noteMarks.map((name) => (
        <Chip
          key={name}
          pressed={model.target.value.fields[name] === true}
          onPress={() => void model.tag(toggleMark(name))}
          {...(name === "star" ? { shortcut: "Alt+S" } : {})}
        >
          {t(markKeys[name])}
        </Chip>
      ))}
    </Group>
  );
};

const sides = ["agree", "disagree"] as const;
const sideKeys = { agree: "detail.agree", disagree: "detail.disagree" } as const;

const Agreement = () => {
  const { model } = useCapture();
  const t = useT("scribe");
  const counts = model.target.value.fields.agreement;
  return (
    <section class="detail">
      <h2 class="detail-title">{t("detail.agreement")}</h2>
      <div class="agreement">
        {sides.map((side) => {
          const what = t(sideKeys[side]);
          const count = counts?.[side] ?? 0;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce a form group.
            <div key={side} role="group" aria-label={`${what}: ${count}`} class="agreement-side">
              <span>{what}</span>
              <Button
                aria-label={t("detail.oneLess", { what })}
                disabled={count === 0}
                onClick={() => void model.tag(countAgreement(side, -1))}
              >
                −
              </Button>
              <output class="numeric">{count}</output>
              <Button
                aria-label={t("detail.oneMore", { what })}
                onClick={() => void model.tag(countAgreement(side, 1))}
              >
                +
              </Button>
            </div>
          );
        })}
      </div>
    </section>
  );
};

const listChanges = { kinds: toggleKind, topics: toggleTopic } as const;
const listKeys = { kinds: "detail.kinds", topics: "detail.topics" } as const;

const TagList = ({ list }: { readonly list: "kinds" | "topics" }) => {
  const { model, codebook } = useCapture();
  const t = useT("scribe");
  const language = useTexts().language().code;
  return (
    <Group title={t(listKeys[list])}>
      {codebook[list].map(({ id }) => (
        <Chip
          key={id}
          pressed={model.target.value.fields[list].includes(id)}
          onPress={() => void model.tag(listChanges[list](id))}
        >
          {labelOf(codebook[list], id, language)}
        </Chip>
      ))}
    </Group>
  );
};

const Area = () => {
  const { model, codebook } = useCapture();
  const t = useT("scribe");
  const language = useTexts().language().code;
  return (
    <Group title={t("detail.area")}>
      {codebook.areas.map(({ id }) => (
        <Chip
          key={id}
          pressed={model.target.value.fields.area === id}
          onPress={() => void model.tag(toggleArea(id))}
        >
          {labelOf(codebook.areas, id, language)}
        </Chip>
      ))}
    </Group>
  );
};

/** A press of a chip leaves focus in the field; fields and lists in here take it. */
const keepFocus = (event: Event) => {
  if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
};

export const DetailsPanel = () => {
  const t = useT("scribe");
  return (
    <section
      class="capture-panel details"
      aria-label={t("detail.label")}
      onMouseDown={keepFocus}
      onPointerDown={keepFocus}
    >
      <div>
        <Polarity />
        <Marks />
        <TagList list="kinds" />
        <LanguageChoice />
        <Agreement />
      </div>
      <div>
        <SubThemePicker />
        <Area />
        <TagList list="topics" />
      </div>
    </section>
  );
};
