// The decision-makers' event: the list of a round's events, and the pages of one. Fetched when first opened.
import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { foldEvents } from "../../../domain/events.ts";
import { Button, LinkButton } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Alert } from "../../../ui/message.tsx";
import { Page } from "../../../ui/page.tsx";
import { Busy } from "../../../ui/progress.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { errorText } from "../../error-key.ts";
import type { AreaProps } from "../desk-context.ts";
import { createDeskWork } from "../desk-work.ts";
import { sayIn } from "./event-content.ts";
import { type EventContext, type Undo, useEventPack, useStanding } from "./event-context.ts";
import { createEventModel } from "./event-model.ts";
import { seatOf } from "./event-seat.ts";
import { EventsScreen } from "./events-screen.tsx";
import { FindingsPart } from "./findings-part.tsx";
import { createImportModel } from "./import-model.ts";
import { PapersPart } from "./papers-part.tsx";
import { PreparePart } from "./prepare-part.tsx";
import { PresentPart } from "./present-part.tsx";
import { createRoomModel } from "./room-model.ts";
import { RoomPart } from "./room-part.tsx";
import "./event.css";

const parts = ["prepare", "findings", "papers", "present", "room"] as const;
type Part = (typeof parts)[number];
const partKeys = {
  prepare: "part.prepare",
  findings: "part.findings",
  papers: "part.papers",
  present: "part.present",
  room: "part.room",
} as const satisfies Record<Part, string>;
const drawn = {
  prepare: PreparePart,
  findings: FindingsPart,
  papers: PapersPart,
  present: PresentPart,
  room: RoomPart,
} as const satisfies Record<Part, (props: { readonly context: EventContext }) => unknown>;

export const EventArea = (props: AreaProps) => {
  const t = useT("event");
  const errors = useT("errors");
  const { deps, desk, path, query, records } = props;
  const { code } = useTexts().spoken("event");
  const id = path[1];
  const part = parts.find((each) => each === new URLSearchParams(query).get("part")) ?? "prepare";
  const work = useMemo(() => createDeskWork(desk, () => deps.courier.nudge()), [desk, deps]);
  const view = useMemo(
    () => foldEvents(records).find(({ eventId }) => eventId === id),
    [records, id],
  );
  const standing = useStanding(records, view);
  const seat = view && seatOf(deps, desk, view.eventId, code);
  const { pack, hasFailed } = useEventPack(records, view, seat);
  const latest = useRef({ view, records });
  latest.current = { view, records };
  const models = useMemo(
    () => ({
      event: createEventModel(work, deps.env),
      room: createRoomModel(work, deps.env),
      typed: createImportModel(
        work,
        () => {
          if (!latest.current.view) throw new Error("no event is open");
          return latest.current.view;
        },
        () => latest.current.records,
      ),
    }),
    [work, deps, id],
  );
  const undo = useSignal<Undo | undefined>(undefined);
  const onUndo = (next: Undo) => {
    undo.value = next;
  };
  const notices = (
    <>
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
    </>
  );
  if (id === undefined) {
    return <EventsScreen {...{ records, query, model: models.event }}>{notices}</EventsScreen>;
  }
  if (!view || !standing || !seat) {
    return (
      <Page title={t("gone.title")} namespace="event">
        <Empty
          title={t("gone.title")}
          actions={<LinkButton href="#/desk/event">{t("gone.back")}</LinkButton>}
        >
          <p>{t("gone.body")}</p>
        </Empty>
      </Page>
    );
  }
  const Drawn = drawn[part];
  const context = { deps, records, view, standing, seat, pack, hasFailed, models, onUndo };
  return (
    <Page
      key={part}
      title={sayIn(view.fields.name, code)?.text ?? t("title")}
      width={part === "present" || part === "papers" ? "full" : "column"}
      namespace="event"
    >
      <nav class="area-nav screen-only" aria-label={t("part.label")}>
        {parts.map((each) => (
          <a
            key={each}
            href={`#/desk/event/${id}?part=${each}`}
            aria-current={each === part ? "page" : undefined}
          >
            {t(partKeys[each])}
          </a>
        ))}
      </nav>
      {notices}
      {view.fields.dropped && (
        <Alert
          actions={
            <Button onClick={() => void models.event.restore(view.eventId)}>
              {t("event.restore")}
            </Button>
          }
        >
          <p>{t("event.isDropped")}</p>
        </Alert>
      )}
      {hasFailed && (
        <Alert>
          <p>{t("wordsMissing")}</p>
        </Alert>
      )}
      {pack || hasFailed ? <Drawn context={context} /> : <Busy />}
    </Page>
  );
};
