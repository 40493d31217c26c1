// The parts of the analysis, each an address of its own with one picture and its table.
import type { RoundReading } from "../use-round.ts";
import type { Names } from "./names.ts";

export type PartProps = { readonly reading: RoundReading; readonly names: Names };

export const parts = [
  { id: "dimensions", title: "part.dimensions", lead: "part.dimensionsLead" },
  { id: "sub-themes", title: "part.subThemes", lead: "part.subThemesLead" },
  { id: "sessions", title: "part.sessions", lead: "part.sessionsLead" },
  { id: "pairs", title: "part.pairs", lead: "part.pairsLead" },
  { id: "topics", title: "part.topics", lead: "part.topicsLead" },
  { id: "groups", title: "part.groups", lead: "part.groupsLead" },
  { id: "silence", title: "part.silence", lead: "part.silenceLead" },
  { id: "dissent", title: "part.dissent", lead: "part.dissentLead" },
  { id: "data", title: "part.data", lead: "part.dataLead" },
] as const;
export type Part = (typeof parts)[number];

/** An unknown part is the first one: an old address shows something, never nothing. */
export const findPart = (id: string | undefined): Part =>
  parts.find((part) => part.id === id) ?? parts[0];

export const toPartAddress = ({ id }: Part, round: string | undefined): string => {
  const path = id === "dimensions" ? "#/desk/analysis" : `#/desk/analysis/${id}`;
  return round === undefined ? path : `${path}?round=${round}`;
};
