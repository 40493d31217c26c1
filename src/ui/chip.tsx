// Chips toggle. Pressing one never takes focus from the field being typed in, so the on-screen keyboard stays.
import type { ComponentChildren } from "preact";
import "./chip.css";

export type ChipProps = {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
  /** A longer accessible name; it begins with the visible word. */
  readonly label?: string;
  /** Proposed or missing: a dashed border. */
  readonly tentative?: boolean;
  readonly disabled?: boolean;
  /** The number of a dimension, for its colour when pressed. */
  readonly dimension?: number;
  /** For `aria-keyshortcuts`, as in `Alt+1`. */
  readonly shortcut?: string;
};

const keepFocus = (event: Event) => event.preventDefault();

export const Chip = (props: ChipProps) => (
  <button
    type="button"
    class={`chip${props.tentative ? " chip-tentative" : ""}`}
    data-dimension={props.dimension}
    aria-pressed={props.pressed}
    aria-label={props.label}
    aria-keyshortcuts={props.shortcut}
    disabled={props.disabled}
    onMouseDown={keepFocus}
    onPointerDown={keepFocus}
    onClick={props.onPress}
  >
    {props.children}
  </button>
);

export type ToggleGroupProps = {
  readonly label: string;
  readonly children: ComponentChildren;
  /** `row` wraps, `strip` scrolls sideways, `grid` is two by two on narrow screens. */
  readonly layout?: "row" | "strip" | "grid";
};

/** A named group of chips. */
export const ToggleGroup = ({ label, layout = "row", children }: ToggleGroupProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw and announce a form group.
  <div role="group" aria-label={label} class={`chips chips-${layout}`}>
    {children}
  </div>
);
