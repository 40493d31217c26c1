// What went wrong on the page of reports, and what to do.
import { Alert } from "../../../ui/message.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { FailureAlert } from "../failure.tsx";
import type { ReportsFailure } from "./reports-model.ts";

export const ReportsFailureAlert = ({
  failure,
}: {
  readonly failure: ReportsFailure | undefined;
}) => {
  const t = useT("reports");
  if (failure?.type === "edition-elsewhere") {
    return (
      <Alert>
        <p>{t("failure.elsewhere")}</p>
      </Alert>
    );
  }
  if (failure?.type === "edition-releases") {
    return (
      <Alert>
        <p>{t("failure.releases", { count: failure.count })}</p>
      </Alert>
    );
  }
  if (failure?.type === "edition-differs") {
    return (
      <Alert>
        <p>{t("failure.differs")}</p>
      </Alert>
    );
  }
  if (failure?.type === "words-missing") {
    return (
      <Alert>
        <p>{t("failure.words")}</p>
      </Alert>
    );
  }
  return <FailureAlert failure={failure} />;
};
