// The desk's reading: notes, and what is counted from them. Fetched when first opened; its records come from the frame,
// which watches them already.
import type { Named } from "../../../domain/record.ts";
import type { DeskScreenProps } from "../desk-context.ts";
import { AnalysisScreen } from "./analysis-screen.tsx";
import { NotesScreen } from "./notes-screen.tsx";
import "./analysis.css";
import "./reading.css";

export type ReadingAreaProps = DeskScreenProps & {
  readonly path: readonly string[];
  readonly query: string;
  readonly records: readonly Named[];
};

export const ReadingArea = (props: ReadingAreaProps) =>
  props.path[0] === "notes" ? <NotesScreen {...props} /> : <AnalysisScreen {...props} />;
