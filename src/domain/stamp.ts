// Hybrid logical clock as text: grows on every record of a device and never falls behind what it has seen.
// Stamps order what is displayed; they never decide what exists.
import { Stamp } from "./schema.ts";

const dayMs = 24 * 60 * 60 * 1_000;
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(9999, 0, 1);

type Parts = { readonly ms: number; readonly count: number };

const toParts = (stamp: Stamp): Parts => ({
  ms: Date.parse(stamp.slice(0, 24)),
  count: Number.parseInt(stamp.slice(25, 29), 16),
});

/**
 * The next stamp of a device. `clockMs` is the wall clock, `seen` every stamp the device knows (its own and its peers').
 * A peer more than 24 h ahead is stored like any other but does not move our clock.
 */
export const nextStamp = (clockMs: number, seen: readonly Stamp[], device: string): Stamp => {
  // A clock outside the writable years (a dead battery says 1970) must not stop a note from being written.
  const now = Math.min(Math.max(clockMs, earliest), latest);
  const newest = seen
    .map(toParts)
    .filter(({ ms }) => ms <= now + dayMs)
    .reduce<Parts | undefined>(
      (top, part) =>
        top && (top.ms > part.ms || (top.ms === part.ms && top.count >= part.count)) ? top : part,
      undefined,
    );
  const isAhead = newest !== undefined && newest.ms >= now;
  const overflows = isAhead && newest.count >= 0xffff;
  const ms = isAhead ? newest.ms + (overflows ? 1 : 0) : now;
  const count = isAhead && !overflows ? newest.count + 1 : 0;
  const time = new Date(ms).toISOString();
  return Stamp.parse(`${time}-${count.toString(16).padStart(4, "0")}-${device.slice(0, 8)}`);
};

export const compareStamps = (a: Stamp, b: Stamp): number => (a < b ? -1 : a > b ? 1 : 0);

/** The wall-clock part, as milliseconds since 1970. */
export const toMs = (stamp: Stamp): number => toParts(stamp).ms;
