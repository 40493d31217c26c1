// Handing over: what is here, what has left, what has arrived, and the closing step. Whatever fails, all stays.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Result } from "../../base/result.ts";
import { foldNotes } from "../../domain/notes.ts";
import { type HintedNote, toHintedNotes } from "../../domain/privacy/hinted-notes.ts";
import type { Named } from "../../domain/record.ts";
import type { ReleaseBody, ReleaseError } from "../../domain/release.ts";
import { makeRelease } from "../../domain/release.ts";
import { readable } from "../../domain/review-queue.ts";
import { foldSession } from "../../domain/session.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { CardInfo } from "../box-facts.ts";
import { closeSession } from "../closing.ts";
import { cutAll } from "../delivery.ts";
import type { AppDeps } from "../deps.ts";
import type { ToldError } from "../error-key.ts";
import type { OpenBox } from "../open-box.ts";
import { sessionFieldsOf } from "../session-plan.ts";
import { type Dispatch, type Parcels, toDispatch } from "./dispatch.ts";
import { countNeeds, type FinishCounts } from "./finish-need.ts";
import { type HandOverCopy, makeCopy, noteCopied } from "./hand-over-file.ts";
import { addKnownWord, readKnownWords } from "./known-words.ts";
import { findPlanOffer, type PlanOffer } from "./plan-offer.ts";

export type HandOverView = {
  readonly title: string | undefined;
  readonly receiver: CardInfo["desk"] | undefined;
  readonly offer: PlanOffer | undefined;
  readonly notes: number;
  /** What the debrief would still find to do. */
  readonly toFinish: FinishCounts;
  readonly dispatch: Dispatch;
  /** What the closing step would hand over now, or why it cannot. Undefined while nothing is known of the session. */
  readonly preview: Result<ReleaseBody, ReleaseError> | undefined;
  /** Of the notes that would go, or still wait: those that may hold personal data. Advice, no obstacle. */
  readonly hinted: readonly HintedNote[];
};
type Work = "closing" | "sending" | "copying" | "locking";

export type HandOverModel = {
  readonly view: ReadonlySignal<HandOverView | undefined>;
  readonly loadFailure: ReadonlySignal<StoreError | undefined>;
  readonly failure: ReadonlySignal<ToldError | undefined>;
  readonly work: ReadonlySignal<Work | undefined>;
  /** The closing step, then a first try to send. Resolves to true once the release lies on this device. */
  readonly close: () => Promise<boolean>;
  readonly sendNow: () => Promise<void>;
  readonly copy: () => Promise<HandOverCopy | undefined>;
  readonly noteCopied: (copy: HandOverCopy) => Promise<void>;
  readonly adopt: (offer: PlanOffer) => Promise<void>;
  /** This word is no personal data; not pointed out again. */
  readonly dismiss: (word: string) => Promise<void>;
  /** Packs, then locks. After a failed packing a second press locks all the same: sealed rows stay. */
  readonly lock: () => Promise<boolean>;
  readonly lockWouldStrand: ReadonlySignal<boolean>;
  readonly stop: () => void;
};

export type HandOverDeps = Pick<
  AppDeps,
  "env" | "keys" | "workspace" | "courier" | "delivery" | "locking"
>;

export const createHandOverModel = (deps: HandOverDeps, box: OpenBox): HandOverModel => {
  const records = signal<readonly Named[]>();
  const parcels = signal<Parcels>();
  const facts = signal<Omit<HandOverView, "dispatch">>();
  const loadFailure = signal<StoreError>();
  const failure = signal<ToldError>();
  const work = signal<Work>();
  const lockWouldStrand = signal(false);
  let turn = 0;

  const readFacts = async (known: readonly Named[]) => {
    turn += 1;
    const mine = turn;
    const { card } = box.facts();
    const notes = foldNotes(known);
    const preview = await previewRelease(box, known);
    const words = await readKnownWords(box);
    const written = notes.filter(({ fields }) => fields.struck !== true);
    const going = preview?.ok
      ? preview.value.notes
      : written.map(({ noteId, fields }) => ({ ...fields, noteId }));
    const next = {
      title: sessionFieldsOf(known, card)?.title,
      receiver: card?.desk,
      offer: await findPlanOffer(deps.keys, box, known),
      notes: written.length,
      toFinish: countNeeds(notes),
      preview,
      hinted: toHintedNotes(going, words.ok ? words.value : []),
    };
    if (mine === turn) facts.value = next;
  };

  const stops = [
    box.records.watch((answer) => {
      if (!answer.ok) {
        loadFailure.value = answer.error;
        return;
      }
      records.value = answer.value;
      void readFacts(answer.value);
    }),
    box.envelopes.watch((answer) => {
      if (answer.ok) parcels.value = answer.value;
      else loadFailure.value = answer.error;
    }),
  ];

  /** The closing under way: a file asked for meanwhile is made after it, with the release in it. */
  let closing: Promise<unknown> = Promise.resolve();

  /** One piece of work at a time; a second press meanwhile does nothing. */
  const during = async <T>(name: Work, run: () => Promise<T>): Promise<T | undefined> => {
    if (work.value !== undefined) return undefined;
    work.value = name;
    failure.value = undefined;
    try {
      return await run();
    } finally {
      work.value = undefined;
    }
  };

  const keep = <T, E extends ToldError>(result: Result<T, E>): T | undefined => {
    if (result.ok) return result.value;
    failure.value = result.error;
    return undefined;
  };

  return {
    view: computed(() => {
      if (!facts.value || !parcels.value) return undefined;
      return { ...facts.value, dispatch: toDispatch(parcels.value, records.value) };
    }),
    loadFailure,
    failure,
    work,
    lockWouldStrand,
    close: async () => {
      const mine = during("closing", async () => keep(await closeSession(deps.delivery, box)));
      closing = Promise.all([closing, mine]);
      const closed = await mine;
      if (closed) void deps.courier.sendNow();
      return closed !== undefined;
    },
    sendNow: async () => {
      await during("sending", deps.courier.sendNow);
    },
    copy: async () => {
      await closing;
      return during("copying", async () => keep(await makeCopy(deps.delivery, box)));
    },
    noteCopied: async (copy) => {
      keep(await noteCopied(box, copy, deps.env.now()));
    },
    adopt: async (offer) => {
      keep(await deps.workspace.adoptCard(offer.card));
      if (records.value) await readFacts(records.value);
    },
    dismiss: async (word) => {
      keep(await addKnownWord(box, word));
      if (records.value) await readFacts(records.value);
    },
    lock: async () => {
      const locked = await during("locking", async () => {
        const cut = await cutAll(deps.delivery, box);
        if (!cut.ok && !lockWouldStrand.value) {
          keep(cut);
          lockWouldStrand.value = true;
          return false;
        }
        return deps.locking.lockUp();
      });
      return locked === true;
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
};

/** The same counts as the release will carry. A card's session that nobody has written down yet is written in thought. */
const previewRelease = async (
  box: OpenBox,
  records: readonly Named[],
): Promise<HandOverView["preview"]> => {
  if (foldSession(records)) return makeRelease(records, box.box, readable);
  const fields = sessionFieldsOf(records, box.facts().card);
  if (!fields) return undefined;
  const thought = await box.writer.prepare([{ kind: "session/1", ...fields, parents: [] }]);
  return thought.ok ? makeRelease([...records, ...thought.value], box.box, readable) : undefined;
};
