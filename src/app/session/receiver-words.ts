// Who gets the notes, as a sentence: the organisation that runs the sessions, or the municipality.
import type { Translate } from "../../i18n/resources.ts";
import type { CardInfo } from "../box-facts.ts";

export const receiverSentence = (
  t: Translate<"session">,
  { name, operator }: CardInfo["desk"],
): string =>
  operator === "municipality"
    ? t("handOver.receiverMunicipality", { name })
    : t("handOver.receiverNgo", { name });
