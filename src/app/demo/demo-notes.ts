// A practice round of a town that does not exist: the same seed always gives the same sessions. What was said is fixed in
// the file beside this one; order, speakers, agreement, stars and minutes come from the seed. Everything here is invented.
import { NoteFields, noteFields } from "../../domain/note.ts";
import { Count, Day, Language, Tag, tags, text, z } from "../../domain/schema.ts";
import written from "./demo-notes.json";

const Written = z.strictObject({
  sessions: z.array(
    z.strictObject({
      title: text(200),
      lang: Language,
      groups: z.array(text(200)),
      place: text(200),
      heldOn: Day,
      people: Count,
      /** Every note approved before it was handed over; else nobody looked. */
      reviewed: z._default(z.boolean(), true),
      /** The table let it be told as coming from its group. */
      groupConsent: z.optional(z.literal(true)),
      notes: z.array(
        z.strictObject({
          text: noteFields.text,
          translation: noteFields.translation,
          kinds: z._default(tags(8), []),
          subThemes: z._default(tags(16), []),
          topics: z._default(tags(16), []),
          area: z.optional(Tag),
          polarity: noteFields.polarity,
          speaker: noteFields.speaker,
          unfinished: noteFields.unfinished,
          /** Said about the measure of the round before. */
          carried: z.optional(z.literal(true)),
        }),
      ),
    }),
  ),
});
type WrittenSession = z.infer<typeof Written>["sessions"][number];
type WrittenNote = WrittenSession["notes"][number];

export interface DemoSession {
  readonly title: string;
  readonly languages: readonly string[];
  readonly groups: readonly string[];
  readonly place: string;
  readonly heldOn: string;
  readonly people: number;
  readonly reviewed: boolean;
  readonly groupConsent?: true | undefined;
  readonly notes: readonly NoteFields[];
}

/**
 * The sessions of a practice round, notes in the order in which they were said. `carried` is the question about the earlier
 * round's measure, where it is asked.
 */
export const makeDemoNotes = (
  seed: number,
  carried?: Tag,
  sessions: unknown = written.sessions,
): readonly DemoSession[] => {
  const random = mulberry32(seed);
  return Written.parse({ sessions }).sessions.map(({ lang, notes, ...session }) => ({
    ...session,
    languages: [lang],
    notes: tell(notes, { lang, ...session }, random, carried),
  }));
};

type Random = () => number;

const order = "ASVO";
const tell = (
  notes: readonly WrittenNote[],
  session: Omit<WrittenSession, "notes">,
  random: Random,
  carried: Tag | undefined,
): readonly NoteFields[] => {
  // The talk follows the questions, dimension by dimension; what has no tag comes up anywhere.
  const placed = notes.map((note) => {
    const dimension = note.subThemes[0]?.[0];
    const turn = dimension ? order.indexOf(dimension) : random() * order.length;
    return { note, at: turn + random() * 0.95 };
  });
  placed.sort((a, b) => a.at - b.at);
  let second = 17 * 3_600 + 300;
  return placed.map(({ note }) => {
    second += 60 + Math.floor(random() * 330);
    const begunAt = new Date(Date.parse(`${session.heldOn}T00:00:00.000Z`) + second * 1_000);
    const fields = toFields(note, session, begunAt.toISOString(), random);
    return note.carried && carried ? { ...fields, phase: carried } : fields;
  });
};

const toFields = (
  { translation, area, polarity, speaker, unfinished, carried: _, ...note }: WrittenNote,
  { lang, people }: Omit<WrittenSession, "notes">,
  begunAt: string,
  random: Random,
): NoteFields => {
  const chance = (share: number) => random() < share;
  const dimensions = [...new Set(note.subThemes.map((id) => id.slice(0, 1)))];
  // One in twelve stays untagged, as at a real table: a forced tag is worse than none.
  const untagged = dimensions.length === 0 || chance(1 / 12);
  const agree = 1 + Math.floor(random() * (people - 1));
  const disagree = polarity === "mixed" ? Math.floor(random() * (people - agree + 1)) : 0;
  return NoteFields.parse({
    ...note,
    lang,
    begunAt,
    ...(translation && { translation }),
    ...(untagged
      ? { dimensions: [], subThemes: [], topics: [] }
      : { dimensions, phase: questionOf(dimensions[0], random) }),
    ...(area && !untagged && { area }),
    ...(polarity && !untagged && { polarity }),
    speaker: speaker ?? (chance(0.15) ? "several" : `P${1 + Math.floor(random() * people)}`),
    ...(chance(0.25) && !unfinished && !speaker && { agreement: { agree, disagree } }),
    ...(chance(0.12) && !unfinished && { star: true }),
    ...(note.kinds.includes("quote") && chance(0.7) && { quotable: true }),
    ...(unfinished && { unfinished }),
  });
};

const questionOf = (dimension: string | undefined, random: Random): string =>
  `Q-${dimension}${1 + Math.floor(random() * 3)}`;

/** A small repeatable generator (mulberry32): 0 ≤ x < 1. */
const mulberry32 = (seed: number): Random => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
