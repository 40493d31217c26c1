// The form of a new round. Its questions and codebook are frozen when it is made: what is chosen here is what every
// card of the round will name.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { Guide } from "../../domain/guide.ts";
import type { EntityId, Language } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { createRound, defaultRetention, type PlanError } from "./desk-plan.ts";
import type { DeskState } from "./desk-view.ts";
import { guideDraftKey } from "./guide-model.ts";

/** `shipped`, `edited`, or an earlier round's id. */
export type GuideSource = { readonly value: string; readonly guide: Guide };

export interface RoundModel {
  readonly name: Signal<string>;
  readonly languages: Signal<readonly Language[]>;
  /** Undefined while they are being read. */
  readonly sources: ReadonlySignal<readonly GuideSource[] | undefined>;
  readonly source: Signal<string>;
  readonly reviewRequired: Signal<boolean>;
  readonly allowResume: Signal<boolean>;
  readonly days: ReadonlySignal<Readonly<Record<RetentionPlace, string>>>;
  readonly setDays: (place: RetentionPlace, value: string) => void;
  readonly faults: ReadonlySignal<readonly RoundFault[]>;
  readonly failure: ReadonlySignal<PlanError | undefined>;
  readonly busy: ReadonlySignal<boolean>;
  /** Resolves to the new round's id, or undefined when something is to be mended. */
  readonly create: () => Promise<EntityId | undefined>;
}
export type RetentionPlace = "tabletDays" | "hubDays" | "deskDays";
export type RoundFault = "name" | "languages" | RetentionPlace;

const toDays = (typed: string): number | undefined => {
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= 3_650 ? days : undefined;
};

/** The shipped question set, the one being edited at this desk, and those of earlier rounds. */
const readSources = async (
  deps: Pick<AppDeps, "contents">,
  desk: OpenBox,
  state: DeskState,
): Promise<readonly GuideSource[]> => {
  const shipped = await deps.contents.currentGuide();
  const draft = await desk.drafts.read(guideDraftKey);
  const edited = Guide.safeParse(draft.ok ? draft.value : undefined);
  return [
    { value: "shipped", guide: shipped },
    ...(edited.success ? [{ value: "edited", guide: edited.data }] : []),
    ...state.rounds.map(({ roundId, fields }) => ({
      value: roundId as string,
      guide: fields.guide,
    })),
  ];
};

export const createRoundModel = (deps: AppDeps, desk: OpenBox, state: DeskState): RoundModel => {
  const name = signal("");
  const languages = signal<readonly Language[]>(state.runs?.languages ?? ["fi"]);
  const sources = signal<readonly GuideSource[] | undefined>(undefined);
  const source = signal("shipped");
  const reviewRequired = signal(false);
  const allowResume = signal(true);
  const days = signal<Readonly<Record<RetentionPlace, string>>>({
    tabletDays: String(defaultRetention.tabletDays),
    hubDays: String(defaultRetention.hubDays),
    deskDays: String(defaultRetention.deskDays),
  });
  const asked = signal(false);
  const failure = signal<PlanError | undefined>(undefined);
  const busy = signal(false);

  const found = (): readonly RoundFault[] => [
    ...(name.value.trim() === "" ? (["name"] as const) : []),
    ...(languages.value.length === 0 ? (["languages"] as const) : []),
    ...(["tabletDays", "hubDays", "deskDays"] as const).filter(
      (place) => toDays(days.value[place]) === undefined,
    ),
  ];
  const faults = computed(() => (asked.value ? found() : []));

  void readSources(deps, desk, state).then((read) => {
    sources.value = read;
    if (read.some(({ value }) => value === "edited")) source.value = "edited";
  });

  return {
    name,
    languages,
    sources,
    source,
    reviewRequired,
    allowResume,
    days,
    setDays: (place, next) => {
      days.value = { ...days.value, [place]: next };
    },
    faults,
    failure,
    busy,
    create: async () => {
      asked.value = true;
      const guide = sources.value?.find(({ value }) => value === source.value)?.guide;
      if (busy.value || found().length > 0 || !guide) return undefined;
      busy.value = true;
      const made = await createRound(deps, desk, {
        name: name.value.trim(),
        languages: languages.value,
        codebook: await deps.contents.currentCodebook(),
        guide,
        reviewRequired: reviewRequired.value,
        allowResume: allowResume.value,
        retention: {
          tabletDays: toDays(days.value.tabletDays) ?? defaultRetention.tabletDays,
          hubDays: toDays(days.value.hubDays) ?? defaultRetention.hubDays,
          deskDays: toDays(days.value.deskDays) ?? defaultRetention.deskDays,
        },
      });
      busy.value = false;
      failure.value = made.ok ? undefined : made.error;
      if (made.ok) deps.courier.nudge();
      return made.ok ? made.value : undefined;
    },
  };
};
