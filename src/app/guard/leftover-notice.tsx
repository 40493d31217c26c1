// Text that the disk refused when the device locked: sealed, in memory, and offered until the person has it.
import { useEffect } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { Alert } from "../../ui/message.tsx";
import { useT } from "../../ui/use-texts.ts";
import { fileHost, saveFile } from "../session/save-file.ts";
import type { Locking } from "./locking.ts";
import type { Leftover } from "./pack-up.ts";

type Props = { readonly locking: Locking; readonly leftover: Leftover };

export const LeftoverNotice = ({ locking, leftover }: Props) => {
  const t = useT("common");
  useEffect(() => {
    // It lies in memory alone: closing the page is asked back while it does.
    const askBack = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", askBack);
    return () => removeEventListener("beforeunload", askBack);
  }, []);
  const save = async () => {
    const outcome = await saveFile(fileHost(), leftover.name, leftover.bytes);
    if (outcome !== "cancelled") locking.forgetLeftover(leftover);
  };
  return (
    <Alert
      title={t("leftover.title")}
      actions={
        <Button kind="primary" onClick={() => void save()}>
          {t("leftover.save")}
        </Button>
      }
    >
      <p>{t("leftover.body")}</p>
    </Alert>
  );
};
