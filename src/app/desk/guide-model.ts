// The question set being edited at this desk: kept as a sealed draft until a round takes it. Shipped texts and the texts
// of a round that has cards are never touched: editing starts from a copy.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { parseUtf8 } from "../../base/bytes.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { Guide, type Question } from "../../domain/guide.ts";
import { type EntityId, type Language, type Localized, Tag } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { type PlanError, reviseRound } from "./desk-plan.ts";

export const guideDraftKey = "guide";
const maxFileBytes = 1024 * 1024;

export type GuideFileError =
  | { readonly type: "guide-too-large" }
  /** Not a question set of this app, or a part of it is not as it should be: `path` says where. */
  | { readonly type: "guide-invalid"; readonly path: string };

/** Reads a question-set file through the strict gate. Never throws; nothing is taken over in part. */
export const parseGuideFile = (bytes: Uint8Array): Result<Guide, GuideFileError> => {
  if (bytes.length > maxFileBytes) return failed({ type: "guide-too-large" });
  try {
    const parsed = Guide.safeParse(JSON.parse(parseUtf8(bytes) ?? ""));
    if (parsed.success) return ok(parsed.data);
    return failed({ type: "guide-invalid", path: parsed.error.issues[0]?.path.join(".") ?? "" });
  } catch {
    return failed({ type: "guide-invalid", path: "" }); // Not JSON, or nested beyond reason.
  }
};

/** The bytes that `parseGuideFile` reads back to the same guide. */
export const toGuideFile = (guide: Guide): string => `${JSON.stringify(guide, undefined, 2)}\n`;

/** An emptied text is a missing one: it is named as a gap, never printed as nothing. */
const withText = (texts: Localized, language: Language, text: string): Localized => {
  const { [language]: old, ...others } = texts;
  void old;
  return text.trim() === "" ? others : { ...others, [language]: text };
};

export type GuideFailure = StoreError | GuideFileError | PlanError;

export interface GuideModel {
  /** Undefined while it is being read. */
  readonly guide: ReadonlySignal<Guide | undefined>;
  readonly language: Signal<Language>;
  readonly savedAt: ReadonlySignal<number | undefined>;
  readonly failure: ReadonlySignal<GuideFailure | undefined>;
  /** The state before the last removal or loading, for undo. */
  readonly undoable: ReadonlySignal<"removed" | "loaded" | undefined>;
  readonly undo: () => void;
  readonly setName: (name: string) => void;
  readonly setQuestion: (id: Tag, change: { readonly text: string }) => void;
  readonly setMinutes: (id: Tag, minutes: number | undefined) => void;
  readonly setDimension: (id: Tag, dimension: Tag | undefined) => void;
  readonly moveQuestion: (id: Tag, step: -1 | 1) => void;
  readonly addQuestion: () => void;
  readonly removeQuestion: (id: Tag) => void;
  readonly setPart: (part: "notice" | "alarm", text: string) => void;
  readonly setDefinition: (id: Tag, part: "meaning" | "example", text: string) => void;
  readonly load: (bytes: Uint8Array) => void;
  readonly startFrom: (guide: Guide) => void;
  readonly takeInto: (roundId: EntityId) => Promise<boolean>;
}

export const createGuideModel = (
  deps: Pick<AppDeps, "contents" | "env">,
  desk: OpenBox,
  language: Language,
): GuideModel => {
  const guide = signal<Guide | undefined>(undefined);
  const shown = signal(language);
  const savedAt = signal<number | undefined>(undefined);
  const failure = signal<GuideFailure | undefined>(undefined);
  const before = signal<{ readonly guide: Guide; readonly why: "removed" | "loaded" } | undefined>(
    undefined,
  );

  // One write at a time, and only the newest text: keys come faster than a disk.
  let isWriting = false;
  const keepAll = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    for (let kept: Guide | undefined; kept !== guide.value; ) {
      kept = guide.value;
      const written = await desk.drafts.write(guideDraftKey, kept ?? {});
      failure.value = written.ok ? undefined : written.error;
      if (written.ok) savedAt.value = deps.env.now();
    }
    isWriting = false;
  };
  const keep = (): void => void keepAll();
  const change = (next: (guide: Guide) => Guide): void => {
    if (!guide.value) return;
    guide.value = next(guide.value);
    keep();
  };
  const replace = (next: Guide, why: "removed" | "loaded"): void => {
    if (guide.value) before.value = { guide: guide.value, why };
    guide.value = next;
    failure.value = undefined;
    keep();
  };
  const changeQuestion = (id: Tag, next: (question: Question) => Question): void =>
    change((all) => ({
      ...all,
      questions: all.questions.map((question) => (question.id === id ? next(question) : question)),
    }));

  void (async () => {
    const draft = await desk.drafts.read(guideDraftKey);
    const parsed = Guide.safeParse(draft.ok ? draft.value : undefined);
    guide.value = parsed.success ? parsed.data : await deps.contents.currentGuide();
  })();

  return {
    guide,
    language: shown,
    savedAt,
    failure,
    undoable: computed(() => before.value?.why),
    undo: () => {
      const earlier = before.value;
      before.value = undefined;
      if (earlier) change(() => earlier.guide);
    },
    setName: (name) => change((all) => (name.trim() === "" ? all : { ...all, name })),
    setQuestion: (id, { text }) =>
      changeQuestion(id, (question) => ({
        ...question,
        text: withText(question.text, shown.value, text),
      })),
    setMinutes: (id, minutes) =>
      changeQuestion(id, ({ minutes: old, ...rest }) => {
        void old;
        return minutes === undefined ? rest : { ...rest, minutes };
      }),
    setDimension: (id, dimension) =>
      changeQuestion(id, ({ dimension: old, ...rest }) => {
        void old;
        return dimension === undefined ? rest : { ...rest, dimension };
      }),
    moveQuestion: (id, step) =>
      change((all) => {
        const questions = [...all.questions];
        const at = questions.findIndex((question) => question.id === id);
        const [moved] = questions.splice(at, 1);
        if (moved) questions.splice(Math.max(0, at + step), 0, moved);
        return { ...all, questions };
      }),
    addQuestion: () =>
      change((all) => {
        const known = new Set(all.questions.map(({ id }) => id));
        let number = all.questions.length + 1;
        while (known.has(`Q-own${number}`)) number += 1;
        return {
          ...all,
          questions: [...all.questions, { id: Tag.parse(`Q-own${number}`), text: {} }],
        };
      }),
    removeQuestion: (id) => {
      const all = guide.value;
      if (!all || all.questions.length < 2) return;
      replace({ ...all, questions: all.questions.filter((q) => q.id !== id) }, "removed");
    },
    setPart: (part, text) =>
      change((all) => ({ ...all, [part]: withText(all[part], shown.value, text) })),
    setDefinition: (id, part, text) =>
      change((all) => {
        const known = all.definitions.find((each) => each.id === id);
        const edited = known ?? { id, meaning: {}, example: {} };
        const next = { ...edited, [part]: withText(edited[part], shown.value, text) };
        return {
          ...all,
          definitions: known
            ? all.definitions.map((each) => (each.id === id ? next : each))
            : [...all.definitions, next],
        };
      }),
    load: (bytes) => {
      const parsed = parseGuideFile(bytes);
      if (parsed.ok) replace(parsed.value, "loaded");
      else failure.value = parsed.error;
    },
    startFrom: (next) => replace(next, "loaded"),
    takeInto: async (roundId) => {
      if (!guide.value) return false;
      const revised = await reviseRound(desk, roundId, { guide: guide.value });
      failure.value = revised.ok ? undefined : revised.error;
      return revised.ok;
    },
  };
};
