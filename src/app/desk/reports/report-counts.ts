// The numbers of a report, after the one layer that hides and rounds. Nothing else of the counts reaches the report.
import { type Axis, createAxis, mergeKeys } from "../../../analysis/publishing/axis.ts";
import {
  type CountedNote,
  leastPeople,
  toCountedNotes,
} from "../../../analysis/publishing/counted-note.ts";
import { roundAlone } from "../../../analysis/publishing/rounding.ts";
import {
  type Reason,
  type SafeTables,
  suppress,
  type Thresholds,
} from "../../../analysis/publishing/suppress.ts";
import { countTable, nameOfCell, type TableSpec } from "../../../analysis/publishing/true-table.ts";
import type { RoundView } from "../../../domain/desk.ts";
import type { Release } from "../../../domain/desk-records.ts";
import type { Measure, PublishedTable } from "../../../domain/edition-records.ts";
import type { Named } from "../../../domain/record.ts";
import type { ReportFinding } from "./report-findings.ts";
import { dimensionOf, isOn, type ReportSettings, type SectionId } from "./report-settings.ts";

export type HiddenPlace = {
  readonly by: readonly string[];
  readonly keys: readonly string[];
  readonly reason: Exclude<Reason, "left-out">;
};
export type ReportCounts = {
  readonly tables: SafeTables["tables"];
  /** The value to show, or undefined where it is hidden. */
  readonly shown: (
    measure: Measure,
    by: readonly string[],
    keys: readonly string[],
  ) => number | undefined;
  readonly tableOf: (by: readonly string[]) => PublishedTable | undefined;
  readonly hidden: readonly HiddenPlace[];
  readonly sessions: number;
  /** Rounded; undefined where too few were there. */
  readonly people: number | undefined;
};

export type CountedRound = {
  readonly round: RoundView;
  readonly releases: readonly Named<Release>[];
  readonly findings: readonly ReportFinding[];
};

const findingAxis = (findings: readonly ReportFinding[]): Axis => {
  const byNote = new Map<string, string[]>();
  for (const { findingId, supports } of findings) {
    for (const { session, noteId } of supports) {
      const key = `${session}/${noteId}`;
      byNote.set(key, [...(byNote.get(key) ?? []), findingId]);
    }
  }
  return {
    facet: "finding",
    keys: findings.map(({ findingId }) => findingId),
    keysOf: ({ session, noteId }) => byNote.get(`${session}/${noteId}`) ?? [],
  };
};

/** Keys too small to be shown, merged into one where that was asked for. */
const withMerged = (
  axis: Axis,
  measure: Measure,
  notes: readonly CountedNote[],
  least: Thresholds,
  releases: readonly string[],
): Axis => {
  const alone = suppress([countTable({ measure, by: [axis] }, notes)], least, releases);
  const small = alone.tables
    .flatMap(({ cells }) => cells)
    .filter(({ shown }) => shown === undefined)
    .map(({ keys }) => keys[0] ?? "");
  return mergeKeys(axis, small);
};

const toSpecs = (
  { round, findings }: CountedRound,
  settings: ReportSettings,
  notes: readonly CountedNote[],
  releases: readonly string[],
): readonly TableSpec[] => {
  const { thresholds, codebook } = round.fields;
  const has = (section: SectionId) =>
    isOn(settings, section) && !settings.inWords.includes(section);
  const dimension = createAxis(
    "dimension",
    notes,
    codebook.dimensions.map(({ id }) => id),
  );
  const plain = createAxis(
    "sub-theme",
    notes,
    codebook.subThemes.map(({ id }) => id),
  );
  const merge = (axis: Axis, measure: Measure) =>
    withMerged(axis, measure, notes, thresholds, releases);
  const subTheme = settings.merge.includes("sub-theme") ? merge(plain, "sessions") : plain;
  const groups = createAxis("group", notes);
  const group = settings.merge.includes("group") ? merge(groups, "notes") : groups;
  const polarity = createAxis("polarity", notes, ["strengthens", "weakens", "mixed"]);
  return [
    ...(has("gathered") ? [{ measure: "notes" as const, by: [] }] : []),
    { measure: "notes", by: [dimension] },
    { measure: "notes", by: [dimension, polarity] },
    ...(has("groups") ? [{ measure: "notes" as const, by: [dimension, group] }] : []),
    ...(has("languages")
      ? [{ measure: "notes" as const, by: [dimension, createAxis("language", notes)] }]
      : []),
    ...(has("sub-themes") || has("silent")
      ? [{ measure: "sessions" as const, by: [subTheme] }]
      : []),
    ...(settings.inWords.includes("findings") || findings.length === 0
      ? []
      : [{ measure: "sessions" as const, by: [findingAxis(findings)] }]),
  ];
};

/** Of a dimension that stands in no section, or in one told in words, no number is shown. */
const isWordless = (settings: ReportSettings, by: readonly string[], keys: readonly string[]) => {
  const key = keys[by.indexOf("dimension")];
  if (key === undefined) return false;
  const section = settings.order.find((each) => dimensionOf(each) === key);
  return section === undefined || !isOn(settings, section) || settings.inWords.includes(section);
};

export const countForReport = (counted: CountedRound, settings: ReportSettings): ReportCounts => {
  const { round, releases } = counted;
  const least = round.fields.thresholds;
  const notes = toCountedNotes(releases);
  const ids = releases.map(({ id }) => id);
  const tables = toSpecs(counted, settings, notes, ids).map((spec) => countTable(spec, notes));
  const safe = suppress(tables, least, ids, (by, keys) => isWordless(settings, by, keys));
  const shownBy = new Map(
    safe.tables.flatMap(({ measure, by, cells }) =>
      cells.map(({ keys, shown }) => [nameOfCell(measure, by, keys), shown]),
    ),
  );
  const people = releases.reduce((sum, { record }) => sum + leastPeople(record), 0);
  const isEnough = people >= least.people && releases.length >= least.sessions;
  return {
    tables: safe.tables,
    shown: (measure, by, keys) => shownBy.get(nameOfCell(measure, by, keys)),
    tableOf: (by) => safe.tables.find((each) => each.by.join() === by.join()),
    hidden: tables.flatMap(({ measure, by, cells }) =>
      cells.flatMap(({ keys }) => {
        const reason = safe.hidden.get(nameOfCell(measure, by, keys));
        return reason === undefined || reason === "left-out" ? [] : [{ by, keys, reason }];
      }),
    ),
    sessions: releases.length,
    people: isEnough ? roundAlone("notes", people, releases.length) : undefined,
  };
};
