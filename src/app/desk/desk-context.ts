// What every screen of an open desk is given.
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
