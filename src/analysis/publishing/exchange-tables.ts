// The numbers of an exchange file, after the one layer that hides and rounds. Examples tell in how many sessions a finding was
// heard and no more; a round that is handed over tells its dimensions and sub-themes too.
import type { Codebook } from "../../domain/codebook.ts";
import type { Release } from "../../domain/desk-records.ts";
import type { NoteRef } from "../../domain/finding-records.ts";
import { refKey } from "../../domain/joined.ts";
import type { Named } from "../../domain/record.ts";
import { leastForSessionCounts } from "./allowed.ts";
import { type Axis, createAxis } from "./axis.ts";
import { toCountedNotes } from "./counted-note.ts";
import { type Reason, type SafeTables, suppress, type Thresholds } from "./suppress.ts";
import { countTable, nameOfCell, type TableSpec } from "./true-table.ts";

export const exchangeParts = ["findings", "dimensions", "sub-themes"] as const;
export type ExchangePart = (typeof exchangeParts)[number];

export type ExchangeCounts = {
  readonly tables: SafeTables["tables"];
  /** In about this many sessions; undefined where no number may be told. */
  readonly heardOf: (findingId: string) => number | undefined;
  readonly hidden: readonly {
    readonly by: readonly string[];
    readonly keys: readonly string[];
    readonly reason: Reason;
  }[];
};

/** Which part of the file shows a place: what is left out where it would give something away. */
export const partOf = (by: readonly string[]): ExchangePart =>
  by.includes("finding") ? "findings" : by.includes("sub-theme") ? "sub-themes" : "dimensions";

type Said = { readonly findingId: string; readonly supports: readonly NoteRef[] };

const findingAxis = (findings: readonly Said[]): Axis => {
  const byNote = new Map<string, string[]>();
  for (const { findingId, supports } of findings) {
    for (const ref of supports) {
      const list = byNote.get(refKey(ref));
      if (list) list.push(findingId);
      else byNote.set(refKey(ref), [findingId]);
    }
  }
  const keys = findings.map(({ findingId }) => findingId);
  return { facet: "finding", keys, keysOf: (note) => byNote.get(refKey(note)) ?? [] };
};

export const countForExchange = (
  round: { readonly codebook: Codebook; readonly thresholds: Thresholds },
  releases: readonly Named<Release>[],
  findings: readonly Said[],
  parts: readonly ExchangePart[],
): ExchangeCounts => {
  const notes = toCountedNotes(releases);
  const { dimensions, subThemes } = round.codebook;
  const dimension = createAxis(
    "dimension",
    notes,
    dimensions.map(({ id }) => id),
  );
  const polarity = createAxis("polarity", notes, ["strengthens", "weakens", "mixed"]);
  const subTheme = createAxis(
    "sub-theme",
    notes,
    subThemes.map(({ id }) => id),
  );
  const hasFindings = findings.length > 0 && releases.length >= leastForSessionCounts;
  const specs: readonly TableSpec[] = [
    ...(parts.includes("dimensions")
      ? [[], [dimension], [dimension, polarity]].map((by) => ({ measure: "notes" as const, by }))
      : []),
    ...(parts.includes("sub-themes") ? [{ measure: "sessions" as const, by: [subTheme] }] : []),
    ...(parts.includes("findings") && hasFindings
      ? [{ measure: "sessions" as const, by: [findingAxis(findings)] }]
      : []),
  ];
  const tables = specs.map((spec) => countTable(spec, notes));
  const safe = suppress(
    tables,
    round.thresholds,
    releases.map(({ id }) => id),
  );
  const heard = new Map(
    safe.tables
      .filter(({ by }) => by.includes("finding"))
      .flatMap(({ cells }) => cells.map(({ keys, shown }) => [keys[0], shown] as const)),
  );
  return {
    tables: safe.tables,
    heardOf: (findingId) => heard.get(findingId),
    hidden: tables.flatMap(({ measure, by, cells }) =>
      cells.flatMap(({ keys }) => {
        const reason = safe.hidden.get(nameOfCell(measure, by, keys));
        return reason === undefined ? [] : [{ by, keys, reason }];
      }),
    ),
  };
};
