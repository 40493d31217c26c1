// What keeps two rounds from being compared, one reason a line; and what was left out of the numbers or prompted them.
import type { RoundComparison, RoundDifference } from "../../../analysis/round-comparison.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { Message } from "../../../ui/message.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { isolate } from "./follow-up-context.ts";

export const DifferenceList = (props: {
  readonly comparison: RoundComparison;
  /** Notes made with another codebook than most of their round, in neither number. */
  readonly left: number;
}) => {
  const t = useT("followUp");
  const { comparison, left } = props;
  const { differences, later } = comparison;
  const remarks = [
    ...(left > 0 ? [t("compare.foreign", { count: left })] : []),
    ...(later.prompted > 0 ? [t("compare.prompted", { count: later.prompted })] : []),
  ];
  return (
    <>
      {differences.length > 0 && (
        <Message kind="warning" title={t("differs.title")}>
          <ul>
            {differences.map((each) => (
              <li key={each.type}>
                <Difference difference={each} />
              </li>
            ))}
          </ul>
        </Message>
      )}
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </>
  );
};

const Difference = ({ difference }: { readonly difference: RoundDifference }) => {
  const t = useT("followUp");
  const format = useFormat();
  if (difference.type === "codebook") return <>{t("differs.codebook")}</>;
  if (difference.type === "questions") {
    const { onlyEarlier, onlyLater, carried, reworded } = difference;
    const details = [
      ...(onlyEarlier > 0 ? [t("differs.onlyBefore", { count: onlyEarlier })] : []),
      ...(onlyLater > carried ? [t("differs.onlyNow", { count: onlyLater - carried })] : []),
      ...(carried > 0 ? [t("differs.carried", { count: carried })] : []),
      ...(reworded > 0 ? [t("differs.reworded", { count: reworded })] : []),
    ];
    return (
      <>
        {details.length === 0
          ? t("differs.texts")
          : t("differs.questions", { details: format.list(details) })}
      </>
    );
  }
  const named =
    difference.type === "groups"
      ? (items: readonly string[]) => format.list(items.map(isolate))
      : (items: readonly string[]) =>
          format.list(items.map((code) => isolate(writtenLanguage(code).endonym)));
  const { onlyEarlier, onlyLater } = difference;
  const isGroups = difference.type === "groups";
  return (
    <>
      {onlyEarlier.length > 0 &&
        t(isGroups ? "differs.groupsBefore" : "differs.languagesBefore", {
          names: named(onlyEarlier),
        })}{" "}
      {onlyLater.length > 0 &&
        t(isGroups ? "differs.groupsNow" : "differs.languagesNow", { names: named(onlyLater) })}
    </>
  );
};
