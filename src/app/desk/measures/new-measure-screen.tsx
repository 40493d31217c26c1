// A new measure: what it answers first, then what is done. One without a root may be begun, and is told to have no trace yet.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { refKey } from "../../../domain/joined.ts";
import type { EntityId } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choice.tsx";
import { SelectField, TextArea, TextField } from "../../../ui/field.tsx";
import { Message } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { useDimensions, useTitles, wordsIn } from "../findings/finding-words.ts";
import { ExampleList } from "./example-list.tsx";
import type { MeasureExample } from "./measure-examples.ts";
import type { WithContext } from "./measures-context.ts";
import { exampleOf, findingOf, type Root, rootOf } from "./new-root.ts";

/** What the root already says. */
const wordsOfRoot = (
  { reading }: WithContext["context"],
  root: Root | undefined,
  language: string,
) => {
  const decided = root?.kind === "decision" ? root.decision.fields : undefined;
  const note =
    root?.kind === "note"
      ? reading.notes.find((each) => refKey(each) === refKey(root.note))
      : undefined;
  return {
    words: wordsIn(decided?.promise ?? {}, language)?.text ?? "",
    unit: decided?.unit ?? "",
    dueOn: decided?.dueOn ?? "",
    dimension: findingOf(root)?.dimension ?? note?.dimensions[0] ?? "",
  };
};

type NewProps = WithContext & { readonly roundId: EntityId; readonly query: string };

export const NewMeasureScreen = ({ context, roundId, query }: NewProps) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const dimensions = useDimensions(context.reading);
  const root = rootOf(context, context.records, query);
  const said = wordsOfRoot(context, root, code);
  const given = exampleOf(context.records, query);
  const words = useSignal(said.words || (wordsIn(given?.what ?? {}, code)?.text ?? ""));
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
      ...(root?.kind === "received" && { findings: [root.received.finding.findingId] }),
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

type RootProps = WithContext & { readonly root: Root | undefined; readonly roundId: EntityId };

const RootPart = ({ context, root, roundId }: RootProps) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const titleOf = useTitles(context.reading);
  if (!root) return <RootChoice context={context} roundId={roundId} />;
  if (root.kind === "note") {
    const note = context.reading.notes.find((each) => refKey(each) === refKey(root.note));
    return (
      <Section title={t("root.note")}>
        {note && <NoteText text={note.text} lang={note.lang} />}
        {note && (
          <p class="muted">
            {t("root.place", { session: titleOf(note.session), place: note.place })}
          </p>
        )}
      </Section>
    );
  }
  const words = root.kind === "decision" ? root.decision.fields.promise : undefined;
  const said = wordsIn(words ?? findingOf(root)?.statement ?? {}, code);
  return (
    <Section title={t(root.kind === "decision" ? "root.decision" : "root.finding")}>
      {said ? (
        <NoteText text={said.text} lang={said.lang} />
      ) : (
        <p class="muted">{t("list.unworded")}</p>
      )}
      {root.kind === "received" && (
        <p class="muted">{t("roots.received", { origin: root.received.from.content.origin })}</p>
      )}
    </Section>
  );
};

const RootChoice = ({ context, roundId }: Omit<RootProps, "root">) => {
  const t = useT("measures");
  const { code } = useTexts().spoken("measures");
  const ofRound = <V extends { readonly fields: { roundId: string; dropped?: true | undefined } }>(
    views: readonly V[],
  ) => views.filter(({ fields }) => fields.roundId === roundId && !fields.dropped);
  const options = [
    ...ofRound(context.findings).map(({ findingId, fields }) => ({
      value: `finding=${findingId}`,
      label: t("root.findingIs", { words: wordsIn(fields.statement, code)?.text ?? "–" }),
    })),
    ...ofRound(context.decisions).map(({ decisionId, fields }) => ({
      value: `decision=${decisionId}`,
      label: t("root.decisionIs", { words: wordsIn(fields.promise, code)?.text ?? "–" }),
    })),
  ];
  return (
    <Section title={t("root.title")}>
      <Message title={t("root.noneTitle")}>
        <p>{t("root.noneBody")}</p>
      </Message>
      {options.length > 0 && (
        <SelectField
          label={t("root.choose")}
          value=""
          options={[{ value: "", label: t("root.none") }, ...options]}
          onChange={(chosen) => {
            if (chosen) location.hash = `#/desk/measures/new?${chosen}`;
          }}
        />
      )}
      <a class="alone" href={`#/desk/notes?round=${roundId}`}>
        {t("root.toNotes")}
      </a>
    </Section>
  );
};
