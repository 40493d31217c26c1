// What hangs on a thread: themes and quotes on its notes; events, ideas and what was published on its findings and decisions.
import { foldEditions } from "../domain/editions.ts";
import { foldEvents, foldIdeas } from "../domain/events.ts";
import { foldQuotes, foldThemes } from "../domain/findings.ts";
import type { DecisionView } from "../domain/measures.ts";
import type { Named } from "../domain/record.ts";
import { type Hanging, noteThreadId, type ThreadKind, threadKey } from "./thread.ts";

/** By the key of the node it hangs on. */
export const hangOn = (
  records: readonly Named[],
  decisions: readonly DecisionView[],
): ReadonlyMap<string, readonly Hanging[]> => {
  const hanging = new Map<string, Hanging[]>();
  const hang = (kind: ThreadKind, id: string, thing: Hanging): void => {
    const key = threadKey({ kind, id });
    const list = hanging.get(key);
    if (list) list.push(thing);
    else hanging.set(key, [thing]);
  };
  for (const { themeId: id, fields } of foldThemes(records)) {
    if (fields.dropped) continue;
    for (const ref of fields.notes)
      hang("note", noteThreadId(ref), { kind: "theme", id, words: fields.name });
  }
  for (const { quoteId: id, fields } of foldQuotes(records)) {
    if (fields.dropped) continue;
    hang("note", noteThreadId(fields.note), {
      kind: "quote",
      id,
      words: { [fields.lang]: fields.text },
    });
  }
  const events = foldEvents(records).filter(({ fields }) => !fields.dropped);
  const eventById = new Map(events.map((event) => [event.eventId, event.fields]));
  for (const { eventId: id, fields } of events) {
    for (const finding of fields.findings) {
      hang("finding", finding, { kind: "event", id, words: fields.name });
    }
  }
  for (const { decisionId, fields } of decisions) {
    const event = fields.eventId && eventById.get(fields.eventId);
    if (!event || !fields.eventId) continue;
    hang("decision", decisionId, { kind: "event", id: fields.eventId, words: event.name });
  }
  for (const { ideaId: id, fields } of foldIdeas(records)) {
    if (fields.dropped || fields.mergedInto || fields.findingId === undefined) continue;
    const words = { [fields.lang]: fields.text };
    hang("finding", fields.findingId, { kind: "idea", id, words });
  }
  for (const { editionId: id, fields } of foldEditions(records)) {
    const told = fields.tables.filter(({ by }) => by.includes("finding"));
    for (const finding of new Set(told.flatMap(({ cells }) => cells.flatMap(({ keys }) => keys)))) {
      const words = { [fields.lang]: fields.title };
      hang("finding", finding, { kind: "edition", id, words });
    }
  }
  return hanging;
};
