// What the coordinator chose for a report: its sections and their order, its language, and where no numbers are wanted.
// Kept as a draft, so that leaving the screen loses nothing.
import { EntityId, Language, z } from "../../../domain/schema.ts";

export const reportLanguages = ["fi", "sv", "en"] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

const fixedSections = [
  "introduction",
  "gathered",
  "across",
  "sub-themes",
  "groups",
  "languages",
  "silent",
  "dissent",
  "changes",
  "limits",
] as const;
/** One of the fixed ones, or `dimension:` and its id. The methods statement is none: it always stands at the end. */
export type SectionId = (typeof fixedSections)[number] | `dimension:${string}`;

export const dimensionOf = (section: string): string | undefined =>
  section.startsWith("dimension:") ? section.slice("dimension:".length) : undefined;

const isSection = (id: unknown): boolean =>
  typeof id === "string" &&
  id.length <= 60 &&
  (fixedSections.some((each) => each === id) || dimensionOf(id) !== undefined);
const Section = z.custom<SectionId>(isSection, "no such section");

export const mergeable = ["sub-theme", "group"] as const;

export const ReportSettings = z.readonly(
  z.strictObject({
    lang: z.enum(reportLanguages),
    title: z.string().check(z.maxLength(200)),
    introduction: z.string().check(z.maxLength(20_000)),
    order: z.readonly(z.array(Section)),
    off: z.readonly(z.array(Section)),
    /** Sections that are told in words alone; `findings` is how often each was heard. */
    inWords: z.readonly(z.array(z.union([Section, z.literal("findings")]))),
    merge: z.readonly(z.array(z.enum(mergeable))),
    /** Quotes that may be told and are not wanted here. */
    withoutQuotes: z.optional(z.readonly(z.array(EntityId).check(z.maxLength(1_000)))),
    /** Sections whose picture is not wanted; its table stays. */
    withoutCharts: z.optional(z.readonly(z.array(Section))),
  }),
);
export type ReportSettings = z.infer<typeof ReportSettings>;
export type Mergeable = (typeof mergeable)[number];

/** Off until somebody wants them: groups and languages say most about the fewest, changes are easily read as causes. */
export const createSettings = (
  dimensions: readonly string[],
  lang: ReportLanguage,
): ReportSettings => ({
  lang,
  title: "",
  introduction: "",
  order: [
    "introduction",
    "gathered",
    ...dimensions.map((id): SectionId => `dimension:${id}`),
    "across",
    "sub-themes",
    "groups",
    "languages",
    "silent",
    "dissent",
    "changes",
    "limits",
  ],
  off: ["groups", "languages", "changes"],
  inWords: [],
  merge: [],
});

export const settingsKey = (roundId: string): string => `report/${roundId}`;

/** A draft of another version is left aside rather than half understood. */
export const parseSettings = (draft: unknown): ReportSettings | undefined => {
  const parsed = ReportSettings.safeParse(draft);
  return parsed.success ? parsed.data : undefined;
};

/** A draft from before there was a section gets it at its place, off. What is published stays as it was. */
export const withLaterSections = (settings: ReportSettings): ReportSettings => {
  const { order, off } = settings;
  if (order.includes("changes")) return settings;
  const at = order.includes("limits") ? order.indexOf("limits") : order.length;
  return { ...settings, order: order.toSpliced(at, 0, "changes"), off: [...off, "changes"] };
};

export const toReportLanguage = (code: string): ReportLanguage => {
  const primary = Language.safeParse(code).success ? code.split("-")[0] : "fi";
  return reportLanguages.find((each) => each === primary) ?? "fi";
};

export const isOn = ({ off }: ReportSettings, section: SectionId): boolean =>
  !off.includes(section);

/** In or out again; where a piece stands is not touched. */
export const togglePiece = <T>(without: readonly T[] | undefined, piece: T): readonly T[] =>
  without?.includes(piece) ? without.filter((each) => each !== piece) : [...(without ?? []), piece];

/** One place up or down; at an end nothing moves. */
export const moveSection = (
  settings: ReportSettings,
  section: SectionId,
  by: 1 | -1,
): ReportSettings => {
  const from = settings.order.indexOf(section);
  const to = from + by;
  if (from < 0 || to < 0 || to >= settings.order.length) return settings;
  const order = settings.order.toSpliced(from, 1).toSpliced(to, 0, section);
  return { ...settings, order };
};
