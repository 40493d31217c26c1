// Strengthens, weakens or both: a sign with its word beside it, never a colour.
import { useT } from "./use-texts.ts";
import "./marks.css";

export type PolarityName = "strengthens" | "weakens" | "mixed";

const signs = { strengthens: "▲", weakens: "▼", mixed: "◆" } as const;
const words = {
  strengthens: "polarity.strengthens",
  weakens: "polarity.weakens",
  mixed: "polarity.mixed",
} as const;

export const polaritySign = (polarity: PolarityName): string => signs[polarity];

export const PolarityMark = ({ polarity }: { readonly polarity: PolarityName }) => {
  const t = useT("common");
  return (
    <span class="mark">
      <span aria-hidden="true">{signs[polarity]}</span> {t(words[polarity])}
    </span>
  );
};
