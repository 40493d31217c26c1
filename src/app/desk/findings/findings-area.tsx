// Findings, themes and quotes: the desk's own reading of what was said. Fetched when first opened.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Named } from "../../../domain/record.ts";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { AppDeps } from "../../deps.ts";
import { errorText } from "../../error-key.ts";
import type { OpenBox } from "../../open-box.ts";
import { createDeskWork } from "../desk-work.ts";
import { parseNoteQuery } from "../note-query.ts";
import { useRound } from "../use-round.ts";
import { threadPageMark } from "../use-thread-key.ts";
import { FindingScreen } from "./finding-screen.tsx";
import { type Undo, useWork } from "./findings-context.ts";
import { createFindingsModel } from "./findings-model.ts";
import { FindingsScreen } from "./findings-screen.tsx";
import { createQuotesModel } from "./quotes-model.ts";
import { QuotesScreen } from "./quotes-screen.tsx";
import { createThemesModel } from "./themes-model.ts";
import { ThemesScreen } from "./themes-screen.tsx";
import "./findings.css";

export type FindingsAreaProps = {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly path: readonly string[];
  readonly query: string;
  readonly records: readonly Named[];
};

const titles = {
  findings: "title.findings",
  themes: "title.themes",
  quotes: "title.quotes",
} as const;
const places = ["findings", "themes", "quotes"] as const;
type Place = (typeof places)[number];

export const FindingsArea = ({ deps, desk, path, query, records }: FindingsAreaProps) => {
  const t = useT("findings");
  const errors = useT("errors");
  const place: Place = places.find((each) => each === path[0]) ?? "findings";
  const id = place === "findings" ? path[1] : undefined;
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const models = useMemo(
    () => ({
      findings: createFindingsModel(work, deps.env),
      themes: createThemesModel(work, deps.env),
      quotes: createQuotesModel(work, deps.env),
    }),
    [work, deps],
  );
  const undo = useSignal<Undo | undefined>(undefined);
  const onUndo = (next: Undo) => {
    undo.value = next;
  };
  const ofFinding = records.find(
    ({ record }) => record.kind === "finding/1" && record.findingId === id,
  )?.record;
  const asked = ofFinding?.kind === "finding/1" ? ofFinding.roundId : parseNoteQuery(query).round;
  const reading = useRound(records, asked);
  const own = useWork(records, reading.round?.roundId);
  const body = () => {
    if (!own || reading.notes.length === 0) {
      return (
        <Empty
          title={t("empty.title")}
          actions={<LinkButton href="#/desk/intake">{t("empty.toIntake")}</LinkButton>}
        >
          <p>{t("empty.body")}</p>
        </Empty>
      );
    }
    const context = { records, reading, ...own, models, onUndo };
    if (id !== undefined) return <FindingScreen key={id} context={context} findingId={id} />;
    if (place === "themes") return <ThemesScreen context={context} />;
    if (place === "quotes") return <QuotesScreen context={context} />;
    return <FindingsScreen context={context} />;
  };
  return (
    <div {...(id === undefined ? {} : threadPageMark("finding", id))}>
      <Page
        key={`${place} ${id ?? ""}`}
        title={t(id === undefined ? titles[place] : "title.finding")}
        namespace="findings"
      >
        <nav class="area-nav screen-only" aria-label={t("nav.label")}>
          {places.map((each) => (
            <a
              key={each}
              href={`#/desk/${each}`}
              aria-current={each === place && id === undefined ? "page" : undefined}
            >
              {t(titles[each])}
            </a>
          ))}
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
        {id === undefined && reading.rounds.length > 1 && (
          <SelectField
            label={t("round")}
            value={reading.round?.roundId ?? ""}
            options={reading.rounds.map(({ roundId, fields }) => ({
              value: roundId,
              label: fields.name,
            }))}
            onChange={(roundId) => {
              location.hash = `#/desk/${place}?round=${roundId}`;
            }}
          />
        )}
        {body()}
      </Page>
    </div>
  );
};
