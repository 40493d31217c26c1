// Horizontal bars on one scale from zero, parted by polarity with a pattern and a sign, the count at the bar's end.
// A picture only: the table under it says the same in words, so readers are sent there.
import type { DimensionRow } from "../../../analysis/dimension-table.ts";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { useFormat } from "../../../ui/use-texts.ts";

const parts = ["strengthens", "weakens", "mixed", "none"] as const;
const signs = { strengthens: "▲", weakens: "▼", mixed: "◆", none: "" } as const;

export type DimensionBarsProps = {
  readonly rows: readonly DimensionRow[];
  readonly nameOf: (dimension: string) => string;
  readonly placeOf: (dimension: string) => number;
  readonly label: string;
};

export const DimensionBars = ({ rows, nameOf, placeOf, label }: DimensionBarsProps) => {
  const format = useFormat();
  const most = Math.max(1, ...rows.map(({ notes }) => notes));
  return (
    <figure class="bars" aria-label={label}>
      <div aria-hidden="true">
        {rows.map((row) => (
          <div key={row.dimension} class="bar-row" data-dimension={placeOf(row.dimension)}>
            <span class="bar-name">
              {placeOf(row.dimension) > 0 ? (
                <DimensionMark number={placeOf(row.dimension)} word={nameOf(row.dimension)} />
              ) : (
                nameOf(row.dimension)
              )}
            </span>
            <span class="bar-track">
              {parts.map((part) => {
                const count = row.byPolarity[part];
                return count === 0 ? null : (
                  <span
                    key={part}
                    class={`bar bar-${part}`}
                    style={{ inlineSize: `${(100 * count) / most}%` }}
                  >
                    {signs[part]}
                  </span>
                );
              })}
              <span class="bar-count">{format.number(row.notes)}</span>
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
};
