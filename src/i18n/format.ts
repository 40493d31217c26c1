// Dates, numbers, lists, sizes and ages in words of the language. Always the Gregorian calendar, Latin digits (they
// match the codes on paper) and, unless told otherwise, Finnish time.
import type { InterfaceLanguage } from "./languages.ts";

/** A moment as the app holds it: ISO 8601 text, milliseconds, or a Date. */
export type Moment = string | number | Date;

export type Format = {
  /** 18.42 */
  readonly time: (moment: Moment) => string;
  /** 24.11.2026 */
  readonly day: (moment: Moment) => string;
  /** 24. marraskuuta 2026 */
  readonly longDay: (moment: Moment) => string;
  /** ti 24.11. */
  readonly weekday: (moment: Moment) => string;
  /** 24.11.2026 18.42 */
  readonly dayTime: (moment: Moment) => string;
  readonly number: (value: number) => string;
  /** 0.42 → 42 % */
  readonly percent: (share: number) => string;
  /** a, b ja c */
  readonly list: (items: readonly string[]) => string;
  /** 2,1 Mt */
  readonly bytes: (bytes: number) => string;
  /** 3 min sitten; the unit grows with the distance. */
  readonly age: (moment: Moment, now: Moment) => string;
  /** 4:05, 1:04:05; negative with a minus, as a phase clock runs over. */
  readonly clock: (seconds: number) => string;
  readonly compare: (a: string, b: string) => number;
};

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

const ageUnits = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

const two = (value: number): string => String(value).padStart(2, "0");

export const createFormat = (
  { intl, code }: Pick<InterfaceLanguage, "intl" | "code">,
  timeZone = "Europe/Helsinki",
): Format => {
  // Made on first use: a constructor of Intl costs more than a render.
  const dates = new Map<string, Intl.DateTimeFormat>();
  const inDate = (name: string, options: Intl.DateTimeFormatOptions) => (moment: Moment) => {
    const known = dates.get(name) ?? new Intl.DateTimeFormat(intl, { timeZone, ...options });
    dates.set(name, known);
    return known.format(new Date(moment));
  };
  const number = new Intl.NumberFormat(intl);
  const percent = new Intl.NumberFormat(intl, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(intl, { type: "conjunction" });
  const relative = new Intl.RelativeTimeFormat(intl, { style: "short", numeric: "auto" });
  const collator = new Intl.Collator(code, { numeric: true });
  const time = inDate("time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = inDate("day", { day: "numeric", month: "numeric", year: "numeric" });
  return {
    time,
    day,
    longDay: inDate("longDay", { dateStyle: "long" }),
    weekday: inDate("weekday", { weekday: "short", day: "numeric", month: "numeric" }),
    dayTime: (moment) => `${day(moment)} ${time(moment)}`,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
    bytes: (bytes) => {
      const power = bytes < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
      return new Intl.NumberFormat(intl, {
        style: "unit",
        unit: units[power] ?? "byte",
        maximumFractionDigits: power < 2 ? 0 : 1,
      }).format(bytes / 1_000 ** power);
    },
    age: (moment, now) => {
      const seconds = (new Date(now).getTime() - new Date(moment).getTime()) / 1_000;
      const step = ageUnits.find((unit) => Math.abs(seconds) >= unit.seconds);
      return step
        ? relative.format(-Math.trunc(seconds / step.seconds), step.unit)
        : relative.format(0, "second");
    },
    clock: (seconds) => {
      const whole = Math.trunc(Math.abs(seconds));
      const hours = Math.floor(whole / 3_600);
      const minutes = Math.floor((whole % 3_600) / 60);
      const tail = `${hours > 0 ? two(minutes) : minutes}:${two(whole % 60)}`;
      return `${seconds <= -1 ? "−" : ""}${hours > 0 ? `${hours}:` : ""}${tail}`;
    },
    compare: collator.compare,
  };
};
