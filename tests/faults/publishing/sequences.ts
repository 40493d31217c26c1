// One round after the other, published as a coordinator might: reports, files for other desks and event pages at random, all
// by the app's own doors. `House` names the doors, so that one of them can be replaced by a leaking one.
import { publishedHeard } from "../../../src/analysis/published-heard.ts";
import { hasKey } from "../../../src/analysis/publishing/axis.ts";
import { toCountedNotes } from "../../../src/analysis/publishing/counted-note.ts";
import { weighEdition } from "../../../src/analysis/publishing/edition-check.ts";
import {
  countForExchange,
  exchangeParts,
} from "../../../src/analysis/publishing/exchange-tables.ts";
import { countForReport } from "../../../src/app/desk/reports/report-counts.ts";
import type { ReportFinding } from "../../../src/app/desk/reports/report-findings.ts";
import { createSettings } from "../../../src/app/desk/reports/report-settings.ts";
import type { Codebook } from "../../../src/domain/codebook.ts";
import type { RoundView } from "../../../src/domain/desk.ts";
import type { Release } from "../../../src/domain/desk-records.ts";
import type { Edition, PublishedTable } from "../../../src/domain/edition-records.ts";
import type { NoteRef } from "../../../src/domain/finding-records.ts";
import { refKey } from "../../../src/domain/joined.ts";
import type { Named } from "../../../src/domain/record.ts";
import { Digest, EntityId, RecordId } from "../../../src/domain/schema.ts";
import { deskBox, deviceA, noteIdOf, stampAt } from "../../fixtures/records.ts";
import type { Chance } from "../random.ts";
import type { Truth } from "./judge.ts";
import type { Published } from "./plain-published.ts";
import { growingRound, speaksOf } from "./worlds.ts";

export const least = { notes: 5, sessions: 3, people: 10 };
const roundId = EntityId.parse("0d".repeat(16));
const labelled = (id: string) => ({ id, label: {}, short: {} });
const codebook: Codebook = {
  ...{ format: "kuuluu-codebook/1", name: "attack", topics: [], areas: [], kinds: [] },
  dimensions: ["A", "B"].map(labelled),
  subThemes: ["A1", "A2", "B1", "B2"].map((id) => ({
    ...{ id, label: {}, indicator: {}, dimension: id.charAt(0) },
  })),
};
// Of a round, counting asks for these two alone.
const round = { roundId, fields: { codebook, thresholds: least } } as unknown as RoundView;

type Releases = readonly Named<Release>[];
export type Draft = {
  readonly releases: Edition["releases"];
  readonly tables: readonly PublishedTable[];
  readonly isFile: boolean;
};
export type House = {
  readonly report: (releases: Releases, chance: Chance) => readonly PublishedTable[];
  readonly file: (releases: Releases, chance: Chance) => readonly PublishedTable[];
  readonly pages: (editions: readonly Draft[], releases: Releases) => Published | undefined;
  readonly mayGoOut: (draft: Draft, out: readonly Draft[], known: Releases) => boolean;
};

const findings = [0xf1, 0xf2].map(noteIdOf);
/** Findings rest on the notes that speak of them, whenever these were handed over. */
export const supportsOf = (releases: Releases): readonly ReportFinding[] =>
  findings.map((findingId, at) => ({
    ...{ findingId, statement: {}, type: "concern", opposes: [], quotes: [] },
    supports: releases.flatMap(({ record }) =>
      record.notes
        .filter((note) => speaksOf(note, at))
        .map(({ noteId, revision }): NoteRef => ({ session: record.session, noteId, revision })),
    ),
  }));

const settingsBy = (chance: Chance) => {
  const some = <T>(list: readonly T[], odds: number) => list.filter(() => chance.odds(odds));
  return {
    ...createSettings(["A", "B"], "fi"),
    off: some(["groups", "languages"] as const, 0.4),
    inWords: some(["findings", "gathered", "dimension:A", "sub-themes"] as const, 0.08),
    merge: some(["sub-theme", "group"] as const, 0.15),
  };
};

const toEdition = ({ releases, tables }: Draft, at: number): Named<Edition> => ({
  id: RecordId.parse((at + 1).toString(16).padStart(64, "e")),
  record: {
    ...{ kind: "edition/1", box: deskBox, author: { device: deviceA, role: "coordinator" } },
    ...{ stamp: stampAt(at), salt: "e".repeat(22), parents: [], editionId: noteIdOf(at + 1) },
    ...{ roundId, lang: "fi", title: "Raportti", report: Digest.parse("a".repeat(64)) },
    ...{ releases, tables },
  },
});

export const app: House = {
  report: (releases, chance) =>
    countForReport({ round, releases, findings: supportsOf(releases) }, settingsBy(chance)).tables,
  file: (releases, chance) => {
    const parts = chance.odds(0.3)
      ? (["findings"] as const)
      : exchangeParts.filter(() => chance.odds(0.85));
    return countForExchange({ codebook, thresholds: least }, releases, supportsOf(releases), parts)
      .tables;
  },
  pages: (editions, releases) => {
    const heard = [...publishedHeard([...releases, ...editions.map(toEdition)], roundId)];
    const cells = heard.flatMap(([id, said]) =>
      said === "several" ? [] : [{ keys: [id], shown: said.sessions }],
    );
    return {
      releases: releases.map(({ id }) => id),
      tables: [{ measure: "sessions", by: ["finding"], cells }],
      several: heard.flatMap(([id, said]) => (said === "several" ? [id] : [])),
    };
  },
  mayGoOut: (draft, out, known) => weighEdition(draft, out, known, least).length === 0,
};

export type Played = {
  /** All that went out, in its order. */
  readonly out: readonly Published[];
  readonly kinds: Readonly<Record<"reports" | "files" | "pages" | "blocked", number>>;
  readonly truth: Truth;
};

export const play = (chance: Chance, house: House = app): Played => {
  const ledger: Draft[] = [];
  const out: Published[] = [];
  const known: Named<Release>[] = [];
  const kinds = { reports: 0, files: 0, pages: 0, blocked: 0 };
  for (const releases of growingRound(chance)) {
    known.push(...releases.filter(({ id }) => known.every((each) => each.id !== id)));
    const ids = releases.map(({ id }) => id);
    for (let times = chance.odds(0.25) ? 2 : 1; times > 0; times -= 1) {
      const isFile = chance.odds(0.3);
      const draft: Draft = {
        isFile,
        releases: releases.map(({ id, record }) => ({ session: record.session, release: id })),
        tables: isFile ? house.file(releases, chance) : house.report(releases, chance),
      };
      if (!house.mayGoOut(draft, ledger, known)) {
        kinds.blocked += 1;
        continue;
      }
      ledger.push(draft);
      out.push({ releases: ids, tables: draft.tables });
      kinds[isFile ? "files" : "reports"] += 1;
    }
    if (!chance.odds(0.4)) continue;
    const pages = house.pages(ledger, releases);
    if (pages) out.push(pages);
    if (pages) kinds.pages += 1;
  }
  return { out, kinds, truth: truthOf(known) };
};

/** As it was, for the judge alone: where it begins to look, and what needs no hiding. */
const truthOf = (known: Releases): Truth => {
  const supports = new Map(
    supportsOf(known).map((each) => [each.findingId as string, new Set(each.supports.map(refKey))]),
  );
  const notes = toCountedNotes(known);
  return ({ by, keys }, releases) => {
    const here = new Set(releases);
    const inCell = notes.filter(
      (note) =>
        here.has(note.release) &&
        by.every((facet, at) =>
          facet === "finding"
            ? supports.get(keys[at] ?? "")?.has(refKey(note))
            : hasKey(note, facet, keys[at] ?? ""),
        ),
    );
    const people = new Map(inCell.map((note) => [note.session, note.people]));
    return {
      notes: inCell.length,
      sessions: new Set(inCell.map(({ release }) => release)).size,
      people: [...people.values()].reduce((sum, count) => sum + count, 0),
    };
  };
};
