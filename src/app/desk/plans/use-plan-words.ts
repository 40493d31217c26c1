// The words of a sheet in the language chosen for it; undefined while they come.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { ReportLanguage } from "../reports/report-settings.ts";
import { loadPlanWords, type PlanWords } from "./plan-words.ts";

export const usePlanWords = (lang: ReportLanguage, load: LoadTexts) => {
  const words = useSignal<PlanWords | undefined>(undefined);
  const isMissing = useSignal(false);
  useEffect(() => {
    let isCurrent = true;
    void loadPlanWords(lang, load).then((loaded) => {
      if (!isCurrent) return; // Another language was chosen meanwhile.
      isMissing.value = !loaded.ok;
      if (loaded.ok) words.value = loaded.value;
    });
    return () => {
      isCurrent = false;
    };
  }, [lang, load]);
  return {
    words: words.value?.lang === lang ? words.value : undefined,
    isMissing: isMissing.value,
  };
};
