// Watches what this device holds and keeps its numbers in two stores. At the start it compares them with what is there:
// a difference is told before anything else is, and nothing is written over it until somebody has read it.
import { effect } from "@preact/signals";
import { ofKind } from "../../domain/record.ts";
import type { BoxId } from "../../domain/schema.ts";
import {
  type BoxMark,
  findClockBack,
  findLoss,
  type Mark,
  parseMark,
  parseSecondMark,
  toBoxMark,
  toSums,
} from "./mark.ts";
import type { MarkKeeper, MarkSignals, MarksDeps } from "./mark-ports.ts";

const settingName = "mark";
const writeAfterMs = 2_000;
const clockEveryMs = 10 * 60 * 1_000;

/** Compares, begins to watch, and answers once the numbers are written. */
export const startMarkKeeper = async (
  deps: MarksDeps,
  { boxes, lost, clockBack }: MarkSignals,
): Promise<MarkKeeper> => {
  const { now, device, outboxOf, workspace, second, after } = deps;
  const outboxes = new Map<BoxId, () => void>();
  /** The open box and its rows when its notes were last counted. */
  let counted = "";
  let callOff: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();

  const set = (box: BoxId, mark: BoxMark | undefined) => {
    const next = new Map(boxes.value);
    if (mark) next.set(box, mark);
    else next.delete(box);
    boxes.value = next;
  };

  const readMark = async (): Promise<Mark | undefined> => {
    const stored = await device.readSetting(settingName);
    return stored.ok ? parseMark(stored.value) : undefined;
  };

  const write = async () => {
    const known = await readMark();
    // Another window knows the notes of the box that is open there.
    for (const [box, mark] of boxes.value) {
      const notes = known?.boxes[box]?.notes ?? 0;
      if (notes > mark.notes) set(box, { ...mark, notes });
    }
    const mark: Mark = {
      seenMs: now(),
      boxes: Object.fromEntries(boxes.value),
      ...(clockBack.value ? { clockBack: clockBack.value } : {}),
      ...(lost.value ? { lost: lost.value } : {}),
    };
    const written = await device.writeSetting(settingName, mark);
    // Only beside a database that takes writes: otherwise the numbers there are the ones to keep.
    if (!written.ok) return;
    const told = lost.value ? { lost: lost.value } : {};
    second.write(JSON.stringify({ sums: toSums(mark), ...told }));
  };

  const flush = (): Promise<void> => {
    callOff?.();
    callOff = undefined;
    writing = writing.then(write);
    return writing;
  };
  const soon = () => {
    callOff ??= after(writeAfterMs, () => void flush());
  };

  const follow = (box: BoxId, kind: BoxMark["kind"]) =>
    outboxOf(box).watch((answer) => {
      if (!answer.ok || !outboxes.has(box)) return;
      set(box, toBoxMark(boxes.value.get(box), kind, answer.value, now()));
      soon();
    });

  const leave = (box: BoxId) => {
    outboxes.get(box)?.();
    outboxes.delete(box);
    set(box, undefined);
  };

  const countNotes = async () => {
    const open = workspace.open.value;
    const records = await open?.records.readAll();
    if (!open || !records?.ok) return;
    const notes = new Set(ofKind(records.value, "note/1").map(({ record }) => record.noteId)).size;
    const mark = boxes.value.get(open.box);
    if (!mark || notes <= mark.notes) return;
    set(open.box, { ...mark, notes });
    soon();
  };

  const watch = () => {
    device.watchBoxes((answer) => {
      if (!answer.ok) return;
      const here = new Set(answer.value.map(({ box }) => box));
      for (const { box, kind } of answer.value) {
        if (!outboxes.has(box)) {
          outboxes.set(box, () => undefined);
          outboxes.set(box, follow(box, kind));
        }
      }
      const missing = [...outboxes.keys()].filter((box) => !here.has(box));
      if (missing.length === 0) return;
      // Another window that removes a box takes it from the mark first; what the mark still has was not removed by us.
      void readMark().then((mark) => {
        for (const box of missing) if (mark && !mark.boxes[box]) leave(box);
      });
    });
    effect(() => {
      const box = workspace.open.value?.box;
      const rows = box && boxes.value.get(box)?.rows;
      if (rows === undefined || counted === `${box} ${rows}`) return;
      counted = `${box} ${rows}`;
      after(writeAfterMs, () => void countNotes());
    });
  };
  const lookAtClock = () => {
    after(clockEveryMs, () => {
      void flush();
      lookAtClock();
    });
  };

  const compare = async () => {
    const mark = await readMark();
    const stored = await device.listBoxes();
    if (!stored.ok) return;
    const present = new Map<BoxId, number>();
    for (const { box } of stored.value) {
      const envelopes = await outboxOf(box).list();
      const unbundled = await outboxOf(box).unbundled();
      // What cannot be read now is not said to be gone.
      if (!envelopes.ok || !unbundled.ok) return;
      present.set(box, envelopes.value.length + unbundled.value.length);
    }
    lost.value = findLoss(mark, parseSecondMark(second.read()), present);
    clockBack.value = findClockBack(mark, now());
    const kept = stored.value.flatMap(({ box }) => {
      const one = mark?.boxes[box];
      return one ? [[box, one] as const] : [];
    });
    boxes.value = new Map(kept);
    watch();
    await flush();
    lookAtClock();
  };

  await compare();
  return {
    forget: async (box) => {
      leave(box);
      await flush();
    },
    acknowledge: async () => {
      lost.value = undefined;
      await flush();
    },
    flush: async () => {
      await countNotes();
      await flush();
    },
  };
};
