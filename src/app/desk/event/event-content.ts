// What an event shows, gathered through the public doors: findings, quotes and commitments that may be told, ideas that the
// room is shown. Remarks, scripts, memos and true counts stay behind.
import {
  listPublishableFindings,
  type PublishableFinding,
  standingOf,
} from "../../../analysis/publishable.ts";
import { listPublishableDecisions } from "../../../analysis/publishable-measures.ts";
import {
  listChoosableReceived,
  type ReceivedForTelling,
  sayOrigin,
} from "../../../analysis/publishable-received.ts";
import { type Heard, publishedHeard } from "../../../analysis/published-heard.ts";
import { labelOf } from "../../../domain/codebook.ts";
import { foldRounds } from "../../../domain/desk.ts";
import { eventStages } from "../../../domain/event-records.ts";
import { type EventView, foldIdeas, type IdeaView } from "../../../domain/events.ts";
import { tellingParts, tellingPartsOf } from "../../../domain/privacy/combination.ts";
import type { Named } from "../../../domain/record.ts";
import type { EntityId, Localized } from "../../../domain/schema.ts";
import type {
  DeckWords,
  EventCommitment,
  EventContent,
  EventDimension,
  EventFinding,
  EventIdeas,
} from "../../../report/event-deck.ts";
import type { Said } from "../../../report/slides.ts";
import type { EventWords } from "./event-words.ts";

/** In the language asked for, else in one of the municipality's, else in any. */
export const sayIn = (words: Localized, lang: string): Said | undefined => {
  const found = [lang, "fi", "sv", "en", ...Object.keys(words)].find(
    (code) => words[code] !== undefined,
  );
  const text = found === undefined ? undefined : words[found];
  return found === undefined || text === undefined ? undefined : { text, lang: found };
};

const evidenceOf = (
  finding: PublishableFinding,
  heard: Heard | undefined,
  { t }: EventWords,
): string => {
  const said =
    heard === undefined
      ? t("evidence.heard")
      : heard === "several"
        ? t("evidence.several")
        : t("evidence.counted", { number: heard.sessions, of: heard.of });
  return finding.opposes.length === 0 ? said : `${said} ${t("evidence.against")}`;
};

const receivedEvidence = ({ heard, origin }: ReceivedForTelling, { t }: EventWords): string => {
  const source = sayOrigin(origin);
  return heard === undefined
    ? t("evidence.handedOver", { source })
    : t("evidence.handedOverCounted", { number: heard, source });
};

type Tellable = PublishableFinding | ReceivedForTelling;

const toFinding = (finding: Tellable, evidence: string, words: EventWords): EventFinding[] => {
  const statement = sayIn(finding.statement, words.lang);
  if (!statement) return [];
  const quotes = finding.quotes.map(({ text, lang, translation, groups }) => {
    const translated = lang === words.lang ? undefined : translation[words.lang];
    const from = groups && groups.length > 0 ? words.format.list(groups) : words.t("quote.source");
    return translated === undefined
      ? { said: { text, lang }, source: from }
      : {
          said: { text: translated, lang: words.lang },
          source: words.t("quote.translated", { source: from }),
        };
  });
  return [{ findingId: finding.findingId, statement, evidence, quotes }];
};

/** Ideas of an event that stand: neither dropped nor merged into another. */
export const standingIdeas = (records: readonly Named[], eventId: EntityId): readonly IdeaView[] =>
  foldIdeas(records).filter(
    ({ fields }) =>
      fields.eventId === eventId && !fields.dropped && fields.mergedInto === undefined,
  );

export const ideaGroup = ({ fields }: IdeaView): string => fields.findingId ?? "";

const gatherIdeas = (
  records: readonly Named[],
  view: EventView,
  shownGroups: readonly string[],
  statementOf: (id: string) => Said | undefined,
): readonly EventIdeas[] => {
  const { names } = standingOf(records, view.fields.roundId);
  const isTelling = ({ fields }: IdeaView): boolean =>
    tellingPartsOf(fields.text, fields.lang, names).length === tellingParts.length;
  const ideas = standingIdeas(records, view.eventId).filter((idea) => !isTelling(idea));
  return shownGroups.flatMap((group): EventIdeas[] => {
    const own = ideas
      .filter((idea) => ideaGroup(idea) === group)
      .toSorted((a, b) => b.fields.dots - a.fields.dots);
    if (own.length === 0) return [];
    const finding = statementOf(group);
    return [
      {
        ...(finding ? { findingId: group, finding } : {}),
        ideas: own.map(({ fields: { text, lang, dots } }) => ({ said: { text, lang }, dots })),
      },
    ];
  });
};

const gatherCommitments = (
  records: readonly Named[],
  view: EventView,
  words: EventWords,
  statementOf: (id: string) => Said | undefined,
): readonly EventCommitment[] =>
  listPublishableDecisions(records, view.fields.roundId)
    .filter(({ eventId }) => eventId === view.eventId)
    .flatMap((decision): EventCommitment[] => {
      const { decisionId, findings, unit, dueOn, firstFollowUpOn } = decision;
      const promise = sayIn(decision.promise, words.lang);
      if (!promise) return [];
      const findingId = findings.find((id) => statementOf(id));
      const finding = findingId === undefined ? undefined : statementOf(findingId);
      return [
        {
          ...{ decisionId, promise },
          ...(findingId === undefined || !finding ? {} : { findingId, finding }),
          ...(unit === undefined ? {} : { unit }),
          ...(dueOn === undefined ? {} : { due: words.format.day(dueOn) }),
          ...(firstFollowUpOn === undefined ? {} : { followUp: words.format.day(firstFollowUpOn) }),
        },
      ];
    });

export const stageKeys = {
  understand: "stage.understand",
  ideas: "stage.ideas",
  decide: "stage.decide",
} as const;

export const gatherEvent = (
  records: readonly Named[],
  view: EventView,
  words: EventWords,
  shownGroups: readonly string[] = [],
): EventContent => {
  const { fields, eventId } = view;
  const { roundId, on, startsAt } = fields;
  const { t, format, lang, frame } = words;
  const round = foldRounds(records).find((each) => each.roundId === roundId)?.fields;
  const dimensions = round?.codebook.dimensions ?? [];
  const heard = publishedHeard(records, roundId);
  const publishable = new Map<string, Tellable>(
    [...listChoosableReceived(records, roundId), ...listPublishableFindings(records, roundId)].map(
      (each) => [each.findingId, each],
    ),
  );
  const statementOf = (id: string) => {
    const found = publishable.get(id);
    return found && sayIn(found.statement, lang);
  };
  const chosen = fields.findings.flatMap((id) => publishable.get(id) ?? []);
  const told = (own: readonly Tellable[]) =>
    own.flatMap((each) =>
      toFinding(
        each,
        "origin" in each
          ? receivedEvidence(each, words)
          : evidenceOf(each, heard.get(each.findingId), words),
        words,
      ),
    );
  const known = dimensions.map(
    ({ id }, at): EventDimension => ({
      number: at + 1,
      name: { text: labelOf(dimensions, id, frame), lang: frame },
      findings: told(chosen.filter(({ dimension }) => dimension === id)),
    }),
  );
  const others = chosen.filter(({ dimension }) => !dimensions.some(({ id }) => id === dimension));
  const across: EventDimension = {
    number: 0,
    name: { text: t("across"), lang: frame },
    findings: told(others),
  };
  return {
    ...{ eventId, roundId, lang: frame },
    name: sayIn(fields.name, lang) ?? { text: t("title"), lang: frame },
    when: on === undefined ? "" : whenOf(on, startsAt, words),
    place: fields.place ?? "",
    round: round?.name ?? "",
    stages: eventStages.flatMap((stage) => {
      const items = fields.programme.filter((item) => item.stage === stage);
      if (items.length === 0) return [];
      return [
        {
          ...{ stage, name: t(stageKeys[stage]) },
          minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
          items: items.flatMap(({ text, minutes }) => {
            const said = sayIn(text, lang);
            return said ? [{ said, minutes }] : [];
          }),
        },
      ];
    }),
    dimensions: [...known, across].filter(({ findings }) => findings.length > 0),
    commitments: gatherCommitments(records, view, words, statementOf),
    ideas: gatherIdeas(records, view, shownGroups, statementOf),
  };

  function whenOf(day: string, time: string | undefined, { format: inWords }: EventWords): string {
    const said = inWords.longDay(day);
    return time === undefined
      ? said
      : t("when", { day: said, time: time.replace(":", timeSign()) });
  }
  function timeSign(): string {
    return format.time(0).includes(".") ? "." : ":";
  }
};

export const toDeckWords = ({ t }: EventWords): DeckWords => ({
  programme: t("deck.programme"),
  ideas: t("deck.ideas"),
  commitments: t("deck.commitments"),
  commitment: t("deck.commitment"),
  noCommitments: t("deck.noCommitments"),
  unit: t("commitment.unit"),
  due: t("commitment.dueOn"),
  followUp: t("commitment.firstFollowUpOn"),
  minutes: (count) => t("minutes", { count }),
  dots: (count) => t("dots", { count }),
});
