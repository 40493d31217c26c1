// How far a screen that writes in a session has come.
import type { ComponentChildren } from "preact";
import type { SessionContents } from "../session/session-contents.ts";

export type Stage<M> =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  /** Another window writes here. */
  | { readonly state: "reading"; readonly draw: () => ComponentChildren }
  | { readonly state: "ready"; readonly loaded: SessionContents; readonly model: M };
