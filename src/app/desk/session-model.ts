// The form that plans a session, and what a card can still go through afterwards.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { findGaps, type Gap } from "../../domain/guide.ts";
import type { BoxId, Language, RecordId } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { setReleasesAside } from "./aside.ts";
import { type PlanError, planSession, replaceCard, restoreCard, voidCard } from "./desk-plan.ts";
import type { RoundRow } from "./desk-view.ts";

export type LanguageGaps = { readonly language: Language; readonly gaps: readonly Gap[] };

/** What the round's texts lack in each of these languages; languages without gaps are left out. */
export const gapsIn = (
  { fields }: Pick<RoundRow, "fields">,
  languages: readonly Language[],
): readonly LanguageGaps[] =>
  languages
    .map((language) => ({ language, gaps: findGaps(fields.guide, language) }))
    .filter(({ gaps }) => gaps.length > 0);

export type SessionFault = "title" | "languages" | "manyLanguages" | "people";
export type SessionField = "title" | "groups" | "place" | "plannedFor" | "people";

export interface SessionModel {
  readonly texts: ReadonlySignal<Readonly<Record<SessionField, string>>>;
  readonly setText: (field: SessionField, text: string) => void;
  readonly languages: Signal<readonly Language[]>;
  readonly gaps: ReadonlySignal<readonly LanguageGaps[]>;
  readonly faults: ReadonlySignal<readonly SessionFault[]>;
  readonly failure: ReadonlySignal<PlanError | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  /** Resolves to the new session's box, or undefined when something is to be mended. */
  readonly plan: () => Promise<BoxId | undefined>;
}

const maxLanguages = 8;
const toGroupNames = (typed: string): readonly string[] =>
  [...new Set(typed.split(/[,;\n]/).map((name) => name.trim()))]
    .filter((name) => name !== "")
    .slice(0, 12);

export const createSessionModel = (deps: AppDeps, desk: OpenBox, round: RoundRow): SessionModel => {
  const texts = signal<Readonly<Record<SessionField, string>>>({
    title: "",
    groups: "",
    place: "",
    plannedFor: "",
    people: "",
  });
  const languages = signal<readonly Language[]>(round.fields.languages.slice(0, 1));
  const asked = signal(false);
  const failure = signal<PlanError | undefined>(undefined);
  const busy = signal(false);

  const found = (): readonly SessionFault[] => {
    const { title, people } = texts.value;
    return [
      ...(title.trim() === "" ? (["title"] as const) : []),
      ...(languages.value.length === 0 ? (["languages"] as const) : []),
      ...(languages.value.length > maxLanguages ? (["manyLanguages"] as const) : []),
      ...(/^\d{0,4}$/.test(people.trim()) ? [] : (["people"] as const)),
    ];
  };

  return {
    texts,
    setText: (field, text) => {
      texts.value = { ...texts.value, [field]: text };
    },
    languages,
    gaps: computed(() => gapsIn(round, languages.value)),
    faults: computed(() => (asked.value ? found() : [])),
    failure,
    busy,
    plan: async () => {
      asked.value = true;
      if (busy.value || found().length > 0) return undefined;
      busy.value = true;
      const { title, groups, place, plannedFor, people } = texts.value;
      const planned = await planSession(deps, desk, {
        roundId: round.roundId,
        title: title.trim(),
        groups: toGroupNames(groups),
        languages: languages.value,
        ...(place.trim() === "" ? {} : { place: place.trim() }),
        ...(/^\d{4}-\d{2}-\d{2}$/.test(plannedFor) ? { plannedFor } : {}),
        ...(people.trim() === "" ? {} : { peoplePlanned: Number(people) }),
      });
      busy.value = false;
      failure.value = planned.ok ? undefined : planned.error;
      if (!planned.ok) return undefined;
      // The next session is mostly held in the same round, at another place and with another group.
      texts.value = { ...texts.value, title: "", groups: "", people: "" };
      asked.value = false;
      return planned.value;
    },
  };
};

export interface CardActions {
  readonly failure: ReadonlySignal<PlanError | undefined>;
  readonly busy: ReadonlySignal<BoxId | undefined>;
  /** The card that was made void last, so that it can be taken back. */
  readonly voided: ReadonlySignal<BoxId | undefined>;
  readonly replace: (session: BoxId) => Promise<BoxId | undefined>;
  readonly makeVoid: (session: BoxId) => Promise<void>;
  /** Puts what arrived of a session aside, or takes it back. */
  readonly setAside: (
    session: BoxId,
    releases: readonly RecordId[],
    aside: boolean,
  ) => Promise<void>;
  /** A void card lives again: its tablet can hand over, and what it had handed over can be examined again. */
  readonly restore: (session: BoxId) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly dismiss: () => void;
}

export const createCardActions = (deps: AppDeps, desk: OpenBox): CardActions => {
  const failure = signal<PlanError | undefined>(undefined);
  const busy = signal<BoxId | undefined>(undefined);
  const voided = signal<BoxId | undefined>(undefined);
  const work = async <T>(
    session: BoxId,
    job: () => Promise<
      { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: PlanError }
    >,
  ): Promise<T | undefined> => {
    if (busy.value) return undefined;
    busy.value = session;
    const result = await job();
    busy.value = undefined;
    failure.value = result.ok ? undefined : result.error;
    return result.ok ? result.value : undefined;
  };
  const restore = async (session: BoxId) => {
    await work(session, () => restoreCard(desk, session));
    if (!failure.value && voided.value === session) voided.value = undefined;
  };
  return {
    failure,
    busy,
    voided,
    replace: (session) => work(session, () => replaceCard(deps, desk, session)),
    makeVoid: async (session) => {
      await work(session, () => voidCard(desk, session));
      if (!failure.value) voided.value = session;
    },
    setAside: async (session, releases, aside) => {
      await work(session, () => setReleasesAside(desk, releases, aside));
    },
    restore,
    undo: async () => {
      if (voided.value) await restore(voided.value);
    },
    dismiss: () => {
      voided.value = undefined;
    },
  };
};
