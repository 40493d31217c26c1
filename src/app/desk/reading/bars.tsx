// Horizontal bars on one scale from zero, the count at the bar's end; parted by polarity with a pattern and a sign.
// A picture only: the table beside it says the same in words, so readers are sent there.
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { ByPolarity } from "../../../analysis/tone-table.ts";
import { polarityColumns } from "../../../analysis/tone-table.ts";
import { useFormat } from "../../../ui/use-texts.ts";

const signs = { strengthens: "▲", weakens: "▼", mixed: "◆", none: "" } as const;

export type Bar = {
  readonly id: string;
  readonly name: ComponentChildren;
  readonly count: number;
  readonly parts?: ByPolarity;
};

export type BarsProps = {
  readonly bars: readonly Bar[];
  readonly label: string;
  /** The end of the scale where it is more than the longest bar: all sessions, say. */
  readonly most?: number;
};

export const Bars = ({ bars, label, most: given = 1 }: BarsProps) => {
  const format = useFormat();
  const most = Math.max(1, given, ...bars.map(({ count }) => count));
  return (
    <figure class="bars" aria-label={label}>
      <div aria-hidden="true">
        {bars.map(({ id, name, count, parts }) => (
          <div key={id} class="bar-row">
            <span class="bar-name">{name}</span>
            <span class="bar-track">
              {count > 0 && (
                <svg
                  class="bar-svg"
                  aria-hidden="true"
                  style={{ inlineSize: `${(100 * count) / most}%` }}
                >
                  {parts ? (
                    <Parts parts={parts} count={count} most={most} />
                  ) : (
                    <rect class="bar-whole" width="100%" height="100%" />
                  )}
                </svg>
              )}
              <span class="bar-count">{format.number(count)}</span>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
};

/** Narrower than this share of the scale a sign would not fit. */
const leastForSign = 0.03;

const Parts = (props: {
  readonly parts: ByPolarity;
  readonly count: number;
  readonly most: number;
}) => {
  const id = useId();
  const { parts, count, most } = props;
  let start = 0;
  return (
    <>
      <pattern id={`${id}-weakens`} width="7" height="7" patternUnits="userSpaceOnUse">
        <path class="bar-hatch" d="M-1 1 1-1M0 7 7 0M6 8 8 6" />
      </pattern>
      <pattern id={`${id}-mixed`} width="7" height="7" patternUnits="userSpaceOnUse">
        <path class="bar-hatch" d="M0 3H7" />
      </pattern>
      {polarityColumns.map((part) => {
        const [from, width] = [(100 * start) / count, (100 * parts[part]) / count];
        start += parts[part];
        return width === 0 ? null : (
          <g key={part}>
            <rect
              class={`bar-part bar-${part}`}
              x={`${from}%`}
              width={`${width}%`}
              height="100%"
              fill={part === "weakens" || part === "mixed" ? `url(#${id}-${part})` : "none"}
            />
            {parts[part] / most >= leastForSign && (
              <text class="bar-sign" x={`${from + width / 2}%`} y="50%">
                {signs[part]}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
};
