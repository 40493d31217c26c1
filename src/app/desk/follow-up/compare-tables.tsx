// The numbers of two rounds: sessions in which something was heard. Each opens the notes behind it in its own round.
import type { ComponentChildren } from "preact";
import type { NoteFilter } from "../../../analysis/note-filter.ts";
import type { ComparedRow, Heard, RoundMakeup } from "../../../analysis/round-comparison.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { toNotesAddress } from "../note-query.ts";
import { isolate } from "./follow-up-context.ts";

export type Side = {
  readonly key: "earlier" | "later";
  readonly roundId: string;
  readonly name: string;
  readonly makeup: RoundMakeup;
};

export const MakeupTable = ({ sides }: { readonly sides: readonly Side[] }) => {
  const t = useT("followUp");
  const format = useFormat();
  type Row = {
    readonly id: string;
    readonly label: string;
    readonly of: (side: Side) => ComponentChildren;
  };
  const listed = (items: readonly string[]) =>
    items.length === 0 ? t("compare.unsaid") : format.list(items.map(isolate));
  const rows: readonly Row[] = [
    {
      id: "sessions",
      label: t("compare.sessions"),
      of: ({ makeup }) => format.number(makeup.sessions),
    },
    {
      id: "notes",
      label: t("compare.notes"),
      of: ({ roundId, makeup }) => (
        <a class="count-link" href={toNotesAddress({ round: roundId, filter: {} })}>
          {format.number(makeup.notes)}
        </a>
      ),
    },
    {
      id: "people",
      label: t("compare.people"),
      of: ({ makeup: { people, sessions } }) => {
        if (people.unknown === sessions) return t("compare.unsaid");
        const count =
          people.least === people.most
            ? format.number(people.least)
            : t("compare.range", { least: people.least, most: people.most });
        return people.unknown === 0
          ? count
          : `${count} · ${t("compare.peopleUnknown", { count: people.unknown })}`;
      },
    },
    { id: "groups", label: t("compare.groups"), of: ({ makeup }) => listed(makeup.groups) },
    {
      id: "languages",
      label: t("compare.languages"),
      of: ({ makeup }) => listed(makeup.languages.map((code) => writtenLanguage(code).endonym)),
    },
    {
      id: "unreviewed",
      label: t("compare.unreviewed"),
      of: ({ makeup }) => format.number(makeup.unreviewed),
    },
  ];
  return (
    <Table
      caption={t("compare.makeup")}
      narrow="stacked"
      columns={[
        { id: "what", label: t("compare.what"), header: true, cell: ({ label }: Row) => label },
        ...sides.map(
          (side): Column<Row> => ({ id: side.key, label: side.name, cell: ({ of }) => of(side) }),
        ),
      ]}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
};

const tones = ["strengthens", "weakens", "mixed"] as const;
const toneWords = {
  strengthens: "compare.strengthens",
  weakens: "compare.weakens",
  mixed: "compare.mixed",
} as const;
const whenWords = { earlier: "compare.before", later: "compare.now" } as const;
const toneNames = {
  strengthens: "polarity.strengthens",
  weakens: "polarity.weakens",
  mixed: "polarity.mixed",
} as const;

export const HeardTable = (props: {
  readonly caption: string;
  readonly rowLabel: string;
  readonly sides: readonly Side[];
  readonly rows: readonly ComparedRow[];
  readonly nameOf: (id: string) => string;
  readonly draw?: (id: string) => ComponentChildren;
  readonly toFilter: (id: string) => NoteFilter;
}) => {
  const t = useT("followUp");
  const common = useT("common");
  const format = useFormat();
  const { caption, rowLabel, sides, rows, nameOf, toFilter } = props;
  const draw = props.draw ?? nameOf;
  const number = (count: number, side: Side, filter: NoteFilter, what: string) =>
    count === 0 ? (
      format.number(0)
    ) : (
      <a
        class="count-link"
        href={toNotesAddress({ round: side.roundId, filter })}
        aria-label={t("compare.open", { count, what, round: side.name })}
      >
        {format.number(count)}
      </a>
    );
  const columns: readonly Column<ComparedRow>[] = [
    { id: "name", label: rowLabel, header: true, cell: ({ id }) => draw(id) },
    ...sides.map(
      (side): Column<ComparedRow> => ({
        id: side.key,
        label: t("compare.heardOf", { round: side.name, count: side.makeup.sessions }),
        numeric: true,
        cell: (row) => number(row[side.key].sessions, side, toFilter(row.id), nameOf(row.id)),
      }),
    ),
    ...tones.flatMap((tone) =>
      sides.map(
        (side): Column<ComparedRow> => ({
          id: `${tone} ${side.key}`,
          label: t(toneWords[tone], { when: t(whenWords[side.key]) }),
          numeric: true,
          cell: (row) => {
            const heard: Heard = row[side.key];
            return number(
              heard[tone],
              side,
              { ...toFilter(row.id), polarity: tone },
              t("compare.toneOf", { what: nameOf(row.id), tone: common(toneNames[tone]) }),
            );
          },
        }),
      ),
    ),
  ];
  return (
    <Table
      caption={caption}
      narrow="stacked"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
};
