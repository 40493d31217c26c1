// What a coordinator does with measures: begins them from what they answer, words them, moves them on, settles what two
// desks made apart, checks them as fit to be told outside. Whatever is taken away comes back with one tap.
import type { NoteRef } from "../../../domain/finding-records.ts";
import { refKey } from "../../../domain/joined.ts";
import { type MeasureStatus, measureFields } from "../../../domain/measure-records.ts";
import { foldMeasures, type MeasureView } from "../../../domain/measures.ts";
import type { EntityId, Language, Localized, Tag } from "../../../domain/schema.ts";
import { createEntityId, type RecordDraft } from "../../record-writer.ts";
import { type Change, type DeskWork, nextDraft } from "../desk-work.ts";
import { type Choices, onOwnHead, toSettled } from "./settling.ts";

export type MeasureFields = MeasureView["fields"];
export type MeasureWords = "what" | "objective" | "assessment";
/** Giving a measure up needs a reason; the others need none. */
export type Move =
  | { readonly to: Exclude<MeasureStatus, "dropped"> }
  | { readonly to: "dropped"; readonly reason: string };
export type NewMeasure = {
  readonly roundId: EntityId;
  readonly what: Localized;
  readonly objective?: Localized;
  readonly findings?: readonly EntityId[];
  readonly notes?: readonly NoteRef[];
  readonly decisions?: readonly EntityId[];
  readonly urgent?: true | undefined;
  readonly template?: Tag | undefined;
  readonly dimension?: Tag | undefined;
  readonly unit?: string | undefined;
  readonly dueOn?: string | undefined;
};
/** Facts with one value, which are set and settled as they are. */
export type Fact = Exclude<
  keyof MeasureFields,
  MeasureWords | "roundId" | "findings" | "notes" | "decisions" | "followUpOn" | "checked"
>;
export type Links = Partial<Pick<MeasureFields, "findings" | "notes" | "decisions">>;

const statusFacts = ["status", "statusReason", "statusOn"] as const;

export const draftOf = (view: MeasureView, change: Change<MeasureFields> = {}): RecordDraft => {
  const fields = { ...view.fields, ...change };
  // Two desks may have given it up and cleared the reason apart: the reason that was given stands.
  const given = view.heads.findLast(({ record }) => record.statusReason !== undefined);
  const reason =
    fields.status === "dropped" && fields.statusReason === undefined
      ? { statusReason: given?.record.statusReason }
      : {};
  return nextDraft("measure/1", { measureId: view.measureId }, view, { ...change, ...reason });
};

const isSameRef = (ref: NoteRef) => (other: NoteRef) => refKey(ref) === refKey(other);

export const createMeasuresModel = (
  work: DeskWork,
  env: { readonly random: Parameters<typeof createEntityId>[0]; readonly now: () => number },
) => {
  const today = () => new Date(env.now()).toISOString().slice(0, 10);
  const editAll = (measureId: EntityId, toDrafts: (view: MeasureView) => readonly RecordDraft[]) =>
    work.change((records) => {
      const view = foldMeasures(records).find((each) => each.measureId === measureId);
      return view && toDrafts(view);
    });
  const edit: typeof editAll = (measureId, toDrafts) =>
    editAll(measureId, (view) => toDrafts(onOwnHead(view, measureFields)));
  const set = (measureId: EntityId, toChange: (fields: MeasureFields) => Change<MeasureFields>) =>
    edit(measureId, (view) => {
      const change = toChange(view.fields);
      // One head and nothing new: nothing to write.
      const isNew = Object.entries(change).some(
        ([name, value]) => view.fields[name as keyof MeasureFields] !== value, // Its own keys.
      );
      return isNew || view.heads.length > 1 ? [draftOf(view, change)] : [];
    });

  return {
    today,
    create: async (measure: NewMeasure): Promise<EntityId | undefined> => {
      const { urgent, template, dimension, unit, dueOn, ...rest } = measure;
      const measureId = createEntityId(env.random);
      const written = await work.change(() => [
        {
          ...{ kind: "measure/1", parents: [], measureId, objective: {}, assessment: {} },
          ...{ findings: [], notes: [], decisions: [], followUpOn: [], status: "proposed" },
          statusOn: today(),
          ...rest,
          ...(urgent && { urgent }),
          ...(template === undefined ? {} : { template }),
          ...(dimension === undefined ? {} : { dimension }),
          ...(unit === undefined ? {} : { unit }),
          ...(dueOn === undefined ? {} : { dueOn }),
        },
      ]);
      return written && measureId;
    },
    set: (measureId: EntityId, change: Change<Pick<MeasureFields, Fact>>) =>
      set(measureId, () => change),
    /** Empty words take the language away. */
    word: (measureId: EntityId, field: MeasureWords, lang: Language, words: string) =>
      edit(measureId, (view) => {
        const { [lang]: before, ...others } = view.fields[field];
        if ((before ?? "") === words.trim()) return [];
        const worded = words.trim() === "" ? others : { ...others, [lang]: words.trim() };
        return [draftOf(view, { [field]: worded })];
      }),
    /** Undefined, and nothing written, where it is to be given up without a reason. */
    move: async (measureId: EntityId, move: Move) => {
      const reason = move.to === "dropped" ? move.reason.trim() : undefined;
      if (reason === "") return undefined;
      return edit(measureId, (view) =>
        view.fields.status === move.to && move.to !== "dropped"
          ? []
          : [draftOf(view, { status: move.to, statusReason: reason, statusOn: today() })],
      );
    },
    link: (measureId: EntityId, links: Links) =>
      set(measureId, ({ findings, notes, decisions }) => ({
        findings: [...new Set([...findings, ...(links.findings ?? [])])],
        notes: [
          ...notes.filter((ref) => !links.notes?.some(isSameRef(ref))),
          ...(links.notes ?? []),
        ],
        decisions: [...new Set([...decisions, ...(links.decisions ?? [])])],
      })),
    unlink: (measureId: EntityId, links: Links) =>
      set(measureId, ({ findings, notes, decisions }) => ({
        findings: findings.filter((id) => !links.findings?.includes(id)),
        notes: notes.filter((ref) => !links.notes?.some(isSameRef(ref))),
        decisions: decisions.filter((id) => !links.decisions?.includes(id)),
      })),
    addDay: (measureId: EntityId, day: string) =>
      set(measureId, ({ followUpOn }) => ({
        followUpOn: followUpOn.includes(day) ? followUpOn : [...followUpOn, day].sort(),
      })),
    removeDay: (measureId: EntityId, day: string) =>
      set(measureId, ({ followUpOn }) => ({
        followUpOn: followUpOn.filter((each) => each !== day),
      })),
    /** Names the revision that was looked at; where heads have joined, they first become one. */
    check: async (measureId: EntityId) => {
      const written = await editAll(measureId, (view) =>
        view.heads.length > 1 ? [draftOf(view, { checked: undefined })] : [],
      );
      if (!written) return undefined;
      return editAll(measureId, (view) => {
        const [head, ...others] = view.heads;
        return head && others.length === 0 ? [draftOf(view, { checked: head.id })] : [];
      });
    },
    uncheck: (measureId: EntityId) => set(measureId, () => ({ checked: undefined })),
    remove: (measureId: EntityId) => set(measureId, () => ({ removed: true })),
    restore: (measureId: EntityId) => set(measureId, () => ({ removed: undefined })),
    /** All that grew apart at once: what is not named stands as the fold has it. */
    settle: (measureId: EntityId, choices: Choices<MeasureWords, Fact>) =>
      editAll(measureId, (view) => [draftOf(view, toSettled(view, choices, statusFacts))]),
  };
};
export type MeasuresModel = ReturnType<typeof createMeasuresModel>;
