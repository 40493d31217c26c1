// Whether this device can be trusted with a session tonight, in one short paragraph: kept or not, space, clock, and when
// something last left it. Facts in, sentences out; nothing here keeps anybody from writing.
import type { Key } from "../../i18n/resources.ts";
import type { StorageHealth } from "../../storage/storage-health.ts";
import { type BrowserFacts, nameBrowser } from "../session/browser-check.ts";
import type { BoxMark, Mark } from "./mark.ts";
import { isOverdue } from "./overdue.ts";

export type HealthFacts = {
  readonly browser: Pick<BrowserFacts, "isInstalled" | "isAppleTouch" | "userAgent">;
  readonly storage: StorageHealth;
  readonly boxes: readonly BoxMark[];
  readonly clockBack: Mark["clockBack"];
  readonly nowMs: number;
};

export type HealthSentence = {
  readonly say: Extract<Key<"device">, `${"clock" | "copy" | "keep" | "space"}.${string}`>;
  readonly bytes?: number;
  readonly atMs?: number;
  readonly newestMs?: number;
};
export type Health = {
  readonly verdict: "ok" | "note" | "problem";
  /** The gravest first. */
  readonly sentences: readonly HealthSentence[];
};

type Finding = HealthSentence & { readonly weight: 0 | 1 | 2 };
const verdicts = ["ok", "note", "problem"] as const;

const fullBytes = 20_000_000;

/** Safari forgets what an ordinary tab holds after seven days without a visit; an installed app is spared. */
export const mayForgetInDays = ({ browser }: Pick<HealthFacts, "browser">): boolean =>
  !browser.isInstalled &&
  (browser.isAppleTouch || nameBrowser(browser.userAgent)?.name === "Safari");

export const toHealth = (facts: HealthFacts): Health => {
  const findings = [...clockOf(facts), keepOf(facts), ...spaceOf(facts), ...copyOf(facts)];
  const gravest = Math.max(...findings.map(({ weight }) => weight));
  const sorted = findings.toSorted((a, b) => b.weight - a.weight);
  return {
    verdict: verdicts[gravest] ?? "problem",
    sentences: sorted.map(({ weight: _weight, ...sentence }) => sentence),
  };
};

const clockOf = ({ clockBack, nowMs }: HealthFacts): readonly Finding[] =>
  clockBack ? [{ weight: 2, say: "clock.back", atMs: nowMs, newestMs: clockBack.fromMs }] : [];

const keepOf = (facts: HealthFacts): Finding => {
  const { storage, browser } = facts;
  if (storage.privateWindow === "likely") return { weight: 2, say: "keep.forgets" };
  if (mayForgetInDays(facts)) return { weight: 1, say: "keep.safari" };
  const isKept = storage.persisted === true;
  if (browser.isInstalled) {
    return isKept ? { weight: 0, say: "keep.sure" } : { weight: 1, say: "keep.installed" };
  }
  return isKept ? { weight: 0, say: "keep.sureTab" } : { weight: 1, say: "keep.tab" };
};

const spaceOf = ({ storage }: HealthFacts): readonly Finding[] => {
  if (storage.quotaBytes === undefined) return [];
  const bytes = Math.max(0, storage.quotaBytes - (storage.usedBytes ?? 0));
  const isLow = bytes < fullBytes;
  return [{ weight: isLow ? 2 : 0, say: isLow ? "space.low" : "space.free", bytes }];
};

const copyOf = ({ boxes, nowMs }: HealthFacts): readonly Finding[] => {
  const sessions = boxes.filter(({ kind }) => kind === "session");
  if (sessions.some((box) => isOverdue(box, nowMs))) return [{ weight: 1, say: "copy.overdue" }];
  const copies = sessions.flatMap(({ copyMs }) => copyMs ?? []);
  if (copies.length > 0) return [{ weight: 0, say: "copy.at", atMs: Math.max(...copies) }];
  // Nothing written yet: then there is nothing to copy either.
  return sessions.some(({ rows }) => rows > 0) ? [{ weight: 0, say: "copy.none" }] : [];
};
