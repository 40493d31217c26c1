// What is chosen for a plan, kept as a draft as it is typed. A fourth objective is refused, and that is told.
import { signal } from "@preact/signals";
import type { EntityId } from "../../../domain/schema.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { StoreError } from "../../../storage/ports.ts";
import type { OpenBox } from "../../open-box.ts";
import type { ReportLanguage } from "../reports/report-settings.ts";
import type { WordsMissing } from "../reports/report-words.ts";
import { maxObjectives, type PlanSettings, parsePlanSettings, planKey } from "./plan-settings.ts";
import { loadPlanWords, type PlanWords } from "./plan-words.ts";

export type PlanFailure = StoreError | WordsMissing;

export const createPlanModel = (
  desk: Pick<OpenBox, "drafts">,
  roundId: EntityId,
  options: {
    readonly lang: ReportLanguage;
    readonly municipality: string;
    readonly load: LoadTexts;
  },
) => {
  const settings = signal<PlanSettings>({
    ...{ kind: "action", lang: options.lang, municipality: options.municipality },
    ...{ approver: "", from: "", until: "", objectives: [] },
  });
  const words = signal<PlanWords | undefined>(undefined);
  const failure = signal<PlanFailure | undefined>(undefined);
  const isFull = signal(false);

  const speak = async (lang: ReportLanguage): Promise<void> => {
    const loaded = await loadPlanWords(lang, options.load);
    if (settings.peek().lang !== lang) return; // Another language was chosen meanwhile.
    if (loaded.ok) words.value = loaded.value;
    else failure.value = loaded.error;
  };
  // One at a time, so that the newest is what stays.
  let last: Promise<unknown> = Promise.resolve();
  const keep = (next: PlanSettings): void => {
    last = last.then(async () => {
      const written = await desk.drafts.write(planKey(roundId), next);
      if (!written.ok) failure.value = written.error;
    });
  };
  const change = (part: Partial<PlanSettings>): void => {
    const next = { ...settings.peek(), ...part };
    const isSpoken = next.lang === settings.peek().lang;
    settings.value = next;
    failure.value = undefined;
    isFull.value = false;
    keep(next);
    if (!isSpoken) void speak(next.lang);
  };
  return {
    ...{ settings, words, failure, isFull, change },
    start: async (): Promise<void> => {
      const draft = await desk.drafts.read(planKey(roundId));
      if (!draft.ok) failure.value = draft.error;
      const before = draft.ok ? parsePlanSettings(draft.value) : undefined;
      if (before) settings.value = before;
      await speak(settings.peek().lang);
    },
    /** `known` are the objectives there are: one that was worded anew since no longer takes a place. */
    toggleObjective: (key: string, known: readonly string[]): void => {
      const chosen = settings.peek().objectives.filter((each) => known.includes(each));
      if (chosen.includes(key)) {
        change({ objectives: chosen.filter((each) => each !== key) });
      } else if (chosen.length < maxObjectives) change({ objectives: [...chosen, key] });
      else isFull.value = true;
    },
    /** Everything typed lies in the store. */
    settled: (): Promise<unknown> => last,
  };
};
export type PlanModel = ReturnType<typeof createPlanModel>;
