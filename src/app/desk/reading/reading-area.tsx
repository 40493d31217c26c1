// The desk's reading: notes, and what is counted from them. Fetched when first opened; its records come from the frame,
// which watches them already.
import { AnalysisScreen } from "./analysis-screen.tsx";
import { NotesScreen } from "./notes-screen.tsx";
import type { ReadingAreaProps } from "./reading-props.ts";
import "./analysis.css";
import "./reading.css";

export const ReadingArea = (props: ReadingAreaProps) =>
  props.path[0] === "notes" ? <NotesScreen {...props} /> : <AnalysisScreen {...props} />;
