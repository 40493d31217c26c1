// The notes as they were written, for those who go on working with them: never for publishing, and every file says so.
import { useSignal } from "@preact/signals";
import type { CsvSeparator } from "../../../base/csv.ts";
import type { RoundView } from "../../../domain/desk.ts";
import type { Named } from "../../../domain/record.ts";
import type { LineEnds } from "../../../report/refi-project.ts";
import { Button } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { Section } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import type { ExportModel } from "./export-model.ts";
import { ExportStatus } from "./export-status.tsx";
import { LineEndsField } from "./line-ends-field.tsx";
import { toNotesWords, toRefiWords } from "./round-words.ts";
import { SeparatorField } from "./separator-field.tsx";

export type RoundPartProps = {
  readonly deps: Pick<AppDeps, "env">;
  readonly model: ExportModel;
  readonly round: RoundView;
  readonly records: readonly Named[];
};

export const RawPart = ({ deps, model, round, records }: RoundPartProps) => {
  const t = useT("exports");
  const format = useFormat();
  const { code: lang } = useTexts().spoken("exports");
  const separator = useSignal<CsvSeparator>(";");
  const ends = useSignal<LineEnds>("lf");
  const isBusy = model.current.value.state === "making";
  const common = () => ({
    records,
    roundId: round.roundId,
    madeAt: new Date(deps.env.now()).toISOString(),
    mark: t("mark"),
  });
  const order = (
    part: string,
    ending: string,
    prepare: Parameters<typeof model.make>[0]["prepare"],
  ) => ({
    disabled: isBusy,
    onClick: () => void model.make({ what: part, part, ending, prepare }),
  });
  const table = () => toNotesWords(t, lang, round);
  const workbook = () => {
    const job = common();
    const about = [
      t("words.made", { time: format.dayTime(job.madeAt) }),
      t("notes.of", { round: round.fields.name }),
      t("notes.leftOut"),
    ];
    return {
      ...job,
      what: "notes-xlsx",
      table: table(),
      title: t("notes.title"),
      about,
      aboutName: t("words.about"),
    } as const;
  };
  return (
    <Section title={t("raw.title")}>
      <Message kind="warning" title={t("mark")}>
        <p>{t("raw.body")}</p>
      </Message>
      <div class="actions">
        <Button {...order("notes", "xlsx", workbook)}>{t("raw.xlsx")}</Button>
        <Button {...order("round", "json", () => ({ ...common(), what: "round-json" }))}>
          {t("raw.json")}
        </Button>
      </div>
      <div class="actions">
        <SeparatorField value={separator} />
        <Button
          {...order("notes", "csv", () => ({
            ...common(),
            ...{ what: "notes-csv", table: table(), separator: separator.value },
          }))}
        >
          {t("raw.csv")}
        </Button>
      </div>
      <h3>{t("raw.research")}</h3>
      <p>{t("raw.researchBody")}</p>
      <LineEndsField value={ends} />
      <div class="actions">
        <Button
          {...order("project", "qdpx", () => ({
            ...common(),
            ...{ what: "refi-project", refi: toRefiWords(t, lang), ends: ends.value },
          }))}
        >
          {t("raw.project")}
        </Button>
        <Button
          {...order("codebook", "qdc", () => ({
            ...common(),
            ...{ what: "refi-codebook", refi: toRefiWords(t, lang) },
          }))}
        >
          {t("raw.codebook")}
        </Button>
      </div>
      <ExportStatus model={model} />
    </Section>
  );
};
