// Over the board: how many sessions stand where, and when the hub was looked at.

import { Button } from "../../ui/button.tsx";
import { Status } from "../../ui/message.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useFormat, useT } from "../../ui/use-texts.ts";
import type { BoardModel } from "./board-model.ts";
import { countStates } from "./board-state.ts";
import type { RoundRow } from "./desk-view.ts";
import { useFailureText } from "./failure.tsx";

const sumKeys = {
  planned: "boardSum.planned",
  collecting: "boardSum.collecting",
  reviewing: "boardSum.reviewing",
  missing: "boardSum.missing",
  arrived: "boardSum.arrived",
  rival: "boardSum.rival",
} as const;

export const BoardLook = (props: {
  readonly round: RoundRow;
  readonly model: BoardModel;
  readonly today: string;
  readonly hasHub: boolean;
}) => {
  const t = useT("desk");
  const { round, model, today, hasHub } = props;
  const counts = countStates(round, model.sealed.value, today);
  return (
    <>
      {counts.length > 0 && (
        <p class="board-sum">
          {counts.map(({ state, count }) => t(sumKeys[state], { count })).join(" · ")}
        </p>
      )}
      {hasHub ? <Looked model={model} /> : <p class="muted">{t("boardLook.noHub")}</p>}
    </>
  );
};

const Looked = ({ model }: { readonly model: BoardModel }) => {
  const t = useT("desk");
  const format = useFormat();
  const toText = useFailureText();
  const look = model.look.value;
  if (look.at === "looking") {
    return (
      <Progress
        label={t("boardLook.looking")}
        value={look.done}
        max={Math.max(1, look.total)}
        counted={t("boardLook.counted", { done: look.done, total: look.total })}
        onCancel={model.stop}
      />
    );
  }
  const again = <Button onClick={() => void model.refresh()}>{t("boardLook.again")}</Button>;
  if (look.at === "failed") {
    return (
      <Status kind="warning" actions={again}>
        <p>{toText(look.error)}</p>
        <p>{t("boardLook.failed")}</p>
      </Status>
    );
  }
  return (
    <div class="actions">
      <span class="muted" role="status">
        {look.at === "seen"
          ? t("boardLook.seen", { time: format.time(look.time) })
          : t("boardLook.unseen")}
      </span>
      {again}
    </div>
  );
};
