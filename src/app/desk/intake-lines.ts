// The dry run in lines: one clear verdict each, and their sum. Envelopes that mean the same to a person share a line.
import { groupBy } from "../../base/group.ts";
import type { BoxId } from "../../domain/schema.ts";
import { toMs } from "../../domain/stamp.ts";
import type { ReceiveError } from "../../sync/receive.ts";
import type { Examined, Relation } from "./intake-examine.ts";
import type { FileError } from "./intake-sources.ts";

/** Where it came from: the hub, a file by its name, or what an earlier intake set aside. */
export type Source = { readonly file?: string; readonly aside?: true };
export type Judged = {
  readonly source: Source;
  readonly verdict: Examined["verdict"];
  /** Of a known envelope: it came earlier in this same heap. */
  readonly isRepeat: boolean;
  /** Of a known envelope: the session it belongs to, where the desk can tell. */
  readonly title?: string | undefined;
};
/** What did not get as far as an envelope. */
export type LeftOut = {
  readonly source: Source;
  readonly error: FileError["type"] | "mangled" | "oversized";
  readonly deliveries: number;
};
export type RefusalType = ReceiveError["type"] | LeftOut["error"];

export type LineVerdict =
  | {
      readonly type: "release";
      readonly relation: Relation;
      readonly title: string;
      readonly notes: number;
      readonly changed: number;
      /** When it was made, milliseconds since 1970. */
      readonly at: number;
      readonly reviewed: boolean;
    }
  /** Sealed notes of a session: counted, never read. */
  | {
      readonly type: "raw";
      readonly title: string;
      readonly records: number;
      readonly deliveries: number;
      /** Their release is here or comes along: they are only what lies behind it. */
      readonly hasRelease: boolean;
    }
  | { readonly type: "desk"; readonly records: number; readonly deliveries: number }
  | {
      readonly type: "known";
      readonly isRepeat: boolean;
      readonly titles: readonly string[];
      readonly deliveries: number;
    }
  | {
      readonly type: "refused";
      readonly error: RefusalType;
      readonly title?: string;
      readonly deliveries: number;
    };
export type IntakeLine = { readonly source: Source; readonly verdict: LineVerdict };

export type LineContext = {
  /** Sessions of which the desk has a release already. */
  readonly released: ReadonlySet<BoxId>;
  /** Titles of the sessions whose cards the desk has. */
  readonly titles: ReadonlyMap<string, string>;
};

const wordOf = ({ file, aside }: Source): string => (aside ? "aside" : `file ${file ?? ""}`);

/** The key under which verdicts share a line; releases never do. */
const groupKey = ({ source, verdict, isRepeat }: Judged, at: number): string => {
  const from = wordOf(source);
  if (verdict.type === "release") return `release ${at}`;
  if (verdict.type === "session") return `raw ${verdict.session} ${from}`;
  if (verdict.type === "known") return `known ${isRepeat} ${from}`;
  if (verdict.type === "desk") return `desk ${from}`;
  return `refused ${verdict.error.type} ${boxOf(verdict.error) ?? ""} ${from}`;
};

const boxOf = (error: ReceiveError): string | undefined => ("box" in error ? error.box : undefined);

const order = ["release", "desk", "raw", "known", "refused"] as const;

/** Lines in the order of their weight: what would change first, what is refused last. */
export const toLines = (
  judged: readonly Judged[],
  leftOut: readonly LeftOut[],
  context: LineContext,
): readonly IntakeLine[] => {
  const released = new Set<BoxId>(context.released);
  for (const { verdict } of judged) {
    if (verdict.type === "release") released.add(verdict.release.record.session);
  }
  const keyed = judged.map((each, at) => ({ each, key: groupKey(each, at) }));
  const lines = [...groupBy(keyed, ({ key }) => key).values()].flatMap((group) =>
    toLine(
      group.map(({ each }) => each),
      { ...context, released },
    ),
  );
  const refused = leftOut.map(({ source, error, deliveries }) => ({
    source,
    verdict: { type: "refused" as const, error, deliveries },
  }));
  return [...lines, ...refused].sort(
    (a, b) => order.indexOf(a.verdict.type) - order.indexOf(b.verdict.type),
  );
};

const toLine = (group: readonly Judged[], context: LineContext): readonly IntakeLine[] => {
  const [first] = group;
  if (!first) return [];
  const deliveries = group.length;
  return [{ source: first.source, verdict: toVerdict(first.verdict, group, deliveries, context) }];
};

const toVerdict = (
  first: Examined["verdict"],
  group: readonly Judged[],
  deliveries: number,
  { released, titles }: LineContext,
): LineVerdict => {
  switch (first.type) {
    case "release": {
      const { release, relation, changed } = first;
      const { title, notes, stamp, reviewed } = release.record;
      return {
        ...{ type: "release", relation, title, changed, reviewed },
        notes: notes.length,
        at: toMs(stamp),
      };
    }
    case "session": {
      const { title, session } = first;
      const hasRelease = released.has(session);
      return { type: "raw", title, records: countRecords(group), deliveries, hasRelease };
    }
    case "desk":
      return { type: "desk", records: countRecords(group), deliveries };
    case "known": {
      const known = group.flatMap(({ title }) => title ?? []);
      const isRepeat = group.every((each) => each.isRepeat);
      return { type: "known", isRepeat, titles: [...new Set(known)], deliveries };
    }
    case "refused": {
      const title = titles.get(boxOf(first.error) ?? "");
      const error = first.error.type;
      return { type: "refused", error, deliveries, ...(title === undefined ? {} : { title }) };
    }
  }
};

const countRecords = (group: readonly Judged[]): number =>
  group.reduce((sum, { verdict }) => sum + ("records" in verdict ? verdict.records : 0), 0);

export type IntakeSum = {
  /** Sessions that get their first release, and its notes. */
  readonly sessions: number;
  readonly notes: number;
  /** Sessions whose release takes the place of an earlier one, and the notes new or changed in it. */
  readonly renewed: number;
  readonly changed: number;
  readonly rivals: number;
  readonly older: number;
  /** Deliveries that the desk has, or that came twice. */
  readonly skipped: number;
  readonly rawRecords: number;
  readonly deskRecords: number;
  readonly refused: number;
};

export const toSum = (lines: readonly IntakeLine[]): IntakeSum => {
  const sum = (of: (verdict: LineVerdict) => number) =>
    lines.reduce((total, { verdict }) => total + of(verdict), 0);
  const ofRelation = (
    relation: Relation,
    count: (release: { notes: number; changed: number }) => number,
  ) => sum((v) => (v.type === "release" && v.relation === relation ? count(v) : 0));
  return {
    sessions: ofRelation("new", () => 1),
    notes: ofRelation("new", ({ notes }) => notes),
    renewed: ofRelation("newer", () => 1),
    changed: ofRelation("newer", ({ changed }) => changed),
    rivals: ofRelation("rival", () => 1),
    older: ofRelation("older", () => 1),
    skipped: sum((v) => (v.type === "known" ? v.deliveries : 0)),
    rawRecords: sum((v) => (v.type === "raw" ? v.records : 0)),
    deskRecords: sum((v) => (v.type === "desk" ? v.records : 0)),
    refused: sum((v) => (v.type === "refused" ? v.deliveries : 0)),
  };
};

/** Whether importing would add anything that people see. */
export const bringsAnything = ({
  sessions,
  renewed,
  rivals,
  older,
  deskRecords,
}: IntakeSum): boolean => sessions + renewed + rivals + older + deskRecords > 0;
