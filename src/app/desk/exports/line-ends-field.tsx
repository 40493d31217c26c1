// How the texts for researchers end their lines: one way for most programs, another for MAXQDA.
import type { Signal } from "@preact/signals";
import type { LineEnds } from "../../../report/refi-project.ts";
import { SelectField } from "../../../ui/field.tsx";
import { useT } from "../../../ui/use-texts.ts";

// Written out, not taken from the maker: that comes only when a file is asked for.
const ends: readonly LineEnds[] = ["lf", "crlf"];

export const LineEndsField = ({ value }: { readonly value: Signal<LineEnds> }) => {
  const t = useT("exports");
  const names = { lf: t("lineEnds.lf"), crlf: t("lineEnds.crlf") };
  return (
    <SelectField
      label={t("lineEnds.label")}
      hint={t("lineEnds.hint")}
      value={value.value}
      options={ends.map((each) => ({ value: each, label: names[each] }))}
      onChange={(next) => {
        value.value = ends.find((each) => each === next) ?? "lf";
      }}
    />
  );
};
