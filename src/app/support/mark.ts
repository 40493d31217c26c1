// What this device should hold, as numbers: how many sessions and notes, since when something is unsent, what the clock
// said last. Kept twice, so that emptied storage is noticed; no title, no word, no key.
import { z } from "../../domain/schema.ts";
import type { Parcels } from "../session/dispatch.ts";

const Count = z.int().check(z.nonnegative());

const BoxMark = z.readonly(
  z.strictObject({
    kind: z.enum(["session", "desk"]),
    /** Notes ever written or received; known while the box is open, and kept from then. */
    notes: Count,
    rows: Count,
    /** Envelopes and unbundled records that are nowhere but here. */
    unsent: Count,
    /** When the first of them was noticed. */
    unsentSinceMs: z.optional(Count),
    /** The newest receipt: of a hub, of the desk, or of a file that was saved. */
    copyMs: z.optional(Count),
  }),
);
export type BoxMark = z.infer<typeof BoxMark>;

/** The same without box ids: what the second store holds, and what is told after a loss. */
export const Sums = z.readonly(
  z.strictObject({
    sessions: Count,
    desks: Count,
    notes: Count,
    unsent: Count,
    seenMs: Count,
  }),
);
export type Sums = z.infer<typeof Sums>;

const ClockBack = z.readonly(z.strictObject({ fromMs: Count, toMs: Count }));

export const Mark = z.readonly(
  z.strictObject({
    seenMs: Count,
    boxes: z.record(z.string(), BoxMark),
    clockBack: z.optional(ClockBack),
    /** What had vanished, until somebody has read it. */
    lost: z.optional(Sums),
  }),
);
export type Mark = z.infer<typeof Mark>;

const SecondMark = z.readonly(z.strictObject({ sums: Sums, lost: z.optional(Sums) }));
export type SecondMark = z.infer<typeof SecondMark>;

/** Undefined for anything we did not write: a damaged mark is no mark. */
export const parseMark = (stored: unknown): Mark | undefined => {
  const parsed = Mark.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
};

export const parseSecondMark = (text: string | undefined): SecondMark | undefined => {
  if (text === undefined) return undefined;
  try {
    const parsed = SecondMark.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined; // Its only failure is text that is no JSON.
  }
};

export const toSums = ({ boxes, seenMs }: Pick<Mark, "boxes" | "seenMs">): Sums => {
  const all = Object.values(boxes);
  const sum = (count: (box: BoxMark) => number) =>
    all.reduce((total, box) => total + count(box), 0);
  return {
    sessions: sum(({ kind }) => (kind === "session" ? 1 : 0)),
    desks: sum(({ kind }) => (kind === "desk" ? 1 : 0)),
    notes: sum(({ notes }) => notes),
    unsent: sum(({ unsent }) => unsent),
    seenMs,
  };
};

/** What is in the database as the app starts: envelopes and unbundled records by box. */
export type Present = ReadonlyMap<string, number>;

/**
 * What has vanished since the last time. The database's own mark decides where there is one; the second store speaks
 * only when the database came up new, because it may be a moment behind.
 */
export const findLoss = (
  mark: Mark | undefined,
  second: SecondMark | undefined,
  present: Present,
): Sums | undefined => {
  if (!mark) {
    const held = second && present.size === 0 && isWorthTelling(second.sums);
    return held ? second.sums : second?.lost;
  }
  const gone = Object.entries(mark.boxes).filter(
    ([box, { rows }]) => rows > 0 && (present.get(box) ?? 0) === 0,
  );
  if (gone.length === 0) return mark.lost;
  return toSums({ boxes: Object.fromEntries(gone), seenMs: mark.seenMs });
};

/** A card that was read and never written with is no loss. */
const isWorthTelling = ({ notes, desks, unsent }: Sums): boolean => notes + desks + unsent > 0;

/** How a box stands now. Notes are only ever more: striking one keeps it. */
export const toBoxMark = (
  before: BoxMark | undefined,
  kind: BoxMark["kind"],
  { envelopes, deliveries, unbundled }: Parcels,
  nowMs: number,
): BoxMark => {
  const delivered = new Set<string>(deliveries.map(({ digest }) => digest));
  const bundled = new Set(envelopes.flatMap(({ records }) => records));
  const waiting = envelopes.filter(({ digest }) => !delivered.has(digest)).length + unbundled;
  // A desk hands nothing over: its copies are its own file and its hub.
  const unsent = kind === "session" ? waiting : 0;
  const copyMs = deliveries
    .map(({ receivedAt }) => Date.parse(receivedAt))
    .reduce((newest, at) => Math.max(newest, at), before?.copyMs ?? 0);
  return {
    kind,
    notes: before?.notes ?? 0,
    rows: bundled.size + unbundled,
    unsent,
    ...(unsent > 0 ? { unsentSinceMs: Math.min(before?.unsentSinceMs ?? nowMs, nowMs) } : {}),
    ...(copyMs > 0 ? { copyMs } : {}),
  };
};

/** Two devices' clocks differ by this much without anything being wrong. */
export const clockSlackMs = 120_000;
const dayMs = 24 * 60 * 60 * 1_000;

/** The clock went back since the app last ran, or did so within a day. */
export const findClockBack = (mark: Mark | undefined, nowMs: number): Mark["clockBack"] => {
  if (!mark) return undefined;
  if (mark.seenMs - nowMs > clockSlackMs) return { fromMs: mark.seenMs, toMs: nowMs };
  const known = mark.clockBack;
  return known && nowMs - known.toMs < dayMs ? known : undefined;
};
