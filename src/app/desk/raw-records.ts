// Which records the desk reads. An envelope of a session's own box may hold raw notes: the desk keeps it whole and sealed,
// and of its records only the plan and the receipts, which are the desk's own word.
import type { Named } from "../../domain/record.ts";

const sessionRecords: readonly string[] = [
  "note/1",
  "phase/1",
  "review/1",
  "summary/1",
  "erasure/1",
];

export const isOfDesk = ({ record }: Named): boolean => !sessionRecords.includes(record.kind);
