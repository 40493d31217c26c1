// One line per session: when, what, how far, and what can be done with its card.
import { useSignal } from "@preact/signals";
import type { BoxId } from "../../domain/schema.ts";
import { writtenLanguage } from "../../i18n/languages.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Menu } from "../../ui/menu.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import { type SealedBySession, toBoardState } from "./board-state.ts";
import { StateCell } from "./board-state-view.tsx";
import type { RoundRow, SessionRow } from "./desk-view.ts";
import type { CardActions } from "./session-model.ts";

/** More are drawn on demand: each row has a menu of its own. */
const pageSize = 100;

export const SessionBoard = (props: {
  readonly round: RoundRow;
  readonly actions: CardActions;
  readonly sealed: SealedBySession | undefined;
  readonly today: string;
}) => {
  const t = useT("desk");
  const format = useFormat();
  const { round, actions, sealed, today } = props;
  const shown = useSignal(pageSize);
  const replacing = useSignal<SessionRow | undefined>(undefined);
  const columns: readonly Column<SessionRow>[] = [
    {
      id: "title",
      label: t("board.session"),
      header: true,
      cell: ({ card }) => (
        <>
          {card.fields.title}
          {card.fields.groups.length > 0 && (
            <small class="board-groups">{card.fields.groups.join(", ")}</small>
          )}
        </>
      ),
    },
    {
      id: "when",
      label: t("board.when"),
      cell: ({ card: { fields } }) => (
        <>
          {fields.plannedFor ? format.weekday(`${fields.plannedFor}T12:00:00Z`) : t("board.noDay")}
          {fields.place && <small>{fields.place}</small>}
        </>
      ),
    },
    {
      id: "languages",
      label: t("board.languages"),
      cell: ({ card }) =>
        card.fields.languages.map((code) => writtenLanguage(code).endonym).join(", "),
    },
    {
      id: "state",
      label: t("board.state"),
      cell: (row) => <StateCell row={row} state={toBoardState(row, sealed, today)} />,
    },
    {
      id: "actions",
      label: t("board.card"),
      cell: (row) => (
        <CardMenu
          row={row}
          actions={actions}
          onReplace={() => {
            replacing.value = row;
          }}
        />
      ),
    },
  ];
  const asked = replacing.value;
  const hidden = round.sessions.length - shown.value;
  const close = () => {
    replacing.value = undefined;
  };
  return (
    <>
      <Table
        caption={t("board.caption")}
        captionHidden
        narrow="stacked"
        columns={columns}
        rows={round.sessions.slice(0, shown.value)}
        rowKey={({ card }) => card.session}
      />
      {hidden > 0 && (
        <Button
          onClick={() => {
            shown.value += pageSize;
          }}
        >
          {t("board.more", { count: Math.min(hidden, pageSize) })}
        </Button>
      )}
      <Dialog
        title={t("card.replaceTitle")}
        open={asked !== undefined}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t("card.keep")}</Button>
            <Button
              kind="primary"
              onClick={() => {
                if (asked) void actions.replace(asked.card.session);
                close();
              }}
            >
              {t("card.replaceNow")}
            </Button>
          </>
        }
      >
        <p>{t("card.replaceBody", { title: asked?.card.fields.title ?? "" })}</p>
        <p>{t("card.replaceOld")}</p>
      </Dialog>
    </>
  );
};

const CardMenu = (props: {
  readonly row: SessionRow;
  readonly actions: CardActions;
  readonly onReplace: () => void;
}) => {
  const t = useT("desk");
  const { row, actions, onReplace } = props;
  const { session, fields } = row.card;
  const { asides, reading } = row;
  const busy = actions.busy.value === session;
  const go = (place: "print-cards" | "print-guide" | "paper-form" | "enter", box: BoxId) => {
    location.hash = `#/desk/${place}/${box}`;
  };
  if (busy) return <span role="status">{t("card.working")}</span>;
  if (fields.state === "void") {
    return (
      <Menu
        label={t("card.menu", { title: fields.title })}
        face={t("card.menuFace")}
        items={[{ label: t("card.restore"), onSelect: () => void actions.restore(session) }]}
      />
    );
  }
  if (fields.state !== "live") return <span class="muted">–</span>;
  return (
    <Menu
      label={t("card.menu", { title: fields.title })}
      face={t("card.menuFace")}
      items={[
        { label: t("card.print"), onSelect: () => go("print-cards", session) },
        { label: t("card.printGuide"), onSelect: () => go("print-guide", session) },
        { label: t("card.form"), onSelect: () => go("paper-form", session) },
        { label: t("card.enter"), onSelect: () => go("enter", session) },
        ...(reading.length > 0
          ? [
              {
                label: t("card.aside"),
                onSelect: () => void actions.setAside(session, reading, true),
              },
            ]
          : []),
        ...(asides.length > 0
          ? [
              {
                label: t("card.takeBack"),
                onSelect: () => void actions.setAside(session, asides, false),
              },
            ]
          : []),
        { label: t("card.replace"), onSelect: onReplace },
        { label: t("card.void"), danger: true, onSelect: () => void actions.makeVoid(session) },
      ]}
    />
  );
};
