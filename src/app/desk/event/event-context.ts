// What the pages of one event share: the event as it stands, its pack in the chosen language, and what a person can do.
import { useEffect, useMemo, useState } from "preact/hooks";
import { type RoundStanding, standingOf } from "../../../analysis/publishable.ts";
import type { EventView } from "../../../domain/events.ts";
import type { Named } from "../../../domain/record.ts";
import { loadTexts } from "../../../i18n/load-texts.ts";
import { type Deck, type EventContent, toDeck } from "../../../report/event-deck.ts";
import type { AreaProps } from "../desk-context.ts";
import { gatherEvent, toDeckWords } from "./event-content.ts";
import type { EventModel } from "./event-model.ts";
import type { EventSeat } from "./event-seat.ts";
import { type EventWords, loadEventWords } from "./event-words.ts";
import type { ImportModel } from "./import-model.ts";
import type { RoomModel } from "./room-model.ts";

export type Undo = { readonly message: string; readonly undo: () => void };

export type EventPack = {
  readonly words: EventWords;
  readonly content: EventContent;
  readonly deck: Deck;
};

export type EventContext = Pick<AreaProps, "deps" | "records"> & {
  readonly view: EventView;
  readonly standing: RoundStanding;
  readonly seat: EventSeat;
  /** Undefined until the words of its language are here. */
  readonly pack: EventPack | undefined;
  readonly hasFailed: boolean;
  readonly models: {
    readonly event: EventModel;
    readonly room: RoomModel;
    readonly typed: ImportModel;
  };
  readonly onUndo: (undo: Undo) => void;
};
export type WithEvent = { readonly context: EventContext };

/** The pack as it would be shown now. What changes on the desk is on the wall with the next drawing. */
export const useEventPack = (
  records: readonly Named[],
  view: EventView | undefined,
  seat: EventSeat | undefined,
): { readonly pack: EventPack | undefined; readonly hasFailed: boolean } => {
  const lang = seat?.lang.value ?? "fi";
  const shownIdeas = seat?.presenter.shownIdeas.value;
  const [words, setWords] = useState<EventWords | "failed">();
  useEffect(() => {
    let isGone = false;
    void loadEventWords(lang, loadTexts).then((loaded) => {
      if (!isGone) setWords(loaded.ok ? loaded.value : "failed");
    });
    return () => {
      isGone = true;
    };
  }, [lang]);
  const pack = useMemo(() => {
    if (!view || !words || words === "failed" || words.lang !== lang) return undefined;
    const content = gatherEvent(records, view, words, shownIdeas);
    return { words, content, deck: toDeck(content, toDeckWords(words)) };
  }, [records, view, words, lang, shownIdeas]);
  useEffect(() => {
    if (!pack) return;
    const { deck, content } = pack;
    seat?.presenter.set({ lang: deck.lang, name: content.name.text, slides: deck.slides });
  }, [pack, seat]);
  return { pack, hasFailed: words === "failed" };
};

export const useStanding = (records: readonly Named[], view: EventView | undefined) =>
  useMemo(() => view && standingOf(records, view.fields.roundId), [records, view]);
