// One session's state on the board: a sign, a word, and under them the counts and times that it rests on.
import { LinkButton } from "../../ui/button.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { BoardState } from "./board-state.ts";
import type { SessionRow } from "./desk-view.ts";

const stateWords = {
  planned: "state.planned",
  collecting: "state.collecting",
  reviewing: "state.reviewing",
  missing: "state.missing",
  arrived: "state.arrived",
  rival: "state.rival",
  aside: "state.aside",
  removed: "state.removed",
  replaced: "state.replaced",
  void: "state.void",
} as const;
const signs = {
  planned: "○",
  collecting: "◔",
  reviewing: "◑",
  missing: "!",
  arrived: "●",
  rival: "◆",
  aside: "–",
  removed: "–",
  replaced: "–",
  void: "×",
} as const;

export const StateCell = (props: { readonly row: SessionRow; readonly state: BoardState }) => {
  const t = useT("desk");
  const { row, state } = props;
  return (
    <>
      <span aria-hidden="true">{signs[state.type]} </span>
      {t(stateWords[state.type])}
      {state.type === "rival" && (
        <LinkButton kind="quiet" href={`#/desk/rivals/${row.card.session}`}>
          {t("rivals.open")}
        </LinkButton>
      )}
      <Sealed state={state} />
      <Arrived row={row} />
    </>
  );
};

const Sealed = ({ state }: { readonly state: BoardState }) => {
  const t = useT("desk");
  const format = useFormat();
  switch (state.type) {
    case "collecting":
      return (
        <small>
          {t("board.sealed", { count: state.deliveries, time: format.dayTime(state.lastAt) })}
        </small>
      );
    case "reviewing":
      return (
        <small>
          {t("board.sealed", { count: state.deliveries, time: format.dayTime(state.lastAt) })}
          {" · "}
          {t("board.notHandedOver")}
        </small>
      );
    case "missing":
      return <small>{state.sawHub ? t("board.missingOnHub") : t("board.missingHere")}</small>;
    default:
      return null;
  }
};

const Arrived = ({ row: { arrived } }: { readonly row: SessionRow }) => {
  const t = useT("desk");
  const safety = useT("safety");
  const format = useFormat();
  if (!arrived) return null;
  return (
    <small>
      {t("board.notes", { count: arrived.notes, time: format.dayTime(arrived.at) })}
      {arrived.rescued && ` · ${safety("rescue.mark")}`}
      {arrived.entered && ` · ${t("board.entered")}`}
      {!arrived.reviewed && ` · ${t("home.notReviewed")}`}
    </small>
  );
};
