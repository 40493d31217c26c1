// All findings of the round by dimension, each with what it rests on and what still keeps it inside; and the way to a new one.
import { useSignal } from "@preact/signals";
import { weighEvidence } from "../../../analysis/evidence.ts";
import { findingObstacles } from "../../../analysis/publishable.ts";
import { type FindingKind, findingKinds } from "../../../domain/finding-records.ts";
import type { FindingView } from "../../../domain/findings.ts";
import { Button } from "../../../ui/button.tsx";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField, TextArea } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { threadMark } from "../use-thread-key.ts";
import { typeKeys, useDimensions, useObstacles, wordsIn } from "./finding-words.ts";
import type { FindingsContext, WithContext } from "./findings-context.ts";

export const FindingsScreen = ({ context }: WithContext) => {
  const t = useT("findings");
  const dimensions = useDimensions(context.reading);
  const live = context.findings.filter(({ fields }) => !fields.dropped);
  const dropped = context.findings.filter(({ fields }) => fields.dropped);
  const groups = [...dimensions.all, undefined]
    .map((dimension) => ({
      dimension,
      list: live.filter(({ fields }) => fields.dimension === dimension),
    }))
    .filter(({ list }) => list.length > 0);
  return (
    <>
      <p class="lead">{t("list.lead")}</p>
      {live.length === 0 && (
        <Empty title={t("list.empty")}>
          <p>{t("list.emptyBody")}</p>
        </Empty>
      )}
      {groups.map(({ dimension, list }) => (
        <Section
          key={dimension ?? ""}
          title={dimension === undefined ? t("list.across") : dimensions.nameOf(dimension)}
        >
          <ol class="ruled finding-list">
            {list.map((view) => (
              <FindingRow key={view.findingId} view={view} context={context} />
            ))}
          </ol>
        </Section>
      ))}
      <NewFinding context={context} />
      {dropped.length > 0 && (
        <Disclosure summary={t("list.dropped", { count: dropped.length })}>
          <ul class="ruled">
            {dropped.map((view) => (
              <FindingRow key={view.findingId} view={view} context={context} />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
};

const FindingRow = (props: { readonly view: FindingView; readonly context: FindingsContext }) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const dimensions = useDimensions(props.context.reading);
  const words = useObstacles();
  const { view, context } = props;
  const { type, dimension, statement } = view.fields;
  const said = wordsIn(statement, code);
  const obstacles = findingObstacles(view, context.standing);
  return (
    <li class="finding-row" {...threadMark("finding", view.findingId)}>
      <p class="note-tags">
        {dimension !== undefined && (
          <DimensionMark
            number={dimensions.placeOf(dimension)}
            word={dimensions.nameOf(dimension)}
          />
        )}
        <span>{t(typeKeys[type])}</span>
      </p>
      <a
        class="finding-statement alone"
        href={`#/desk/findings/${view.findingId}`}
        lang={said?.lang}
        dir="auto"
      >
        {said?.text ?? t("list.unworded")}
      </a>
      <p class="muted">
        <EvidenceLine view={view} context={context} />
      </p>
      <p class="finding-state">
        {obstacles.length === 0
          ? `✓ ${t("keeps.none")}`
          : `◔ ${obstacles.map((each) => words[each]).join(" · ")}`}
      </p>
    </li>
  );
};

/** "Heard in 7 of 12 sessions, 3 languages." Worked out, never typed. */
export const EvidenceLine = (props: {
  readonly view: FindingView;
  readonly context: FindingsContext;
}) => {
  const t = useT("findings");
  const { view, context } = props;
  const sessions = context.standing.releases.map(({ record }) => record.session);
  const evidence = weighEvidence(view.fields, context.reading.notes, sessions);
  if (evidence.notes === 0) return <>{t("evidence.none")}</>;
  const heard = t("evidence.heard", { count: evidence.sessions, heard: evidence.heard.length });
  const languages = t("evidence.languages", { count: evidence.languages.length });
  const against = t("evidence.against", { count: evidence.against.length });
  return <>{[heard, languages, ...(evidence.against.length > 0 ? [against] : [])].join(", ")}</>;
};

const NewFinding = ({ context }: WithContext) => {
  const t = useT("findings");
  const { code } = useTexts().spoken("findings");
  const dimensions = useDimensions(context.reading);
  const words = useSignal("");
  const type = useSignal<FindingKind>("concern");
  const dimension = useSignal("");
  const roundId = context.reading.round?.roundId;
  const create = async () => {
    const text = words.value.trim();
    if (!roundId || text === "") return;
    const findingId = await context.models.findings.create({
      ...{ roundId, statement: { [code]: text }, type: type.value },
      dimension: dimension.value || undefined,
    });
    if (findingId === undefined) return;
    words.value = "";
    location.hash = `#/desk/findings/${findingId}`;
  };
  return (
    <Section title={t("new.title")}>
      <form
        class="stack form"
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextArea
          label={t("new.statement")}
          hint={t("new.hint")}
          lang={code}
          required
          maxLength={2_000}
          value={words.value}
          onInput={(value) => {
            words.value = value;
          }}
        />
        <div class="fields-row">
          <TypeField
            value={type.value}
            onChange={(value) => {
              type.value = value;
            }}
          />
          <SelectField
            label={t("field.dimension")}
            value={dimension.value}
            options={[
              { value: "", label: t("list.across") },
              ...dimensions.all.map((id) => ({ value: id, label: dimensions.nameOf(id) })),
            ]}
            onChange={(value) => {
              dimension.value = value;
            }}
          />
        </div>
        <Button type="submit" kind="primary">
          {t("new.create")}
        </Button>
      </form>
    </Section>
  );
};

export const TypeField = (props: {
  readonly value: FindingKind;
  readonly onChange: (value: FindingKind) => void;
}) => {
  const t = useT("findings");
  return (
    <SelectField
      label={t("field.type")}
      value={props.value}
      options={findingKinds.map((value) => ({ value, label: t(typeKeys[value]) }))}
      onChange={(value) => {
        const found = findingKinds.find((each) => each === value);
        if (found) props.onChange(found);
      }}
    />
  );
};
