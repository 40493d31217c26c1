// What a screen at an address is given.
import type { ComponentChildren } from "preact";
import type { AppDeps } from "./deps.ts";
import type { InstallEvent } from "./install-event.ts";
import type { Place } from "./shell/router.ts";
import type { AppUpdate } from "./update.ts";

export type ScreenProps = {
  readonly deps: AppDeps;
  readonly place: Place<Screen>;
  readonly openDemo: () => void;
  readonly install: InstallEvent;
  readonly update: Pick<AppUpdate, "offlineReady" | "offlineImpossible">;
};
export type Screen = (props: ScreenProps) => ComponentChildren;
