// The four chips: number, shape and word. The first one pressed is primary.
import { Chip, ToggleGroup } from "../../ui/chip.tsx";
import { DimensionShape } from "../../ui/dimension-mark.tsx";
import { useT, useTexts } from "../../ui/use-texts.ts";
import { type DimensionWord, dimensionWords } from "../session/dimension-words.ts";
import { useCapture } from "./capture-context.ts";

export const useDimensions = () => {
  const { codebook } = useCapture();
  return dimensionWords(codebook, useTexts().language().code);
};

export const DimensionChips = (props: {
  readonly dimensions: readonly DimensionWord[];
  readonly pressed: readonly string[];
  readonly onPress: (number: number) => void;
  /** Only in the dock do the keys apply. */
  readonly hasShortcuts?: boolean;
}) => {
  const t = useT("scribe");
  const { dimensions, pressed, onPress, hasShortcuts } = props;
  return (
    <ToggleGroup label={t("dock.dimensions")} layout="grid">
      {dimensions.map(({ id, number, word }) => {
        const isPrimary = pressed.length > 1 && pressed[0] === id;
        return (
          <Chip
            key={id}
            dimension={number}
            pressed={pressed.includes(id)}
            onPress={() => onPress(number)}
            {...(isPrimary ? { label: t("dock.primary", { word: `${number} ${word}` }) } : {})}
            {...(hasShortcuts ? { shortcut: `Alt+${number}` } : {})}
          >
            <DimensionShape number={number} />
            <span class={isPrimary ? "chip-word chip-word-primary" : "chip-word"}>
              {number} {word}
            </span>
          </Chip>
        );
      })}
    </ToggleGroup>
  );
};
