// Plans, the table of a municipality's plan, and follow-up requests: what goes out to those who decide and do, and what
// comes back from them. Fetched when first opened.
import { loadTexts } from "../../../i18n/load-texts.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Page } from "../../../ui/page.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { AreaProps } from "../desk-context.ts";
import { parseNoteQuery } from "../note-query.ts";
import { PlanPart } from "./plan-part.tsx";
import { RequestPart } from "./request-part.tsx";
import { TablePart } from "./table-part.tsx";
import "../reports/reports.css";
import "./plans.css";

const parts = ["plans", "table", "requests"] as const;
type Part = (typeof parts)[number];
const partKeys = { plans: "part.plans", table: "part.table", requests: "part.requests" } as const;

const toAddress = (part: Part, round: string | undefined): string =>
  `#/desk/plans${part === "plans" ? "" : `/${part}`}${round === undefined ? "" : `?round=${round}`}`;

export const PlansArea = (props: AreaProps) => {
  const t = useT("plans");
  const { path, query, state } = props;
  const asked = parseNoteQuery(query).round;
  const round = state.rounds.find(({ roundId }) => roundId === asked) ?? state.rounds[0];
  const part: Part = parts.find((each) => each === path[1]) ?? "plans";
  const body = () => {
    if (!round) return null;
    const inner = { ...props, roundId: round.roundId, load: loadTexts };
    const key = round.roundId;
    if (part === "table") return <TablePart key={key} {...inner} />;
    if (part === "requests") return <RequestPart key={key} {...inner} />;
    return <PlanPart key={key} {...inner} round={round} />;
  };
  return (
    <Page
      key={part}
      title={t(part === "plans" ? "title" : partKeys[part])}
      width="full"
      namespace="plans"
    >
      <nav class="plans-nav screen-only" aria-label={t("part.label")}>
        {parts.map((each) => (
          <a
            key={each}
            href={toAddress(each, asked)}
            aria-current={each === part ? "page" : undefined}
          >
            {t(partKeys[each])}
          </a>
        ))}
      </nav>
      {state.rounds.length > 1 && round && (
        <SelectField
          label={t("round")}
          value={round.roundId}
          options={state.rounds.map(({ roundId, fields }) => ({
            value: roundId,
            label: fields.name,
          }))}
          onChange={(id) => {
            location.hash = toAddress(part, id);
          }}
        />
      )}
      {body() ?? (
        <Empty
          title={t("empty.title")}
          actions={<LinkButton href="#/desk/rounds/new">{t("empty.action")}</LinkButton>}
        >
          <p>{t("empty.body")}</p>
        </Empty>
      )}
    </Page>
  );
};
