// What is not in a plan, how much and why, said before anything is saved. Each leads to where it can be mended.
import type { Key } from "../../../i18n/resources.ts";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { threadMark } from "../use-thread-key.ts";
import type { LeftOut, PlanContent } from "./plan-content.ts";

const reasonKeys = {
  removed: "reason.removed",
  dropped: "reason.removed",
  "no-notes": "reason.noNotes",
  "no-words": "reason.noWords",
  "no-roots": "reason.noRoots",
  rivals: "reason.rivals",
  "note-changed": "reason.noteChanged",
  "note-gone": "reason.noteGone",
  telling: "reason.telling",
  unchecked: "reason.unchecked",
} as const satisfies Readonly<Record<string, Key<"plans">>>;
type Reason = keyof typeof reasonKeys;

const countOf = (all: readonly LeftOut<string>[]): number =>
  all.reduce((sum, { ids }) => sum + ids.length, 0);

export const LeftOutView = ({
  leftOut,
  measuresOnly = false,
}: {
  readonly leftOut: PlanContent["leftOut"];
  readonly measuresOnly?: boolean;
}) => {
  const t = useT("plans");
  const findings = measuresOnly ? [] : leftOut.findings;
  const { measures } = leftOut;
  const followUps = measuresOnly ? 0 : leftOut.followUps;
  if (findings.length + measures.length + followUps === 0) {
    return <p class="plans-check">{t("leftOut.nothing")}</p>;
  }
  const list = (all: readonly LeftOut<Reason>[], place: "findings" | "measures") =>
    all.map(({ reason, ids }) => (
      <li key={`${place} ${reason}`}>
        {place === "findings"
          ? t("leftOut.findingsOf", { count: ids.length, why: t(reasonKeys[reason]) })
          : t("leftOut.measuresOf", { count: ids.length, why: t(reasonKeys[reason]) })}
        <span class="plans-links">
          {ids.slice(0, 20).map((id, at) => (
            <a
              key={id}
              href={`#/desk/${place}/${id}`}
              {...threadMark(place === "findings" ? "finding" : "measure", id)}
            >
              {place === "findings"
                ? t("leftOut.finding", { number: at + 1 })
                : t("leftOut.measure", { number: at + 1 })}
            </a>
          ))}
        </span>
      </li>
    ));
  return (
    <Disclosure
      summary={t("leftOut.summary", { count: countOf(findings) + countOf(measures) + followUps })}
    >
      <ul class="plans-left-out">
        {list(measures, "measures")}
        {list(findings, "findings")}
        {followUps > 0 && <li>{t("leftOut.followUps", { count: followUps })}</li>}
      </ul>
    </Disclosure>
  );
};
