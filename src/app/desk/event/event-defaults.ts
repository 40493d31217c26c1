// What a new event starts from: a name, the three stages with their minutes, and a script for the facilitator, in the three
// languages of the municipalities. All of it is the coordinator's to change.
import { ok, type Result } from "../../../base/result.ts";
import type { EventStage } from "../../../domain/event-records.ts";
import type { Translate } from "../../../i18n/resources.ts";
import type { LoadTexts } from "../../../i18n/texts.ts";
import type { EventModel, ProgrammeItem } from "./event-model.ts";
import {
  type EventWords,
  loadEventWords,
  packLanguages,
  type WordsMissing,
} from "./event-words.ts";

type Key = Parameters<Translate<"event">>[0];
const plan: readonly { readonly stage: EventStage; readonly minutes: number; readonly key: Key }[] =
  [
    { stage: "understand", minutes: 10, key: "programme.welcome" },
    { stage: "understand", minutes: 30, key: "programme.findings" },
    { stage: "ideas", minutes: 30, key: "programme.tables" },
    { stage: "ideas", minutes: 15, key: "programme.weighing" },
    { stage: "decide", minutes: 25, key: "programme.commitments" },
    { stage: "decide", minutes: 10, key: "programme.readAloud" },
  ];

const inAll = (all: readonly EventWords[], key: Key) =>
  Object.fromEntries(all.map(({ frame, t }) => [frame, t(key)]));

export const toProgramme = (all: readonly EventWords[]): readonly ProgrammeItem[] =>
  plan.map(({ stage, minutes, key }) => ({ stage, minutes, text: inAll(all, key) }));

export const toScript = (all: readonly EventWords[]) => inAll(all, "script.default");

export const loadAllWords = async (
  load: LoadTexts,
): Promise<Result<readonly EventWords[], WordsMissing>> => {
  const words: EventWords[] = [];
  for (const lang of packLanguages) {
    const loaded = await loadEventWords(lang, load);
    if (!loaded.ok) return loaded;
    words.push(loaded.value);
  }
  return ok(words);
};

export const loadEventDefaults = async (
  load: LoadTexts,
): Promise<
  Result<Pick<Parameters<EventModel["create"]>[0], "name" | "programme" | "script">, WordsMissing>
> => {
  const all = await loadAllWords(load);
  if (!all.ok) return all;
  return ok({
    name: inAll(all.value, "title"),
    programme: toProgramme(all.value),
    script: toScript(all.value),
  });
};
