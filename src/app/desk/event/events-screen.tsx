// The round's events, and the way to a new one. A new event has a programme and a script to start from, in three languages.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { foldRounds } from "../../../domain/desk.ts";
import { type EventView, foldEvents } from "../../../domain/events.ts";
import type { Named } from "../../../domain/record.ts";
import { loadTexts } from "../../../i18n/load-texts.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { useFormat, useT, useTexts } from "../../../ui/use-texts.ts";
import { useRound } from "../use-round.ts";
import { sayIn } from "./event-content.ts";
import { loadEventDefaults } from "./event-defaults.ts";
import type { EventModel } from "./event-model.ts";

export const EventsScreen = (props: {
  readonly records: readonly Named[];
  readonly query: string;
  readonly model: EventModel;
  readonly children: ComponentChildren;
}) => {
  const t = useT("event");
  const { records, query, model, children } = props;
  const asked = new URLSearchParams(query).get("round") ?? undefined;
  const { round } = useRound(records, asked);
  const making = useSignal<"no" | "making" | "failed">("no");
  const rounds = foldRounds(records);
  const events = foldEvents(records).filter(
    ({ fields }) => fields.roundId === round?.roundId && !fields.dropped,
  );
  const create = async () => {
    if (!round) return;
    making.value = "making";
    const defaults = await loadEventDefaults(loadTexts);
    const eventId = defaults.ok
      ? await model.create({ roundId: round.roundId, ...defaults.value })
      : undefined;
    making.value = eventId === undefined ? "failed" : "no";
    if (eventId !== undefined) location.hash = `#/desk/event/${eventId}`;
  };
  return (
    <Page title={t("title")} namespace="event">
      {children}
      <p class="lead">{t("list.lead")}</p>
      {rounds.length > 1 && (
        <SelectField
          label={t("list.round")}
          value={round?.roundId ?? ""}
          options={rounds.map(({ roundId, fields }) => ({ value: roundId, label: fields.name }))}
          onChange={(roundId) => {
            location.hash = `#/desk/event?round=${roundId}`;
          }}
        />
      )}
      {!round ? (
        <Empty
          title={t("list.noRound")}
          actions={<LinkButton href="#/desk/rounds/new">{t("list.toRound")}</LinkButton>}
        >
          <p>{t("list.noRoundBody")}</p>
        </Empty>
      ) : (
        <>
          {events.length === 0 ? (
            <Empty title={t("list.empty")}>
              <p>{t("list.emptyBody")}</p>
            </Empty>
          ) : (
            <ul class="ruled event-list">
              {events.map((view) => (
                <EventRow key={view.eventId} view={view} />
              ))}
            </ul>
          )}
          {making.value === "failed" && (
            <Alert>
              <p>{t("wordsMissing")}</p>
            </Alert>
          )}
          <div class="actions">
            <Button
              kind="primary"
              busy={making.value === "making" && t("list.making")}
              onClick={() => void create()}
            >
              {t("list.create")}
            </Button>
          </div>
        </>
      )}
    </Page>
  );
};

const EventRow = ({ view }: { readonly view: EventView }) => {
  const t = useT("event");
  const format = useFormat();
  const { code } = useTexts().spoken("event");
  const { name, on, findings, place } = view.fields;
  const said = sayIn(name, code);
  const facts = [
    on === undefined ? t("list.noDay") : format.longDay(on),
    ...(place === undefined ? [] : [place]),
    t("list.findings", { count: findings.length }),
  ];
  return (
    <li>
      <a
        class="alone event-name"
        href={`#/desk/event/${view.eventId}`}
        lang={said?.lang}
        dir="auto"
      >
        {said?.text ?? t("title")}
      </a>
      <p class="muted">{facts.join(" · ")}</p>
    </li>
  );
};
