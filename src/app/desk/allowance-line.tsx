// What the plan will be able to tell in numbers, while there is still time to plan otherwise.
import { leastForSessionCounts, whatThresholdsAllow } from "../../analysis/publishing/allowed.ts";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { RoundRow } from "./desk-view.ts";

export const AllowanceLine = ({ round }: { readonly round: RoundRow }) => {
  const t = useT("desk");
  const format = useFormat();
  const planned = round.sessions
    .filter(({ card }) => card.fields.state === "live")
    .map(({ card: { fields } }) => ({ groups: fields.groups, people: fields.peoplePlanned }));
  const allowed = whatThresholdsAllow(planned, round.fields.thresholds);
  const { groups, tooSmall, total, sessions } = allowed;
  return (
    <p class="hint">
      {t("allow.totals", {
        count: sessions,
        totals: t(total ? "allow.totalsYes" : "allow.totalsNo"),
        groups:
          groups.length > 0
            ? t("allow.groupsYes", { groups: format.list(groups) })
            : t("allow.groupsNo"),
      })}{" "}
      {!allowed.sessionCounts && t("allow.inWords", { count: leastForSessionCounts })}{" "}
      {tooSmall.length > 0 && t("allow.tooSmall", { groups: format.list(tooSmall) })}
    </p>
  );
};
