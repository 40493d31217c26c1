// One finding worded apart by two coordinators: both wordings side by side. To keep both is the way that loses nothing.
import { Button } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { NoteText } from "../../../ui/note-text.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { useLanguageName } from "./finding-words.ts";
import type { OfFinding } from "./findings-context.ts";

export const FindingRivals = ({ view, context }: OfFinding) => {
  const t = useT("findings");
  const nameOf = useLanguageName();
  const model = context.models.findings;
  return (
    <Message
      kind="warning"
      title={t("rivals.title")}
      actions={
        <Button onClick={() => void model.keepBoth(view.findingId)}>{t("rivals.both")}</Button>
      }
    >
      <p>{t("rivals.body")}</p>
      {view.rivalWordings.map(({ lang, values }) => (
        <div key={lang} class="side-by-side">
          {values.map(({ value, revision }) => (
            <div key={revision}>
              {value === undefined ? (
                <p class="muted">{t("rivals.taken", { language: nameOf(lang) })}</p>
              ) : (
                <NoteText text={value} lang={lang} size="small" />
              )}
              <Button kind="quiet" onClick={() => void model.choose(view.findingId, lang, value)}>
                {t("rivals.choose")}
              </Button>
            </div>
          ))}
        </div>
      ))}
    </Message>
  );
};
