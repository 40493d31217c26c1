// The values of an indicator over time: a line with its numbers at the points, the target dashed. Widths are shares, so that
// its letters keep their size on a telephone. A picture only: the table under it says the same, so readers are sent there.
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { IndicatorScale, Level } from "./indicator-scale.ts";
import { useDay } from "./measure-words.ts";

const heightPx = 180;
const topPx = 28;
const bottomPx = 32;
/** Room for the numbers of the outermost points, in per cent. */
const sidePercent = 9;

const xOf = (share: number) => `${sidePercent + share * (100 - 2 * sidePercent)}%`;
const yOf = (share: number) => topPx + share * (heightPx - topPx - bottomPx);

export const IndicatorChart = ({ scale, name }: { scale: IndicatorScale; name: string }) => {
  const t = useT("measures");
  const format = useFormat();
  const dayOf = useDay();
  const { points, zero, target, baseline } = scale;
  const ends = points.length <= 4 ? points : [points[0], points.at(-1)];
  // The target is named at the start of its line and the baseline at the end: a series mostly runs from one to the other.
  const level = (at: Level | undefined, label: string, side: "start" | "end") =>
    at && (
      <g class="chart-level">
        <line x1="0" x2="100%" y1={yOf(at.y)} y2={yOf(at.y)} />
        <text x={side === "start" ? "0" : "100%"} y={yOf(at.y) - 6} text-anchor={side}>
          {label}
        </text>
      </g>
    );
  return (
    <figure class="indicator-chart">
      <figcaption dir="auto">{name}</figcaption>
      {/* Time runs from left to right in every language: the table says it in words. */}
      <svg width="100%" height={heightPx} aria-hidden="true" direction="ltr">
        <line class="chart-zero" x1="0" x2="100%" y1={yOf(zero)} y2={yOf(zero)} />
        {target?.value !== 0 && baseline?.value !== 0 && (
          <text class="chart-small" x="0" y={yOf(zero) - 6}>
            0
          </text>
        )}
        {level(
          target,
          t("indicator.targetLine", { value: format.number(target?.value ?? 0) }),
          "start",
        )}
        {level(
          baseline?.value === target?.value ? undefined : baseline,
          t("indicator.baselineLine", { value: format.number(baseline?.value ?? 0) }),
          "end",
        )}
        {points.slice(1).map((point, at) => {
          const before = points[at] ?? point;
          return (
            <line
              key={point.view.followUpId}
              class="chart-line"
              x1={xOf(before.x)}
              y1={yOf(before.y)}
              x2={xOf(point.x)}
              y2={yOf(point.y)}
            />
          );
        })}
        {points.map(({ view, value, x, y }) => (
          <g key={view.followUpId}>
            <circle class="chart-point" cx={xOf(x)} cy={yOf(y)} r="4.5" />
            <text class="chart-value" x={xOf(x)} y={yOf(y) - 10} text-anchor="middle">
              {format.number(value)}
            </text>
          </g>
        ))}
        {ends.map(
          (point) =>
            point && (
              <text
                key={point.view.followUpId}
                class="chart-small"
                x={xOf(point.x)}
                y={heightPx - 8}
                text-anchor="middle"
              >
                {dayOf(point.on)}
              </text>
            ),
        )}
      </svg>
    </figure>
  );
};
