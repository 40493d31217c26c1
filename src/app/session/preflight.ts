// The list before a session: each line in order, worth a note, or a problem. Facts in, verdicts out; words are the screen's.
import type { Key } from "../../i18n/resources.ts";
import type { StorageHealth } from "../../storage/storage-health.ts";
import { type BrowserFacts, checkBrowser } from "./browser-check.ts";

export type PreflightFacts = {
  readonly browser: BrowserFacts;
  readonly storage: StorageHealth;
  readonly offline: "ready" | "coming" | "impossible";
  readonly nowMs: number;
  /** The newest stamp of this session, which the clock should not lie before. */
  readonly newestMs: number | undefined;
};

export type PreflightItem = {
  readonly verdict: "ok" | "note" | "problem";
  readonly say: Extract<Key<"session">, `check.${string}`>;
  readonly browser?: string;
  readonly bytes?: number;
  readonly atMs?: number;
  readonly newestMs?: number;
};

const lowBytes = 200_000_000;
const fullBytes = 20_000_000;
/** Two devices' clocks differ by this much without anything being wrong. */
const clockSlackMs = 120_000;

/** In the order in which a person would mend them. */
export const toPreflight = (facts: PreflightFacts): readonly PreflightItem[] => [
  browserItem(facts.browser),
  ...(facts.storage.privateWindow === "likely"
    ? [{ verdict: "problem", say: "check.privateWindow" } as const]
    : []),
  offlineItem(facts),
  keptItem(facts.storage),
  spaceItem(facts.storage),
  clockItem(facts),
  facts.browser.isInstalled
    ? { verdict: "ok", say: "check.installed" }
    : { verdict: "note", say: "check.notInstalled" },
  facts.browser.wakeLock
    ? { verdict: "ok", say: "check.screen" }
    : { verdict: "note", say: "check.noScreen" },
];

const faultWords = {
  insecure: "check.insecure",
  "too-old": "check.tooOld",
  "no-database": "check.noDatabase",
} as const;

export const browserItem = (facts: BrowserFacts): PreflightItem => {
  const { fault, label } = checkBrowser(facts);
  const browser = label ? `${label.name} ${label.version}` : "";
  if (!fault) return { verdict: "ok", say: label ? "check.able" : "check.ableUnnamed", browser };
  const say = fault === "too-old" && !label ? "check.tooOldUnnamed" : faultWords[fault];
  return { verdict: "problem", say, browser };
};

const offlineItem = ({ offline, browser }: PreflightFacts): PreflightItem => {
  if (offline === "ready") return { verdict: "ok", say: "check.offline" };
  return offline === "impossible" || !browser.worker
    ? { verdict: "problem", say: "check.offlineImpossible" }
    : { verdict: "note", say: "check.offlineComing" };
};

const keptItem = ({ persisted }: StorageHealth): PreflightItem => {
  if (persisted === undefined) return { verdict: "note", say: "check.keptUnknown" };
  return persisted
    ? { verdict: "ok", say: "check.kept" }
    : { verdict: "note", say: "check.notKept" };
};

const spaceItem = ({ quotaBytes, usedBytes }: StorageHealth): PreflightItem => {
  if (quotaBytes === undefined) return { verdict: "note", say: "check.spaceUnknown" };
  const bytes = Math.max(0, quotaBytes - (usedBytes ?? 0));
  if (bytes < fullBytes) return { verdict: "problem", say: "check.spaceLow", bytes };
  return bytes < lowBytes
    ? { verdict: "note", say: "check.spaceLow", bytes }
    : { verdict: "ok", say: "check.space", bytes };
};

const clockItem = ({ nowMs, newestMs }: PreflightFacts): PreflightItem =>
  newestMs !== undefined && newestMs - nowMs > clockSlackMs
    ? { verdict: "problem", say: "check.clockBack", atMs: nowMs, newestMs }
    : { verdict: "ok", say: "check.clock", atMs: nowMs };

/** Lines about keeping, space and installing: the paragraph above the list says these in one breath. */
export const isOfKeeping = ({ say }: PreflightItem): boolean =>
  /^check\.(privateWindow|kept|keptUnknown|notKept|space|spaceLow|spaceUnknown|installed|notInstalled)$/.test(
    say,
  );
