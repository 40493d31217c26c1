// What goes out as a file for another desk: for what, which findings and measures, and how it will read there.
import { useMemo } from "preact/hooks";
import type { RoundView } from "../../../domain/desk.ts";
import { foldEditions } from "../../../domain/editions.ts";
import type { ExchangePurpose } from "../../../domain/exchange-records.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Localized } from "../../../domain/schema.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { CheckList, RadioList } from "../../../ui/choice.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Message, Status } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import { wordsIn } from "../findings/finding-words.ts";
import { ExchangeContentView } from "./exchange-content.tsx";
import { createGiveModel, type GiveModel, listGiven, prepareExchange } from "./give-model.ts";
import { Failures, Obstacles, partKeys } from "./give-trouble.tsx";

export type GiveProps = {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly records: readonly Named[];
  readonly round: RoundView;
};

export const GiveScreen = ({ deps, desk, records, round }: GiveProps) => {
  const t = useT("exchange");
  const { code } = useTexts().spoken("exchange");
  const model = useMemo(
    () => createGiveModel(deps, desk, round.roundId, (...file) => saveFile(fileHost(), ...file)),
    [deps, desk, round.roundId],
  );
  const choice = model.choice.value;
  const prepared = useMemo(
    () => prepareExchange(records, round.roundId, choice, new Date(deps.env.now()).toISOString()),
    [records, round.roundId, choice, deps],
  );
  if (!prepared || prepared.all.findings.length + prepared.all.measures.length === 0) {
    return (
      <Empty
        title={t("give.empty")}
        actions={<LinkButton href="#/desk/findings">{t("give.toFindings")}</LinkButton>}
      >
        <p>{t("give.emptyBody")}</p>
      </Empty>
    );
  }
  const { content, all, names } = prepared;
  const title = t(choice.purpose === "examples" ? "edition.examples" : "edition.handOver", {
    round: round.fields.name,
  });
  const isEmpty = content.findings.length + content.measures.length === 0;
  return (
    <>
      <Obstacles model={model} titles={listTitles(records, round.roundId)} />
      <Failures model={model} />
      <div class="stack form">
        <RadioList<ExchangePurpose>
          legend={t("give.purpose")}
          value={choice.purpose}
          options={[
            { value: "examples", label: t("purpose.examples"), hint: t("purpose.examplesHint") },
            { value: "hand-over", label: t("purpose.handOver"), hint: t("purpose.handOverHint") },
          ]}
          onChange={(purpose) => model.change({ purpose })}
        />
        <Choose
          legend={t("give.findings")}
          things={all.findings.map(({ findingId, statement }) => [findingId, statement])}
          model={model}
        />
        <Choose
          legend={t("give.measures")}
          things={all.measures.map(({ measureId, what }) => [measureId, what])}
          model={model}
        />
        <p class="muted">{t("give.onlyChecked")}</p>
        {choice.silent.length > 0 && (
          <p>
            {t("give.silent", { parts: choice.silent.map((part) => t(partKeys[part])).join(", ") })}{" "}
            <Button kind="quiet" onClick={() => model.change({ silent: [] })}>
              {t("give.tellAgain")}
            </Button>
          </p>
        )}
      </div>
      {names.length > 0 && (
        <Message kind="warning" title={t("give.names")}>
          <p lang="" dir="auto">
            {names.join(", ")}
          </p>
        </Message>
      )}
      <div class="actions">
        <Button
          kind="primary"
          disabled={isEmpty}
          busy={model.busy.value && t("give.saving")}
          onClick={() => void model.give({ title, lang: code })}
        >
          {t("give.save")}
        </Button>
      </div>
      {model.saved.value && (
        <Status title={t("give.saved", { name: model.saved.value })}>
          <p>{t("give.savedBody")}</p>
        </Status>
      )}
      <Section title={t("give.preview")}>
        <p>{t("give.from", { origin: content.origin, round: content.round.name })}</p>
        <ExchangeContentView content={content} heading="h3" />
      </Section>
      <Given {...{ model, records, round }} />
    </>
  );
};

/** In the order in which the weighing counts them. */
const listTitles = (records: readonly Named[], roundId: EntityId): readonly string[] =>
  foldEditions(records)
    .filter(({ fields }) => fields.roundId === roundId)
    .map(({ fields }) => fields.title);

const Choose = (props: {
  readonly legend: string;
  readonly things: readonly (readonly [EntityId, Localized])[];
  readonly model: GiveModel;
}) => {
  const t = useT("exchange");
  const { code } = useTexts().spoken("exchange");
  const { legend, things, model } = props;
  const { leftOut } = model.choice.value;
  if (things.length === 0) return null;
  const ids = things.map(([id]) => id);
  return (
    <CheckList
      legend={legend}
      options={things.map(([id, words]) => {
        const said = wordsIn(words, code);
        return {
          value: id,
          label: said?.text ?? t("content.unworded"),
          ...(said ? { lang: said.lang } : {}),
        };
      })}
      values={ids.filter((id) => !leftOut.includes(id))}
      onChange={(kept) =>
        model.change({
          leftOut: [
            ...leftOut.filter((id) => !ids.includes(id)),
            ...ids.filter((id) => !kept.includes(id)),
          ],
        })
      }
    />
  );
};

const Given = (props: {
  readonly model: GiveModel;
  readonly records: readonly Named[];
  readonly round: RoundView;
}) => {
  const t = useT("exchange");
  const format = useFormat();
  const { model, records, round } = props;
  const given = useMemo(() => listGiven(records, round.roundId), [records, round.roundId]);
  if (given.length === 0) return null;
  return (
    <Section title={t("given.title")}>
      <ul class="ruled exchange-list">
        {given.map((edition) => (
          <li key={edition.editionId} class="exchange-entry">
            <p lang={edition.fields.lang} dir="auto">
              {edition.fields.title}
            </p>
            <p class="muted">{format.dayTime(edition.madeAt)}</p>
            <Button onClick={() => void model.saveAgain(edition)}>{t("given.again")}</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
};
