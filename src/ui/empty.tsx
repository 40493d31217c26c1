// An empty place says what will stand there and how it gets there.
import type { ComponentChildren } from "preact";
import "./message.css";

export type EmptyProps = {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
};

export const Empty = ({ title, children, actions }: EmptyProps) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
    {actions && <div class="actions">{actions}</div>}
  </div>
);
