// The other end of a rescue slot: only a desk opens one, and it is fetched when that happens.
import type { Bytes } from "../base/bytes.ts";
import type { Result } from "../base/result.ts";
import { openAge } from "./age-box.ts";
import { type SlotUnreadable, toRowKey } from "./slots.ts";

/** The row key that `wrapForRescue` sealed, for the desk's identity alone. */
export const unwrapRescue = async (
  ageIdentity: string,
  wrapped: Bytes,
): Promise<Result<Bytes, SlotUnreadable>> => toRowKey(await openAge(wrapped, [ageIdentity]));
