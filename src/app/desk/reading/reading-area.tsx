// The desk's reading: notes, and what is counted from them. Fetched when first opened; its records come from the frame,
// which watches them already.
import type { Named } from "../../../domain/record.ts";
import { AnalysisScreen } from "./analysis-screen.tsx";
import { NotesScreen } from "./notes-screen.tsx";
import "./reading.css";

export type ReadingAreaProps = {
  readonly path: readonly string[];
  readonly query: string;
  readonly records: readonly Named[];
};

export const ReadingArea = ({ path, query, records }: ReadingAreaProps) =>
  path[0] === "notes" ? (
    <NotesScreen records={records} query={query} />
  ) : (
    <AnalysisScreen records={records} query={query} />
  );
