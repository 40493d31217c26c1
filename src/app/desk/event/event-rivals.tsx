// Two coordinators changed the same thing apart: shown until a person chooses. Nothing is lost, the other words stay in the
// history.
import type { RivalWording } from "../../../domain/joined.ts";
import type { Language } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { Message } from "../../../ui/message.tsx";
import { useT } from "../../../ui/use-texts.ts";

type Grown<W> = {
  readonly rivals: ReadonlyMap<string, unknown>;
  readonly rivalWordings: readonly RivalWording<W>[];
};

export const EventRivals = <W extends string>(props: {
  readonly view: Grown<W>;
  readonly onChoose: (field: W, lang: Language, words: string) => void;
  /** What is on the screen stands. */
  readonly onKeep: () => void;
}) => {
  const t = useT("event");
  const { view, onChoose, onKeep } = props;
  const others = [...view.rivals.keys()].filter((name) => name !== "checked");
  if (view.rivalWordings.length + others.length === 0) return null;
  return (
    <Message
      kind="warning"
      title={t("rivals.title")}
      actions={<Button onClick={onKeep}>{t("rivals.keep")}</Button>}
    >
      <p>{t("rivals.body")}</p>
      {view.rivalWordings.map(({ field, lang, values }) => (
        <ul key={`${field} ${lang}`} class="ruled event-lines">
          {values.map(({ value = "", revision }) => (
            <li key={revision}>
              <p class="event-promise" lang={lang} dir="auto">
                {value || t("rivals.none")}
              </p>
              <div class="actions">
                <Button
                  aria-label={t("rivals.chooseOf", { name: value || t("rivals.none") })}
                  onClick={() => onChoose(field, lang, value)}
                >
                  {t("rivals.choose")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ))}
    </Message>
  );
};
