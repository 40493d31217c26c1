// The pack's own words, in its language, whatever the interface speaks. What people said may be in more languages than these.
import { attempt, type Result } from "../../../base/result.ts";
import type { Language } from "../../../domain/schema.ts";
import { createFormat, type Format } from "../../../i18n/format.ts";
import { interfaceLanguage } from "../../../i18n/languages.ts";
import type { Translate } from "../../../i18n/resources.ts";
import { createTexts, type LoadTexts } from "../../../i18n/texts.ts";

export const packLanguages = ["fi", "sv", "en"] as const;
export type PackLanguage = (typeof packLanguages)[number];
/** The page's own frame is in one of ours; other languages of the findings are shown in it. */
export const toPackLanguage = (code: Language): PackLanguage =>
  packLanguages.find((each) => each === code) ?? "fi";

export type EventWords = {
  /** The language that findings, programme and commitments are taken in, where they have it. */
  readonly lang: Language;
  /** The language of the frame. */
  readonly frame: PackLanguage;
  readonly t: Translate<"event">;
  readonly format: Format;
};
export type WordsMissing = { readonly type: "screen-missing" };

export const loadEventWords = (
  lang: Language,
  load: LoadTexts,
): Promise<Result<EventWords, WordsMissing>> =>
  attempt(
    async () => {
      const frame = toPackLanguage(lang);
      const texts = await createTexts({ language: frame, namespaces: ["event"], load });
      const format = createFormat(interfaceLanguage(frame));
      return { lang, frame, t: texts.translate("event"), format };
    },
    () => ({ type: "screen-missing" }) as const, // A file of texts rejects where it cannot be had.
  );
