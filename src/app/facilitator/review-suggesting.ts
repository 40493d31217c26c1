// Suggested dimensions for the open note: shown when asked for, after the reviewer's own look, and set by nobody but the
// reviewer. What was taken and what was refused is kept.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Codebook } from "../../domain/codebook.ts";
import { createSuggest, type Suggest, type TagSuggestion } from "../../domain/lexicon.ts";
import type { NoteView } from "../../domain/notes.ts";
import type { EntityId } from "../../domain/schema.ts";
import { foldSuggestions, type SuggestionAnswer, wasRefused } from "../../domain/suggestions.ts";
import type { AppDeps } from "../deps.ts";
import type { RecordDraft } from "../record-writer.ts";
import { toRevision } from "../session/note-revision.ts";
import { type LexiconError, loadLexicons } from "./lexicons.ts";
import type { ReviewCore } from "./review-core.ts";

export interface ReviewSuggesting {
  /** Switched on at this device; on until somebody switches it off. */
  readonly isOn: ReadonlySignal<boolean>;
  /** The lexicons could not be read. */
  readonly failure: ReadonlySignal<LexiconError | undefined>;
  readonly turn: (on: boolean) => Promise<void>;
  /** What could be shown of the open note. Empty before the reviewer's own look, and where all was answered. */
  readonly offered: ReadonlySignal<readonly TagSuggestion[]>;
  /** The reviewer asked to see them, for this note. */
  readonly isShown: ReadonlySignal<boolean>;
  readonly show: () => void;
  readonly take: (suggestion: TagSuggestion) => Promise<boolean>;
  readonly refuse: (suggestion: TagSuggestion) => Promise<boolean>;
  /** Reads the lexicons and the switch. Until then nothing is offered. */
  readonly begin: (codebook: Codebook) => Promise<void>;
  readonly stop: () => void;
}

export const suggestionsOff = "review-suggestions-off";

/** A reviewer has tagged or judged it; or there is no tag to look at. */
export const wasLookedAt = ({ fields, verdict, history }: NoteView): boolean =>
  fields.dimensions.length === 0 ||
  verdict !== "unreviewed" ||
  history.some(({ record }) => record.author.role === "facilitator");

export const createReviewSuggesting = (
  device: Pick<AppDeps["device"], "readSetting" | "writeSetting">,
  { log, current, now, act }: Pick<ReviewCore, "log" | "current" | "now" | "act">,
): ReviewSuggesting => {
  const isOn = signal(false);
  const failure = signal<LexiconError | undefined>(undefined);
  const suggest = signal<Suggest>(() => []);
  const shownOf = signal<EntityId | undefined>(undefined);
  const answers = computed(() => foldSuggestions(log.records.value));
  const offered = computed(() => {
    const note = current.value;
    if (!isOn.value || !note || !wasLookedAt(note)) return [];
    return suggest
      .value(note.fields)
      .filter(
        ({ dimension }) =>
          !note.fields.dimensions.includes(dimension) &&
          !wasRefused(answers.value, note.noteId, dimension),
      );
  });
  // Each note gets its own look first, the same one again as well.
  const stop = effect(() => {
    const open = current.value?.noteId;
    if (shownOf.peek() !== open) shownOf.value = undefined;
  });

  const toAnswer = (
    { noteId, heads }: NoteView,
    { dimension, lexicon }: TagSuggestion,
    answer: SuggestionAnswer,
  ): readonly RecordDraft[] => {
    const revision = heads.at(-1)?.id;
    if (!revision) return [];
    const about = { noteId, revision, dimension, lexicon };
    return [{ kind: "suggestion/1", parents: [], ...about, answer }];
  };

  return {
    isOn,
    failure,
    turn: async (on) => {
      isOn.value = on;
      await device.writeSetting(suggestionsOff, !on);
    },
    offered,
    isShown: computed(() => shownOf.value !== undefined && shownOf.value === current.value?.noteId),
    show: () => {
      shownOf.value = current.value?.noteId;
    },
    take: (suggestion) => {
      const { dimension } = suggestion;
      return act(
        (note) => [
          toRevision(note, ({ dimensions }) => ({ dimensions: [...dimensions, dimension] })).record,
          ...toAnswer(note, suggestion, "taken"),
        ],
        "tagged",
        (note) => {
          const { dimensions } = note.fields;
          const back = toRevision(now(note), () => ({ dimensions })).record;
          return [back, ...toAnswer(note, suggestion, "withdrawn")];
        },
      );
    },
    refuse: (suggestion) =>
      act(
        (note) => toAnswer(note, suggestion, "refused"),
        "refused",
        (note) => toAnswer(note, suggestion, "withdrawn"),
      ),
    begin: async (codebook) => {
      const [off, lexicons] = await Promise.all([
        device.readSetting(suggestionsOff),
        loadLexicons(),
      ]);
      if (lexicons.ok) suggest.value = createSuggest(lexicons.value, codebook);
      else failure.value = lexicons.error;
      isOn.value = !(off.ok && off.value === true);
    },
    stop,
  };
};
