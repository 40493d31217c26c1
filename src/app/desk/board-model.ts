// Looks how much of each awaited session lies sealed on the hub: digests, sizes and times, nothing fetched. It dies with
// its screen: an answer that comes later than that changes nothing.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { StoreError } from "../../storage/ports.ts";
import type { SendError } from "../../sync/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { SealedBySession } from "./board-state.ts";
import { countSealed, listAwaited } from "./intake-waiting.ts";

export type BoardLook =
  | { readonly at: "unseen" }
  | { readonly at: "looking"; readonly done: number; readonly total: number }
  /** `at` of the clock, milliseconds since 1970. */
  | { readonly at: "seen"; readonly time: number }
  | { readonly at: "failed"; readonly error: SendError | StoreError };

export interface BoardModel {
  readonly look: ReadonlySignal<BoardLook>;
  /** What the last whole look saw; a later one that fails leaves it. */
  readonly sealed: ReadonlySignal<SealedBySession | undefined>;
  /** Looks at the sessions of one round. Without a hub it does nothing; nor while it looks. */
  readonly refresh: () => Promise<void>;
  /** What was seen before still stands. */
  readonly stop: () => void;
}

export const createBoardModel = (
  deps: Pick<AppDeps, "env" | "hub" | "keys">,
  desk: OpenBox,
  roundId: string,
): BoardModel => {
  const look = signal<BoardLook>({ at: "unseen" });
  const sealed = signal<SealedBySession | undefined>(undefined);
  let run = 0;
  let before: BoardLook = look.peek();

  const lookOnce = async (isMine: () => boolean): Promise<BoardLook | undefined> => {
    const records = await desk.records.readAll();
    if (!records.ok) return { at: "failed", error: records.error };
    const awaited = listAwaited(records.value).filter((each) => each.roundId === roundId);
    const counted = await countSealed(deps, desk, awaited, async (done) => {
      if (!isMine()) return "stop";
      look.value = { at: "looking", done, total: awaited.length };
      return "go-on";
    });
    if (!isMine()) return undefined;
    if (counted.ok) {
      sealed.value = counted.value;
      return { at: "seen", time: deps.env.now() };
    }
    return counted.error.type === "stopped" ? undefined : { at: "failed", error: counted.error };
  };

  return {
    look,
    sealed,
    refresh: async () => {
      if (!desk.facts().hasHub || look.peek().at === "looking") return;
      run += 1;
      const mine = run;
      before = look.peek();
      look.value = { at: "looking", done: 0, total: 0 };
      const next = await lookOnce(() => mine === run);
      if (next && mine === run) look.value = next;
    },
    stop: () => {
      run += 1;
      if (look.peek().at === "looking") look.value = before;
    },
  };
};
