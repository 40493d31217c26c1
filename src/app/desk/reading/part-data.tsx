// What the notes rest on and where they end: sessions missing, what was held back, what review changed.

import { useSignal } from "@preact/signals";
import { type Coverage, coverRound } from "../../../analysis/coverage.ts";
import type { Release, ReleaseCounts } from "../../../domain/desk-records.ts";
import { Button } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";
import { Bars } from "./bars.tsx";
import type { PartProps } from "./parts.ts";
import { useCounts } from "./use-counts.tsx";

const countKeys = {
  written: "part.written",
  released: "part.released",
  heldBack: "part.heldBack",
  returned: "part.returned",
  struck: "part.struck",
  untagged: "part.untagged",
  untranslated: "part.untranslated",
  changedInReview: "part.changedInReview",
  approvedOneByOne: "part.approvedOneByOne",
  approvedTogether: "part.approvedTogether",
  rivals: "part.rivals",
} as const satisfies Readonly<Record<keyof ReleaseCounts, string>>;
// The keys of a literal object.
const countNames = Object.keys(countKeys) as readonly (keyof ReleaseCounts)[];

export const Limits = ({ reading }: { readonly reading: RoundReading }) => {
  const t = useT("reading");
  const { missing, foreign } = reading;
  const { unreviewed } = coverRound(reading.releases.map(({ record }) => record));
  return (
    <>
      {missing > 0 && <p>{t("table.missing", { count: missing })}</p>}
      {unreviewed > 0 && <p>{t("table.unreviewed", { count: unreviewed })}</p>}
      {foreign > 0 && (
        <Message kind="warning">
          <p>{t("table.incomparable")}</p>
        </Message>
      )}
    </>
  );
};

export const DataPart = ({ reading }: PartProps) => {
  const t = useT("reading");
  const format = useFormat();
  const count = useCounts(reading);
  const releases = reading.releases.map(({ record }) => record);
  const coverage = coverRound(releases);
  const untagged = countsOf(reading).untagged;
  const cell = (name: keyof ReleaseCounts) => {
    if (name === "released") return count(reading.notes.length, {}, t("part.released"));
    if (name === "untagged") return count(untagged, { dimension: "none" }, t("part.untagged"));
    return format.number(coverage.counts[name]);
  };
  return (
    <>
      <Limits reading={reading} />
      <Sentences coverage={coverage} />
      <div class="picture-and-table">
        <div class="picture">
          <Bars
            label={t("part.dataBars")}
            bars={countNames.map((name) => ({
              id: name,
              name: t(countKeys[name]),
              count: coverage.counts[name],
            }))}
          />
        </div>
        <Table
          caption={t("part.dataCaption")}
          narrow="stacked"
          columns={[
            { id: "name", label: t("part.what"), header: true, cell: (name) => t(countKeys[name]) },
            { id: "count", label: t("part.notes"), numeric: true, cell },
          ]}
          rows={countNames}
          rowKey={(name) => name}
        />
      </div>
      <BySession reading={reading} releases={releases} />
    </>
  );
};

/** From the notes themselves, so that the number opens as many as it says. */
const countsOf = ({ notes }: RoundReading) => ({
  untagged: notes.filter(({ dimensions }) => dimensions.length === 0).length,
});

const Sentences = ({ coverage }: { readonly coverage: Coverage }) => {
  const t = useT("reading");
  const { people, counted, unclearPeople, rescued, withoutNotice, withoutGroupConsent } = coverage;
  const { changedInReview, approvedOneByOne, approvedTogether } = coverage.counts;
  const reviewed = approvedOneByOne + approvedTogether;
  return (
    <ul class="ruled plain-list">
      {counted > 0 && <li>{t("part.people", { count: people, sessions: counted })}</li>}
      {unclearPeople > 0 && <li>{t("part.unclearPeople", { count: unclearPeople })}</li>}
      {rescued > 0 && <li>{t("part.rescued", { count: rescued })}</li>}
      {withoutNotice > 0 && <li>{t("part.withoutNotice", { count: withoutNotice })}</li>}
      {withoutGroupConsent > 0 && (
        <li>{t("part.withoutGroupConsent", { count: withoutGroupConsent })}</li>
      )}
      {reviewed > 0 && <li>{t("part.reviewChanged", { count: changedInReview, of: reviewed })}</li>}
    </ul>
  );
};

const sessionCounts = [
  "written",
  "heldBack",
  "returned",
  "untranslated",
  "changedInReview",
] as const;
const pageSize = 100;

const BySession = (props: {
  readonly reading: RoundReading;
  readonly releases: readonly Release[];
}) => {
  const t = useT("reading");
  const format = useFormat();
  const { reading, releases } = props;
  const count = useCounts(reading);
  const shown = useSignal(pageSize);
  const hidden = releases.length - shown.value;
  const columns: readonly Column<Release>[] = [
    { id: "title", label: t("notes.session"), header: true, cell: ({ title }) => title },
    {
      id: "people",
      label: t("part.present"),
      numeric: true,
      cell: ({ people }) => people.map(format.number).join(" / ") || "–",
    },
    {
      id: "released",
      label: t("part.released"),
      numeric: true,
      cell: ({ notes, session, title }) => count(notes.length, { session }, title),
    },
    ...sessionCounts.map(
      (name): Column<Release> => ({
        id: name,
        label: t(countKeys[name]),
        numeric: true,
        cell: ({ counts }) => format.number(counts[name]),
      }),
    ),
  ];
  return (
    <>
      <Table
        caption={t("part.bySession")}
        narrow="stacked"
        columns={columns}
        rows={releases.slice(0, shown.value)}
        rowKey={({ session }) => session}
      />
      {hidden > 0 && (
        <Button
          onClick={() => {
            shown.value += pageSize;
          }}
        >
          {t("notes.more", { count: Math.min(hidden, pageSize) })}
        </Button>
      )}
    </>
  );
};
