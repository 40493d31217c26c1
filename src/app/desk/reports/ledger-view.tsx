// What has gone out, newest first. A withdrawn edition stays in sight: it was read, and it still counts.
import type { EditionView } from "../../../domain/editions.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { ReportsModel } from "./reports-model.ts";

export const LedgerView = (props: {
  readonly model: ReportsModel;
  readonly editions: readonly EditionView[];
}) => {
  const t = useT("reports");
  const format = useFormat();
  const { model, editions } = props;
  if (editions.length === 0) return <p>{t("ledger.empty")}</p>;
  return (
    <ul class="ruled report-ledger">
      {editions.toReversed().map((edition) => (
        <li key={edition.editionId}>
          <p>
            <span lang={edition.fields.lang} dir="auto">
              {edition.fields.title}
            </span>
            {" · "}
            {writtenLanguage(edition.fields.lang).endonym}
          </p>
          <p class="report-note">
            {t("ledger.line", {
              count: edition.fields.releases.length,
              when: format.dayTime(edition.madeAt),
            })}
            {edition.isWithdrawn && ` ${t("ledger.withdrawn")}`}
          </p>
          <div class="actions screen-only">
            {edition.fields.as === undefined ? (
              <Button
                aria-label={t("ledger.openOf", { title: edition.fields.title })}
                onClick={() => void model.open(edition)}
              >
                {t("ledger.open")}
              </Button>
            ) : (
              <LinkButton href={`#/desk/exchange/give?round=${edition.fields.roundId}`}>
                {t("ledger.toFile")}
              </LinkButton>
            )}
            {!edition.isWithdrawn && (
              <Button
                kind="quiet"
                aria-label={t("ledger.withdrawOf", { title: edition.fields.title })}
                onClick={() => void model.withdraw(edition)}
              >
                {t("ledger.withdraw")}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};
