// The leaflet's fixed words, out of the papers' texts in its own language.
import type { Format } from "../../../i18n/format.ts";
import type { Translate } from "../../../i18n/resources.ts";
import type { LeafletWords } from "../../../report/leaflet.ts";

export const toLeafletWords = (
  lang: string,
  t: Translate<"paper">,
  format: Format,
): LeafletWords => ({
  ...{ lang, title: t("leaflet.title"), address: t("leaflet.address"), foot: t("leaflet.foot") },
  parts: { said: t("leaflet.said"), decided: t("leaflet.decided"), done: t("leaflet.done") },
  none: {
    said: t("leaflet.saidNone"),
    decided: t("leaflet.decidedNone"),
    done: t("leaflet.doneNone"),
  },
  more: (count) => t("leaflet.more", { count }),
  status: {
    "under-way": t("leaflet.underWay"),
    done: t("leaflet.isDone"),
    dropped: t("leaflet.dropped"),
  },
  by: (unit) => t("leaflet.by", { unit }),
  from: (desk, round) => t("leaflet.from", { desk, round }),
  due: (day) => t("leaflet.due", { day }),
  day: (day) => format.day(`${day}T12:00:00Z`),
});
