// The queue: what a filter lets through, in the order of the talk. Each row says what state its note is in, in words.
import { useComputed } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { NoteView } from "../../domain/notes.ts";
import {
  deviceOf,
  filterQueue,
  type QueueFilter,
  queueFilters,
} from "../../domain/review-queue.ts";
import type { Key } from "../../i18n/resources.ts";
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { DimensionMark } from "../../ui/dimension-mark.tsx";
import { useFormat, useT, useTexts } from "../../ui/use-texts.ts";
import { type DimensionWord, dimensionWords } from "../session/dimension-words.ts";
import { useReview } from "./review-context.ts";

const filterKeys: Readonly<Record<QueueFilter, Key<"review">>> = {
  waiting: "filter.waiting",
  all: "filter.all",
  untagged: "filter.untagged",
  unfinished: "filter.unfinished",
  untranslated: "filter.untranslated",
  hinted: "filter.hinted",
  rivals: "filter.rivals",
  differing: "filter.differing",
  starred: "filter.starred",
  returned: "filter.returned",
  "held-back": "filter.heldBack",
};
export const verdictKeys: Readonly<Record<NoteView["verdict"], Key<"review">>> = {
  unreviewed: "verdict.waiting",
  approved: "verdict.approved",
  returned: "verdict.returned",
  "held-back": "verdict.heldBack",
};
export const verdictSigns: Readonly<Record<NoteView["verdict"], string>> = {
  unreviewed: "○",
  approved: "✓",
  returned: "↩",
  "held-back": "▣",
};

export const ReviewList = () => {
  const { model, contents } = useReview();
  const t = useT("review");
  const language = useTexts().language().code;
  const words = useMemo(() => dimensionWords(contents.codebook, language), [contents, language]);
  const { queue, shown, filter, marks } = model;
  const counts = queueFilters.map(
    (each) => [each, filterQueue(queue.value, each, marks.value).length] as const,
  );
  return (
    <section class="review-list" aria-label={t("list.label")}>
      <ToggleGroup label={t("filter.label")} layout="strip">
        {counts
          .filter(([each, count]) => count > 0 || each === filter.value || each === "all")
          .map(([each, count]) => (
            <Chip
              key={each}
              pressed={filter.value === each}
              onPress={() => {
                filter.value = each;
              }}
            >
              {t(filterKeys[each])} <span class="numeric">{count}</span>
            </Chip>
          ))}
      </ToggleGroup>
      {shown.value.length === 0 && <p class="muted">{t("list.none")}</p>}
      <ol class="review-rows">
        {shown.value.map((note) => (
          <Row key={note.noteId} note={note} words={words} />
        ))}
      </ol>
    </section>
  );
};

type RowProps = { readonly note: NoteView; readonly words: readonly DimensionWord[] };

const Row = ({ note, words }: RowProps) => {
  const { model } = useReview();
  const t = useT("review");
  const format = useFormat();
  // Its own signal: moving along redraws two rows, not all.
  const isOpen = useComputed(() => model.current.value?.noteId === note.noteId).value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView?.({ block: "nearest" });
  }, [isOpen]);
  const { fields, verdict, rivals } = note;
  const letter = model.scribes.value.get(deviceOf(note));
  return (
    <li>
      <button
        ref={button}
        type="button"
        class="review-row"
        aria-current={isOpen ? "true" : undefined}
        onClick={() => model.open(note.noteId)}
      >
        <span class="review-row-head">
          <time class="numeric" dateTime={fields.begunAt}>
            {format.time(fields.begunAt)}
          </time>
          <span>
            <span aria-hidden="true">{verdictSigns[verdict]} </span>
            {t(verdictKeys[verdict])}
          </span>
          {letter && <span>{t("row.scribe", { letter })}</span>}
          {rivals.size > 0 && <span class="review-flag">≠ {t("row.rivals")}</span>}
          {fields.unfinished && <span>… {t("row.unfinished")}</span>}
          {fields.star && <span>★</span>}
        </span>
        <span class="review-row-text" lang={fields.lang} dir="auto">
          {fields.text}
        </span>
        <span class="review-row-tags">
          {words
            .filter(({ id }) => fields.dimensions.includes(id))
            .map(({ id, number, word }) => (
              <DimensionMark key={id} number={number} word={word} />
            ))}
          {fields.dimensions.length === 0 && <span>{t("row.untagged")}</span>}
        </span>
      </button>
    </li>
  );
};
