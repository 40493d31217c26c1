// One line on what stands in the report and what does not: names seen, numbers hidden, findings left out.
import { Message } from "../../../ui/message.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { ReportCheck } from "./build-report.ts";

export const CheckLine = ({ check }: { readonly check: ReportCheck }) => {
  const t = useT("reports");
  const format = useFormat();
  return (
    <>
      <p class="report-check">
        {t("check.label")}:{" "}
        {[
          t("check.names", { count: check.names.length }),
          t("check.hidden", { count: check.hidden }),
          t("check.findings", { count: check.findings }),
          t("check.leftOut", { count: check.findingsLeftOut }),
          ...(check.quotesLeftOut > 0
            ? [t("check.quotesLeftOut", { count: check.quotesLeftOut })]
            : []),
        ].join(" · ")}
      </p>
      {check.names.length > 0 && (
        <Message kind="warning">
          <p>{t("check.namesList", { names: format.list(check.names) })}</p>
        </Message>
      )}
    </>
  );
};
