// How a measure's state is said here.
import type { MeasureStatus } from "../../../domain/measure-records.ts";
import type { Key } from "../../../i18n/resources.ts";

export const statusKeys = {
  proposed: "status.proposed",
  decided: "status.decided",
  "under-way": "status.underWay",
  done: "status.done",
  dropped: "status.dropped",
} as const satisfies Readonly<Record<MeasureStatus, Key<"followUp">>>;
