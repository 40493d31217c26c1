// Measures: what was promised, what is done about it, what came of it. Fetched when first opened.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import type { AreaProps } from "../desk-context.ts";
import { createDeskWork } from "../desk-work.ts";
import { useRound } from "../use-round.ts";
import { threadPageMark } from "../use-thread-key.ts";
import { createFollowUpsModel } from "./follow-ups-model.ts";
import { parseMeasureQuery } from "./measure-rows.ts";
import { MeasureScreen } from "./measure-screen.tsx";
import { type Undo, useMeasuresWork } from "./measures-context.ts";
import { createMeasuresModel } from "./measures-model.ts";
import { MeasuresScreen } from "./measures-screen.tsx";
import { NewMeasureScreen } from "./new-measure-screen.tsx";
import { rootOf, roundOfRoot } from "./new-root.ts";
import "../findings/findings.css";
import "./board.css";
import "./measures.css";

export const MeasuresArea = ({ deps, desk, path, query, records }: AreaProps) => {
  const t = useT("measures");
  const errors = useT("errors");
  const part = path[1];
  const place = part === undefined ? "list" : part === "new" ? "new" : "one";
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const models = useMemo(
    () => ({
      measures: createMeasuresModel(work, deps.env),
      followUps: createFollowUpsModel(work, deps.env),
    }),
    [work, deps],
  );
  const undo = useSignal<Undo | undefined>(undefined);
  const own = useMeasuresWork(records);
  const measure = own.measures.find(({ measureId }) => measureId === part);
  const asked =
    place === "new" ? roundOfRoot(rootOf(own, records, query)) : measure?.fields.roundId;
  const reading = useRound(records, asked ?? parseMeasureQuery(query).round);
  const context = {
    ...{ ...own, records, reading, models, today: models.measures.today() },
    onUndo: (next: Undo) => {
      undo.value = next;
    },
  };
  const titles = { list: t("title"), new: t("new.title"), one: t("one.title") } as const;
  const body = () => {
    if (!reading.round) {
      return (
        <Empty
          title={t("noRound.title")}
          actions={<LinkButton href="#/desk/rounds/new">{t("noRound.make")}</LinkButton>}
        >
          <p>{t("noRound.body")}</p>
        </Empty>
      );
    }
    if (place === "list") return <MeasuresScreen context={context} query={query} />;
    if (place === "new") {
      return <NewMeasureScreen context={context} roundId={reading.round.roundId} query={query} />;
    }
    if (measure) return <MeasureScreen context={context} view={measure} />;
    return (
      <Empty
        title={t("gone.title")}
        actions={<LinkButton href="#/desk/measures">{t("gone.back")}</LinkButton>}
      >
        <p>{t("gone.body")}</p>
      </Empty>
    );
  };
  return (
    <div {...(measure ? threadPageMark("measure", measure.measureId) : {})}>
      <Page title={titles[place]} width={place === "new" ? "column" : "full"} namespace="measures">
        <nav class="area-nav screen-only" aria-label={t("nav.label")}>
          <a href="#/desk/measures" aria-current={place === "list" ? "page" : undefined}>
            {t("nav.measures")}
          </a>
          <a href="#/desk/plans">{t("nav.plans")}</a>
          <a href="#/desk/leaflets">{t("nav.leaflets")}</a>
          <a href="#/desk/exchange">{t("nav.exchange")}</a>
        </nav>
        {work.failure.value && (
          <Alert>
            <p>{errorText(errors, work.failure.value)}</p>
          </Alert>
        )}
        {undo.value && (
          <UndoBar
            message={undo.value.message}
            onUndo={() => {
              undo.value?.undo();
              undo.value = undefined;
            }}
            onDismiss={() => {
              undo.value = undefined;
            }}
          />
        )}
        {body()}
      </Page>
    </div>
  );
};
