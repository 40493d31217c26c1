// One mark for each session in a row for each dimension, filled where the session spoke of it: what was heard in how many
// rooms, without a talkative room weighing more. Drawn as two paths, whatever the number of sessions.
import type { ComponentChildren } from "preact";

export type Strip = {
  readonly id: string;
  readonly name: ComponentChildren;
  /** From 1, the dimension's place in the codebook: its colour. */
  readonly place: number;
  /** Of each session, in one order for all strips: whether it has a note of this. */
  readonly heard: readonly boolean[];
  readonly words: string;
};

const perLine = 50;
const [step, line] = [12, 22];

const pathOf = (heard: readonly boolean[], wanted: boolean): string =>
  heard
    .map((is, at) =>
      is === wanted
        ? `M${(at % perLine) * step + 1.5} ${Math.floor(at / perLine) * line + 1.5}h8v17h-8z`
        : "",
    )
    .join("");

export const SessionStrips = (props: {
  readonly strips: readonly Strip[];
  readonly label: string;
}) => (
  <figure class="bars strips" aria-label={props.label}>
    <div aria-hidden="true">
      {props.strips.map(({ id, name, place, heard, words }) => {
        const width = Math.min(perLine, heard.length) * step;
        const height = Math.ceil(heard.length / perLine) * line;
        return (
          <div key={id} class="strip-row" data-dimension={place}>
            <span class="bar-name">{name}</span>
            <svg
              class="strip"
              aria-hidden="true"
              viewBox={`0 0 ${width} ${height}`}
              style={{ inlineSize: `${width * 1.2}px` }}
            >
              <path class="strip-empty" d={pathOf(heard, false)} />
              <path class="strip-heard" d={pathOf(heard, true)} />
            </svg>
            <span class="strip-words">{words}</span>
          </div>
        );
      })}
    </div>
  </figure>
);
