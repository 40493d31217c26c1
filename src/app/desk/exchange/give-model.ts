// Making an exchange file: what stands in it is chosen here, its numbers are weighed against everything that went out before,
// and only then is it a file, with an edition of its own in the ledger. The file stays on this device to be saved again.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Obstacle, weighEdition } from "../../../analysis/publishing/edition-check.ts";
import {
  countForExchange,
  type ExchangeCounts,
  type ExchangePart,
  exchangeParts,
} from "../../../analysis/publishing/exchange-tables.ts";
import { type Bytes, toHex } from "../../../base/bytes.ts";
import { toCanonicalBytes } from "../../../base/canonical.ts";
import { failed, ok, type Result } from "../../../base/result.ts";
import type { RoundView } from "../../../domain/desk.ts";
import type { Edition } from "../../../domain/edition-records.ts";
import { type EditionView, foldEditions } from "../../../domain/editions.ts";
import type { ExchangeContent, ExchangePurpose } from "../../../domain/exchange-records.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import { type Named, ofKind } from "../../../domain/record.ts";
import { Digest, type EntityId, type Language } from "../../../domain/schema.ts";
import {
  chooseFor,
  type Exchangeable,
  listExchangeable,
  parseExchangeFile,
  toExchangeContent,
  toExchangeFile,
  wordsOfExchange,
} from "../../../report/exchange-file.ts";
import type { StoreError } from "../../../storage/ports.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { createEntityId, type WriteError } from "../../record-writer.ts";
import { readRound } from "../use-round.ts";

export type GiveChoice = {
  readonly purpose: ExchangePurpose;
  /** Findings and measures that stay at home. */
  readonly leftOut: readonly EntityId[];
  /** Numbers that are not told. */
  readonly silent: readonly ExchangePart[];
};

export type Prepared = {
  readonly round: RoundView;
  readonly all: Exchangeable;
  readonly counts: ExchangeCounts;
  readonly content: ExchangeContent;
  readonly releases: Edition["releases"];
  /** Parts of its texts that look like personal data. */
  readonly names: readonly string[];
};

/** Examples tell of findings alone; how a round went as a whole is for whoever takes it over. */
export const partsFor = ({ purpose, silent }: GiveChoice): readonly ExchangePart[] =>
  exchangeParts.filter(
    (part) => !silent.includes(part) && (purpose === "hand-over" || part === "findings"),
  );

/** The file as it would be; undefined where there is no such round. */
export const prepareExchange = (
  records: readonly Named[],
  roundId: EntityId,
  choice: GiveChoice,
  madeAt: string,
): Prepared | undefined => {
  const { round, releases } = readRound(records, roundId);
  if (round?.roundId !== roundId) return undefined;
  const all = listExchangeable(records, roundId);
  const taken = (id: EntityId) => !choice.leftOut.includes(id);
  const chosen = chooseFor(all, {
    findings: all.findings.map(({ findingId }) => findingId).filter(taken),
    measures: all.measures.map(({ measureId }) => measureId).filter(taken),
  });
  const counts = countForExchange(round.fields, releases, chosen.findings, partsFor(choice));
  const content = toExchangeContent(chosen, counts, round, { purpose: choice.purpose, madeAt });
  const hints = wordsOfExchange(content).flatMap(({ text, lang }) =>
    findHints(text, lang ?? "fi").map((hint) => hint.text),
  );
  return {
    ...{ round, all, counts, content, names: [...new Set(hints)] },
    releases: releases.map(({ id, record }) => ({ session: record.session, release: id })),
  };
};

export type GiveFailure =
  | StoreError
  | WriteError
  | { readonly type: "work-gone" }
  /** More than a file may hold: fewer things have to be chosen. */
  | { readonly type: "exchange-too-large" }
  /** This device does not hold the file. */
  | { readonly type: "exchange-elsewhere" };

export interface GiveModel {
  readonly choice: Signal<GiveChoice>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<GiveFailure | undefined>;
  /** Why the last try did not go out. Gone as soon as anything is changed. */
  readonly obstacles: ReadonlySignal<readonly Obstacle[]>;
  /** The name of the file that was saved last. */
  readonly saved: ReadonlySignal<string | undefined>;
  readonly change: (change: Partial<GiveChoice>) => void;
  readonly give: (edition: { readonly title: string; readonly lang: Language }) => Promise<void>;
  readonly saveAgain: (edition: EditionView) => Promise<void>;
}

const fileKey = (editionId: EntityId): string => `exchange/${editionId}`;
const isKept = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";

export const createGiveModel = (
  deps: Pick<AppDeps, "env" | "courier">,
  desk: Pick<OpenBox, "drafts" | "writer" | "records">,
  roundId: EntityId,
  saveFile: (name: string, bytes: Bytes) => Promise<string>,
): GiveModel => {
  const choice = signal<GiveChoice>({ purpose: "examples", leftOut: [], silent: [] });
  const busy = signal(false);
  const failure = signal<GiveFailure>();
  const obstacles = signal<readonly Obstacle[]>([]);
  const saved = signal<string>();

  const save = async (bytes: Bytes, madeMs: number): Promise<void> => {
    const day = new Date(madeMs).toISOString().slice(0, 10);
    const name = `kuuluu-${roundId.slice(0, 8)}-exchange-${day}.json`;
    const outcome = await saveFile(name, bytes);
    saved.value = outcome === "cancelled" ? undefined : name;
  };

  const giveOnce = async (edition: {
    readonly title: string;
    readonly lang: Language;
  }): Promise<Result<unknown, GiveFailure>> => {
    const records = await desk.records.readAll();
    if (!records.ok) return records;
    const now = deps.env.now();
    const madeAt = new Date(now).toISOString();
    const prepared = prepareExchange(records.value, roundId, choice.peek(), madeAt);
    if (!prepared) return failed({ type: "work-gone" });
    const { releases, counts, content, round } = prepared;
    const against = weighEdition(
      { releases, tables: counts.tables },
      foldEditions(records.value)
        .filter(({ fields }) => fields.roundId === roundId)
        .map(({ fields }) => fields),
      ofKind(records.value, "release/1").filter(({ record }) => record.roundId === roundId),
      round.fields.thresholds,
    );
    obstacles.value = against;
    if (against.length > 0) return ok(undefined);
    const bytes = toExchangeFile(content);
    // What the receiver's gate would refuse is not handed out.
    if (!parseExchangeFile(bytes).ok) return failed({ type: "exchange-too-large" });
    const editionId = createEntityId(deps.env.random);
    const kept = await desk.drafts.write(fileKey(editionId), { text: JSON.stringify(content) });
    if (!kept.ok) return kept;
    const written = await desk.writer.write([
      {
        ...{ kind: "edition/1", parents: [], editionId, roundId, as: content.purpose },
        ...{ lang: edition.lang, title: edition.title.slice(0, 200), tables: counts.tables },
        releases,
        report: Digest.parse(toHex(await deps.env.digest(toCanonicalBytes(content)))),
      },
    ]);
    if (!written.ok) return written;
    deps.courier.nudge();
    await save(bytes, now);
    return ok(undefined);
  };

  const work = async (job: () => Promise<Result<unknown, GiveFailure>>): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    failure.value = undefined;
    saved.value = undefined;
    const done = await job();
    busy.value = false;
    if (!done.ok) failure.value = done.error;
  };

  return {
    ...{ choice, busy, failure, obstacles, saved },
    change: (change) => {
      choice.value = { ...choice.peek(), ...change };
      obstacles.value = [];
      failure.value = undefined;
      saved.value = undefined;
    },
    give: (edition) => work(() => giveOnce(edition)),
    saveAgain: (edition) =>
      work(async () => {
        const kept = await desk.drafts.read(fileKey(edition.editionId));
        if (!kept.ok) return kept;
        if (!isKept(kept.value)) return failed({ type: "exchange-elsewhere" });
        const content = JSON.parse(kept.value.text) as ExchangeContent; // Only this model writes there.
        const digest = toHex(await deps.env.digest(toCanonicalBytes(content)));
        if (digest !== edition.fields.report) return failed({ type: "exchange-elsewhere" });
        await save(toExchangeFile(content), edition.madeAt);
        return ok(undefined);
      }),
  };
};

/** Files that this desk gave away, newest first. */
export const listGiven = (records: readonly Named[], roundId: EntityId): readonly EditionView[] =>
  foldEditions(records)
    .filter(({ fields }) => fields.roundId === roundId && fields.as !== undefined)
    .toReversed();
