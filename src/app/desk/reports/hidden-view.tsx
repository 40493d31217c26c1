// What the report does not show and why, place by place, and what would keep the edition from going out; each with the
// repairs that can be pressed.
import type { Obstacle } from "../../../analysis/publishing/edition-check.ts";
import { type Repair, repairsFor } from "../../../analysis/publishing/repairs.ts";
import { groupBy } from "../../../base/group.ts";
import type { RoundView } from "../../../domain/desk.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Alert } from "../../../ui/message.tsx";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import type { HiddenPlace } from "./report-counts.ts";
import type { ReportSettings, SectionId } from "./report-settings.ts";
import type { ReportsModel } from "./reports-model.ts";
import { useSectionName } from "./sections-view.tsx";

type Place = { readonly by: readonly string[]; readonly keys: readonly string[] };

/** The section that shows a place: what a repair changes. */
export const sectionOf = ({ by, keys }: Place): SectionId | "findings" => {
  if (by.includes("finding")) return "findings";
  if (by.includes("sub-theme")) return "sub-themes";
  if (by.includes("group")) return "groups";
  if (by.includes("language")) return "languages";
  const dimension = keys[by.indexOf("dimension")];
  return dimension === undefined ? "gathered" : `dimension:${dimension}`;
};

export const repair = (
  settings: ReportSettings,
  how: Repair,
  section: SectionId | "findings",
): Partial<ReportSettings> => {
  if (how === "merge-sub-themes") return { merge: [...settings.merge, "sub-theme"] };
  if (how === "merge-groups") return { merge: [...settings.merge, "group"] };
  if (how === "leave-out" && section !== "findings") return { off: [...settings.off, section] };
  return { inWords: [...settings.inWords, section] };
};

const reasonKeys = {
  "few-notes": "reason.fewNotes",
  "few-sessions": "reason.fewSessions",
  "few-people": "reason.fewPeople",
  "one-sided": "reason.oneSided",
  protects: "reason.protects",
} as const;
const repairKeys = {
  "merge-sub-themes": "repair.mergeSubThemes",
  "merge-groups": "repair.mergeGroups",
  "leave-out": "repair.leaveOut",
  "tell-in-words": "repair.tellInWords",
} as const;

const Repairs = (props: { readonly model: ReportsModel; readonly place: Place }) => {
  const t = useT("reports");
  const { model, place } = props;
  const settings = model.settings.value;
  const section = sectionOf(place);
  const offered = repairsFor(place).filter(
    (how) =>
      !(how === "merge-sub-themes" && settings.merge.includes("sub-theme")) &&
      !(how === "merge-groups" && settings.merge.includes("group")) &&
      !(how === "leave-out" && section === "findings"),
  );
  return (
    <div class="actions">
      {offered.map((how) => (
        <Button key={how} onClick={() => model.change(repair(settings, how, section))}>
          {t(repairKeys[how])}
        </Button>
      ))}
    </div>
  );
};

export const HiddenView = (props: {
  readonly model: ReportsModel;
  readonly round: RoundView;
  readonly hidden: readonly HiddenPlace[];
}) => {
  const t = useT("reports");
  const nameOf = useSectionName(props.round);
  const { model, hidden } = props;
  const { order, off } = model.settings.value;
  const visible = hidden.filter((place) => {
    const section = sectionOf(place);
    return section === "findings" || (order.includes(section) && !off.includes(section));
  });
  if (visible.length === 0) return null;
  return (
    <Disclosure summary={t("hidden.title")}>
      <p>{t("hidden.lead", { ...props.round.fields.thresholds })}</p>
      <ul class="ruled report-hidden-list">
        {[...groupBy(visible, sectionOf)].map(([section, places]) => {
          const [first] = places;
          const name = section === "findings" ? t("builder.findings") : nameOf(section);
          return (
            <li key={section}>
              <p class="report-hidden-name">{name}</p>
              <ul>
                {[...groupBy(places, ({ reason }) => reason)].map(([reason, list]) => (
                  <li key={reason}>
                    {t("hidden.count", { count: list.length, why: t(reasonKeys[reason]) })}
                  </li>
                ))}
              </ul>
              {first && <Repairs model={model} place={first} />}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
};

export const ObstaclesView = (props: {
  readonly model: ReportsModel;
  readonly round: RoundView;
  readonly titles: readonly string[];
}) => {
  const t = useT("reports");
  const format = useFormat();
  const nameOf = useSectionName(props.round);
  const { model, titles } = props;
  const obstacles = model.obstacles.value;
  if (obstacles.length === 0) return null;
  const namesOf = (places: readonly Place[]) =>
    format.list([
      ...new Set(
        places.map((place) => {
          const section = sectionOf(place);
          return section === "findings" ? t("builder.findings") : nameOf(section);
        }),
      ),
    ]);
  const wordsOf = (obstacle: Obstacle): string =>
    obstacle.type === "too-close"
      ? t("obstacle.tooClose", {
          count: obstacle.sessions,
          edition: titles[obstacle.earlier] ?? "",
          places: namesOf(obstacle.cells),
        })
      : t("obstacle.leak", { places: namesOf([obstacle.leak]) });
  const bySection = groupBy(
    obstacles.flatMap((each) => (each.type === "leak" ? [each.leak] : each.cells)),
    sectionOf,
  );
  return (
    <Alert title={t("obstacle.title")}>
      <ul>
        {[...new Set(obstacles.map(wordsOf))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {[...bySection].map(([section, [first]]) => (
        <div key={section}>
          <p>
            {t("obstacle.repair", {
              section: section === "findings" ? t("builder.findings") : nameOf(section),
            })}
          </p>
          {first && <Repairs model={model} place={first} />}
        </div>
      ))}
    </Alert>
  );
};
