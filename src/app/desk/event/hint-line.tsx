// One line under words of an event that go out to the wall and the papers: they may hold personal data.
import { findHints } from "../../../domain/privacy/find-hints.ts";
import type { Localized } from "../../../domain/schema.ts";
import { useT } from "../../../ui/use-texts.ts";

export const HintLine = ({ texts }: { readonly texts: Localized }) => {
  const t = useT("event");
  const isHinted = Object.entries(texts).some(([lang, text]) => findHints(text, lang).length > 0);
  return isHinted ? <p class="finding-state">◔ {t("hint.personal")}</p> : null;
};
