// Who says which line of the practice. The words are texts; who speaks is the same in every language.
import type { Translate } from "../../i18n/resources.ts";
import type { PracticeLine } from "./practice-pace.ts";

const lines = [
  ["P1", "lines.line01"],
  ["P4", "lines.line02"],
  ["P2", "lines.line03"],
  ["P5", "lines.line04"],
  ["", "lines.line05"],
  ["P3", "lines.line06"],
  ["P1", "lines.line07"],
  ["P6", "lines.line08"],
  ["P2", "lines.line09"],
  ["P4", "lines.line10"],
  ["facilitator", "lines.line11"],
  ["P5", "lines.line12"],
  ["P3", "lines.line13"],
  ["P6", "lines.line14"],
] as const;

export const practiceLines = (
  t: Translate<"prepare">,
  facilitator: string,
): readonly PracticeLine[] =>
  lines.map(([speaker, key]) => ({
    speaker: speaker === "facilitator" ? facilitator : speaker,
    text: t(key),
  }));
