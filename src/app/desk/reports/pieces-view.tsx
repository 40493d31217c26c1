// Single quotes and pictures of a report: each in or out with one tick. Order is that of the findings and sections.
import type { RoundView } from "../../../domain/desk.ts";
import { useT } from "../../../ui/use-texts.ts";
import type { ReportFinding } from "./report-findings.ts";
import { dimensionOf, isOn, togglePiece } from "./report-settings.ts";
import type { ReportsModel } from "./reports-model.ts";
import { useSectionName } from "./sections-view.tsx";

export const PiecesView = (props: {
  readonly model: ReportsModel;
  readonly round: RoundView;
  readonly findings: readonly ReportFinding[];
}) => {
  const t = useT("reports");
  const { model, round, findings } = props;
  const nameOf = useSectionName(round);
  const settings = model.settings.value;
  const { withoutQuotes, withoutCharts, inWords } = settings;
  const pictured = settings.order.filter(
    (section) =>
      dimensionOf(section) !== undefined && isOn(settings, section) && !inWords.includes(section),
  );
  // A finding may stand in two sections; its quotes are chosen once.
  const quotes = new Map(
    findings.flatMap((finding) => finding.quotes.map((quote) => [quote.quoteId, quote] as const)),
  );
  return (
    <>
      <h3>{t("pieces.title")}</h3>
      <p class="field-hint">{t("pieces.hint")}</p>
      {quotes.size === 0 && <p class="muted">{t("pieces.noQuotes")}</p>}
      <ul class="ruled report-pieces">
        {[...quotes.values()].map(({ quoteId, text, lang }) => (
          <li key={quoteId}>
            <label class="report-section-name">
              <input
                type="checkbox"
                checked={!withoutQuotes?.includes(quoteId)}
                onChange={() =>
                  model.change({ withoutQuotes: togglePiece(withoutQuotes, quoteId) })
                }
              />
              <span>
                {t("pieces.quote")}:
                <span lang={lang} dir="auto">
                  {text}
                </span>
              </span>
            </label>
          </li>
        ))}
        {pictured.map((section) => (
          <li key={section}>
            <label class="report-section-name">
              <input
                type="checkbox"
                checked={!withoutCharts?.includes(section)}
                onChange={() =>
                  model.change({ withoutCharts: togglePiece(withoutCharts, section) })
                }
              />
              <span>{t("pieces.picture", { section: nameOf(section) })}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
};
