// The words for what is counted: from the round's codebook, guide and themes, in the language of the screen.
import type { ColumnName } from "../../../analysis/columns.ts";
import { groupId } from "../../../analysis/group-id.ts";
import { labelOf } from "../../../domain/codebook.ts";
import type { Localized } from "../../../domain/schema.ts";
import { writtenLanguage } from "../../../i18n/languages.ts";
import { useT, useTexts } from "../../../ui/use-texts.ts";
import type { RoundReading } from "../use-round.ts";

export type Names = {
  /** An id that nothing names is its own name: an unknown tag is shown, not dropped. */
  readonly of: (column: ColumnName, id: string) => string;
  /** A dimension's short name, for heads of columns. */
  readonly short: (dimension: string) => string;
  /** From 1, the dimension's place in the codebook; 0 for a foreign one. */
  readonly placeOf: (dimension: string) => number;
};

const localText = (text: Localized, language: string): string | undefined =>
  text[language] ?? text.fi ?? text.sv ?? text.en ?? Object.values(text)[0];

export const useNames = (reading: RoundReading): Names => {
  const t = useT("reading");
  const common = useT("common");
  const { code } = useTexts().spoken("reading");
  const { codebook, guide } = reading.round?.fields ?? {};
  const polarities = {
    strengthens: common("polarity.strengthens"),
    weakens: common("polarity.weakens"),
    mixed: common("polarity.mixed"),
  };
  const groups = new Map(
    reading.releases.flatMap(({ record }) => record.groups.map((name) => [groupId(name), name])),
  );
  const titles = new Map<string, string>(
    reading.releases.map(({ record }) => [record.session, record.title]),
  );
  const find = (column: ColumnName, id: string): string | undefined => {
    switch (column) {
      case "dimension":
        return labelOf(codebook?.dimensions ?? [], id, code);
      case "subTheme":
        return labelOf(codebook?.subThemes ?? [], id, code);
      case "topic":
        return labelOf(codebook?.topics ?? [], id, code);
      case "area":
        return labelOf(codebook?.areas ?? [], id, code);
      case "kind":
        return labelOf(codebook?.kinds ?? [], id, code);
      case "polarity":
        return new Map(Object.entries(polarities)).get(id);
      case "lang":
        return writtenLanguage(id).endonym;
      case "session":
        return titles.get(id);
      case "group":
        return groups.get(id);
      case "phase": {
        const question = guide?.questions.find((each) => each.id === id);
        return question && localText(question.text, code);
      }
      case "theme": {
        const theme = reading.themes.find(({ themeId }) => themeId === id);
        return theme && localText(theme.fields.name, code);
      }
    }
  };
  return {
    of: (column, id) => (id === "none" ? t("notes.without") : (find(column, id) ?? id)),
    short: (dimension) => {
      const entry = codebook?.dimensions.find(({ id }) => id === dimension);
      return (entry && localText(entry.short, code)) ?? dimension;
    },
    placeOf: (dimension) =>
      (codebook?.dimensions ?? []).findIndex(({ id }) => id === dimension) + 1,
  };
};
