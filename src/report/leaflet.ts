// "What you said, what was decided, what was done": one page for those who took part, in their language. Takes its content
// through the door for what may be told, and holds no number of notes, so there is nothing in it to hide.
import { listPublishableFindings } from "../analysis/publishable.ts";
import {
  listPublishableDecisions,
  listPublishableMeasures,
} from "../analysis/publishable-measures.ts";
import { listPublishableReceived } from "../analysis/publishable-received.ts";
import type { MeasureStatus } from "../domain/measure-records.ts";
import type { Named } from "../domain/record.ts";
import type { EntityId, Language, Localized } from "../domain/schema.ts";
import { directionOf } from "./report-parts.ts";

type Part = "said" | "decided" | "done";
export type LeafletEntry = {
  readonly part: Part;
  readonly text: Localized;
  readonly measureId?: EntityId;
  /** Said in another desk's round. */
  readonly origin?: { readonly desk: string; readonly round: string };
  readonly unit?: string;
  readonly dueOn?: string;
  readonly status?: MeasureStatus;
  /** In the municipality's own first language only: it is not translated. */
  readonly reason?: string;
  /** What it did, and what was seen last. */
  readonly further: readonly Localized[];
};

/** Everything of the round that may be told, whatever languages it is in. A proposal is no decision, so it waits. */
export const listLeafletEntries = (
  records: readonly Named[],
  roundId: EntityId,
): readonly LeafletEntry[] => {
  const measures = listPublishableMeasures(records, roundId);
  const isDone = (status: MeasureStatus) => status !== "proposed" && status !== "decided";
  const toEntry =
    (part: Part) =>
    (measure: (typeof measures)[number]): LeafletEntry => {
      const { measureId, what, status, unit, dueOn, statusReason, assessment, followUps } = measure;
      const seen = followUps.findLast(({ type }) => type === "seen")?.text;
      return {
        ...{ part, text: what, measureId, status },
        ...(unit === undefined ? {} : { unit }),
        ...(dueOn === undefined || status === "done" || status === "dropped" ? {} : { dueOn }),
        ...(status !== "dropped" || statusReason === undefined ? {} : { reason: statusReason }),
        further: [assessment, seen ?? {}],
      };
    };
  return [
    ...listPublishableFindings(records, roundId).map(
      ({ statement }): LeafletEntry => ({ part: "said", text: statement, further: [] }),
    ),
    ...listPublishableReceived(records, roundId).map(
      ({ statement, origin }): LeafletEntry => ({
        ...{ part: "said", text: statement, further: [] },
        origin: { desk: origin.desk, round: origin.round },
      }),
    ),
    ...listPublishableDecisions(records, roundId).map(
      ({ promise, unit, dueOn }): LeafletEntry => ({
        ...{ part: "decided", text: promise, further: [] },
        ...(unit === undefined ? {} : { unit }),
        ...(dueOn === undefined ? {} : { dueOn }),
      }),
    ),
    ...measures.filter(({ status }) => status === "decided").map(toEntry("decided")),
    ...measures.filter(({ status }) => isDone(status)).map(toEntry("done")),
  ];
};

export type LeafletWords = {
  readonly lang: Language;
  readonly title: string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly none: Readonly<Record<Part, string>>;
  readonly more: (count: number) => string;
  readonly status: Readonly<Record<"under-way" | "done" | "dropped", string>>;
  readonly by: (unit: string) => string;
  readonly from: (desk: string, round: string) => string;
  readonly due: (day: string) => string;
  readonly day: (day: string) => string;
  readonly address: string;
  readonly foot: string;
};

export type LeafletItem = { readonly text: string; readonly lines: readonly string[] };
export type LeafletPage = {
  readonly lang: Language;
  readonly dir: "ltr" | "rtl";
  /** Of the fixed words, which may be another language than the leaflet's. */
  readonly wordsLang: Language;
  readonly kicker: string;
  readonly title: string;
  readonly sections: readonly {
    readonly part: Part;
    readonly heading: string;
    readonly items: readonly LeafletItem[];
    /** Said where nothing stands, or where not everything does. */
    readonly remark?: string;
  }[];
  readonly address?: { readonly label: string; readonly url: string };
  readonly foot: string;
  /** So little stands on it that it may be written larger. */
  readonly isRoomy: boolean;
  /** Measures that this page tells of, for marking them as told. */
  readonly measures: readonly EntityId[];
  /** Entries that have no words in this language, so that they are not on the page. */
  readonly missing: number;
};

/** As many lines as fit on an A4 with its headings, and characters to a line, both on the safe side. */
const maxLines = 22;
const lineLength = 78;
const roomyLines = 8;
const maxText = 320;

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= maxText) return line;
  const cut = line.slice(0, maxText);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), maxText - 40)).replace(/\p{Surrogate}$/u, "")}…`;
};

const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter >= "\u2e80" ? 2 : 1), 0);
const linesOf = (text: string): number => Math.max(1, Math.ceil(widthOf(text) / lineLength));
const heightOf = ({ text, lines }: LeafletItem): number =>
  linesOf(text) + lines.reduce((sum, line) => sum + linesOf(line), 0) + 0.4;

const toItem = (
  entry: LeafletEntry,
  lang: Language,
  mainLang: Language,
  words: LeafletWords,
): LeafletItem | undefined => {
  const text = entry.text[lang];
  if (text === undefined) return undefined;
  const { status, origin, unit, dueOn, reason, further } = entry;
  const stands = status === "proposed" || status === "decided" ? undefined : status;
  const facts = [
    ...(stands === undefined ? [] : [words.status[stands]]),
    ...(origin === undefined ? [] : [words.from(origin.desk, origin.round)]),
    ...(unit === undefined ? [] : [words.by(unit)]),
    ...(dueOn === undefined ? [] : [words.due(words.day(dueOn))]),
  ];
  return {
    text: shorten(text),
    lines: [
      ...(facts.length === 0 ? [] : [facts.join(" · ")]),
      ...(reason !== undefined && lang === mainLang ? [shorten(reason)] : []),
      ...further.flatMap((each) => (each[lang] === undefined ? [] : [shorten(each[lang])])),
    ],
  };
};

const parts = ["said", "decided", "done"] as const;

/** What fits on the page: one of each part in turn, so that no part crowds out the others. */
const choose = (heights: Readonly<Record<Part, readonly number[]>>): Record<Part, number> => {
  const taken: Record<Part, number> = { said: 0, decided: 0, done: 0 };
  const closed = new Set<Part>();
  let room = maxLines;
  while (closed.size < parts.length) {
    for (const part of parts) {
      const next = heights[part][taken[part]];
      if (closed.has(part)) continue;
      if (next === undefined || next > room) closed.add(part);
      else {
        room -= next;
        taken[part] += 1;
      }
    }
  }
  return taken;
};

export const toLeaflet = (
  entries: readonly LeafletEntry[],
  about: {
    readonly lang: Language;
    readonly mainLang: Language;
    readonly desk: string;
    readonly round: string;
    readonly url?: string;
  },
  words: LeafletWords,
): LeafletPage => {
  const { lang, mainLang, desk, round, url } = about;
  const worded = entries.flatMap((entry) => {
    const item = toItem(entry, lang, mainLang, words);
    return item ? [{ entry, item }] : [];
  });
  const of = (part: Part) => worded.filter(({ entry }) => entry.part === part);
  const heights = (part: Part) => of(part).map(({ item }) => heightOf(item));
  const taken = choose({
    said: heights("said"),
    decided: heights("decided"),
    done: heights("done"),
  });
  const onPage = parts.flatMap((part) => of(part).slice(0, taken[part]));
  return {
    ...{ lang, dir: directionOf(lang), wordsLang: words.lang, title: words.title },
    kicker: `${desk} · ${round}`,
    sections: parts.map((part) => {
      const all = of(part);
      const left = all.length - taken[part];
      const remark = all.length === 0 ? words.none[part] : left > 0 ? words.more(left) : undefined;
      return {
        ...{ part, heading: words.parts[part] },
        items: all.slice(0, taken[part]).map(({ item }) => item),
        ...(remark === undefined ? {} : { remark }),
      };
    }),
    ...(url === undefined ? {} : { address: { label: words.address, url } }),
    foot: words.foot,
    isRoomy: onPage.reduce((sum, { item }) => sum + heightOf(item), 0) <= roomyLines,
    measures: onPage.flatMap(({ entry }) => entry.measureId ?? []),
    missing: entries.length - worded.length,
  };
};

export type AddressFault = "address-form" | "address-insecure" | "address-tracks";

/** The municipality's own page: whole, over HTTPS, and with nothing behind it that could tell who opened it. */
export const faultOfAddress = (typed: string): AddressFault | undefined => {
  const parts = /^(https?):\/\/([^/?#@\s]+)(\/[^?#\s]*)?([?#].*)?$/i.exec(typed.trim());
  if (!parts || typed.length > 200 || !parts[2]?.includes(".")) return "address-form";
  if (parts[1]?.toLowerCase() !== "https") return "address-insecure";
  return parts[4] === undefined ? undefined : "address-tracks";
};
