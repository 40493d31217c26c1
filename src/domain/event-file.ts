// What the meeting-room page saves: commitments typed there, each with an id of its own, so that taking a file in twice adds
// nothing. The file comes from outside: strict, small, and one bad line never costs the others.
import { parseUtf8 } from "../base/bytes.ts";
import { Day, EntityId, Instant, Language, text, z } from "./schema.ts";

export const eventFileFormat = "kuuluu-commitments";
export const maxEventFileBytes = 1_048_576;
export const maxTyped = 200;

const TypedCommitment = z.readonly(
  z.strictObject({
    id: EntityId,
    finding: z.optional(EntityId),
    promise: text(2_000),
    unit: z.optional(text(200)),
    dueOn: z.optional(Day),
    firstFollowUpOn: z.optional(Day),
    readAloud: z.optional(z.literal(true)),
  }),
);
export type TypedCommitment = z.infer<typeof TypedCommitment>;

const Frame = z.strictObject({
  format: z.literal(eventFileFormat),
  version: z.literal(1),
  event: EntityId,
  round: EntityId,
  lang: Language,
  savedAt: Instant,
  commitments: z.array(z.unknown()).check(z.maxLength(maxTyped)),
});

/** Which field of a line is wrong; `line` is the commitment as a whole, `twice` an id that stands above already. */
export const typedFields = ["finding", "promise", "unit", "dueOn", "firstFollowUpOn"] as const;
export type LineFault = (typeof typedFields)[number] | "line" | "twice";

export type EventFile = Pick<z.infer<typeof Frame>, "event" | "round" | "lang"> & {
  readonly commitments: readonly TypedCommitment[];
  /** Counted from 1, as the page numbers them. */
  readonly refused: readonly { readonly item: number; readonly fault: LineFault }[];
};

export type EventFileRefusal = "too-large" | "not-text" | "not-ours" | "newer";

const faultOf = (path: readonly PropertyKey[]): LineFault =>
  typedFields.find((field) => field === path[0]) ?? "line";

const parseJson = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(parseUtf8(bytes) ?? "") };
  } catch {
    return undefined; // Not UTF-8, not JSON, or nested deeper than any reader goes.
  }
};

const isNewer = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  "format" in value &&
  value.format === eventFileFormat &&
  "version" in value &&
  typeof value.version === "number" &&
  value.version > 1;

export const parseEventFile = (bytes: Uint8Array): EventFile | EventFileRefusal => {
  if (bytes.length > maxEventFileBytes) return "too-large";
  const read = parseJson(bytes);
  if (!read) return "not-text";
  if (isNewer(read.value)) return "newer";
  const frame = Frame.safeParse(read.value);
  if (!frame.success) return "not-ours";
  const { event, round, lang } = frame.data;
  const commitments: TypedCommitment[] = [];
  const refused: { item: number; fault: LineFault }[] = [];
  for (const [at, line] of frame.data.commitments.entries()) {
    const parsed = TypedCommitment.safeParse(line);
    if (!parsed.success) {
      refused.push({ item: at + 1, fault: faultOf(parsed.error.issues[0]?.path ?? []) });
    } else if (commitments.some(({ id }) => id === parsed.data.id)) {
      refused.push({ item: at + 1, fault: "twice" });
    } else {
      commitments.push(parsed.data);
    }
  }
  return { event, round, lang, commitments, refused };
};
