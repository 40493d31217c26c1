// The start of a session: who receives, which languages, how many people, was the notice read. What is not known is
// left out; nothing here keeps a note from being written.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Guide } from "../../domain/guide.ts";
import type { Named } from "../../domain/record.ts";
import type { Language } from "../../domain/schema.ts";
import { lastChangeOf } from "../../domain/session.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { CardInfo } from "../box-facts.ts";
import type { AppDeps } from "../deps.ts";
import type { ToldError } from "../error-key.ts";
import type { OpenBox } from "../open-box.ts";
import { reviseSession, type SessionFields, sessionFieldsOf } from "../session-plan.ts";
import { readNoteLanguage, writeNoteLanguage } from "./note-language.ts";
import { findPlanOffer, type PlanOffer } from "./plan-offer.ts";

export type StartForm = {
  /** As typed: digits or nothing. */
  readonly people: string;
  readonly sessionLanguage: Language;
  readonly noteLanguage: Language;
  readonly noticeLanguage: Language;
  readonly noticeRead: boolean;
};

export type StartState =
  | { readonly at: "loading" }
  | { readonly at: "failed"; readonly error: StoreError }
  /** It began already, here or on another device with this card: nothing to prepare. */
  | { readonly at: "begun" }
  | {
      readonly at: "ready";
      /** Absent for a typed code whose plan has not come: notes can be written all the same. */
      readonly fields: SessionFields | undefined;
      readonly guide: Guide | undefined;
      readonly receiver: CardInfo["desk"] | undefined;
      /** A plan came after the start of a typed code. */
      readonly offer: PlanOffer | undefined;
      /** The plan names another receiver than the card did: the card counts, and the coordinator is to be asked. */
      readonly planDiffers: boolean;
      readonly newestMs: number | undefined;
    };

export type StartModel = {
  readonly state: ReadonlySignal<StartState>;
  readonly form: ReadonlySignal<StartForm>;
  readonly change: (part: Partial<StartForm>) => void;
  readonly peopleWrong: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<ToldError | undefined>;
  readonly isStarting: ReadonlySignal<boolean>;
  /** Resolves to true when the session may be written. */
  readonly start: () => Promise<boolean>;
  readonly adopt: (offer: PlanOffer) => Promise<void>;
  readonly stop: () => void;
};

export type StartDeps = Pick<AppDeps, "env" | "keys" | "workspace" | "contents">;

const maxPeople = 500;

/** Undefined for an empty field, "wrong" for anything but a sensible number. */
export const parsePeople = (typed: string): number | undefined | "wrong" => {
  const digits = typed.trim();
  if (digits === "") return undefined;
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= maxPeople ? count : "wrong";
};

/**
 * The day by the clock on the wall of the session, whatever the device thinks of zones. From the parts: how a locale
 * puts them together differs between engines (measured: WebKitGTK writes 11/24/2026 for en-CA).
 */
const toDay = (ms: number): string => {
  const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: "Europe/Helsinki",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(ms);
  const part = (type: "year" | "month" | "day") => parts.find((each) => each.type === type)?.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
};

/** The notice as it is read aloud; undefined where the question set lacks it in that language. */
export const noticeText = (guide: Guide, lang: Language, receiver: string): string | undefined =>
  guide.notice[lang]?.replaceAll("{{receiver}}", () => receiver);

export const createStartModel = (deps: StartDeps, box: OpenBox): StartModel => {
  const state = signal<StartState>({ at: "loading" });
  const form = signal<StartForm>({
    people: "",
    sessionLanguage: "fi",
    noteLanguage: "fi",
    noticeLanguage: "fi",
    noticeRead: false,
  });
  const peopleWrong = signal(false);
  const failure = signal<ToldError>();
  const isStarting = signal(false);
  // What the person has chosen is not taken back when a plan arrives meanwhile.
  const touched = new Set<keyof StartForm>();
  let turn = 0;

  const propose = (part: Partial<StartForm>) => {
    const fresh = Object.entries(part).filter(([name]) => !touched.has(name as keyof StartForm)); // Its own keys.
    form.value = { ...form.value, ...Object.fromEntries(fresh) };
  };

  const show = async (records: readonly Named[]) => {
    turn += 1;
    const mine = turn;
    const { card } = box.facts();
    const fields = sessionFieldsOf(records, card);
    const isBegun =
      fields?.startedAt !== undefined || records.some(({ record }) => record.kind === "note/1");
    const guide = fields && (fields.guide ?? (await deps.contents.loadGuide(fields.guideDigest)));
    const offer = await findPlanOffer(deps.keys, box, records);
    const chosen = await readNoteLanguage(box);
    if (mine !== turn || state.value.at === "begun" || isStarting.value) return;
    if (isBegun) {
      state.value = { at: "begun" };
      return;
    }
    const [first = form.value.sessionLanguage] = fields?.languages ?? [];
    const noticed =
      guide && guide.notice[first] === undefined ? Object.keys(guide.notice)[0] : first;
    propose({
      sessionLanguage: first,
      noteLanguage: (chosen.ok && chosen.value) || first,
      noticeLanguage: noticed ?? first,
      ...(fields?.people === undefined ? {} : { people: String(fields.people) }),
    });
    const planned = fields?.desk?.recipient;
    state.value = {
      at: "ready",
      fields,
      guide,
      receiver: card?.desk,
      offer,
      planDiffers: card !== undefined && planned !== undefined && planned !== card.desk.recipient,
      newestMs: lastChangeOf(records),
    };
  };

  const stop = box.records.watch((answer) => {
    if (answer.ok) void show(answer.value);
    else state.value = { at: "failed", error: answer.error };
  });

  const write = async (fields: SessionFields | undefined, people: number | undefined) => {
    const { noteLanguage, sessionLanguage, noticeLanguage, noticeRead } = form.value;
    const kept = await writeNoteLanguage(box, noteLanguage);
    if (!kept.ok || !fields) return kept;
    const nowMs = deps.env.now();
    const at = new Date(nowMs).toISOString();
    return reviseSession(box, {
      startedAt: at,
      heldOn: toDay(nowMs),
      languages: [...new Set([sessionLanguage, ...fields.languages])].slice(0, 8),
      ...(people === undefined ? {} : { people }),
      ...(noticeRead
        ? { noticeRead: { guide: fields.guideDigest, lang: noticeLanguage, at } }
        : {}),
    });
  };

  return {
    state,
    form,
    peopleWrong,
    failure,
    isStarting,
    change: (part) => {
      for (const name of Object.keys(part)) touched.add(name as keyof StartForm); // Its own keys.
      form.value = { ...form.value, ...part };
      // The notice and the notes follow the talk until they are chosen themselves.
      if (part.sessionLanguage !== undefined) {
        const { sessionLanguage: lang } = part;
        const now = state.value;
        const hasNotice = now.at === "ready" && now.guide?.notice[lang] !== undefined;
        propose({ noteLanguage: lang, ...(hasNotice ? { noticeLanguage: lang } : {}) });
      }
      peopleWrong.value = false;
    },
    start: async () => {
      const now = state.value;
      if (now.at === "begun") return true;
      if (now.at !== "ready" || isStarting.value) return false;
      const people = parsePeople(form.value.people);
      peopleWrong.value = people === "wrong";
      if (people === "wrong") return false;
      isStarting.value = true;
      failure.value = undefined;
      const written = await write(now.fields, people);
      isStarting.value = false;
      if (!written.ok) failure.value = written.error;
      return written.ok;
    },
    adopt: async (offer) => {
      const adopted = await deps.workspace.adoptCard(offer.card);
      if (!adopted.ok) {
        failure.value = adopted.error;
        return;
      }
      const records = await box.records.readAll();
      if (records.ok) await show(records.value);
    },
    stop,
  };
};
