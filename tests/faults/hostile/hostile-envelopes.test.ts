// The thirty hostile inputs through every door: refused or set aside with a typed reason, and nothing of them inside.
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { createPeak, size, tell, timeoutMs } from "../figures.ts";
import { createDoors, type Door } from "./doors.ts";
import { checkPrototypes } from "./prototypes.ts";
import { type Hostile, theThirty } from "./the-thirty.ts";

const { doors, forge } = await createDoors();
const slowest = createPeak();
const busiest = createPeak();
const fattest = createPeak();
let entries = 0;

afterEach(checkPrototypes);
afterAll(() => {
  tell("hostile", "envelopes of the list, through every door", entries);
  tell("hostile", "slowest answer of a door, ms", Math.round(slowest.top()));
  tell("hostile", "most computing for an answer, ms", Math.round(busiest.top()));
  tell("hostile", "most memory that a door held on to, MiB", Math.round(fattest.top() / 2 ** 20));
});

/** Where a door does not even look: the hub takes no empty body, and no door takes one too large. */
const isUnread = ({ what, answer }: Hostile, { name }: Door): boolean =>
  (answer === "too-large" && name !== "the opening itself") ||
  (what === "nothing at all" && name.startsWith("the hub"));

const isSessionDoor = ({ name }: Door): boolean => name.includes("another device");

/** At a glance each takes the opening itself and one of the doors in turn; else all of them. */
const [bare, ...others] = doors;
const doorsFor = (at: number) =>
  size === "glance"
    ? [bare, others[at % others.length]].filter((door) => door !== undefined)
    : doors;

const numbered = theThirty.map((hostile, at) => ({ ...hostile, at }));
describe.each(numbered)("H$h: $what", ({ at, ...hostile }) => {
  test.each(doorsFor(at))(
    "meets its one answer at $name",
    async (door) => {
      const bytes = await hostile.make(forge);
      const look = () => ({
        held: process.memoryUsage().rss,
        ms: performance.now(),
        cpu: process.cpuUsage(),
      });
      let started = look();
      const outcome = await door.enter(bytes, () => {
        started = look();
      });
      slowest.see(performance.now() - started.ms);
      const { user, system } = process.cpuUsage(started.cpu);
      busiest.see((user + system) / 1_000);
      fattest.see(process.memoryUsage().rss - started.held);
      entries += 1;
      const answer = isUnread(hostile, door) ? "unread" : hostile.answer;
      const added = answer === "kept" && isSessionDoor(door) ? 1 : 0;
      expect(outcome).toEqual({ answer, added });
    },
    timeoutMs,
  );
});
