// What every screen of an open desk is given.
import type { Named } from "../../domain/record.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { DeskKeeper } from "./desk-keeper.ts";
import type { DeskState } from "./desk-view.ts";

export type DeskScreenProps = {
  readonly deps: AppDeps;
  readonly desk: OpenBox;
  readonly keeper: DeskKeeper;
  readonly state: DeskState;
};

/** What an area of the desk, fetched when first opened, is given beside. */
export type AreaProps = DeskScreenProps & {
  /** The parts behind `desk`. */
  readonly path: readonly string[];
  /** Behind the `?` of the hash. */
  readonly query: string;
  readonly records: readonly Named[];
};
