// Undo instead of "are you sure". The bar stays until the next change or until it is put away; it has no timer.
import { Button } from "./button.tsx";
import { useT } from "./use-texts.ts";
import "./undo-bar.css";

export type UndoBarProps = {
  /** What happened: "Kirjaus poistettu". */
  readonly message: string;
  readonly onUndo: () => void;
  readonly onDismiss?: () => void;
};

export const UndoBar = ({ message, onUndo, onDismiss }: UndoBarProps) => {
  const t = useT("common");
  return (
    <div class="undo-bar">
      <output>{message}</output>
      <Button kind="quiet" onClick={onUndo}>
        {t("action.undo")}
      </Button>
      {onDismiss && (
        <Button kind="quiet" aria-label={t("action.dismiss")} onClick={onDismiss}>
          <span aria-hidden="true">✕</span>
        </Button>
      )}
    </div>
  );
};
