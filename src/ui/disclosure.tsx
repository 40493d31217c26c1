// More for those who want it, under its own heading line. Native details: works without script and in print.
import type { ComponentChildren } from "preact";
import "./disclosure.css";

export type DisclosureProps = {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ComponentChildren;
};

export const Disclosure = ({ summary, open, onToggle, children }: DisclosureProps) => (
  <details
    class="disclosure"
    open={open}
    onToggle={(event) => onToggle?.(event.currentTarget.open)}
  >
    <summary>{summary}</summary>
    <div class="disclosure-body">{children}</div>
  </details>
);
