// Whether tags that a reviewer took from a suggestion count. One switch for tables and lists alike, so that a number opens
// the notes it counted; it lasts until the app is opened anew.
import { useMemo } from "preact/hooks";
import { countSuggested } from "../../../analysis/without-suggested.ts";
import { Checkbox } from "../../../ui/choice.tsx";
import { useT } from "../../../ui/use-texts.ts";
import { ownTagsOnly, type RoundReading } from "../use-round.ts";

/** Nothing where no tag was suggested. */
export const OwnTags = ({ reading }: { readonly reading: RoundReading }) => {
  const t = useT("reading");
  const count = useMemo(() => countSuggested(reading.notes), [reading.notes]);
  if (count === 0) return null;
  return (
    <Checkbox
      label={t("ownTags.label", { count })}
      hint={t("ownTags.hint")}
      checked={ownTagsOnly.value}
      onChange={(next) => {
        ownTagsOnly.value = next;
      }}
    />
  );
};
