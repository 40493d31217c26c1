// What a coordinator does with an event before it: names it, plans its programme, chooses and orders findings. Each change is
// a record of its own; whatever is set aside comes back with one tap.
import type { EventRole, EventStage } from "../../../domain/event-records.ts";
import { type EventView, foldEvents } from "../../../domain/events.ts";
import type { EntityId, Language, Localized } from "../../../domain/schema.ts";
import { createEntityId } from "../../record-writer.ts";
import { type Change, type DeskWork, nextDraft } from "../desk-work.ts";

type Fields = EventView["fields"];
export type ProgrammeItem = Fields["programme"][number];

/** Empty words take the language away. */
export const worded = (words: Localized, lang: Language, text: string): Localized => {
  const { [lang]: _, ...others } = words;
  return text.trim() === "" ? others : { ...others, [lang]: text.trim() };
};

/** One place up or down; at an end nothing moves. */
export const swapped = <T>(list: readonly T[], at: number, by: 1 | -1): readonly T[] => {
  const to = at + by;
  const item = list[at];
  if (item === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, item);
};

const toMinutes = (typed: number): number =>
  Number.isFinite(typed) ? Math.min(600, Math.max(0, Math.round(typed))) : 0;

export const createEventModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0] },
) => {
  const set = (eventId: EntityId, toChange: (fields: Fields) => Change<Fields> | undefined) =>
    work.change((records) => {
      const view = foldEvents(records).find((each) => each.eventId === eventId);
      if (!view) return undefined;
      const change = toChange(view.fields);
      return change ? [nextDraft("event/1", { eventId }, view, change)] : [];
    });
  const plan = (
    eventId: EntityId,
    toProgramme: (items: readonly ProgrammeItem[]) => readonly ProgrammeItem[],
  ) => set(eventId, ({ programme }) => ({ programme: toProgramme(programme) }));

  return {
    create: async (
      event: Pick<Fields, "roundId" | "name" | "programme" | "script">,
    ): Promise<EntityId | undefined> => {
      const eventId = createEntityId(env.random);
      const written = await work.change(() => [
        {
          ...{ kind: "event/1", parents: [], eventId, ...event },
          ...{ findings: [], remarks: {}, invited: {}, attended: {} },
        },
      ]);
      return written && eventId;
    },
    set: (eventId: EntityId, change: Change<Pick<Fields, "on" | "startsAt" | "place">>) =>
      set(eventId, () => change),
    word: (eventId: EntityId, field: "name" | "script", lang: Language, text: string) =>
      set(eventId, (fields) =>
        (fields[field][lang] ?? "") === text.trim()
          ? undefined
          : { [field]: worded(fields[field], lang, text) },
      ),
    /** Of two wordings this one stands; the next revision names both. */
    chooseWords: (eventId: EntityId, field: "name" | "script", lang: Language, text: string) =>
      set(eventId, (fields) => ({ [field]: worded(fields[field], lang, text) })),
    /** What two made apart becomes one, as it is shown. */
    settle: (eventId: EntityId) => set(eventId, () => ({})),
    addItem: (eventId: EntityId, stage: EventStage) =>
      plan(eventId, (items) => [...items, { stage, minutes: 10, text: {} }]),
    setMinutes: (eventId: EntityId, at: number, minutes: number) =>
      plan(eventId, (items) =>
        items.map((item, place) =>
          place === at ? { ...item, minutes: toMinutes(minutes) } : item,
        ),
      ),
    wordItem: (eventId: EntityId, at: number, lang: Language, text: string) =>
      plan(eventId, (items) =>
        items.map((item, place) =>
          place === at ? { ...item, text: worded(item.text, lang, text) } : item,
        ),
      ),
    moveItem: (eventId: EntityId, at: number, by: 1 | -1) =>
      plan(eventId, (items) => {
        // Among those of its own stage, as the programme shows them.
        const stage = items[at]?.stage;
        const own = items.flatMap((item, place) => (item.stage === stage ? [place] : []));
        const other = own[own.indexOf(at) + by];
        const [item, swap] = [items[at], other === undefined ? undefined : items[other]];
        if (!item || !swap || other === undefined) return items;
        return items.with(at, swap).with(other, item);
      }),
    removeItem: (eventId: EntityId, at: number) => plan(eventId, (items) => items.toSpliced(at, 1)),
    setProgramme: (eventId: EntityId, items: readonly ProgrammeItem[]) =>
      plan(eventId, () => items),
    choose: (eventId: EntityId, findingId: EntityId) =>
      set(eventId, ({ findings }) =>
        findings.includes(findingId) || findings.length >= 64
          ? undefined
          : { findings: [...findings, findingId] },
      ),
    leaveOut: (eventId: EntityId, findingId: EntityId) =>
      set(eventId, ({ findings }) => ({ findings: findings.filter((id) => id !== findingId) })),
    move: (eventId: EntityId, findingId: EntityId, by: 1 | -1) =>
      set(eventId, ({ findings }) => ({
        findings: swapped(findings, findings.indexOf(findingId), by),
      })),
    remark: (eventId: EntityId, findingId: EntityId, text: string) =>
      set(eventId, ({ remarks }) => {
        const { [findingId]: _, ...others } = remarks;
        return { remarks: text.trim() === "" ? others : { ...others, [findingId]: text.trim() } };
      }),
    people: (eventId: EntityId, list: "invited" | "attended", role: EventRole, typed: string) =>
      set(eventId, (fields) => {
        const { [role]: before, ...others } = fields[list];
        const count = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined;
        if (count === before) return undefined;
        return { [list]: count === undefined ? others : { ...others, [role]: count } };
      }),
    drop: (eventId: EntityId) => set(eventId, () => ({ dropped: true })),
    restore: (eventId: EntityId) => set(eventId, () => ({ dropped: undefined })),
  };
};
export type EventModel = ReturnType<typeof createEventModel>;
