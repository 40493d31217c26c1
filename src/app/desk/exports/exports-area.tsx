// Files of a round: papers to fill in and sign, texts for translators, and the notes as they were written. What is for
// publishing comes out of the reports instead.
import { useEffect, useMemo } from "preact/hooks";
import type { Named } from "../../../domain/record.ts";
import type { EntityId } from "../../../domain/schema.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Page, Section } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { fileHost, saveFile } from "../../session/save-file.ts";
import type { DeskScreenProps } from "../desk-context.ts";
import { parseNoteQuery } from "../note-query.ts";
import { createExportModel } from "./export-model.ts";
import { runExport } from "./export-runner.ts";
import { PapersPart } from "./papers-part.tsx";
import { RawPart } from "./raw-part.tsx";
import { TranslationPart } from "./translation-part.tsx";

export type ExportsAreaProps = Pick<DeskScreenProps, "deps" | "desk" | "state"> & {
  readonly query: string;
  readonly records: readonly Named[];
};

export const ExportsArea = ({ deps, desk, state, query, records }: ExportsAreaProps) => {
  const t = useT("exports");
  const asked = parseNoteQuery(query).round;
  const round = state.rounds.find(({ roundId }) => roundId === asked) ?? state.rounds[0];
  return (
    <Page title={t("title")} lead={t("lead")} namespace="exports">
      {state.rounds.length > 1 && round && (
        <SelectField
          label={t("round")}
          value={round.roundId}
          options={state.rounds.map(({ roundId, fields }) => ({
            value: roundId,
            label: fields.name,
          }))}
          onChange={(id) => {
            location.hash = `#/desk/exports?round=${id}`;
          }}
        />
      )}
      {round ? (
        <Parts key={round.roundId} {...{ deps, desk, round, records }} id={round.roundId} />
      ) : (
        <Empty
          title={t("empty")}
          actions={<LinkButton href="#/desk/rounds/new">{t("emptyAction")}</LinkButton>}
        >
          <p>{t("emptyBody")}</p>
        </Empty>
      )}
    </Page>
  );
};

const Parts = (
  props: Pick<ExportsAreaProps, "deps" | "desk" | "records"> & {
    readonly round: DeskScreenProps["state"]["rounds"][number];
    readonly id: EntityId;
  },
) => {
  const t = useT("exports");
  const { deps, desk, round, records, id } = props;
  const create = () =>
    createExportModel(
      { now: deps.env.now, run: runExport, saveFile: (...file) => saveFile(fileHost(), ...file) },
      id,
    );
  const models = useMemo(() => ({ papers: create(), sheet: create(), raw: create() }), [deps, id]);
  useEffect(
    () => () => {
      for (const model of Object.values(models)) model.stop();
    },
    [models],
  );
  return (
    <>
      <PapersPart {...{ deps, round, records }} model={models.papers} />
      <TranslationPart {...{ deps, desk, round, records }} model={models.sheet} />
      <Section title={t("exchange.title")}>
        <p>{t("exchange.body")}</p>
        <div class="actions">
          <LinkButton href={`#/desk/exchange/give?round=${id}`}>{t("exchange.give")}</LinkButton>
          <LinkButton href="#/desk/exchange">{t("exchange.received")}</LinkButton>
        </div>
      </Section>
      <RawPart {...{ deps, round, records }} model={models.raw} />
    </>
  );
};
