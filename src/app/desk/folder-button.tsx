// A folder at once, where the browser lets one be chosen.
import { useRef } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { useT } from "../../ui/use-texts.ts";

export const FolderButton = (props: { readonly onFiles: (files: readonly File[]) => void }) => {
  const t = useT("intake");
  const input = useRef<HTMLInputElement | null>(null);
  if (!("webkitdirectory" in HTMLInputElement.prototype)) return null;
  return (
    <>
      <input
        ref={(field) => {
          input.current = field;
          if (field) field.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = ""; // The same folder may be chosen again.
          if (files.length > 0) props.onFiles(files);
        }}
      />
      <Button onClick={() => input.current?.click()}>{t("files.folder")}</Button>
    </>
  );
};
