// "Open a file" on the first page: what the desk or another device sent on a stick. Says what came of it.
import { useSignal } from "@preact/signals";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { type FileTaken, type OpenFileError, openFile } from "./open-file.ts";

export const OpenFilePart = ({ deps }: { readonly deps: AppDeps }) => {
  const t = useT("session");
  const errors = useT("errors");
  const outcome = useSignal<FileTaken | OpenFileError | undefined>(undefined);
  const open = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    const read = async () => new Uint8Array(await file.arrayBuffer());
    const taken = await openFile(deps, { size: file.size, read });
    outcome.value = taken.ok ? taken.value : taken.error;
  };
  const told = outcome.value;
  return (
    <Section title={t("file.title")}>
      <FileDrop
        label={t("file.label")}
        hint={t("file.hint")}
        onFiles={(files) => void open(files)}
      />
      {told && "type" in told && (
        <Alert>
          <p>{errorText(errors, told)}</p>
        </Alert>
      )}
      {told && !("type" in told) && (
        <Status kind={told.added > 0 ? "ok" : "info"}>
          <p>{told.added > 0 ? t("file.added", { count: told.added }) : t("file.nothingNew")}</p>
          {told.receipts > 0 && <p>{t("file.receipts")}</p>}
          {told.refused > 0 && <p>{t("file.refused", { count: told.refused })}</p>}
          {told.others > 0 && <p>{t("file.others", { count: told.others })}</p>}
        </Status>
      )}
    </Section>
  );
};
