// What stands on each briefing sheet and in which order. The words are texts; a sheet fits one A4.
import type { Key } from "../../i18n/resources.ts";

type BriefingKey = Key<"briefing">;
type Part = {
  readonly title: Extract<BriefingKey, `part.${string}`>;
  readonly lines: readonly BriefingKey[];
};

export const readers = ["scribe", "facilitator", "representative"] as const;
export type Reader = (typeof readers)[number];

export const readerKeys = {
  scribe: "who.scribe",
  facilitator: "who.facilitator",
  representative: "who.representative",
} as const;

export const briefingParts: Readonly<Record<Reader, readonly Part[]>> = {
  scribe: [
    { title: "part.task", lines: ["scribe.task"] },
    { title: "part.before", lines: ["scribe.before1", "scribe.before2"] },
    { title: "part.same", lines: ["scribe.same1", "scribe.same2", "scribe.same3"] },
    {
      title: "part.during",
      lines: [
        "scribe.during1",
        "scribe.during2",
        "scribe.during3",
        "scribe.during4",
        "scribe.during5",
      ],
    },
    { title: "part.after", lines: ["scribe.after1", "scribe.after2", "scribe.after3"] },
    { title: "part.trouble", lines: ["scribe.trouble1", "scribe.trouble2", "scribe.trouble3"] },
  ],
  facilitator: [
    { title: "part.task", lines: ["facilitator.task"] },
    { title: "part.before", lines: ["facilitator.before1", "facilitator.before2"] },
    { title: "part.same", lines: ["facilitator.same1", "facilitator.same2"] },
    {
      title: "part.during",
      lines: [
        "facilitator.during1",
        "facilitator.during2",
        "facilitator.during3",
        "facilitator.during4",
      ],
    },
    { title: "part.after", lines: ["facilitator.after1", "facilitator.after2"] },
    {
      title: "part.trouble",
      lines: ["facilitator.trouble1", "facilitator.trouble2", "facilitator.trouble3"],
    },
  ],
  representative: [
    { title: "part.task", lines: ["representative.task"] },
    {
      title: "part.before",
      lines: ["representative.before1", "representative.before2", "representative.before3"],
    },
    { title: "part.during", lines: ["representative.during1", "representative.during2"] },
    {
      title: "part.limits",
      lines: ["representative.limits1", "representative.limits2", "representative.limits3"],
    },
    {
      title: "part.later",
      lines: ["representative.later1", "representative.later2", "representative.later3"],
    },
  ],
};
