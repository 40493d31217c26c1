// Where a screen's own keys give way: in fields, on controls and in whatever is open above the page, each key keeps the
// meaning it always has.
export const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    "input, textarea, select, button, a, summary, dialog, [role=menuitem], [popover]",
  ) !== null;
