// What the page of a round's keeping does: clears the hub, or lets go of the round after its name was typed.
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { failed, type Result } from "../../base/result.ts";
import type { EntityId } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { clearHub } from "./hub-retention.ts";
import { type RemovalError, removeRound } from "./round-removal.ts";

export type RetentionFailure = RemovalError | { readonly type: "removal-unconfirmed" };

export interface RetentionModel {
  readonly typed: Signal<string>;
  readonly busy: ReadonlySignal<"hub" | "desk" | undefined>;
  readonly failure: ReadonlySignal<RetentionFailure | undefined>;
  readonly clear: () => Promise<void>;
  /** Only where the round's name was typed: what goes does not come back. */
  readonly remove: (name: string) => Promise<void>;
}

type Deps = Pick<AppDeps, "env" | "keys" | "crypto" | "hub" | "delivery" | "courier">;

export const createRetentionModel = (
  deps: Deps,
  desk: OpenBox,
  roundId: EntityId,
  onRemoved: () => void,
): RetentionModel => {
  const typed = signal("");
  const busy = signal<"hub" | "desk">();
  const failure = signal<RetentionFailure>();
  const work = async (
    what: "hub" | "desk",
    job: () => Promise<Result<unknown, RetentionFailure>>,
  ) => {
    if (busy.value) return;
    busy.value = what;
    failure.value = undefined;
    const done = await job();
    busy.value = undefined;
    if (!done.ok) {
      failure.value = done.error;
      return;
    }
    deps.courier.nudge();
    onRemoved();
  };
  return {
    typed,
    busy,
    failure,
    clear: () => work("hub", () => clearHub(deps, desk, roundId)),
    remove: (name) =>
      work("desk", async () => {
        if (typed.value.trim() !== name.trim()) return failed({ type: "removal-unconfirmed" });
        return removeRound(deps, desk, roundId);
      }),
  };
};
