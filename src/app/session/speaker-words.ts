// The words for who speaks. Seats keep their codes in every language; the others have names.
import type { Speaker } from "../../domain/note.ts";
import type { Translate } from "../../i18n/resources.ts";

const named = {
  several: "speaker.several",
  facilitator: "speaker.facilitator",
  interpreter: "speaker.interpreter",
  observation: "speaker.observation",
} as const;

const isNamed = (speaker: Speaker): speaker is keyof typeof named => speaker in named;

export const speakerWord = (t: Translate<"scribe">, speaker: Speaker): string =>
  isNamed(speaker) ? t(named[speaker]) : speaker;

/** For those who listen: the code alone says little. It contains what is seen. */
export const speakerLabel = (t: Translate<"scribe">, speaker: Speaker): string =>
  isNamed(speaker) ? t(named[speaker]) : t("speaker.seat", { code: speaker });
