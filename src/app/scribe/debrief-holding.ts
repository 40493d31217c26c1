// Who may take back that a note is not passed on: the table what the table asked for, and nothing that a reviewer judged.
import { findJudgements } from "../../domain/held-back.ts";
import type { NoteView } from "../../domain/notes.ts";
import type { Named } from "../../domain/record.ts";

/** The table may take back what it asked for; what a reviewer held back is the reviewer's to judge again. */
export const isAskedByTable = (view: NoteView, records: readonly Named[]): boolean => {
  if (view.verdict !== "held-back") return false;
  const { held } = findJudgements(records);
  const judgements = view.heads.flatMap(({ id }) => held.get(id) ?? []);
  return judgements.every(({ record }) => record.author.role === "scribe");
};
