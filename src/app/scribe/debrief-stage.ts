// The stages of the debrief, in their order. The address names one of them behind its question mark.
export const stages = ["finish", "read", "sum"] as const;
export type DebriefStage = (typeof stages)[number];

export const stageOf = (query: string): DebriefStage =>
  stages.find((stage) => stage === query) ?? "finish";
