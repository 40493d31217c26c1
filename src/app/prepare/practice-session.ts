// A session for practising, in the practice's own database: made anew each time, emptied afterwards, and addressed to
// nobody, so that nothing of it can be handed over.
import { createCode } from "../../base/code.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import { nameByDigest } from "../../domain/codebook.ts";
import { foldNotes } from "../../domain/notes.ts";
import type { CardInfo } from "../box-facts.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { createEntityId } from "../record-writer.ts";

type Deps = Pick<AppDeps, "env" | "keys" | "device" | "workspace" | "contents">;
export type PracticeError = { readonly type: string };

/** Removes whatever an earlier practice left. */
export const emptyPractice = async ({ device }: Pick<Deps, "device">) => {
  const boxes = await device.listBoxes();
  if (!boxes.ok) return boxes;
  for (const { box } of boxes.value) {
    const removed = await device.removeBox(box);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};

export const openPractice = async (
  deps: Deps,
  words: { readonly title: string; readonly language: string },
): Promise<Result<OpenBox, PracticeError>> => {
  const { env, keys, contents, workspace } = deps;
  const emptied = await emptyPractice(deps);
  if (!emptied.ok) return failed(emptied.error);
  // A receiver that nobody has: its key is made here and dropped here.
  const nobody = await keys.deriveBoxKeys(env.random(32));
  const card: CardInfo = {
    desk: { recipient: nobody.recipient, box: nobody.box, name: words.title, operator: "ngo" },
    title: words.title,
    languages: [words.language],
    roundId: createEntityId(env.random),
    roundName: words.title,
    codebook: await nameByDigest(await contents.currentCodebook(), env.digest),
    guide: await nameByDigest(await contents.currentGuide(), env.digest),
    reviewRequired: false,
    noResume: true,
  };
  return workspace.joinSession(createCode("session", env.random), "scribe", card);
};

export type PracticeCounts = { readonly notes: number; readonly tagged: number };

export const countPractice = async (box: OpenBox): Promise<PracticeCounts> => {
  const records = await box.records.readAll();
  const notes = records.ok ? foldNotes(records.value).filter(({ fields }) => !fields.struck) : [];
  return {
    notes: notes.length,
    tagged: notes.filter(({ fields }) => fields.dimensions.length > 0).length,
  };
};

/** Counts, locks and removes. */
export const closePractice = async (deps: Deps, box: OpenBox): Promise<PracticeCounts> => {
  const counts = await countPractice(box);
  await deps.workspace.lock();
  await emptyPractice(deps);
  return counts;
};
