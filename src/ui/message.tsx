// A state in words, with a sign and a line at its side. An alert says what happened, what is safe, what to do next.
import type { ComponentChildren } from "preact";
import "./message.css";

export type MessageKind = "info" | "ok" | "warning" | "danger";
const signs = { info: "i", ok: "✓", warning: "!", danger: "!" } as const;

export type MessageProps = {
  readonly kind?: MessageKind;
  readonly title?: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
};

const Sheet = ({ kind = "info", title, children, actions }: MessageProps) => (
  <>
    <span class="message-sign" aria-hidden="true">
      {signs[kind]}
    </span>
    <div class="message-words">
      {title && <p class="message-title">{title}</p>}
      {children}
      {actions && <div class="actions">{actions}</div>}
    </div>
  </>
);

/** Part of the page: not read out when it appears. */
export const Message = (props: MessageProps) => (
  <div class={`message message-${props.kind ?? "info"}`}>
    <Sheet {...props} />
  </div>
);

/** Something changed that the person should know, read when there is a pause. */
export const Status = (props: MessageProps) => (
  <div role="status" class={`message message-${props.kind ?? "ok"}`}>
    <Sheet {...props} kind={props.kind ?? "ok"} />
  </div>
);

/** Something needs the person now, read at once. */
export const Alert = (props: MessageProps) => (
  <div role="alert" class={`message message-${props.kind ?? "danger"}`}>
    <Sheet {...props} kind={props.kind ?? "danger"} />
  </div>
);
