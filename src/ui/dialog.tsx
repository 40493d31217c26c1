// A question that needs an answer before going on. Native dialog: focus in, trapped, Escape, focus back.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { useT } from "./use-texts.ts";
import "./dialog.css";

export type DialogProps = {
  readonly title: string;
  readonly open: boolean;
  /** Escape, the closing cross, or the back gesture. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons, the safest first. */
  readonly actions?: ComponentChildren;
};

export const Dialog = ({ title, open, onClose, children, actions }: DialogProps) => {
  const t = useT("common");
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={id}
      onClose={() => open && onClose()}
      onCancel={(event) => event.stopPropagation()}
    >
      {open && (
        <div class="dialog-sheet">
          <header class="dialog-head">
            <h2 id={id}>{title}</h2>
            <Button kind="quiet" aria-label={t("action.close")} onClick={onClose}>
              <span aria-hidden="true">✕</span>
            </Button>
          </header>
          <div class="dialog-body">{children}</div>
          {actions && <footer class="dialog-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
};
