// Hands shown for the closing statements, round by round. A series of its own: hands in a room are no survey, and are never
// added to notes.
import { useMemo } from "preact/hooks";
import { type HandsRow, listHandsSeries } from "../../../analysis/hands-series.ts";
import { Section } from "../../../ui/page.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { type FollowUpProps, firstWords } from "./follow-up-context.ts";

export const HandsPart = ({ records, reading }: FollowUpProps) => {
  const t = useT("followUp");
  const format = useFormat();
  const screen = useTexts().language().code;
  const series = useMemo(() => listHandsSeries(records), [records]);
  const nameOf = (roundId: string) =>
    reading.rounds.find((round) => round.roundId === roundId)?.fields.name ?? roundId;
  const count = (id: "agree" | "disagree" | "unsure" | "sessions", label: string) =>
    ({
      ...{ id, label, numeric: true },
      cell: (row) => format.number(row[id]),
    }) satisfies Column<HandsRow>;
  const columns: readonly Column<HandsRow>[] = [
    { id: "round", label: t("round"), header: true, cell: ({ roundId }) => nameOf(roundId) },
    count("agree", t("hands.agree")),
    count("disagree", t("hands.disagree")),
    count("unsure", t("hands.unsure")),
    count("sessions", t("hands.sessions")),
    {
      id: "remark",
      label: t("hands.remark"),
      cell: ({ apart, isTellable }) =>
        [
          ...(isTellable ? [] : [t("hands.small")]),
          ...(apart > 0 ? [t("hands.apart", { count: apart })] : []),
        ].join(" ") || "–",
    },
  ];
  return (
    <Section title={t("hands.title")}>
      <p>{series.length === 0 ? t("hands.none") : t("hands.body")}</p>
      {series.map(({ statement, codebook, rows }) => {
        const round = reading.rounds.find(({ roundId }) => roundId === rows[0]?.roundId);
        const entry = round?.fields.codebook.subThemes.find(({ id }) => id === statement);
        const said = entry && firstWords(entry.indicator, screen).text;
        return (
          <Table
            key={`${codebook} ${statement}`}
            caption={said ? t("hands.caption", { statement: said }) : statement}
            narrow="stacked"
            columns={columns}
            rows={rows}
            rowKey={({ roundId }) => roundId}
          />
        );
      })}
    </Section>
  );
};
