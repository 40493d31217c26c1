// Typing a session in afterwards: lines and what the paper says of the session, kept as a draft soon after every key, until
// they are saved as a release.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { foldCards } from "../../../domain/desk.ts";
import type { Named } from "../../../domain/record.ts";
import { type BoxId, Day, z } from "../../../domain/schema.ts";
import type { StoreError } from "../../../storage/ports.ts";
import type { AppDeps } from "../../deps.ts";
import type { OpenBox } from "../../open-box.ts";
import { createEntityId } from "../../record-writer.ts";
import {
  EnteredLine,
  emptyContent,
  findFaults,
  type LineFault,
  toLines,
  toTexts,
} from "./entered-lines.ts";
import { type EnterError, enterSession, findEntry } from "./entered-release.ts";

const Head = z.object({
  heldOn: z.string(),
  people: z.string(),
  noticeRead: z.boolean(),
  reviewed: z.boolean(),
});
/** As typed: a day as its field gives it, a number as text. */
export type TypedHead = z.infer<typeof Head>;
const Draft = z.object({ head: Head, lines: z.readonly(z.array(EnteredLine)), pasted: z.string() });

export type EnteringFault = "nothing" | "people" | "day";

export interface EnteringModel {
  readonly state: ReadonlySignal<"loading" | "ready" | "unknown">;
  readonly title: ReadonlySignal<string>;
  readonly head: ReadonlySignal<TypedHead>;
  readonly setHead: (part: Partial<TypedHead>) => void;
  readonly lines: ReadonlySignal<readonly EnteredLine[]>;
  /** The language that a new line gets. */
  readonly lang: Signal<string>;
  readonly pasted: ReadonlySignal<string>;
  readonly setPasted: (text: string) => void;
  /** Turns the pasted text into lines under those that are there. Resolves to how many. */
  readonly take: () => number;
  /** Lines that came from elsewhere, under those that are there. */
  readonly append: (lines: readonly Omit<EnteredLine, "noteId">[]) => void;
  readonly add: () => void;
  readonly change: (noteId: string, part: Partial<EnteredLine>) => void;
  readonly remove: (noteId: string) => void;
  /** The line that was taken away last. */
  readonly removed: ReadonlySignal<EnteredLine | undefined>;
  readonly putBack: () => void;
  readonly faults: ReadonlySignal<readonly EnteringFault[]>;
  readonly lineFaults: ReadonlySignal<readonly LineFault[]>;
  /** An entry stands already and is being mended. */
  readonly isMending: ReadonlySignal<boolean>;
  /** Releases of a tablet that stand beside it. */
  readonly others: ReadonlySignal<number>;
  readonly isKept: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<EnterError | StoreError | undefined>;
  /** How many notes were saved; undefined until they are. */
  readonly saved: ReadonlySignal<number | undefined>;
  readonly save: () => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly load: () => Promise<void>;
}

const soonMs = 300;
const emptyHead: TypedHead = { heldOn: "", people: "", noticeRead: false, reviewed: false };

export const createEnteringModel = (
  deps: Pick<AppDeps, "env">,
  desk: Pick<OpenBox, "records" | "writer" | "drafts">,
  session: BoxId,
): EnteringModel => {
  const key = `entering/${session}`;
  const state = signal<"loading" | "ready" | "unknown">("loading");
  const title = signal("");
  const head = signal<TypedHead>(emptyHead);
  const lines = signal<readonly EnteredLine[]>([]);
  const lang = signal("fi");
  const pasted = signal("");
  const removed = signal<EnteredLine | undefined>(undefined);
  const mending = signal(false);
  const others = signal(0);
  const isKept = signal(true);
  const busy = signal(false);
  const asked = signal(false);
  const failure = signal<EnterError | StoreError | undefined>(undefined);
  const saved = signal<number | undefined>(undefined);

  let soon: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  const flush = async () => {
    clearTimeout(soon);
    soon = undefined;
    await queue(async () => {
      if (isKept.peek()) return;
      const draft = { head: head.peek(), lines: lines.peek(), pasted: pasted.peek() };
      isKept.value = true;
      const written = await desk.drafts.write(key, draft);
      if (written.ok) return;
      isKept.value = false;
      failure.value = written.error;
    });
  };
  const touch = () => {
    isKept.value = false;
    saved.value = undefined;
    soon ??= setTimeout(() => void flush(), soonMs);
  };
  const setLines = (next: readonly EnteredLine[]) => {
    lines.value = next;
    touch();
  };
  const append = (more: readonly Omit<EnteredLine, "noteId">[]) =>
    setLines([
      ...lines.value,
      ...more.map((line) => ({ noteId: createEntityId(deps.env.random), ...line })),
    ]);

  const written = () => lines.value.filter(({ text }) => text.trim() !== "");
  const found = (): readonly EnteringFault[] => [
    ...(written().length === 0 ? (["nothing"] as const) : []),
    ...(/^\d{1,4}$/.test(head.value.people.trim()) ? [] : (["people"] as const)),
    ...(head.value.heldOn === "" || Day.safeParse(head.value.heldOn).success
      ? []
      : (["day"] as const)),
  ];
  const lineFaults = computed(() => findFaults(lines.value));

  const fill = (records: readonly Named[]) => {
    const { entry } = findEntry(records, session);
    if (!entry) return;
    const { heldOn, people, noticeRead, reviewed, notes } = entry.record;
    head.value = { heldOn: heldOn ?? "", people: String(people[0] ?? ""), noticeRead, reviewed };
    lines.value = toLines(notes);
  };

  return {
    ...{ state, title, head, lines, lang, pasted, removed, others, isKept, busy, failure, saved },
    lineFaults,
    isMending: mending,
    faults: computed(() => (asked.value ? found() : [])),
    setHead: (part) => {
      head.value = { ...head.value, ...part };
      touch();
    },
    setPasted: (text) => {
      pasted.value = text;
      touch();
    },
    take: () => {
      const texts = toTexts(pasted.value);
      pasted.value = "";
      append(texts.map((text) => ({ text, lang: lang.value, ...emptyContent })));
      return texts.length;
    },
    append,
    add: () => append([{ text: "", lang: lang.value, ...emptyContent }]),
    change: (noteId, part) =>
      setLines(lines.value.map((line) => (line.noteId === noteId ? { ...line, ...part } : line))),
    remove: (noteId) => {
      removed.value = lines.value.find((line) => line.noteId === noteId);
      setLines(lines.value.filter((line) => line.noteId !== noteId));
    },
    putBack: () => {
      if (removed.value) setLines([...lines.value, removed.value]);
      removed.value = undefined;
    },
    save: async () => {
      asked.value = true;
      if (busy.value || found().length > 0 || lineFaults.value.length > 0) return;
      busy.value = true;
      const { heldOn, people, noticeRead, reviewed } = head.value;
      const entered = await enterSession(
        deps,
        desk,
        session,
        { ...(heldOn && { heldOn }), people: Number(people), noticeRead, reviewed },
        written(),
      );
      busy.value = false;
      failure.value = entered.ok ? undefined : entered.error;
      if (!entered.ok) return;
      clearTimeout(soon);
      soon = undefined;
      isKept.value = true;
      // Only now: until the release stands, the draft is all there is.
      await queue(() => desk.drafts.remove(key));
      asked.value = false;
      mending.value = true;
      saved.value = entered.value;
    },
    flush,
    load: async () => {
      const records = await desk.records.readAll();
      if (!records.ok) {
        failure.value = records.error;
        return;
      }
      const card = foldCards(records.value).find((each) => each.session === session)?.fields;
      if (!card) {
        state.value = "unknown";
        return;
      }
      title.value = card.title;
      lang.value = card.languages[0] ?? "fi";
      head.value = { ...emptyHead, heldOn: card.plannedFor ?? "" };
      const standing = findEntry(records.value, session);
      mending.value = standing.entry !== undefined;
      others.value = standing.others;
      fill(records.value);
      const kept = await desk.drafts.read(key);
      const draft = Draft.safeParse(kept.ok ? kept.value : undefined);
      if (draft.success) {
        head.value = draft.data.head;
        lines.value = draft.data.lines;
        pasted.value = draft.data.pasted;
      }
      state.value = "ready";
    },
  };
};
