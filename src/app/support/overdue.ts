// When being unsent becomes worth a calm reminder.
const dayMs = 24 * 60 * 60 * 1_000;

/** Unsent for a day or longer. */
export const isOverdue = (
  mark: { readonly unsentSinceMs?: number | undefined } | undefined,
  nowMs: number,
): boolean => mark?.unsentSinceMs !== undefined && nowMs - mark.unsentSinceMs >= dayMs;
