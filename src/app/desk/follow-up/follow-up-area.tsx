// After the event: what was promised and came of it, rounds side by side, and telling those who took part. Fetched when
// first opened.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import type { AreaProps } from "../desk-context.ts";
import { openRounds } from "../desk-view.ts";
import { createDeskWork } from "../desk-work.ts";
import { parseNoteQuery } from "../note-query.ts";
import { useRound } from "../use-round.ts";
import { AssignedPart } from "./assigned-part.tsx";
import { CarryPart } from "./carry-part.tsx";
import { ComparePart } from "./compare-part.tsx";
import type { FollowUpProps, Undo } from "./follow-up-context.ts";
import { createFollowUpModel } from "./follow-up-model.ts";
import { HandsPart } from "./hands-part.tsx";
import { LeafletsScreen } from "./leaflets-screen.tsx";
import { RemindersPart } from "./reminders-part.tsx";
import "./follow-up.css";

const places = ["follow-up", "leaflets"] as const;
const titles = { "follow-up": "title", leaflets: "leaflets.title" } as const;
const leads = { "follow-up": "lead", leaflets: "leaflets.lead" } as const;

export const FollowUpArea = (props: AreaProps) => {
  const t = useT("followUp");
  const errors = useT("errors");
  const { deps, desk, path, query, records } = props;
  const place = places.find((each) => each === path[0]) ?? "follow-up";
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const model = useMemo(() => createFollowUpModel(desk, work, deps.env), [desk, work, deps]);
  const undo = useSignal<Undo | undefined>(undefined);
  const reading = useRound(records, parseNoteQuery(query).round);
  const context: FollowUpProps = {
    ...{ ...props, reading, model },
    today: new Date(deps.env.now()).toISOString().slice(0, 10),
    onUndo: (next) => {
      undo.value = next;
    },
  };
  const isPlanned = openRounds(props.state).some(
    ({ roundId }) => roundId === reading.round?.roundId,
  );
  const carry = <CarryPart key={`carry ${reading.round?.roundId}`} {...context} />;
  const earlier = new URLSearchParams(query).get("then") ?? undefined;
  return (
    <Page
      key={place}
      title={t(titles[place])}
      lead={<span class="screen-only">{t(leads[place])}</span>}
      width="full"
      namespace="followUp"
    >
      <nav class="area-nav screen-only" aria-label={t("nav")}>
        {places.map((each) => (
          <a
            key={each}
            href={`#/desk/${each}${reading.round ? `?round=${reading.round.roundId}` : ""}`}
            aria-current={each === place ? "page" : undefined}
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
      {reading.rounds.length > 1 && (
        <div class="screen-only form">
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
        </div>
      )}
      {!reading.round ? (
        <Empty
          title={t("empty.title")}
          actions={<LinkButton href="#/desk/rounds/new">{t("empty.newRound")}</LinkButton>}
        >
          <p>{t("empty.body")}</p>
        </Empty>
      ) : place === "leaflets" ? (
        <LeafletsScreen key={reading.round.roundId} {...context} />
      ) : (
        <>
          {/* While a round is being planned, what it may still ask comes first. */}
          {isPlanned && carry}
          <AssignedPart key={reading.round.roundId} {...context} />
          <RemindersPart {...context} />
          <ComparePart {...context} asked={earlier} />
          <HandsPart {...context} />
          {!isPlanned && carry}
        </>
      )}
    </Page>
  );
};
