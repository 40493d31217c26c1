// What every part of the debrief is given.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Result } from "../../base/result.ts";
import type { EntityId } from "../../domain/schema.ts";
import type { EraseError } from "../erasing.ts";
import type { SessionContents } from "../session/session-contents.ts";
import type { DebriefModel } from "./debrief-model.ts";

export type DebriefContextValue = SessionContents & {
  readonly model: DebriefModel;
  /** Where the addresses of the session begin. */
  readonly address: string;
  /** For good, with its history and with what could bring it back. */
  readonly erase: (noteId: EntityId) => Promise<Result<void, EraseError>>;
  /** The language of what is written in summing up. */
  readonly lang: string;
};

export const DebriefContext = createContext<DebriefContextValue | undefined>(undefined);

export const useDebrief = (): DebriefContextValue => {
  const value = useContext(DebriefContext);
  if (!value) throw new Error("a part of the debrief is used outside it");
  return value;
};
