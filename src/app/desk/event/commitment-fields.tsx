// The words and facts of one commitment, to be mended: each kept when its field is left. Other words have to be shown anew.
import type { DecisionView } from "../../../domain/measures.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { useT } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import type { EventContext } from "./event-context.ts";
import { packLanguages } from "./event-words.ts";
import { DayField } from "./prepare-part.tsx";

export const CommitmentFields = (props: {
  readonly context: EventContext;
  readonly decision: DecisionView;
}) => {
  const t = useT("event");
  const { context, decision } = props;
  const { room } = context.models;
  const { decisionId, fields } = decision;
  const languages = [...new Set([...packLanguages, ...Object.keys(fields.promise)])];
  return (
    <div class="stack">
      {languages.map((code) => (
        <KeptField
          key={code}
          label={t("commitment.promiseIn", { language: writtenLanguage(code).endonym })}
          lang={code}
          maxLength={2_000}
          value={fields.promise[code] ?? ""}
          onKeep={(text) => void room.wordPromise(decisionId, code, text)}
        />
      ))}
      <div class="fields-row">
        <KeptField
          oneLine
          label={t("commitment.unit")}
          maxLength={200}
          value={fields.unit ?? ""}
          onKeep={(unit) => void room.setDecision(decisionId, { unit: unit.trim() || undefined })}
        />
        <DayField
          label={t("commitment.dueOn")}
          type="date"
          value={fields.dueOn ?? ""}
          onKeep={(dueOn) => void room.setDecision(decisionId, { dueOn: dueOn || undefined })}
        />
        <DayField
          label={t("commitment.firstFollowUpOn")}
          type="date"
          value={fields.firstFollowUpOn ?? ""}
          onKeep={(day) => void room.setDecision(decisionId, { firstFollowUpOn: day || undefined })}
        />
      </div>
    </div>
  );
};
