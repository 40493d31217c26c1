// Files come in by button, keyboard or drop. The content is checked, never the name: pickers hide unknown endings.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { useT } from "./use-texts.ts";
import "./file-drop.css";

export type FileDropProps = {
  readonly label: string;
  readonly hint?: string;
  readonly multiple?: boolean;
  /** Another way to choose, beside the button. */
  readonly extra?: ComponentChildren;
  /** Sees a drop first; answers whether it has taken it. */
  readonly onDropped?: (transfer: DataTransfer) => boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

export const FileDrop = (props: FileDropProps) => {
  const { label, hint, multiple = false, onFiles } = props;
  const t = useT("common");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  const take = (files: FileList | null | undefined) => {
    const list = [...(files ?? [])];
    if (list.length > 0) onFiles(multiple ? list : list.slice(0, 1));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be dropped on in every engine.
    <div
      role="group"
      aria-labelledby={id}
      class={`file-drop${over.value ? " file-drop-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        const transfer = event.dataTransfer;
        if (!(transfer && props.onDropped?.(transfer))) take(transfer?.files);
      }}
    >
      <p id={id} class="field-label">
        {label}
      </p>
      {hint && <p class="field-hint">{hint}</p>}
      <input
        ref={input}
        type="file"
        multiple={multiple}
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = ""; // The same file may be chosen again.
        }}
      />
      <div class="file-drop-row">
        <Button onClick={() => input.current?.click()}>
          {t(multiple ? "file.chooseMany" : "file.chooseOne")}
        </Button>
        {props.extra}
        <span class="file-drop-or">{t("file.orDrop")}</span>
      </div>
    </div>
  );
};
