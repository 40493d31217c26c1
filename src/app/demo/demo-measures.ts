// What the practice desk has made of its notes: findings, commitments, measures, and what came of them. Days are counted from
// today, so that something is always overdue and something still to come. Everything here is invented.
import { ok, type Result } from "../../base/result.ts";
import { foldReleases } from "../../domain/desk.ts";
import { foldFindings } from "../../domain/findings.ts";
import { foldMeasures } from "../../domain/measures.ts";
import type { Named } from "../../domain/record.ts";
import type { EntityId, RecordId } from "../../domain/schema.ts";
import { z } from "../../domain/schema.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import { createEntityId, type RecordDraft } from "../record-writer.ts";
import currentWork from "./demo-measures.json";

const Fields = z.record(z.string(), z.unknown());
const Written = z.strictObject({
  things: z.array(
    z.strictObject({
      /** Others name it by this. */
      name: z.string(),
      kind: z.enum(["finding/1", "decision/1", "measure/1", "follow-up/1", "quote/1"]),
      /** Whether its words were looked at as fit to be told outside. */
      check: z.boolean(),
      first: Fields,
      /** What changed in it since, one revision each. */
      later: z._default(z.array(Fields), []),
    }),
  ),
});
type Thing = z.infer<typeof Written>["things"][number];
type Body = Readonly<Record<string, unknown>>;

const idFields = {
  "finding/1": "findingId",
  "decision/1": "decisionId",
  "measure/1": "measureId",
  "follow-up/1": "followUpId",
  "quote/1": "quoteId",
} as const;
const empty = {
  "finding/1": { subThemes: [], themes: [], supports: [], opposes: [] },
  "decision/1": { findings: [] },
  "measure/1": {
    ...{ objective: {}, assessment: {}, findings: [], notes: [], decisions: [], followUpOn: [] },
  },
  "follow-up/1": { text: {}, notes: [] },
  "quote/1": { translation: {} },
} as const;

const dayMs = 86_400_000;

/** Names become ids, beginnings of notes become links to them, numbers become days. */
const createResolver = (
  records: readonly Named[],
  ids: ReadonlyMap<string, EntityId>,
  now: number,
) => {
  const notes = foldReleases(records).flatMap(({ session, current }) =>
    current.record.notes.map(({ text, noteId, revision }) => ({
      ...{ text, ref: { session, noteId, revision } },
    })),
  );
  const toValue = (name: string, value: unknown): unknown => {
    if (typeof value === "number") return new Date(now + value * dayMs).toISOString().slice(0, 10);
    if (Array.isArray(value)) return value.flatMap((each) => toValue(name, each) ?? []);
    if (typeof value !== "string") return value;
    if (["supports", "opposes", "notes", "note"].includes(name)) {
      return notes.find(({ text }) => text.startsWith(value))?.ref;
    }
    return ["findings", "decisions", "measureId"].includes(name) ? ids.get(value) : value;
  };
  return (fields: Body): Body =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, toValue(name, value)]));
};

type Growing = { readonly thing: Thing; readonly body: Body; readonly head: RecordId | undefined };

/** Adds the desk's own work to a practice round that has none; one write for each turn, however many things change in it. */
export const fillDemoWork = async (
  { env }: Pick<AppDeps, "env">,
  desk: OpenBox,
  roundId: EntityId,
  written: unknown = currentWork,
): Promise<Result<OpenBox, { readonly type: string }>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const made = [...foldFindings(known.value), ...foldMeasures(known.value)];
  if (made.some(({ fields }) => fields.roundId === roundId)) return ok(desk);
  const { things } = Written.parse(written);
  const ids = new Map(things.map(({ name }) => [name, createEntityId(env.random)]));
  const resolve = createResolver(known.value, ids, env.now());
  let growing: readonly Growing[] = things.map((thing) => {
    const own = { kind: thing.kind, [idFields[thing.kind]]: ids.get(thing.name), roundId };
    const body = { ...own, ...empty[thing.kind], ...resolve(thing.first) };
    return { thing, body, head: undefined };
  });
  const turns = Math.max(...things.map(({ later }) => later.length)) + 2;
  for (let turn = 0; turn < turns; turn++) {
    const next = growing.flatMap(({ thing, body, head }): readonly Growing[] => {
      if (turn === 0) return [{ thing, head, body }];
      const change = thing.later[turn - 1];
      if (change) return [{ thing, head, body: { ...body, ...resolve(change) } }];
      const isCheck = thing.check && turn === thing.later.length + 1;
      return isCheck ? [{ thing, head, body: { ...body, checked: head } }] : [];
    });
    const drafts = next.map(({ body, head }) => ({ ...body, parents: head ? [head] : [] }));
    // Made of the file beside this one; the strict gate looks at the whole before anything is kept.
    const kept = await desk.writer.write(drafts as unknown as readonly RecordDraft[]);
    if (!kept.ok) return kept;
    const headOf = new Map(next.map(({ thing }, at) => [thing, kept.value[at]?.id]));
    const bodyOf = new Map(next.map(({ thing, body }) => [thing, body]));
    growing = growing.map((each) => ({
      thing: each.thing,
      body: bodyOf.get(each.thing) ?? each.body,
      head: headOf.get(each.thing) ?? each.head,
    }));
  }
  return ok(desk);
};
