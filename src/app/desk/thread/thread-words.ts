// The words for what stands in a thread, and where each of it has its own screen.
import type { Hanging, ThreadKind, ThreadNode } from "../../../analysis/thread.ts";
import type { Key } from "../../../i18n/resources.ts";
import { useFormat, useT } from "../../../ui/use-texts.ts";
import { toNotesAddress } from "../note-query.ts";

export const stepKeys = {
  note: "step.notes",
  finding: "step.findings",
  decision: "step.decisions",
  measure: "step.measures",
  "follow-up": "step.followUps",
} as const satisfies Record<ThreadKind, Key<"thread">>;

export const kindKeys = {
  note: "kind.note",
  finding: "kind.finding",
  decision: "kind.decision",
  measure: "kind.measure",
  "follow-up": "kind.followUp",
} as const satisfies Record<ThreadKind, Key<"thread">>;

export const goneKeys = {
  note: "gone.note",
  finding: "gone.finding",
  decision: "gone.decision",
  measure: "gone.measure",
  "follow-up": "gone.followUp",
} as const satisfies Record<ThreadKind, Key<"thread">>;

export const countKeys = {
  note: "count.notes",
  finding: "count.findings",
  decision: "count.decisions",
  measure: "count.measures",
  "follow-up": "count.followUps",
} as const satisfies Record<ThreadKind, Key<"thread">>;

export const statusKeys = {
  proposed: "status.proposed",
  decided: "status.decided",
  "under-way": "status.underWay",
  done: "status.done",
  dropped: "status.dropped",
} as const satisfies Record<NonNullable<ThreadNode["status"]>, Key<"thread">>;

const typeKeys = {
  seen: "type.seen",
  indicator: "type.indicator",
  told: "type.told",
  assigned: "type.assigned",
} as const satisfies Record<NonNullable<ThreadNode["type"]>, Key<"thread">>;

export const hangingKeys = {
  theme: "hangs.theme",
  quote: "hangs.quote",
  event: "hangs.event",
  idea: "hangs.idea",
  edition: "hangs.edition",
} as const satisfies Record<Hanging["kind"], Key<"thread">>;

/** "Asukasilta 2, 4. kirjaus", "Käynnissä, Tekninen toimi, 31.5.2027": what is said of it beside its words. */
export const useMeta = (): ((node: ThreadNode) => readonly string[]) => {
  const t = useT("thread");
  const format = useFormat();
  return ({ kind, state, note, received, status, type, unit, day }) => [
    ...(note ? [t("meta.place", { session: note.title, place: note.place })] : []),
    ...(received ? [t("meta.received", { origin: received.from.content.origin })] : []),
    ...(status ? [t(statusKeys[status])] : []),
    ...(type ? [t(typeKeys[type])] : []),
    ...(unit ? [unit] : []),
    ...(day
      ? [kind === "follow-up" ? format.day(day) : t("meta.due", { day: format.day(day) })]
      : []),
    ...(state === "aside" ? [t("meta.aside")] : []),
  ];
};

/** Its own screen; undefined where there is none any more. */
export const toOwnAddress = ({
  kind,
  id,
  state,
  roundId,
  note,
  received,
  of,
}: ThreadNode): string | undefined => {
  if (state === "gone") return undefined;
  const round = roundId === undefined ? "" : `?round=${roundId}`;
  switch (kind) {
    case "note":
      return toNotesAddress({
        ...(roundId && { round: roundId }),
        filter: note ? { session: note.session } : {},
      });
    case "finding":
      return received ? `#/desk/exchange/${received.from.digest}` : `#/desk/findings/${id}`;
    case "decision":
      // One of the council, without an event of ours: the thread itself is where it is seen.
      return of && `#/desk/event/${of}`;
    case "measure":
      return `#/desk/measures/${id}`;
    case "follow-up":
      return of ? `#/desk/measures/${of}` : `#/desk/follow-up${round}`;
  }
};

export const toHangingAddress = ({ kind, id }: Hanging, { roundId }: ThreadNode): string => {
  const round = roundId === undefined ? "" : `?round=${roundId}`;
  switch (kind) {
    case "theme":
      return `#/desk/themes${round}`;
    case "quote":
      return `#/desk/quotes${round}`;
    case "event":
      return `#/desk/event/${id}`;
    case "idea":
      return `#/desk/event${round}`;
    case "edition":
      return roundId === undefined ? "#/desk/reports" : `#/desk/reports/${roundId}`;
  }
};
