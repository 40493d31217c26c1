// A new measure: what it answers first, then what is done. One without a root may be begun, and is told to have no trace yet.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { refKey } from "../../../domain/joined.ts";
import type { EntityId } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choice.tsx";
import { SelectField, TextArea, TextField } from "../../../ui/field.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { useDimensions, wordsIn } from "../findings/finding-words.ts";
import { ExampleList } from "./example-list.tsx";
import { type MeasureExample, receivedExample } from "./measure-examples.ts";
import type { WithContext } from "./measures-context.ts";
import { type Root, rootOf } from "./new-root.ts";
import { RootPart } from "./new-root-part.tsx";

/** What the root already says. */
const wordsOfRoot = (
  { reading }: WithContext["context"],
  root: Root | undefined,
  given: MeasureExample | undefined,
  language: string,
) => {
  const decided = root?.kind === "decision" ? root.decision.fields : undefined;
  const note =
    root?.kind === "note"
      ? reading.notes.find((each) => refKey(each) === refKey(root.note))
      : undefined;
  return {
    words: wordsIn(decided?.promise ?? given?.what ?? {}, language)?.text ?? "",
    unit: decided?.unit ?? "",
    dueOn: decided?.dueOn ?? "",
    dimension:
      (root?.kind === "finding"
        ? root.finding.fields.dimension
        : root?.kind === "received"
          ? root.finding.dimension
          : note?.dimensions[0]) ?? "",
  };
};

type NewProps = WithContext & { readonly roundId: EntityId; readonly query: string };

export const NewMeasureScreen = ({ context, roundId, query }: NewProps) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const dimensions = useDimensions(context.reading);
  const root = rootOf(context, context.records, query);
  const given = receivedExample(context.exchanges, query);
  const said = wordsOfRoot(context, root, given, code);
  const words = useSignal(said.words);
  const unit = useSignal(said.unit);
  const dueOn = useSignal(said.dueOn);
  const dimension = useSignal(said.dimension);
  const urgent = useSignal(root?.kind === "note");
  const example = useSignal<MeasureExample | undefined>(given);
  // What the root already says is not written twice; what a person wrote stays.
  useEffect(() => {
    words.value ||= said.words;
    unit.value ||= said.unit;
    dueOn.value ||= said.dueOn;
    dimension.value ||= said.dimension;
  }, [query]);

  const create = async () => {
    const text = words.value.trim();
    if (text === "") return;
    // Translations that were there go along as long as they say the same.
    const promise = root?.kind === "decision" ? root.decision.fields.promise : undefined;
    const what = [promise, example.value?.what].find((all) => all?.[code] === text);
    const measureId = await context.models.measures.create({
      ...{ roundId, what: what ?? { [code]: text } },
      ...(example.value && { objective: example.value.objective, template: example.value.id }),
      ...(root?.kind === "finding" && { findings: [root.finding.findingId] }),
      ...(root?.kind === "received" && { findings: [root.finding.findingId] }),
      ...(root?.kind === "note" && { notes: [root.note] }),
      ...(root?.kind === "decision" && {
        decisions: [root.decision.decisionId],
        findings: root.decision.fields.findings,
      }),
      urgent: urgent.value || undefined,
      dimension: dimension.value || undefined,
      unit: unit.value.trim() || undefined,
      dueOn: dueOn.value || undefined,
    });
    if (measureId !== undefined) location.hash = `#/desk/measures/${measureId}`;
  };
  const begin = (chosen: MeasureExample) => {
    const [before, last] = [words.value, example.value];
    example.value = chosen;
    words.value = wordsIn(chosen.what, code)?.text ?? "";
    if (before.trim() === "") return;
    context.onUndo({
      message: t("new.replaced"),
      undo: () => {
        words.value = before;
        example.value = last;
      },
    });
  };
  return (
    <>
      <RootPart context={context} root={root} roundId={roundId} />
      {given && (
        <p class="muted">
          {t("example.begunFromOther")} <bdi>{given.named}</bdi>
        </p>
      )}
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextArea
          label={t("field.what")}
          hint={t("new.whatHint")}
          lang={code}
          required
          rows={3}
          maxLength={2_000}
          value={words.value}
          onInput={(value) => {
            words.value = value;
          }}
        />
        <TextField
          label={t("field.unit")}
          hint={t("field.unitHint")}
          optional
          maxLength={200}
          value={unit.value}
          onInput={(value) => {
            unit.value = value;
          }}
        />
        <div class="fields-row">
          <TextField
            type="date"
            label={t("field.dueOn")}
            optional
            value={dueOn.value}
            onInput={(value) => {
              dueOn.value = value;
            }}
          />
          <SelectField
            label={t("field.dimension")}
            value={dimension.value}
            options={[
              { value: "", label: t("field.noDimension") },
              ...dimensions.all.map((id) => ({ value: id, label: dimensions.nameOf(id) })),
            ]}
            onChange={(id) => {
              dimension.value = id;
            }}
          />
        </div>
        <Checkbox
          label={t("field.urgent")}
          hint={t("field.urgentHint")}
          checked={urgent.value}
          onChange={(checked) => {
            urgent.value = checked;
          }}
        />
        <Button type="submit" kind="primary">
          {t("new.create")}
        </Button>
      </form>
      <ExampleList chosen={example.value?.id} onBegin={begin} />
    </>
  );
};
