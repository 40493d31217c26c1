// A dimension as it is shown in rows: by its mark where the codebook has it, else by the words for what it is.
import { DimensionMark } from "../../../ui/dimension-mark.tsx";
import { useT } from "../../../ui/use-texts.ts";
import type { Names } from "./names.ts";

export const DimensionName = (props: { readonly names: Names; readonly id: string }) => {
  const t = useT("reading");
  const { names, id } = props;
  if (id === "none") return <span>{t("table.untagged")}</span>;
  const number = names.placeOf(id);
  const word = names.of("dimension", id);
  return number > 0 ? <DimensionMark number={number} word={word} /> : <span>{word}</span>;
};
