// What a coordinator can do where a number cannot be shown.
import { membersOf } from "./axis.ts";

export const repairs = ["merge-sub-themes", "merge-groups", "leave-out", "tell-in-words"] as const;
export type Repair = (typeof repairs)[number];

/** In the order they cost least of what was said. */
export const repairsFor = (place: {
  readonly by: readonly string[];
  readonly keys: readonly string[];
}): readonly Repair[] => {
  const isMerged = place.keys.some((key) => membersOf(key).length > 1);
  return [
    ...(place.by.includes("sub-theme") && !isMerged ? (["merge-sub-themes"] as const) : []),
    ...(place.by.includes("group") && !isMerged ? (["merge-groups"] as const) : []),
    "leave-out",
    "tell-in-words",
  ];
};
