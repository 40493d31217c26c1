// Plans one session. What its languages lack is named here already, while it can still be mended.
import { useMemo } from "preact/hooks";
import type { BoxId } from "../../domain/schema.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { DeskScreenProps } from "./desk-context.ts";
import type { RoundRow } from "./desk-view.ts";
import { FailureAlert } from "./failure.tsx";
import { GapList } from "./gap-list.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { createSessionModel, type SessionField } from "./session-model.ts";

export const SessionForm = (
  props: DeskScreenProps & {
    readonly round: RoundRow;
    readonly onPlanned: (session: BoxId) => void;
    readonly onCancel: (() => void) | undefined;
  },
) => {
  const t = useT("desk");
  const { deps, desk, round, onPlanned, onCancel } = props;
  const model = useMemo(() => createSessionModel(deps, desk, round), [deps, desk]);
  const plan = async () => {
    const session = await model.plan();
    if (session) onPlanned(session);
  };
  const faults = model.faults.value;
  const bind = (field: SessionField) => ({
    value: model.texts.value[field],
    onInput: (next: string) => model.setText(field, next),
  });
  return (
    <form
      class="stack form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      <FailureAlert failure={model.failure.value} />
      <TextField
        label={t("session.title")}
        hint={t("session.titleHint")}
        error={faults.includes("title") ? t("session.titleMissing") : undefined}
        maxLength={200}
        {...bind("title")}
      />
      <TextField
        label={t("session.groups")}
        hint={t("session.groupsHint")}
        optional
        maxLength={1_000}
        {...bind("groups")}
      />
      <LanguageChoice
        legend={t("session.languages")}
        hint={t("session.languagesHint")}
        error={
          faults.includes("languages")
            ? t("session.languagesMissing")
            : faults.includes("manyLanguages")
              ? t("session.languagesMany")
              : undefined
        }
        values={model.languages.value}
        onChange={(next) => {
          model.languages.value = next;
        }}
      />
      <GapList gaps={model.gaps.value} round={round} />
      <div class="fields-row">
        <TextField label={t("session.place")} optional maxLength={200} {...bind("place")} />
        <TextField label={t("session.day")} optional type="date" {...bind("plannedFor")} />
        <TextField
          label={t("session.people")}
          error={faults.includes("people") ? t("session.peopleWrong") : undefined}
          optional
          type="number"
          min={0}
          {...bind("people")}
        />
      </div>
      <div class="actions">
        <Button type="submit" kind="primary" busy={model.busy.value && t("session.planning")}>
          {t("session.plan")}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {t("session.cancel")}
          </Button>
        )}
      </div>
    </form>
  );
};
