// What of an event outlives its pages: the show goes on while the coordinator types a commitment or looks at a measure. Held
// by the open desk itself, so that it goes with it.
import { type Signal, signal } from "@preact/signals";
import type { EntityId, Language } from "../../../domain/schema.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { createPresenterModel, type PresenterModel } from "../../show/presenter-model.ts";
import { createOpenShowChannel } from "../../show/show-channel.ts";

export type EventSeat = {
  readonly presenter: PresenterModel;
  /** The language of slides and papers. */
  readonly lang: Signal<Language>;
};

const seats = new WeakMap<OpenBox, Map<EntityId, EventSeat>>();

export const seatOf = (
  deps: Pick<AppDeps, "env">,
  desk: OpenBox,
  eventId: EntityId,
  lang: Language,
): EventSeat => {
  const ofDesk = seats.get(desk) ?? new Map<EntityId, EventSeat>();
  seats.set(desk, ofDesk);
  const open = createOpenShowChannel((name) => new BroadcastChannel(name));
  const seat = ofDesk.get(eventId) ?? {
    presenter: createPresenterModel(open, eventId, deps.env.now),
    lang: signal(lang),
  };
  ofDesk.set(eventId, seat);
  return seat;
};
