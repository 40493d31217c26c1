// The three ways in: the hub, files, another device's screen. All end in the same dry run.
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { useT } from "../../ui/use-texts.ts";
import type { AppDeps } from "../deps.ts";
import { ReadFrames } from "../transfer/lazy-parts.ts";
import { FolderButton } from "./folder-button.tsx";
import { listDropped, toFolderFiles } from "./folder-files.ts";
import type { IntakeModel } from "./intake-model.ts";

export const Sources = (props: {
  readonly deps: AppDeps;
  readonly model: IntakeModel;
  readonly hasHub: boolean;
}) => {
  const { deps, model, hasHub } = props;
  const t = useT("intake");
  return (
    <div class="stack">
      {hasHub ? (
        <div class="actions">
          <Button kind="primary" onClick={() => void model.lookAtHub()}>
            {t("hub.look")}
          </Button>
        </div>
      ) : (
        <p>{t("hub.none")}</p>
      )}
      <FileDrop
        label={t("files.label")}
        hint={t("files.hint")}
        multiple
        extra={
          <FolderButton
            onFiles={(files) => void model.takeFolder(async () => toFolderFiles(files))}
          />
        }
        onDropped={(transfer) => {
          const list = listDropped(transfer);
          if (list) void model.takeFolder(list);
          return list !== undefined;
        }}
        onFiles={(files) =>
          void model.takeFiles(
            files.map((file) => ({
              name: file.name,
              size: file.size,
              read: async () => new Uint8Array(await file.arrayBuffer()),
            })),
          )
        }
      />
      <ReadFrames
        deps={deps}
        onWhole={(bytes) =>
          void model.takeFiles([
            { name: t("files.screen"), size: bytes.length, read: async () => bytes },
          ])
        }
      />
    </div>
  );
};
