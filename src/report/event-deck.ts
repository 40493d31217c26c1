// The decision-makers' event as slides. Everything in it has come through the public doors before: this only arranges.
import type { EventStage } from "../domain/event-records.ts";
import type { Language } from "../domain/schema.ts";
import { type Said, type Slide, type SlideLine, toSlides } from "./slides.ts";

export type EventQuote = { readonly said: Said; readonly source: string };
export type EventFinding = {
  readonly findingId: string;
  readonly statement: Said;
  /** "Heard in several sessions.", in the pack's language. */
  readonly evidence: string;
  readonly quotes: readonly EventQuote[];
};
export type EventDimension = {
  /** From 1; 0 for what is common to all. */
  readonly number: number;
  readonly name: Said;
  readonly findings: readonly EventFinding[];
};
export type EventCommitment = {
  readonly decisionId: string;
  readonly promise: Said;
  readonly findingId?: string;
  readonly finding?: Said;
  readonly unit?: string;
  readonly due?: string;
  readonly followUp?: string;
};
export type EventIdeas = {
  readonly findingId?: string;
  readonly finding?: Said;
  readonly ideas: readonly { readonly said: Said; readonly dots: number }[];
};
export type EventStagePart = {
  readonly stage: EventStage;
  readonly name: string;
  readonly minutes: number;
  readonly items: readonly { readonly said: Said; readonly minutes: number }[];
};

export type EventContent = {
  readonly eventId: string;
  readonly roundId: string;
  readonly lang: Language;
  readonly name: Said;
  readonly when: string;
  readonly place: string;
  readonly round: string;
  readonly stages: readonly EventStagePart[];
  readonly dimensions: readonly EventDimension[];
  readonly commitments: readonly EventCommitment[];
  /** Those that the room is being shown. */
  readonly ideas: readonly EventIdeas[];
};

/** The pack's own words, in its language. */
export type DeckWords = {
  readonly programme: string;
  readonly ideas: string;
  readonly commitments: string;
  readonly commitment: string;
  readonly noCommitments: string;
  readonly unit: string;
  readonly due: string;
  readonly followUp: string;
  readonly minutes: (count: number) => string;
  readonly dots: (count: number) => string;
};

export type Deck = {
  readonly eventId: string;
  readonly lang: Language;
  readonly slides: readonly Slide[];
};

/** More are on the hand-out: a wall of quotes is read by nobody. */
const quotesOnSlides = 3;

const own = (content: EventContent, text: string): Said => ({ text, lang: content.lang });

const programmeLines = (content: EventContent, words: DeckWords): readonly SlideLine[] =>
  content.stages.flatMap(({ name, minutes, items }, at): readonly SlideLine[] => [
    { kind: "stage", name: `${at + 1} ${name}`, side: words.minutes(minutes) },
    ...items
      .filter(({ said }) => said.text !== name)
      .map(({ said }): SlideLine => ({ kind: "item", said })),
  ]);

const findingSlides = (content: EventContent, dimension: EventDimension): readonly Slide[] =>
  dimension.findings.flatMap((finding) =>
    toSlides({
      id: finding.findingId,
      kind: "finding",
      title: dimension.name,
      dimension: dimension.number,
      findingId: finding.findingId,
      lines: [
        { kind: "statement", said: finding.statement },
        { kind: "under", said: own(content, finding.evidence) },
        ...finding.quotes.slice(0, quotesOnSlides).flatMap(({ said, source }): SlideLine[] => [
          { kind: "quote", said },
          { kind: "under", said: own(content, `– ${source}`) },
        ]),
      ],
    }),
  );

/** What a dimension says, one sentence under the other: where it has several findings, this comes first. */
const overview = (dimension: EventDimension): readonly Slide[] =>
  dimension.findings.length < 2
    ? []
    : toSlides(
        {
          id: `dimension-${dimension.number}`,
          kind: "finding",
          title: dimension.name,
          dimension: dimension.number,
          lines: dimension.findings.map(({ statement }) => ({ kind: "item", said: statement })),
        },
        52,
      );

const factsOf = (words: DeckWords, { unit, due, followUp }: EventCommitment): SlideLine[] =>
  (
    [
      [words.unit, unit],
      [words.due, due],
      [words.followUp, followUp],
    ] as const
  ).flatMap(([name, side]): SlideLine[] =>
    side === undefined ? [] : [{ kind: "fact", name, side }],
  );

const commitmentSlides = (content: EventContent, words: DeckWords): readonly Slide[] => {
  const { commitments } = content;
  const each = commitments.flatMap((commitment, at) =>
    toSlides({
      id: commitment.decisionId,
      kind: "commitment",
      title: own(
        content,
        commitments.length > 1
          ? `${words.commitment} ${at + 1}/${commitments.length}`
          : words.commitment,
      ),
      dimension: 0,
      ...(commitment.findingId === undefined ? {} : { findingId: commitment.findingId }),
      lines: [
        ...(commitment.finding ? [{ kind: "under" as const, said: commitment.finding }] : []),
        { kind: "statement", said: commitment.promise },
        ...factsOf(words, commitment),
      ],
    }),
  );
  const all = toSlides(
    {
      id: "commitments",
      kind: "commitments",
      title: own(content, words.commitments),
      dimension: 0,
      lines:
        commitments.length === 0
          ? [{ kind: "under", said: own(content, words.noCommitments) }]
          : commitments.flatMap((commitment): SlideLine[] => [
              { kind: "item", said: commitment.promise },
              ...(commitment.unit === undefined && commitment.due === undefined
                ? []
                : [
                    {
                      kind: "under" as const,
                      said: own(
                        content,
                        [commitment.unit, commitment.due].filter(Boolean).join(" · "),
                      ),
                    },
                  ]),
            ]),
    },
    44,
  );
  return [...each, ...all];
};

const ideaSlides = (content: EventContent, words: DeckWords): readonly Slide[] =>
  content.ideas.flatMap(({ findingId, finding, ideas }) =>
    toSlides(
      {
        id: `ideas-${findingId ?? "room"}`,
        kind: "ideas",
        title: own(content, words.ideas),
        dimension: 0,
        ...(findingId === undefined ? {} : { findingId }),
        lines: [
          ...(finding ? [{ kind: "under" as const, said: finding }] : []),
          ...ideas.map(
            ({ said, dots }): SlideLine => ({
              kind: "item",
              said,
              ...(dots > 0 ? { side: words.dots(dots) } : {}),
            }),
          ),
        ],
      },
      44,
    ),
  );

export const toDeck = (content: EventContent, words: DeckWords): Deck => {
  const under = [content.when, content.place, content.round].filter((text) => text !== "");
  const title = toSlides({
    ...{ id: "title", kind: "title", title: content.name, dimension: 0 },
    lines: under.map((text) => ({ kind: "under", said: own(content, text) })),
  });
  const programme = programmeLines(content, words);
  return {
    eventId: content.eventId,
    lang: content.lang,
    slides: [
      ...title,
      ...(programme.length === 0
        ? []
        : toSlides(
            {
              ...{ id: "programme", kind: "programme", dimension: 0 },
              title: own(content, words.programme),
              lines: programme,
            },
            44,
          )),
      ...content.dimensions.flatMap((dimension) => [
        ...overview(dimension),
        ...findingSlides(content, dimension),
      ]),
      ...ideaSlides(content, words),
      ...commitmentSlides(content, words),
    ],
  };
};
