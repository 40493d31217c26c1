// One measure: where it stands, whether people were told, what is done by which unit, what it answers and what came of it.
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import { IndicatorPart } from "./indicator-part.tsx";
import { MeasureCheck } from "./measure-check.tsx";
import { MeasureFacts } from "./measure-facts.tsx";
import { FollowDays, SeenEntries } from "./measure-follow.tsx";
import { MeasureRivals } from "./measure-rivals.tsx";
import { MeasureRoots } from "./measure-roots.tsx";
import { toRow } from "./measure-rows.ts";
import { MeasureStatusPart } from "./measure-status.tsx";
import { ToldPart } from "./measure-told.tsx";
import { useWhat } from "./measure-words.ts";
import { WordsPart } from "./measure-words-part.tsx";
import { DueLine } from "./measures-board.tsx";
import type { OfMeasure } from "./measures-context.ts";
import { hasRivals } from "./settling.ts";
import { StatusMark } from "./status-mark.tsx";

export const MeasureScreen = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const { measureId, fields } = view;
  const model = context.models.measures;
  const of = { context, view };
  return (
    <>
      <Head {...of} />
      {fields.removed && (
        <Message
          kind="warning"
          title={t("remove.isRemoved")}
          actions={
            <Button onClick={() => void model.restore(measureId)}>{t("remove.restore")}</Button>
          }
        />
      )}
      {hasRivals(view) && <MeasureRivals {...of} />}
      <div class="pair">
        <ToldPart {...of} />
        <MeasureStatusPart {...of} />
      </div>
      <div class="pair">
        <Section title={t("one.words")}>
          <p class="muted">{t("one.kept")}</p>
          <WordsPart {...of} field="what" />
          <WordsPart {...of} field="objective" />
        </Section>
        <MeasureFacts {...of} />
      </div>
      <MeasureRoots {...of} />
      <div class="pair">
        <IndicatorPart {...of} />
        <Section title={t("follow.title")}>
          <SeenEntries {...of} />
          <FollowDays {...of} />
        </Section>
      </div>
      <div class="pair">
        <Section title={t("field.assessment")}>
          <p class="muted">{t("one.assessmentHint")}</p>
          <WordsPart {...of} field="assessment" isTitled />
        </Section>
        <MeasureCheck {...of} />
      </div>
      <div class="stack form">
        <KeptField
          label={t("field.memo")}
          hint={t("field.memoHint")}
          maxLength={20_000}
          value={fields.memo ?? ""}
          onKeep={(text) => void model.set(measureId, { memo: text.trim() || undefined })}
        />
        <Remove {...of} />
      </div>
    </>
  );
};

const Head = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const what = useWhat()(view);
  const { fields } = view;
  const row = toRow(view, context.followUps, context.today);
  return (
    <div class="measure-head">
      {what.lang === undefined ? (
        <p class="muted">{what.text}</p>
      ) : (
        <NoteText text={what.text} lang={what.lang} size="large" />
      )}
      <p class="measure-line">
        <StatusMark status={fields.status} />
        {fields.urgent && <strong>{t("mark.urgent")}</strong>}
        {fields.unit !== undefined && <bdi>{fields.unit}</bdi>}
        <DueLine row={row} />
      </p>
      <LinkButton href={`#/desk/thread/measure/${view.measureId}`}>{t("one.thread")}</LinkButton>
    </div>
  );
};

const Remove = ({ context, view }: OfMeasure) => {
  const t = useT("measures");
  const model = context.models.measures;
  if (view.fields.removed) return null;
  const remove = async () => {
    if (!(await model.remove(view.measureId))) return;
    context.onUndo({
      message: t("remove.done"),
      undo: () => void model.restore(view.measureId),
    });
  };
  return (
    <div>
      <p class="muted">{t("remove.hint")}</p>
      <Button kind="quiet" onClick={() => void remove()}>
        {t("remove.do")}
      </Button>
    </div>
  );
};
