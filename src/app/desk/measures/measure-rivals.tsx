// A measure that two coordinators changed apart. Where it stands is one choice with its day and its reason.
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { useDimensions } from "../findings/finding-words.ts";
import { factKeys, statusKeys, wordKeys } from "./measure-words.ts";
import type { OfMeasure } from "./measures-context.ts";
import type { Fact, MeasureWords } from "./measures-model.ts";
import { RivalsPanel } from "./rivals-panel.tsx";

const standing = ["status", "statusReason", "statusOn"] as const;
const days: readonly Fact[] = ["startsOn", "dueOn"];

export const MeasureRivals = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const format = useFormat();
  const dimensions = useDimensions(context.reading);
  const names = { ...factKeys, ...wordKeys };
  const showFact = (fact: Fact, revision: string, value: unknown): string => {
    const head = view.heads.find(({ id }) => id === revision)?.record;
    if (head && standing.some((each) => each === fact)) {
      const { status, statusOn, statusReason } = head;
      const day = statusOn === undefined ? [] : [format.day(statusOn)];
      return [t(statusKeys[status]), ...day, ...(statusReason ? [statusReason] : [])].join(" · ");
    }
    if (value === undefined) return t("rivals.taken");
    if (value === true) return t("rivals.yes");
    if (days.includes(fact)) return format.day(String(value));
    return fact === "dimension" ? dimensions.nameOf(String(value)) : String(value);
  };
  return (
    <RivalsPanel<MeasureWords, Fact>
      view={view}
      wordLimit={2_000}
      nameOf={(field) => t(names[field])}
      showFact={showFact}
      together={standing}
      onSettle={(choices) => void context.models.measures.settle(view.measureId, choices)}
    />
  );
};
