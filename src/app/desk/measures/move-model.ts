// Moving a measure on: at once, but giving it up asks for the reason first, in place, before anything is written.
import { signal } from "@preact/signals";
import type { MeasureStatus } from "../../../domain/measure-records.ts";
import type { MeasureView } from "../../../domain/measures.ts";
import type { EntityId } from "../../../domain/schema.ts";
import type { MeasuresModel } from "./measures-model.ts";

export const createMoveModel = (
  measures: Pick<MeasuresModel, "move">,
  /** `view` is as it stood before. */
  onMoved: (view: MeasureView, to: MeasureStatus) => void,
  isStill = false,
) => {
  /** The measure whose reason is asked for. */
  const asking = signal<EntityId | undefined>(undefined);
  /** Moved a moment ago: where it lands takes the focus. */
  const landed = signal<EntityId | undefined>(undefined);
  /** Its reason was not given after all: the menu takes the focus back. */
  const returned = signal<EntityId | undefined>(undefined);
  const moved = (view: MeasureView, to: MeasureStatus, written: unknown) => {
    if (!written) return;
    asking.value = undefined;
    (isStill ? returned : landed).value = view.measureId;
    onMoved(view, to);
  };
  return {
    asking,
    landed,
    returned,
    move: async (view: MeasureView, to: MeasureStatus) => {
      if (to === view.fields.status) return;
      if (to === "dropped") {
        asking.value = view.measureId;
        return;
      }
      moved(view, to, await measures.move(view.measureId, { to }));
    },
    giveUp: async (view: MeasureView, reason: string) =>
      moved(view, "dropped", await measures.move(view.measureId, { to: "dropped", reason })),
    cancel: () => {
      returned.value = asking.value;
      asking.value = undefined;
    },
  };
};
export type MoveModel = ReturnType<typeof createMoveModel>;
