// How the file under way stands: being made with a way to stop it, saved, or not made.
import { Button } from "../../../ui/button.tsx";
import { Alert, Status } from "../../../ui/message.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { ExportModel } from "./export-model.ts";

export const ExportStatus = ({ model }: { readonly model: ExportModel }) => {
  const t = useT("exports");
  const common = useT("common");
  const now = model.current.value;
  if (now.state === "making") {
    return (
      <div class="actions">
        <p role="status">{t("making")}</p>
        <Button onClick={model.stop}>{common("action.cancel")}</Button>
      </div>
    );
  }
  if (now.state === "failed") {
    return (
      <Alert>
        <p>{t("failed")}</p>
      </Alert>
    );
  }
  if (now.state === "saved") {
    return (
      <Status>
        <p>{t("saved", { name: now.name })}</p>
      </Status>
    );
  }
  return <p role="status">{now.state === "stopped" ? t("stopped") : ""}</p>;
};
