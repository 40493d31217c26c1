// What stands between the cells of a CSV file: Excel in Finnish and Swedish wants a semicolon, machines a comma.
import type { Signal } from "@preact/signals";
import type { CsvSeparator } from "../../../base/csv.ts";
import { SelectField } from "../../../ui/field.tsx";
import { useT } from "../../../ui/use-texts.ts";

const separators: readonly CsvSeparator[] = [";", ",", "\t"];

export const SeparatorField = ({ value }: { readonly value: Signal<CsvSeparator> }) => {
  const t = useT("exports");
  const names = { ";": t("csv.semicolon"), ",": t("csv.comma"), "\t": t("csv.tab") };
  return (
    <SelectField
      label={t("csv.separator")}
      value={value.value}
      options={separators.map((each) => ({ value: each, label: names[each] }))}
      onChange={(next) => {
        value.value = separators.find((each) => each === next) ?? ";";
      }}
    />
  );
};
