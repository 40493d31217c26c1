// What the page of reports does: keeps the choices, publishes an edition once nothing gives a hidden number away, and
// withdraws one. An edition's pages stay on this device, to be printed and exported as they went out.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Obstacle, weighEdition } from "../../../analysis/publishing/edition-check.ts";
import { toHex } from "../../../base/bytes.ts";
import { toCanonicalBytes } from "../../../base/canonical.ts";
import { failed, ok, type Result } from "../../../base/result.ts";
import { type EditionView, foldEditions } from "../../../domain/editions.ts";
import { type Named, ofKind } from "../../../domain/record.ts";
import { Digest, type EntityId } from "../../../domain/schema.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { Report } from "../../../report/report.ts";
import type { StoreError } from "../../../storage/ports.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { createEntityId, type WriteError } from "../../record-writer.ts";
import { buildReport, countRound, type RoundForReport } from "./build-report.ts";
import { type EditionFailure, rebuildEdition } from "./rebuild-edition.ts";
import {
  createSettings,
  moveSection,
  parseSettings,
  type ReportLanguage,
  type ReportSettings,
  type SectionId,
  settingsKey,
  withLaterSections,
} from "./report-settings.ts";
import { loadReportWords, type ReportWords, type WordsMissing } from "./report-words.ts";

export type ReportsFailure = WriteError | StoreError | WordsMissing | EditionFailure;

export interface ReportsModel {
  readonly settings: ReadonlySignal<ReportSettings>;
  readonly words: ReadonlySignal<ReportWords | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<ReportsFailure | undefined>;
  /** Why the last try did not go out. Gone as soon as anything is changed. */
  readonly obstacles: ReadonlySignal<readonly Obstacle[]>;
  /** The edition whose pages are open instead of the draft's. */
  readonly opened: Signal<{ readonly editionId: EntityId; readonly report: Report } | undefined>;
  readonly start: () => Promise<void>;
  readonly change: (change: Partial<ReportSettings>) => void;
  readonly move: (section: SectionId, by: 1 | -1) => void;
  readonly toggle: (section: SectionId) => void;
  readonly publish: (read: RoundForReport) => Promise<void>;
  readonly open: (edition: EditionView) => Promise<void>;
  readonly withdraw: (edition: EditionView) => Promise<void>;
}

type Deps = Pick<AppDeps, "env" | "courier">;

export const pagesKey = (editionId: EntityId): string => `edition/${editionId}`;

export const createReportsModel = (
  deps: Deps,
  desk: Pick<OpenBox, "drafts" | "writer" | "records">,
  round: { readonly roundId: EntityId; readonly dimensions: readonly string[] },
  options: { readonly lang: ReportLanguage; readonly load: LoadTexts },
): ReportsModel => {
  const settings = signal(createSettings(round.dimensions, options.lang));
  const words = signal<ReportWords>();
  const busy = signal(false);
  const failure = signal<ReportsFailure>();
  const obstacles = signal<readonly Obstacle[]>([]);
  const opened = signal<{ readonly editionId: EntityId; readonly report: Report }>();
  const key = settingsKey(round.roundId);

  const digestOf = async (report: Report): Promise<Digest> =>
    Digest.parse(toHex(await deps.env.digest(toCanonicalBytes(report))));

  const speak = async (lang: ReportLanguage): Promise<void> => {
    const loaded = await loadReportWords(lang, options.load);
    if (settings.peek().lang !== lang) return; // Another language was chosen meanwhile.
    if (loaded.ok) words.value = loaded.value;
    else failure.value = loaded.error;
  };

  const set = (next: ReportSettings): void => {
    const isSpoken = next.lang === settings.peek().lang;
    settings.value = next;
    obstacles.value = [];
    failure.value = undefined;
    opened.value = undefined;
    void keep(next);
    if (!isSpoken) void speak(next.lang);
  };
  // One at a time, so that the newest is what stays.
  let last: Promise<unknown> = Promise.resolve();
  const keep = (next: ReportSettings): Promise<unknown> => {
    last = last.then(async () => {
      const written = await desk.drafts.write(key, next);
      if (!written.ok) failure.value = written.error;
    });
    return last;
  };

  const work = async (job: () => Promise<Result<unknown, ReportsFailure>>): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    failure.value = undefined;
    const done = await job();
    busy.value = false;
    if (!done.ok) failure.value = done.error;
  };

  const publish = async (read: RoundForReport): Promise<Result<unknown, ReportsFailure>> => {
    const chosen = settings.peek();
    const spoken = words.peek();
    if (!spoken || spoken.lang !== chosen.lang) return failed({ type: "words-missing" });
    const records = await desk.records.readAll();
    if (!records.ok) return records;
    const counts = countRound(read, chosen);
    const releases = read.releases.map(({ id, record }) => ({
      ...{ session: record.session, release: id },
    }));
    const against = weighEdition(
      { releases, tables: counts.tables },
      listEditions(records.value, round.roundId).map(({ fields }) => fields),
      ofKind(records.value, "release/1").filter(({ record }) => record.roundId === round.roundId),
      read.round.fields.thresholds,
    );
    obstacles.value = against;
    if (against.length > 0) return ok(undefined);
    const madeAt = new Date(deps.env.now()).toISOString();
    const options = { settings: chosen, words: spoken, madeAt, isDraft: false };
    const { report } = buildReport(read, counts, options);
    const { lang: _lang, title: _title, ...choices } = chosen; // Both stand in the edition itself.
    const editionId = createEntityId(deps.env.random);
    const kept = await desk.drafts.write(pagesKey(editionId), report);
    if (!kept.ok) return kept;
    const written = await desk.writer.write([
      {
        ...{ kind: "edition/1", parents: [], editionId, roundId: round.roundId },
        ...{ lang: chosen.lang, title: report.title, releases, tables: counts.tables },
        report: await digestOf(report),
        ...{ madeAt, choices },
      },
    ]);
    if (!written.ok) return written;
    deps.courier.nudge();
    opened.value = { editionId, report };
    return ok(undefined);
  };

  return {
    ...{ settings, words, busy, failure, obstacles, opened },
    start: async () => {
      const draft = await desk.drafts.read(key);
      if (!draft.ok) failure.value = draft.error;
      const before = draft.ok ? parseSettings(draft.value) : undefined;
      if (before) settings.value = withLaterSections(before);
      await speak(settings.peek().lang);
    },
    change: (change) => set({ ...settings.peek(), ...change }),
    move: (section, by) => set(moveSection(settings.peek(), section, by)),
    toggle: (section) => {
      const { off } = settings.peek();
      const next = off.includes(section)
        ? off.filter((each) => each !== section)
        : [...off, section];
      set({ ...settings.peek(), off: next });
    },
    publish: (read) => work(() => publish(read)),
    open: (edition) =>
      work(async () => {
        const kept = await desk.drafts.read(pagesKey(edition.editionId));
        if (!kept.ok) return kept;
        // Only what this app wrote lies there, and its digest is compared with the ledger's.
        const pages = kept.value as Report | undefined;
        if (pages && (await digestOf(pages)) === edition.fields.report) {
          opened.value = { editionId: edition.editionId, report: pages };
          return ok(undefined);
        }
        const records = await desk.records.readAll();
        if (!records.ok) return records;
        const how = { load: options.load, digestOf };
        const rebuilt = await rebuildEdition(records.value, edition, how);
        if (!rebuilt.ok) return rebuilt;
        opened.value = { editionId: edition.editionId, report: rebuilt.value };
        return desk.drafts.write(pagesKey(edition.editionId), rebuilt.value);
      }),
    withdraw: (edition) =>
      work(async () => {
        const written = await desk.writer.write([
          {
            ...{ kind: "edition/1", editionId: edition.editionId, ...edition.fields },
            ...{ parents: edition.heads.map(({ id }) => id), withdrawn: true },
          },
        ]);
        if (written.ok) deps.courier.nudge();
        return written;
      }),
  };
};

export const listEditions = (
  records: readonly Named[],
  roundId: EntityId,
): readonly EditionView[] =>
  foldEditions(records).filter(({ fields }) => fields.roundId === roundId);
