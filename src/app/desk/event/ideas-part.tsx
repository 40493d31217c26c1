// Ideas under one finding: written as they are said, joined where two are the same, weighed by counting hands.
import { useSignal } from "@preact/signals";
import type { IdeaView } from "../../../domain/events.ts";
import { findHints } from "../../../domain/privacy/find-hints.ts";
import type { EntityId } from "../../../domain/schema.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { KeptField } from "../kept-field.tsx";
import { threadMark } from "../use-thread-key.ts";
import { ideaGroup, standingIdeas } from "./event-content.ts";
import type { EventContext } from "./event-context.ts";

type Props = { readonly context: EventContext; readonly findingId: EntityId | undefined };

export const IdeasPart = ({ context, findingId }: Props) => {
  const t = useT("event");
  const { records, view, models, seat } = context;
  const typed = useSignal("");
  const group = findingId ?? "";
  const own = standingIdeas(records, view.eventId)
    .filter((idea) => ideaGroup(idea) === group)
    .toSorted((a, b) => b.fields.dots - a.fields.dots);
  const isShown = seat.presenter.shownIdeas.value.includes(group);
  const add = async () => {
    const text = typed.value.trim();
    if (text === "") return;
    const lang = seat.lang.value;
    const written = await models.room.addIdea(view, { text, lang, findingId });
    if (written) typed.value = "";
  };
  const show = () => {
    seat.presenter.toggleIdeas(group);
    if (!isShown) seat.presenter.goTo(`ideas-${findingId ?? "room"}`);
  };
  return (
    <>
      {own.length === 0 ? (
        <p class="muted">{t("ideas.empty")}</p>
      ) : (
        <ol class="ruled event-ideas">
          {own.map((idea) => (
            <IdeaRow key={idea.ideaId} {...{ context, idea, own }} />
          ))}
        </ol>
      )}
      <form
        class="event-add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={t("ideas.new")}
          maxLength={2_000}
          lang={seat.lang.value}
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
          }}
        />
        <Button type="submit">{t("ideas.add")}</Button>
      </form>
      {own.length > 0 && (
        <div class="actions">
          <Button aria-pressed={isShown} onClick={show}>
            {t(isShown ? "ideas.hide" : "ideas.show")}
          </Button>
        </div>
      )}
    </>
  );
};

const IdeaRow = (props: {
  readonly context: EventContext;
  readonly idea: IdeaView;
  readonly own: readonly IdeaView[];
}) => {
  const t = useT("event");
  const { context, idea, own } = props;
  const { models, pack } = context;
  const { ideaId, fields } = idea;
  const name = fields.text;
  const merge = (into: IdeaView) => {
    void models.room.merge(ideaId, into.ideaId);
    context.onUndo({
      message: t("ideas.merged", { name: into.fields.text }),
      undo: () => void models.room.part(ideaId),
    });
  };
  const drop = () => {
    void models.room.dropIdea(ideaId);
    context.onUndo({
      message: t("ideas.dropped"),
      undo: () => void models.room.restoreIdea(ideaId),
    });
  };
  const findings = pack?.content.dimensions.flatMap((each) => each.findings) ?? [];
  const groups = [
    ...context.view.fields.findings.flatMap((id) => {
      const found = findings.find(({ findingId }) => findingId === id);
      return found && id !== fields.findingId ? [{ id, ...found.statement }] : [];
    }),
    ...(fields.findingId === undefined
      ? []
      : [{ id: undefined, text: t("room.whole"), lang: fields.lang }]),
  ];
  const items = [
    ...own
      .filter((other) => other.ideaId !== ideaId)
      .map((other) => ({
        label: t("ideas.mergeInto", { name: other.fields.text }),
        onSelect: () => merge(other),
      })),
    ...groups.map(({ id, text }) => ({
      label: t("ideas.moveTo", { name: text }),
      onSelect: () => void models.room.group(ideaId, id),
    })),
    { label: t("ideas.drop"), onSelect: drop },
  ];
  return (
    // An idea hangs on its finding, so that is where its thread is.
    <li
      class="event-idea"
      {...(fields.findingId === undefined ? {} : threadMark("finding", fields.findingId))}
    >
      <div class="event-idea-words">
        <KeptField
          label={t("ideas.words")}
          labelHidden
          rows={1}
          lang={fields.lang}
          maxLength={2_000}
          value={fields.text}
          onKeep={(text) => void models.room.wordIdea(ideaId, text)}
        />
        {findHints(fields.text, fields.lang).length > 0 && (
          <p class="finding-state">◔ {t("hint.personal")}</p>
        )}
      </div>
      <span class="event-dots">
        <Button
          aria-label={t("ideas.fewer", { name })}
          disabled={fields.dots === 0}
          onClick={() => void models.room.addDots(ideaId, -1)}
        >
          <span aria-hidden="true">−</span>
        </Button>
        <input
          class="input event-number"
          inputMode="numeric"
          aria-label={t("ideas.dotsOf", { name })}
          value={fields.dots}
          onChange={(event) => void models.room.setDots(ideaId, Number(event.currentTarget.value))}
        />
        <Button
          aria-label={t("ideas.more", { name })}
          onClick={() => void models.room.addDots(ideaId, 1)}
        >
          <span aria-hidden="true">+</span>
        </Button>
      </span>
      <Menu
        label={t("ideas.menuOf", { name })}
        face={
          <>
            {t("ideas.menu")} <span aria-hidden="true">▾</span>
          </>
        }
        items={items}
      />
    </li>
  );
};
