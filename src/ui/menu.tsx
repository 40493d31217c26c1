// Further actions behind one button: a native popover with arrow keys. Everything in it is also reachable by Tab.
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import "./menu.css";

export type MenuItem = {
  readonly label: string;
  readonly onSelect: () => void;
  readonly lang?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Given for a choice among items: drawn and read as checked or not. */
  readonly checked?: boolean;
};

export type MenuProps = {
  /** The accessible name; seen too, unless `face` is given. */
  readonly label: string;
  readonly face?: ComponentChildren;
  readonly items: readonly MenuItem[];
};

const gap = 4;
/** Where the sheet stands: under the button, or over it where that has more room; inside the window in both directions. */
const place = (button: HTMLElement, sheet: HTMLElement) => {
  const anchor = button.getBoundingClientRect();
  const { width, height } = sheet.getBoundingClientRect();
  const rtl = getComputedStyle(button).direction === "rtl";
  const wished = rtl ? anchor.left : anchor.right - width;
  const x = Math.max(gap, Math.min(wished, window.innerWidth - width - gap));
  const below = anchor.bottom + gap;
  const fits = below + height <= window.innerHeight || anchor.top < height;
  sheet.style.translate = `${x}px ${Math.max(gap, fits ? below : anchor.top - gap - height)}px`;
};

const role = (checked: boolean | undefined) =>
  checked === undefined
    ? ({ role: "menuitem" } as const)
    : ({ role: "menuitemradio", "aria-checked": checked } as const);

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export const Menu = ({ label, face, items }: MenuProps) => {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const entries = (): readonly HTMLElement[] => [
    ...(sheet.current?.querySelectorAll<HTMLElement>("button:not([disabled])") ?? []),
  ];
  const move = (event: KeyboardEvent) => {
    const list = entries();
    const at = list.indexOf(event.target instanceof HTMLElement ? event.target : document.body);
    const step = steps[event.key];
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? list.length - 1 : step && at + step;
    if (next === undefined) return;
    event.preventDefault();
    list[(next + list.length) % list.length]?.focus();
  };
  const opened = (event: { readonly newState: string }) => {
    if (event.newState !== "open" || !button.current || !sheet.current) return;
    place(button.current, sheet.current);
    entries()[0]?.focus();
  };
  const choose = (item: MenuItem) => {
    sheet.current?.hidePopover();
    item.onSelect();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button button-quiet"
        aria-haspopup="menu"
        aria-label={face ? label : undefined}
        popovertarget={id}
      >
        {face ?? label}
      </button>
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        class="menu"
        onToggle={opened}
        onKeyDown={move}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            {...role(item.checked)}
            class={`menu-item${item.danger ? " menu-danger" : ""}`}
            lang={item.lang}
            disabled={item.disabled}
            onClick={() => choose(item)}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
};
