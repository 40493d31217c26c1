// Which records the desk reads. An envelope of a session's own box may hold raw notes, or whatever a card's holder put
// there: the desk keeps it whole and sealed, and reads of it only plans and receipts.
import type { Named } from "../../domain/record.ts";
import type { BoxId } from "../../domain/schema.ts";

export const isOfDesk =
  (deskBox: BoxId) =>
  ({ record }: Named): boolean =>
    record.box === deskBox || record.kind === "session/1" || record.kind === "receipt/1";
