// The tags of the open note: proposals of the scribe's until somebody confirms them. The four dimensions first.
import type { ComponentChildren } from "preact";
import { labelOf } from "../../domain/codebook.ts";
import { polarities } from "../../domain/note.ts";
import type { NoteView } from "../../domain/notes.ts";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { DimensionShape } from "../../ui/dimension-mark.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { polaritySign } from "../../ui/polarity-mark.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { dimensionWords } from "../session/dimension-words.ts";
import {
  toggleArea,
  toggleDimension,
  toggleKind,
  toggleMark,
  togglePolarity,
  toggleSubTheme,
  toggleTopic,
} from "../session/tag-changes.ts";
import { useReview } from "./review-context.ts";

const polarityKeys = {
  strengthens: "polarity.strengthens",
  weakens: "polarity.weakens",
  mixed: "polarity.mixed",
} as const;
const marks = ["unfinished", "quotable", "star"] as const;
const markKeys = {
  unfinished: "tags.unfinished",
  quotable: "tags.quotable",
  star: "tags.star",
} as const;

export const ReviewTags = ({ note: { fields } }: { readonly note: NoteView }) => {
  const { model, contents } = useReview();
  const t = useT("review");
  const common = useT("common");
  const language = useTexts().language().code;
  const { codebook } = contents;
  const subThemes = codebook.subThemes.filter(
    ({ id, dimension }) => fields.dimensions.includes(dimension) || fields.subThemes.includes(id),
  );
  return (
    <div class="review-tags">
      <ToggleGroup label={t("tags.dimensions")} layout="grid">
        {dimensionWords(codebook, language).map(({ id, number, word }) => (
          <Chip
            key={id}
            dimension={number}
            pressed={fields.dimensions.includes(id)}
            onPress={() => void model.tag(toggleDimension(id))}
          >
            <DimensionShape number={number} />
            <span class="chip-word">
              {number} {word}
            </span>
          </Chip>
        ))}
      </ToggleGroup>
      <ToggleGroup label={common("polarity.label")}>
        {polarities.map((polarity) => (
          <Chip
            key={polarity}
            pressed={fields.polarity === polarity}
            onPress={() => void model.tag(togglePolarity(polarity))}
          >
            <span aria-hidden="true">{polaritySign(polarity)}</span>{" "}
            {common(polarityKeys[polarity])}
          </Chip>
        ))}
      </ToggleGroup>
      <Disclosure summary={t("tags.more", { count: countMore(fields) })}>
        {subThemes.length > 0 && (
          <Tags title={t("tags.subThemes")}>
            {subThemes.map(({ id, dimension }) => (
              <Chip
                key={id}
                pressed={fields.subThemes.includes(id)}
                onPress={() => void model.tag(toggleSubTheme(id, dimension))}
              >
                {labelOf(codebook.subThemes, id, language)}
              </Chip>
            ))}
          </Tags>
        )}
        <Tags title={t("tags.kinds")}>
          {codebook.kinds.map(({ id }) => (
            <Chip
              key={id}
              pressed={fields.kinds.includes(id)}
              onPress={() => void model.tag(toggleKind(id))}
            >
              {labelOf(codebook.kinds, id, language)}
            </Chip>
          ))}
        </Tags>
        <Tags title={t("tags.marks")}>
          {marks.map((name) => (
            <Chip
              key={name}
              pressed={fields[name] === true}
              onPress={() => void model.tag(toggleMark(name))}
            >
              {t(markKeys[name])}
            </Chip>
          ))}
        </Tags>
        <Tags title={t("tags.area")}>
          {codebook.areas.map(({ id }) => (
            <Chip
              key={id}
              pressed={fields.area === id}
              onPress={() => void model.tag(toggleArea(id))}
            >
              {labelOf(codebook.areas, id, language)}
            </Chip>
          ))}
        </Tags>
        <Tags title={t("tags.topics")}>
          {codebook.topics.map(({ id }) => (
            <Chip
              key={id}
              pressed={fields.topics.includes(id)}
              onPress={() => void model.tag(toggleTopic(id))}
            >
              {labelOf(codebook.topics, id, language)}
            </Chip>
          ))}
        </Tags>
      </Disclosure>
    </div>
  );
};

const countMore = (fields: NoteView["fields"]): number =>
  fields.subThemes.length +
  fields.kinds.length +
  fields.topics.length +
  (fields.area === undefined ? 0 : 1) +
  marks.filter((name) => fields[name]).length;

const Tags = (props: { readonly title: string; readonly children: ComponentChildren }) => (
  <div class="review-tag-group">
    <p class="review-tag-title">{props.title}</p>
    <ToggleGroup label={props.title}>{props.children}</ToggleGroup>
  </div>
);
