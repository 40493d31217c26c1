// What the parts of the follow-up share: the records, the round that is looked at, and what a person can do.
import type { Named } from "../../../domain/record.ts";
import type { Localized } from "../../../domain/schema.ts";
import type { DeskScreenProps } from "../desk-context.ts";
import type { RoundReading } from "../use-round.ts";
import type { FollowUpModel } from "./follow-up-model.ts";

export type Undo = { readonly message: string; readonly undo: () => void };
export type FollowUpProps = DeskScreenProps & {
  readonly records: readonly Named[];
  readonly reading: RoundReading;
  readonly model: FollowUpModel;
  /** Today by this device's clock in Finland, `2027-03-01`. */
  readonly today: string;
  readonly onUndo: (undo: Undo) => void;
};

/** In the language of the screen, else in any that there is. */
export const firstWords = (
  texts: Localized,
  screen: string,
): { readonly text: string; readonly lang: string } => {
  const lang = [screen, "fi", "sv", "en", ...Object.keys(texts)].find(
    (code) => texts[code] !== undefined,
  );
  return lang === undefined ? { text: "", lang: screen } : { text: texts[lang] ?? "", lang };
};

/** A name in a list keeps its own direction, so that a comma after it stays where it was put. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
