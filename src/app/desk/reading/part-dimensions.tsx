// Dimension × polarity, sub-themes by the number of sessions that raised them, topics and areas.
import type { ColumnName } from "../../../analysis/columns.ts";
import { rankBySessions, tabulateTone } from "../../../analysis/tone-table.ts";
import { useT } from "../../../ui/use-texts.ts";
import { DimensionName } from "./dimension-name.tsx";
import { listDimensions } from "./dimensions.ts";
import type { PartProps } from "./parts.ts";
import { TonePart } from "./tone-part.tsx";

export const DimensionsPart = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  const rows = tabulateTone(reading.columns, "dimension", listDimensions(reading));
  return (
    <>
      <TonePart
        reading={reading}
        rows={rows}
        bars="notes"
        nameOf={(id) => (id === "none" ? t("table.untagged") : names.of("dimension", id))}
        draw={(id) => <DimensionName names={names} id={id} />}
        toFilter={(dimension) => ({ dimension })}
        rowLabel={t("table.dimension")}
        barsLabel={t("table.bars")}
        caption={t("table.caption")}
      />
      <p>{t("table.note")}</p>
    </>
  );
};

const useRanked = ({ reading, names }: PartProps) => {
  const t = useT("reading");
  return (field: ColumnName, rowLabel: string, barsLabel: string, caption: string) => {
    const rows = rankBySessions(tabulateTone(reading.columns, field));
    if (rows.length === 0) return <p>{t("part.nothingTagged")}</p>;
    return (
      <TonePart
        {...{ reading, rows, rowLabel, barsLabel, caption }}
        bars="sessions"
        nameOf={(id) => names.of(field, id)}
        toFilter={(id) => ({ [field]: id })}
      />
    );
  };
};

export const SubThemesPart = (props: PartProps) => {
  const t = useT("reading");
  const ranked = useRanked(props);
  return ranked(
    "subTheme",
    t("notes.subTheme"),
    t("part.subThemesBars"),
    t("part.subThemesCaption"),
  );
};

export const TopicsPart = (props: PartProps) => {
  const t = useT("reading");
  const ranked = useRanked(props);
  return (
    <>
      {ranked("topic", t("notes.topic"), t("part.topicsBars"), t("part.topicsCaption"))}
      {ranked("area", t("notes.area"), t("part.areasBars"), t("part.areasCaption"))}
    </>
  );
};
