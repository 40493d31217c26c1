// Buttons and links that look like them. One primary per screen; a busy button keeps focus and tells what it does.
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import "./button.css";

export type ButtonKind = "primary" | "plain" | "danger" | "quiet";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon"> & {
  readonly kind?: ButtonKind;
  /** Words for the work under way, "Tallennetaan…". The button stays focusable but does nothing. */
  readonly busy?: string | false | undefined;
  /** Full width, for the one action of a narrow form. */
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
};

export const Button = ({
  kind = "plain",
  busy,
  wide,
  type = "button",
  onClick,
  children,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={busy ? "button" : type}
    class={`button button-${kind}${wide ? " button-wide" : ""}`}
    aria-disabled={busy ? true : rest["aria-disabled"]}
    onClick={busy ? undefined : onClick}
  >
    {busy || children}
  </button>
);

export type LinkButtonProps = {
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
};

export const LinkButton = ({ href, kind = "plain", wide, children }: LinkButtonProps) => (
  <a href={href} class={`button button-${kind}${wide ? " button-wide" : ""}`}>
    {children}
  </a>
);
