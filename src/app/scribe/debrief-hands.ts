// Hands counted for the closing statements: a record when a row of fields is left. What another device counted stands beside
// it until a person chooses.
import { computed, signal } from "@preact/signals";
import { countsOf, foldHands, type HandCount } from "../../domain/hands.ts";
import type { Tag } from "../../domain/schema.ts";
import type { RecordDraft } from "../record-writer.ts";
import type { CaptureCore } from "./capture-core.ts";

export const answers = ["agree", "disagree", "unsure"] as const;
export type Answer = (typeof answers)[number];
type Typed = Readonly<Partial<Record<Answer, string>>>;

const most = 500;
/** Undefined: no number of hands in a room. */
const toNumber = (typed: string): number | undefined => {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : undefined;
  return number !== undefined && number <= most ? number : undefined;
};

export type DebriefHands = ReturnType<typeof createDebriefHands>;

export const createDebriefHands = (core: CaptureCore) => {
  const views = computed(() => foldHands(core.log.records.value));
  const typed = signal<ReadonlyMap<Tag, Typed>>(new Map());

  const viewOf = (statement: Tag) => views.value.find((each) => each.statement === statement);
  const countOf = (statement: Tag): readonly HandCount[] => {
    const view = viewOf(statement);
    return view ? countsOf(view) : [];
  };
  const textOf = (statement: Tag, answer: Answer): string => {
    const known = countOf(statement)[0]?.[answer];
    return typed.value.get(statement)?.[answer] ?? (known === undefined ? "" : String(known));
  };
  const isWrong = (statement: Tag): boolean =>
    answers.some((answer) => {
      const text = textOf(statement, answer).trim();
      return text !== "" && toNumber(text) === undefined;
    });

  /** An empty field beside a filled one is nobody's hand; three empty ones take the count back. */
  const toDraft = (statement: Tag): RecordDraft | undefined => {
    if (!typed.value.has(statement) || isWrong(statement)) return undefined;
    const texts = answers.map((answer) => textOf(statement, answer).trim());
    const [agree = 0, disagree = 0, unsure = 0] = texts.map((text) => toNumber(text) ?? 0);
    const count = texts.every((text) => text === "") ? undefined : { agree, disagree, unsure };
    const now = countOf(statement);
    const isSame = JSON.stringify(now[0] && sorted(now[0])) === JSON.stringify(count);
    if (isSame && now.length < 2) return undefined;
    return {
      ...{
        kind: "hands/1",
        statement,
        parents: viewOf(statement)?.heads.map(({ id }) => id) ?? [],
      },
      ...(count ? { count } : {}),
    };
  };

  const forget = (statement: Tag, sent: Typed | undefined) => {
    // Typed on while the disk worked: that stays.
    if (typed.value.get(statement) !== sent) return;
    const rest = new Map(typed.value);
    rest.delete(statement);
    typed.value = rest;
  };
  const save = (statement: Tag) =>
    core.enqueue(async () => {
      const sent = typed.value.get(statement);
      // Before the records are read, what another device counted is not known to be there.
      if (core.log.state.value !== "ready" || isWrong(statement)) return;
      const draft = toDraft(statement);
      if (!draft || (await core.commit(draft)).ok) forget(statement, sent);
    });

  return {
    /** More than one where devices counted differently. */
    countOf,
    textOf,
    isWrong,
    type: (statement: Tag, answer: Answer, text: string) => {
      typed.value = new Map(typed.value).set(statement, {
        ...typed.value.get(statement),
        [answer]: text,
      });
    },
    save,
    /** One device's count takes the place of all. */
    choose: (statement: Tag, count: HandCount) =>
      core.enqueue(async () => {
        const view = viewOf(statement);
        if (!view || countsOf(view).length < 2) return;
        const parents = view.heads.map(({ id }) => id);
        await core.commit({ kind: "hands/1", statement, parents, count });
      }),
    flush: async () => {
      for (const statement of typed.value.keys()) await save(statement);
    },
    /** What the disk does not have. */
    unwritten: (): readonly RecordDraft[] =>
      [...typed.value.keys()].flatMap((statement) => toDraft(statement) ?? []),
    /** Another window writes here now. */
    drop: () => {
      typed.value = new Map();
    },
  };
};

const sorted = ({ agree, disagree, unsure }: HandCount): HandCount => ({ agree, disagree, unsure });
