// The one way screens get words: the context holds the texts, and a change of language draws again.
import { createContext } from "preact";
import { useContext, useEffect, useReducer } from "preact/hooks";
import type { Format } from "../i18n/format.ts";
import type { Namespace, Translate } from "../i18n/resources.ts";
import type { Texts } from "../i18n/texts.ts";

export const TextsContext = createContext<Texts | undefined>(undefined);

/** The texts of the nearest provider; draws again when the language changes. */
export const useTexts = (): Texts => {
  const texts = useContext(TextsContext);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => texts?.onChange(() => redraw(undefined)), [texts]);
  if (!texts) throw new Error("texts are used outside TextsContext");
  return texts;
};

/** `const t = useT("scribe"); t("dock.save")`. Keys are literals, checked by the compiler. */
export const useT = <N extends Namespace>(namespace: N): Translate<N> =>
  useTexts().translate(namespace);

/** Dates, numbers, lists in the language of the interface. */
export const useFormat = (): Format => useTexts().format();
