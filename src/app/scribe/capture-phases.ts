// Going on to the next question and back. Each step is a record; the wall clock may have been set back in between.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Guide, Question } from "../../domain/guide.ts";
import type { Tag } from "../../domain/schema.ts";
import { lookAtClock, type PhaseView, stintsOf } from "../session/phase-clock.ts";
import type { CaptureCore } from "./capture-core.ts";

export interface CapturePhases {
  readonly phase: ReadonlySignal<PhaseView>;
  readonly currentQuestion: () => Tag | undefined;
  /** Draws the clock anew; a tick every quarter of a minute is enough. */
  readonly tick: () => void;
  readonly nextQuestion: () => Promise<void>;
  readonly previousQuestion: () => Promise<void>;
  readonly returnTo: (question: Tag, begunAt: string) => Promise<boolean>;
}

export const createCapturePhases = (core: CaptureCore, guide: Guide): CapturePhases => {
  const clock = signal(core.nowMs());
  const stints = computed(() => stintsOf(core.log.records.value));
  const phase = computed(() => lookAtClock(stints.value, guide, clock.value));

  const begin = async (question: Tag, begunAt: string): Promise<boolean> => {
    const written = await core.commit({ kind: "phase/1", parents: [], question, begunAt });
    clock.value = core.nowMs();
    return written.ok;
  };

  const goTo = (choose: () => Question | undefined) =>
    core.enqueue(async () => {
      const question = choose();
      if (!question) return;
      const last = stints.value.at(-1);
      const now = core.nowText();
      const begunAt = last && last.begunAt > now ? last.begunAt : now;
      const isBegun = await begin(question.id, begunAt);
      if (isBegun && last) {
        core.undoStack.push({ kind: "phase", previous: last.question, begunAt });
      }
    });

  return {
    phase,
    currentQuestion: () => stints.value.at(-1)?.question,
    tick: () => {
      clock.value = core.nowMs();
    },
    nextQuestion: () => goTo(() => phase.value.next),
    previousQuestion: () => goTo(() => phase.value.previous),
    returnTo: begin,
  };
};
