// What a reviewer goes through: the notes that could leave the room, in the order of the talk, and how far one has come.
import type { NoteView } from "./notes.ts";
import type { EntityId } from "./schema.ts";

export const queueFilters = [
  "waiting",
  "all",
  "untagged",
  "unfinished",
  "untranslated",
  "hinted",
  "rivals",
  "differing",
  "starred",
  "returned",
  "held-back",
] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** What was struck through is in no release whatever anybody says of it. */
export const toQueue = (notes: readonly NoteView[]): readonly NoteView[] =>
  notes.filter(({ fields }) => fields.struck !== true);

/** Languages that reviewer and desk read without a translation. */
export const readable: readonly string[] = ["fi", "sv", "en"];

/** Notes that somebody looked for in all of them. */
export type QueueMarks = {
  /** That may hold personal data. */
  readonly hinted: ReadonlySet<EntityId>;
  /** That two scribes tagged differently. */
  readonly differing: ReadonlySet<EntityId>;
};

const passes: Readonly<Record<QueueFilter, (note: NoteView, marks: QueueMarks) => boolean>> = {
  waiting: ({ verdict }) => verdict === "unreviewed",
  all: () => true,
  untagged: ({ fields }) => fields.dimensions.length === 0,
  unfinished: ({ fields }) => fields.unfinished === true,
  untranslated: ({ fields: { lang, translation } }) =>
    !readable.includes(lang) && !(translation && readable.includes(translation.lang)),
  hinted: ({ noteId }, { hinted }) => hinted.has(noteId),
  rivals: ({ rivals }) => rivals.size > 0,
  differing: ({ noteId }, { differing }) => differing.has(noteId),
  starred: ({ fields }) => fields.star === true,
  returned: ({ verdict }) => verdict === "returned",
  "held-back": ({ verdict }) => verdict === "held-back",
};

export const filterQueue = (
  queue: readonly NoteView[],
  filter: QueueFilter,
  marks: QueueMarks,
): readonly NoteView[] => queue.filter((note) => passes[filter](note, marks));

export type QueueProgress = {
  readonly total: number;
  readonly approved: number;
  readonly returned: number;
  readonly heldBack: number;
  readonly waiting: number;
  /** Somebody other than the scribe changed them. */
  readonly changed: number;
};

export const measureQueue = (queue: readonly NoteView[]): QueueProgress => {
  const count = (holds: (note: NoteView) => boolean) => queue.filter(holds).length;
  return {
    total: queue.length,
    approved: count(({ verdict }) => verdict === "approved"),
    returned: count(({ verdict }) => verdict === "returned"),
    heldBack: count(({ verdict }) => verdict === "held-back"),
    waiting: count(({ verdict }) => verdict === "unreviewed"),
    changed: count(wasChangedInReview),
  };
};

/** A person other than the scribe wrote a revision of it. */
export const wasChangedInReview = (note: NoteView): boolean =>
  note.history.length > 1 &&
  note.history.some(({ record }) => record.author.role === "facilitator");

/** Two scribes at one table: a letter for each device that wrote notes, in the order of the talk. Empty for one alone. */
export const letterScribes = (queue: readonly NoteView[]): ReadonlyMap<string, string> => {
  const devices = new Set(queue.map(deviceOf));
  return devices.size < 2
    ? new Map()
    : new Map([...devices].map((device, at) => [device, String.fromCharCode(65 + (at % 26))]));
};

/** The device that first wrote it, as far as its revisions tell. */
export const deviceOf = ({ history }: NoteView): string => history[0]?.record.author.device ?? "";
