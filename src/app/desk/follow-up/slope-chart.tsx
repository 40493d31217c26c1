// One small slope for each dimension, all on one scale from no session to every session. A picture only: the table under it
// says the same in numbers that open their notes.
import type { ComponentChildren } from "preact";

export type Slope = {
  readonly id: string;
  readonly number: number;
  readonly name: ComponentChildren;
  /** Said under the picture, in whole words. */
  readonly words: string;
  readonly earlier: number;
  readonly later: number;
};

export type SlopeChartProps = {
  readonly label: string;
  readonly slopes: readonly Slope[];
  readonly earlierOf: number;
  readonly laterOf: number;
  readonly earlierLabel: string;
  readonly laterLabel: string;
  /** The rounds may not be compared: a broken line says so. */
  readonly isLoose: boolean;
};

const [left, right, top, bottom] = [56, 184, 16, 116];
const heightOf = (sessions: number, of: number): number =>
  bottom - (of === 0 ? 0 : sessions / of) * (bottom - top);

export const SlopeChart = (props: SlopeChartProps) => {
  const { label, slopes, earlierOf, laterOf, isLoose } = props;
  return (
    <figure class="slopes">
      <figcaption>{label}</figcaption>
      <ul class="slope-list">
        {slopes.map(({ id, number, name, words, earlier, later }) => {
          const [from, to] = [heightOf(earlier, earlierOf), heightOf(later, laterOf)];
          return (
            <li key={id}>
              <p class="slope-name">{name}</p>
              <svg class="slope" viewBox="0 0 240 150" width="240" height="150" aria-hidden="true">
                <path class="slope-frame" d={`M${left} ${top}H${right}`} />
                <path class="slope-base" d={`M${left - 8} ${bottom}H${right + 8}`} />
                <path
                  class="slope-frame"
                  d={`M${left} ${top}V${bottom}M${right} ${top}V${bottom}`}
                />
                <path
                  class={isLoose ? "slope-line slope-loose" : "slope-line"}
                  data-dimension={number}
                  d={`M${left} ${from}L${right} ${to}`}
                />
                <circle class="slope-end" data-dimension={number} cx={left} cy={from} r="5" />
                <circle class="slope-end" data-dimension={number} cx={right} cy={to} r="5" />
                <text class="slope-count" x={left - 12} y={from} text-anchor="end">
                  {earlier}/{earlierOf}
                </text>
                <text class="slope-count" x={right + 12} y={to}>
                  {later}/{laterOf}
                </text>
                <text class="slope-round" x={left} y="142" text-anchor="middle">
                  {props.earlierLabel}
                </text>
                <text class="slope-round" x={right} y="142" text-anchor="middle">
                  {props.laterLabel}
                </text>
              </svg>
              <p class="slope-words">{words}</p>
            </li>
          );
        })}
      </ul>
    </figure>
  );
};
