// The way from one state to the next by menu, and the reason that giving up asks for.
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { measureStatuses } from "../../../domain/measure-records.ts";
import type { MeasureView } from "../../../domain/measures.ts";
import { useAnnounce } from "../../../ui/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/field.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { statusKeys, useWhat } from "./measure-words.ts";
import type { MeasuresContext } from "./measures-context.ts";
import { createMoveModel, type MoveModel } from "./move-model.ts";

/** Tells that a measure was moved, and takes it back to where it stood with one tap. */
export const useMoves = (
  context: MeasuresContext,
  /** What is moved stays where it is on the screen, so its menu takes the focus back. */
  isStill = false,
): MoveModel => {
  const t = useT("measures");
  const announce = useAnnounce();
  const { models, onUndo } = context;
  const onMoved: Parameters<typeof createMoveModel>[1] = (view, to) => {
    const message = t("move.done", { status: t(statusKeys[to]) });
    const { status, statusOn, statusReason } = view.fields;
    announce(message);
    onUndo({
      message,
      undo: () => void models.measures.set(view.measureId, { status, statusOn, statusReason }),
    });
  };
  // The words of the day it is told, whatever language was spoken when the screen came.
  const latest = useRef(onMoved);
  latest.current = onMoved;
  return useMemo(
    () => createMoveModel(models.measures, (view, to) => latest.current(view, to), isStill),
    [models, isStill],
  );
};

type OfMove = { readonly view: MeasureView; readonly moves: MoveModel };

const MoveMenu = ({ view, moves }: OfMove) => {
  const t = useT("measures");
  const whatOf = useWhat();
  return (
    <Menu
      label={t("move.label", { what: whatOf(view).text })}
      face={t("move.face")}
      items={measureStatuses.map((status) => ({
        label: t(statusKeys[status]),
        checked: status === view.fields.status,
        onSelect: () => void moves.move(view, status),
      }))}
    />
  );
};

/** The menu, or in its place the question why; who comes back from that goes on from the menu. */
export const MovePlace = ({ view, moves }: OfMove) => {
  const place = useRef<HTMLDivElement>(null);
  const { measureId } = view;
  const isBack = moves.returned.value === measureId;
  useEffect(() => {
    if (!isBack) return;
    moves.returned.value = undefined;
    place.current?.querySelector("button")?.focus();
  }, [isBack]);
  if (moves.asking.value === measureId) return <ReasonForm view={view} moves={moves} />;
  return (
    <div ref={place}>
      <MoveMenu view={view} moves={moves} />
    </div>
  );
};

/** Stands where the measure stands, so that what is given up is in sight while its reason is written. */
const ReasonForm = ({ view, moves }: OfMove) => {
  const t = useT("measures");
  const common = useT("common");
  const reason = useSignal("");
  const isMissing = useSignal(false);
  const giveUp = (event: Event) => {
    event.preventDefault();
    isMissing.value = reason.value.trim() === "";
    if (!isMissing.value) void moves.giveUp(view, reason.value);
  };
  return (
    <form class="stack reason-form" onSubmit={giveUp}>
      <TextArea
        label={t("move.reason")}
        hint={t("move.reasonHint")}
        error={isMissing.value ? t("move.reasonMissing") : undefined}
        maxLength={2_000}
        autoFocus
        inputRef={(field: HTMLTextAreaElement | null) => field?.focus()}
        value={reason.value}
        onInput={(value) => {
          reason.value = value;
        }}
        onKeyDown={(event) => event.key === "Escape" && moves.cancel()}
      />
      <div class="actions">
        <Button type="submit">{t("move.giveUp")}</Button>
        <Button kind="quiet" onClick={moves.cancel}>
          {common("action.cancel")}
        </Button>
      </div>
    </form>
  );
};
