// What was decided and done between two rounds, each with its state and with what the later round answered about it.
import { useMemo } from "preact/hooks";
import { listAnswers, toCarriedId } from "../../../analysis/carried-over.ts";
import { foldMeasures } from "../../../domain/measures.ts";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { statusKeys } from "../measures/measure-words.ts";
import { toNotesAddress } from "../note-query.ts";
import type { RoundReading } from "../use-round.ts";
import { threadMark } from "../use-thread-key.ts";
import { type FollowUpProps, firstWords } from "./follow-up-context.ts";

export const BetweenPart = (props: FollowUpProps & { readonly earlier: RoundReading }) => {
  const t = useT("followUp");
  const measure = useT("measures");
  const format = useFormat();
  const screen = useTexts().language().code;
  const { records, reading, earlier } = props;
  const { rounds } = reading;
  const from = rounds.findIndex(({ roundId }) => roundId === earlier.round?.roundId);
  const to = rounds.findIndex(({ roundId }) => roundId === reading.round?.roundId);
  const between = new Set(rounds.slice(from, to).map(({ roundId }) => roundId));
  const measures = useMemo(
    () =>
      foldMeasures(records).filter(({ fields }) => !fields.removed && between.has(fields.roundId)),
    [records, from, to],
  );
  type Row = (typeof measures)[number];
  const columns: readonly Column<Row>[] = [
    {
      id: "what",
      label: t("between.what"),
      header: true,
      cell: ({ measureId, fields }) => {
        const { text, lang } = firstWords(fields.what, screen);
        return (
          <a
            href={`#/desk/measures/${measureId}`}
            lang={lang}
            dir="auto"
            {...threadMark("measure", measureId)}
          >
            {text}
          </a>
        );
      },
    },
    {
      id: "status",
      label: t("between.status"),
      cell: ({ fields }) => measure(statusKeys[fields.status]),
    },
    {
      id: "since",
      label: t("between.since"),
      cell: ({ fields }) =>
        fields.statusOn === undefined ? "–" : format.day(`${fields.statusOn}T12:00:00Z`),
    },
    {
      id: "answers",
      label: t("between.answers"),
      numeric: true,
      cell: ({ measureId }) => {
        const count = listAnswers(measureId, reading.notes).length;
        const asked = reading.round?.fields.guide.questions.some(
          ({ id }) => id === toCarriedId(measureId),
        );
        if (!asked && count === 0) return t("between.notAsked");
        return count === 0 ? (
          format.number(0)
        ) : (
          <a
            class="count-link"
            href={toNotesAddress({
              round: reading.round?.roundId ?? "",
              filter: { phase: toCarriedId(measureId) },
            })}
            aria-label={t("between.open", { count })}
          >
            {format.number(count)}
          </a>
        );
      },
    },
  ];
  return (
    <>
      <Table
        caption={t("between.title")}
        narrow="stacked"
        columns={columns}
        rows={measures}
        rowKey={({ measureId }) => measureId}
        empty={t("between.none")}
      />
      <p>{t("between.note")}</p>
    </>
  );
};
