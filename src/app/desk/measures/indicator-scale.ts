// Where the values of an indicator stand in its picture: days from left to right, zero always on the scale.
import type { FollowUpView } from "../../../domain/measures.ts";

export type Point = {
  readonly view: FollowUpView;
  readonly on: string;
  readonly value: number;
  /** Share of the width, 0 to 1. */
  readonly x: number;
  /** Share of the height from the top, 0 to 1. */
  readonly y: number;
};
export type Level = { readonly value: number; readonly y: number };
export type IndicatorScale = {
  readonly points: readonly Point[];
  readonly zero: number;
  readonly target: Level | undefined;
  readonly baseline: Level | undefined;
};

/** The first number in words that people wrote: "alle 12,5 %" is 12.5. */
export const numberIn = (words: string | undefined): number | undefined => {
  const found = /[-−]?\d[\d\s\u00a0]*(?:[.,]\d+)?/u.exec(words ?? "")?.[0];
  if (found === undefined) return undefined;
  const value = Number(
    found
      .replace(/[\s\u00a0]/gu, "")
      .replace("−", "-")
      .replace(",", "."),
  );
  return Number.isFinite(value) ? value : undefined;
};

const dayMs = 86_400_000;

export const toIndicatorScale = (
  entries: readonly FollowUpView[],
  words: { readonly baseline?: string | undefined; readonly target?: string | undefined },
): IndicatorScale => {
  const values = entries.flatMap((view) =>
    view.fields.value === undefined
      ? []
      : [{ view, on: view.fields.on, value: Number(view.fields.value) }],
  );
  const [target, baseline] = [numberIn(words.target), numberIn(words.baseline)];
  const levels = [0, ...values.map(({ value }) => value), target ?? 0, baseline ?? 0];
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const yOf = (value: number) => (most === least ? 1 : (most - value) / (most - least));
  const days = values.map(({ on }) => Date.parse(`${on}T00:00:00.000Z`) / dayMs);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const xOf = (at: number) =>
    last === first ? 0.5 : ((days[at] ?? first) - first) / (last - first);
  const level = (value: number | undefined): Level | undefined =>
    value === undefined ? undefined : { value, y: yOf(value) };
  return {
    points: values.map((each, at) => ({ ...each, x: xOf(at), y: yOf(each.value) })),
    zero: yOf(0),
    target: level(target),
    baseline: level(baseline),
  };
};
