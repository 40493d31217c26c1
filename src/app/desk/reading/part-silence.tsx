// What nobody spoke about, and where people were not of one mind: both are easily lost in sums.
import { type DissentRow, listBothWays, tabulateDissent } from "../../../analysis/dissent.ts";
import { listSilence } from "../../../analysis/silence.ts";
import { tabulateTone } from "../../../analysis/tone-table.ts";
import { type Column, Table } from "../../../ui/table.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { Bars } from "./bars.tsx";
import { DimensionName } from "./dimension-name.tsx";
import { listDimensions } from "./dimensions.ts";
import type { PartProps } from "./parts.ts";
import { TonePart } from "./tone-part.tsx";
import { useCounts } from "./use-counts.tsx";

const silenceKeys = {
  phase: "part.silentQuestions",
  dimension: "part.silentDimensions",
  subTheme: "part.silentSubThemes",
  topic: "part.silentTopics",
  area: "part.silentAreas",
} as const;

export const SilencePart = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  const fields = reading.round?.fields;
  if (!fields) return null;
  const { codebook, guide } = fields;
  const silence = listSilence(reading.columns, codebook, guide);
  const asked = {
    phase: guide.questions,
    dimension: codebook.dimensions,
    subTheme: codebook.subThemes,
    topic: codebook.topics,
    area: codebook.areas,
  };
  // The keys of a literal object.
  const kinds = Object.keys(silenceKeys) as readonly (keyof typeof silenceKeys)[];
  return (
    <div class="stack">
      <Bars
        label={t("part.silenceBars")}
        bars={kinds.map((kind) => ({
          ...{ id: kind, name: t(silenceKeys[kind]) },
          count: silence[kind].length,
        }))}
      />
      {kinds.map((kind) => (
        <section key={kind}>
          <h3>{t(silenceKeys[kind])}</h3>
          <p>
            {silence[kind].length === 0
              ? t("part.allHeard")
              : t("part.silentOf", { count: silence[kind].length, of: asked[kind].length })}
          </p>
          <ul class="ruled plain-list">
            {silence[kind].map((id) => (
              <li key={id}>
                {kind === "dimension" ? (
                  <DimensionName names={names} id={id} />
                ) : (
                  names.of(kind, id)
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>{t("part.silenceNote")}</p>
    </div>
  );
};

export const DissentPart = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  const count = useCounts(reading);
  const rows = tabulateDissent(reading.columns, listDimensions(reading));
  const both = listBothWays(tabulateTone(reading.columns, "subTheme"));
  const nameOf = (id: string) => (id === "none" ? t("table.untagged") : names.of("dimension", id));
  const columns: readonly Column<DissentRow>[] = [
    {
      id: "name",
      label: t("table.dimension"),
      header: true,
      cell: ({ dimension }) => <DimensionName names={names} id={dimension} />,
    },
    {
      id: "mixed",
      label: t("part.mixedNotes"),
      numeric: true,
      cell: ({ dimension, mixed }) =>
        count(mixed, { dimension, polarity: "mixed" }, nameOf(dimension)),
    },
    {
      id: "disagreed",
      label: t("part.disagreedNotes"),
      numeric: true,
      cell: ({ dimension, disagreed }) =>
        count(disagreed, { dimension, disagreed: true }, nameOf(dimension)),
    },
  ];
  return (
    <>
      <div class="picture-and-table">
        <div class="picture">
          <Bars
            label={t("part.disagreedBars")}
            bars={rows.map(({ dimension, disagreed }) => ({
              id: dimension,
              name: <DimensionName names={names} id={dimension} />,
              count: disagreed,
            }))}
          />
        </div>
        <Table
          caption={t("part.dissentCaption")}
          narrow="stacked"
          columns={columns}
          rows={rows}
          rowKey={({ dimension }) => dimension}
        />
      </div>
      <h3>{t("part.bothWays")}</h3>
      <p>{t(both.length > 0 ? "part.bothWaysLead" : "part.noBothWays")}</p>
      {both.length > 0 && (
        <TonePart
          reading={reading}
          rows={both}
          bars="notes"
          nameOf={(id) => names.of("subTheme", id)}
          toFilter={(subTheme) => ({ subTheme })}
          rowLabel={t("notes.subTheme")}
          barsLabel={t("part.bothWays")}
          caption={t("part.bothWaysCaption")}
        />
      )}
    </>
  );
};
