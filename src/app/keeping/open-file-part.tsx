// What the desk or another device sent, on a stick or on its screen: the same bytes, taken in the same way. Says what came
// of it.
import { useSignal } from "@preact/signals";
import type { Bytes } from "../../base/bytes.ts";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Alert, Status } from "../../ui/message.tsx";
import { Section } from "../../ui/page.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { errorText } from "../error-key.ts";
import { ReadFrames } from "../transfer/lazy-parts.ts";
import { type FileTaken, type OpenFileError, openFile } from "./open-file.ts";

export const OpenFilePart = ({ deps }: { readonly deps: AppDeps }) => {
  const t = useT("session");
  const errors = useT("errors");
  const outcome = useSignal<FileTaken | OpenFileError | undefined>(undefined);
  const take = async (size: number, read: () => Promise<Bytes>) => {
    const taken = await openFile(deps, { size, read });
    outcome.value = taken.ok ? taken.value : taken.error;
  };
  const told = outcome.value;
  return (
    <Section title={t("file.title")}>
      <FileDrop
        label={t("file.label")}
        hint={t("file.hint")}
        onFiles={([file]) =>
          file && void take(file.size, async () => new Uint8Array(await file.arrayBuffer()))
        }
      />
      <ReadFrames deps={deps} onWhole={(bytes) => void take(bytes.length, async () => bytes)} />
      {told && "type" in told && (
        <Alert>
          <p>{errorText(errors, told)}</p>
        </Alert>
      )}
      {told && !("type" in told) && (
        <Status kind={told.added > 0 ? "ok" : "info"}>
          <p>{told.added > 0 ? t("file.added", { count: told.added }) : t("file.nothingNew")}</p>
          {told.added > 0 && <p>{t("file.total", { count: told.notes })}</p>}
          {told.receipts > 0 && <p>{t("file.receipts")}</p>}
          {told.refused > 0 && <p>{t("file.refused", { count: told.refused })}</p>}
          {told.others > 0 && <p>{t("file.others", { count: told.others })}</p>}
        </Status>
      )}
    </Section>
  );
};
