// A desk opened by its code on a new device knows nothing of itself. Its rounds and cards are fetched from the hub of
// this page at once; releases stay for the intake, where a dry run comes first.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { DeskState } from "./desk-view.ts";
import { adoptHub, type RegistrationError } from "./hub-registration.ts";
import { examine } from "./intake-examine.ts";
import { importExamined } from "./intake-import.ts";
import type { IntakeFailure } from "./intake-model.ts";
import { fetchFromHub } from "./intake-sources.ts";

export type ArrivalStage =
  | { readonly at: "idle" }
  | { readonly at: "looking"; readonly fetched: number }
  /** `no-hub`: none answers here. `unknown`: it does not know this desk. `empty`: it does, and holds nothing of it. */
  | { readonly at: "nothing"; readonly why: "no-hub" | "unknown" | "empty" }
  | { readonly at: "failed"; readonly error: IntakeFailure | RegistrationError }
  /** `waiting`: releases on the hub that the intake can take in. */
  | { readonly at: "arrived"; readonly waiting: number };

export interface ArrivalModel {
  readonly stage: ReadonlySignal<ArrivalStage>;
  /** Looks once; calls while it looks do nothing. */
  readonly look: () => Promise<void>;
  /** Closes the desk; where nothing of it has come it leaves no empty desk behind, for its code makes it again. */
  readonly leave: () => Promise<void>;
}

/** Nothing has ever been said at this desk, as far as this device knows. */
export const isBlank = ({ runs, rounds }: DeskState): boolean => !runs && rounds.length === 0;

const nowhere = new Set(["hub-foreign", "hub-unreachable"]);

export const createArrivalModel = (
  deps: Pick<AppDeps, "hub" | "keys" | "crypto" | "device" | "workspace">,
  desk: OpenBox,
): ArrivalModel => {
  const stage = signal<ArrivalStage>({ at: "idle" });

  const lookOnce = async (): Promise<ArrivalStage> => {
    const adopted = await adoptHub(deps, desk);
    if (!adopted.ok) {
      return nowhere.has(adopted.error.type)
        ? { at: "nothing", why: "no-hub" }
        : { at: "failed", error: adopted.error };
    }
    if (!adopted.value) return { at: "nothing", why: "unknown" };
    const hub = await fetchFromHub(deps, desk, async (fetched) => {
      stage.value = { at: "looking", fetched };
      return "go-on" as const;
    });
    if (!hub.ok) return toFailure(hub.error);
    const examined = await examine(deps, desk, hub.value.found);
    if (!examined.ok) return toFailure(examined.error);
    const own = examined.value.filter(({ verdict }) => verdict.type === "desk");
    if (own.length === 0) return { at: "nothing", why: "empty" };
    // Without the hub's cursor: the intake reads from the start and finds the releases.
    const imported = await importExamined(desk, own);
    if (!imported.ok) return toFailure(imported.error);
    const waiting = examined.value.filter(({ verdict }) => verdict.type === "release").length;
    return { at: "arrived", waiting };
  };

  return {
    stage,
    look: async () => {
      if (stage.peek().at === "looking") return;
      stage.value = { at: "looking", fetched: 0 };
      stage.value = await lookOnce();
    },
    leave: async () => {
      const isEmpty = await holdsNothing(desk);
      await deps.workspace.lock();
      if (isEmpty) await deps.device.removeBox(desk.box);
    },
  };
};

const holdsNothing = async ({ records, envelopes }: OpenBox): Promise<boolean> => {
  const all = [await records.readAll(), await envelopes.list(), await envelopes.quarantined()];
  return all.every((each) => each.ok && each.value.length === 0);
};

/** Nothing here asks for a stop, so being stopped is being empty-handed. */
const toFailure = (error: IntakeFailure | { readonly type: "stopped" }): ArrivalStage =>
  error.type === "stopped" ? { at: "idle" } : { at: "failed", error };
