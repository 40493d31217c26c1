// What support needs to know of a device, and nothing of what was said on it: versions, sizes, counts, times and the types
// of faults. No title, no note, no code, no key; of a box id four characters, so that two sessions can be told apart.

import { groupBy } from "../../base/group.ts";
import { ok, type Result } from "../../base/result.ts";
import type { StoredBox, StoreError } from "../../storage/ports.ts";
import type { StorageHealth } from "../../storage/storage-health.ts";
import type { AppDeps } from "../deps.ts";
import { type BrowserFacts, nameBrowser } from "../session/browser-check.ts";
import { readFaults } from "./fault-log.ts";

/** What the page alone can tell. */
export type PageFacts = {
  readonly browser: BrowserFacts;
  readonly storage: StorageHealth;
  readonly language: string;
  readonly isOnline: boolean;
  readonly window: { readonly width: number; readonly height: number };
  readonly timeZoneMinutes: number;
  readonly isStored: boolean;
  readonly keptFiles: number | undefined;
};

type Deps = Pick<AppDeps, "env" | "device" | "delivery" | "courier" | "marks" | "workspace">;

const instant = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString();

/** The whole file, readable by people: it is shown before it is saved. */
export const collectDiagnostics = async (
  deps: Deps,
  page: PageFacts,
): Promise<Result<string, StoreError>> => {
  const stored = await deps.device.listBoxes();
  if (!stored.ok) return stored;
  const boxes = [];
  for (const box of stored.value) boxes.push(await describeBox(deps, box));
  const { clockBack, lost } = deps.marks;
  const { activity, failure, nextTryAt, lastSuccessAt } = deps.courier.state.value;
  const { userAgent, ...able } = page.browser;
  const facts = {
    format: "kuuluu-support/1",
    made: instant(deps.env.now()),
    app: deps.env.appVersion,
    browser: { ...nameBrowser(userAgent), userAgent, ...able },
    language: page.language,
    window: page.window,
    online: page.isOnline,
    files: { stored: page.isStored, kept: page.keptFiles },
    storage: page.storage,
    clock: {
      minutesFromUtc: page.timeZoneMinutes,
      wentBackFrom: instant(clockBack.value?.fromMs),
      wentBackTo: instant(clockBack.value?.toMs),
    },
    vanished: lost.value && { ...lost.value, seenMs: instant(lost.value.seenMs) },
    sending: {
      activity,
      failure,
      nextTry: instant(nextTryAt),
      lastSuccess: instant(lastSuccessAt),
    },
    open: deps.workspace.open.value?.kind ?? "nothing",
    boxes,
    faults: (await readFaults(deps.device)).map(({ type, atMs }) => ({
      type,
      at: instant(atMs),
    })),
  };
  return ok(`${JSON.stringify(facts, null, 2)}\n`);
};

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string) =>
  Object.fromEntries([...groupBy(items, keyOf)].map(([key, group]) => [key, group.length]));

const describeBox = async ({ delivery, marks }: Deps, stored: StoredBox) => {
  const outbox = delivery.outboxOf(stored.box);
  const [envelopes, deliveries, unbundled, quarantined] = [
    await outbox.list(),
    await outbox.deliveries(),
    await outbox.unbundled(),
    await outbox.quarantined(),
  ];
  const mark = marks.boxes.value.get(stored.box);
  return {
    box: stored.box.slice(0, 4),
    kind: stored.kind,
    added: stored.addedAt,
    slots: Object.keys(stored.slots).sort(),
    hasReceiver: stored.deskBox !== undefined,
    envelopes: envelopes.ok
      ? {
          count: envelopes.value.length,
          bytes: envelopes.value.reduce((sum, { size }) => sum + size, 0),
          releases: envelopes.value.filter(({ release }) => release !== undefined).length,
        }
      : envelopes.error,
    receipts: deliveries.ok
      ? countBy(deliveries.value, ({ destination }) => destination)
      : deliveries.error,
    unbundled: unbundled.ok ? unbundled.value.length : unbundled.error,
    setAside: quarantined.ok
      ? countBy(quarantined.value, ({ reason }) => reason)
      : quarantined.error,
    notes: mark?.notes,
    rows: mark?.rows,
    unsent: mark?.unsent,
    unsentSince: instant(mark?.unsentSinceMs),
    lastCopy: instant(mark?.copyMs),
  };
};
