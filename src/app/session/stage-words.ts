// How far a session has come, as a word and a shape beside it.
import type { Key } from "../../i18n/resources.ts";
import type { Stage } from "./dispatch.ts";

export const stageKey = {
  open: "stage.open",
  reopened: "stage.reopened",
  unsent: "stage.unsent",
  filed: "stage.filed",
  sent: "stage.sent",
  arrived: "stage.arrived",
} as const satisfies Record<Stage, Key<"session">>;

export const stageSign: Record<Stage, string> = {
  open: "◔",
  reopened: "◑",
  unsent: "●",
  filed: "▣",
  sent: "⇪",
  arrived: "✓",
};
