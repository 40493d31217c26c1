// The offer of a new version: a line that waits, never a dialog, and never while something is typed or sent.
import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/message.tsx";
import { useT } from "../ui/use-texts.ts";
import type { AppUpdate, UpdateOutcome } from "./update.ts";

export const UpdateOffer = ({ update }: { readonly update: AppUpdate }) => {
  const t = useT("common");
  const [outcome, setOutcome] = useState<UpdateOutcome>();
  const apply = () => void update.applyUpdate().then(setOutcome);
  return (
    <div class="update-offer">
      <Status actions={<Button onClick={apply}>{t("update.take")}</Button>}>
        <p>
          {t("update.ready")} {outcome === "busy" && t("update.busy")}
          {outcome === "applied" && t("update.coming")}
          {outcome === "other-windows" && t("update.otherWindows")}
        </p>
      </Status>
    </div>
  );
};
