// The words of one line of the check before a session.
import type { Format } from "../../i18n/format.ts";
import type { Translate } from "../../i18n/resources.ts";
import type { PreflightItem } from "./preflight.ts";

export const preflightText = (
  t: Translate<"session">,
  format: Format,
  { say, browser, bytes, atMs, newestMs }: PreflightItem,
): string =>
  t(say, {
    ...(browser === undefined ? {} : { browser }),
    ...(bytes === undefined ? {} : { size: format.bytes(bytes) }),
    ...(atMs === undefined ? {} : { time: format.dayTime(atMs) }),
    ...(newestMs === undefined ? {} : { newest: format.dayTime(newestMs) }),
  });
