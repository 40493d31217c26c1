// What the coordinator chose for a plan: which one, its language, its period, at most three objectives. Kept as a draft.
import { z } from "../../../domain/schema.ts";
import { reportLanguages } from "../reports/report-settings.ts";

export const planKinds = ["action", "implementation"] as const;
export type PlanKind = (typeof planKinds)[number];

/** An implementation plan holds no more. */
export const maxObjectives = 3;

const line = z.string().check(z.maxLength(200));
const day = z.string().check(z.regex(/^(\d{4}-\d{2}-\d{2})?$/));

export const PlanSettings = z.readonly(
  z.strictObject({
    kind: z.enum(planKinds),
    lang: z.enum(reportLanguages),
    municipality: line,
    approver: line,
    /** Empty until it is known; of an implementation plan alone. */
    from: day,
    until: day,
    /** As `objectiveKey` says them. */
    objectives: z.readonly(z.array(z.string()).check(z.maxLength(maxObjectives))),
  }),
);
export type PlanSettings = z.infer<typeof PlanSettings>;

export const planKey = (roundId: string): string => `plan/${roundId}`;

/** A draft of another version is left aside rather than half understood. */
export const parsePlanSettings = (draft: unknown): PlanSettings | undefined => {
  const parsed = PlanSettings.safeParse(draft);
  return parsed.success ? parsed.data : undefined;
};
