// Two rounds side by side, for the desk's own eyes: in how many sessions each dimension was heard, then and now, what the
// rounds were made of, and what keeps them from being compared. Nothing here says why.
import { useMemo } from "preact/hooks";
import { compareRounds, type RoundComparison } from "../../../analysis/round-comparison.ts";
import { labelOf } from "../../../domain/codebook.ts";
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { Section } from "../../../ui/page.tsx";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import { ownTagsOnly, type RoundReading, readRound } from "../use-round.ts";
import { BetweenPart } from "./between-part.tsx";
import { HeardTable, MakeupTable, type Side } from "./compare-tables.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { FollowUpProps } from "./follow-up-context.ts";
import { QuotesThenNow } from "./quotes-then-now.tsx";
import { SlopeChart } from "./slope-chart.tsx";

const hasNotes = (reading: RoundReading) =>
  reading.round !== undefined && reading.releases.length > 0;

export const ComparePart = (props: FollowUpProps & { readonly asked: string | undefined }) => {
  const t = useT("followUp");
  const { records, reading, asked } = props;
  const isOwn = ownTagsOnly.value;
  const at = reading.rounds.findIndex(({ roundId }) => roundId === reading.round?.roundId);
  const others = useMemo(
    () =>
      reading.rounds
        .slice(0, Math.max(0, at))
        .map(({ roundId }) => readRound(records, roundId, isOwn))
        .filter(hasNotes),
    [records, at, isOwn],
  );
  const earlier = others.find(({ round }) => round?.roundId === asked) ?? others.at(-1);
  if (!earlier?.round || !reading.round || !hasNotes(reading)) {
    return (
      <Section title={t("compare.title")}>
        <p>{t(hasNotes(reading) ? "compare.onlyOne" : "compare.noNotes")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("compare.title")}>
      <p>{t("compare.own")}</p>
      {others.length > 1 && (
        <div class="screen-only form">
          <SelectField
            label={t("compare.with")}
            value={earlier.round.roundId}
            options={others.flatMap(({ round }) =>
              round ? [{ value: round.roundId, label: round.fields.name }] : [],
            )}
            onChange={(roundId) => {
              location.hash = `#/desk/follow-up?round=${reading.round?.roundId ?? ""}&then=${roundId}`;
            }}
          />
        </div>
      )}
      <Compared {...props} earlier={earlier} />
    </Section>
  );
};

const toCompared = ({ round, releases, notes }: RoundReading) =>
  round && { guide: round.fields.guide, releases, notes };

const Compared = (props: FollowUpProps & { readonly earlier: RoundReading }) => {
  const { reading: later, earlier } = props;
  const codebook = later.round?.fields.codebook;
  const comparison = useMemo(() => {
    const [one, other] = [toCompared(earlier), toCompared(later)];
    return one && other && codebook
      ? compareRounds(one, other, {
          dimensions: codebook.dimensions.map(({ id }) => id),
          subThemes: codebook.subThemes.map(({ id }) => id),
        })
      : undefined;
  }, [earlier, later, codebook]);
  if (!comparison || !later.round || !earlier.round) return null;
  const [one, other] = [earlier.round, later.round];
  const sides = [
    {
      ...({ key: "earlier", roundId: one.roundId, name: one.fields.name } as const),
      makeup: comparison.earlier,
    },
    {
      ...({ key: "later", roundId: other.roundId, name: other.fields.name } as const),
      makeup: comparison.later,
    },
  ] as const;
  return (
    <>
      <DifferenceList comparison={comparison} left={earlier.foreign + later.foreign} />
      {comparison.isSameCodebook ? (
        <Together comparison={comparison} sides={sides} reading={later} />
      ) : (
        <>
          <Apart comparison={comparison} side={sides[0]} reading={earlier} />
          <Apart comparison={comparison} side={sides[1]} reading={later} />
        </>
      )}
      <MakeupTable sides={sides} />
      <BetweenPart {...props} />
      <QuotesThenNow {...props} />
    </>
  );
};

const useNamesOf = ({ round }: RoundReading) => {
  const screen = useTexts().language().code;
  const { dimensions = [], subThemes = [] } = round?.fields.codebook ?? {};
  const numberOf = (id: string) => dimensions.findIndex((each) => each.id === id) + 1;
  const dimension = (id: string) => labelOf(dimensions, id, screen);
  return {
    dimension,
    subTheme: (id: string) => labelOf(subThemes, id, screen),
    numberOf,
    draw: (id: string) =>
      numberOf(id) > 0 ? (
        <DimensionMark number={numberOf(id)} word={dimension(id)} />
      ) : (
        dimension(id)
      ),
  };
};

type Drawn = { readonly comparison: RoundComparison; readonly reading: RoundReading };

const Together = ({
  comparison,
  sides,
  reading,
}: Drawn & { readonly sides: readonly [Side, Side] }) => {
  const t = useT("followUp");
  const names = useNamesOf(reading);
  const [earlier, later] = sides;
  const isLoose = comparison.differences.length > 0;
  return (
    <>
      <div class="picture-and-table compared">
        <div class="picture">
          <SlopeChart
            label={t(isLoose ? "compare.pictureLoose" : "compare.picture")}
            earlierOf={earlier.makeup.sessions}
            laterOf={later.makeup.sessions}
            earlierLabel={t("compare.before")}
            laterLabel={t("compare.now")}
            isLoose={isLoose}
            slopes={comparison.dimensions.map((row) => ({
              ...{ id: row.id, number: names.numberOf(row.id), name: names.draw(row.id) },
              ...{ earlier: row.earlier.sessions, later: row.later.sessions },
              words: t("compare.heard", {
                ...{ now: row.later.sessions, nowOf: later.makeup.sessions },
                ...{ before: row.earlier.sessions, beforeOf: earlier.makeup.sessions },
              }),
            }))}
          />
        </div>
        <HeardTable
          caption={t("compare.dimensions")}
          rowLabel={t("compare.dimension")}
          sides={sides}
          rows={comparison.dimensions}
          nameOf={names.dimension}
          draw={names.draw}
          toFilter={(dimension) => ({ dimension })}
        />
      </div>
      {comparison.subThemes.length > 0 && (
        <Disclosure summary={t("compare.subThemesOf", { count: comparison.subThemes.length })}>
          <HeardTable
            caption={t("compare.subThemes")}
            rowLabel={t("compare.subTheme")}
            sides={sides}
            rows={comparison.subThemes}
            nameOf={names.subTheme}
            toFilter={(subTheme) => ({ subTheme })}
          />
        </Disclosure>
      )}
    </>
  );
};

/** Rounds of different codebooks: the same id may be another matter, so nothing stands in one row. */
const Apart = ({ comparison, side, reading }: Drawn & { readonly side: Side }) => {
  const t = useT("followUp");
  const names = useNamesOf(reading);
  const { key, name } = side;
  return (
    <HeardTable
      caption={t("compare.dimensionsOf", { round: name })}
      rowLabel={t("compare.dimension")}
      sides={[side]}
      rows={comparison.dimensions.filter(
        (row) => names.numberOf(row.id) > 0 || row[key].sessions > 0,
      )}
      nameOf={names.dimension}
      draw={names.draw}
      toFilter={(dimension) => ({ dimension })}
    />
  );
};
