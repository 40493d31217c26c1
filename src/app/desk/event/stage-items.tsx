// One stage of the programme: what is done, for how many minutes, in which order; each in the three languages.
import type { EventStage } from "../../../domain/event-records.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import type { EventContext } from "./event-context.ts";
import type { ProgrammeItem } from "./event-model.ts";
import { packLanguages } from "./event-words.ts";
import { HintLine } from "./hint-line.tsx";

export const StageItems = (props: {
  readonly context: EventContext;
  readonly stage: EventStage;
}) => {
  const t = useT("event");
  const { context, stage } = props;
  const { view, models } = context;
  const own = view.fields.programme.flatMap((item, at) =>
    item.stage === stage ? [{ item, at }] : [],
  );
  return (
    <>
      <ol class="ruled event-items">
        {own.map(({ item, at }, place) => (
          <ItemRow
            key={at}
            {...{ context, item, at }}
            isFirst={place === 0}
            isLast={place === own.length - 1}
          />
        ))}
      </ol>
      <Button kind="quiet" onClick={() => void models.event.addItem(view.eventId, stage)}>
        {t("programme.add")}
      </Button>
    </>
  );
};

const ItemRow = (props: {
  readonly context: EventContext;
  readonly item: ProgrammeItem;
  readonly at: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) => {
  const t = useT("event");
  const { code } = useTexts().spoken("event");
  const { context, item, at, isFirst, isLast } = props;
  const { view, models } = context;
  const { eventId } = view;
  const name = item.text[code] ?? Object.values(item.text)[0] ?? "";
  const own = packLanguages.find((lang) => lang === code) ?? "fi";
  const field = (lang: (typeof packLanguages)[number]) => (
    <KeptField
      key={lang}
      oneLine
      label={t("programme.what", { language: writtenLanguage(lang).endonym })}
      labelHidden={lang === own}
      lang={lang}
      maxLength={500}
      value={item.text[lang] ?? ""}
      onKeep={(text) => void models.event.wordItem(eventId, at, lang, text)}
    />
  );
  const remove = () => {
    const before = view.fields.programme;
    void models.event.removeItem(eventId, at);
    context.onUndo({
      message: t("programme.removed"),
      undo: () => void models.event.setProgramme(eventId, before),
    });
  };
  return (
    <li class="event-item">
      <div class="event-item-words">
        {field(own)}
        <HintLine texts={item.text} />
      </div>
      <span class="event-minutes">
        <input
          class="input event-number"
          aria-label={t("programme.minutesOf", { name })}
          inputMode="numeric"
          value={item.minutes}
          onChange={(event) =>
            void models.event.setMinutes(eventId, at, Number(event.currentTarget.value))
          }
        />
        <span aria-hidden="true">{t("programme.min")}</span>
      </span>
      <span class="event-moves">
        <Button
          kind="quiet"
          aria-label={t("move.up", { name })}
          disabled={isFirst}
          onClick={() => void models.event.moveItem(eventId, at, -1)}
        >
          <span aria-hidden="true">▲</span>
        </Button>
        <Button
          kind="quiet"
          aria-label={t("move.down", { name })}
          disabled={isLast}
          onClick={() => void models.event.moveItem(eventId, at, 1)}
        >
          <span aria-hidden="true">▼</span>
        </Button>
        <Button kind="quiet" aria-label={t("programme.removeOf", { name })} onClick={remove}>
          <span aria-hidden="true">✕</span>
        </Button>
      </span>
      <Disclosure summary={t("programme.otherLanguages")}>
        <div class="stack">{packLanguages.filter((lang) => lang !== own).map(field)}</div>
      </Disclosure>
    </li>
  );
};
