// Ratios of one round: what was measured turn by turn beside each other is compared with each other, never with another day.
import { quantile } from "./results.ts";

/** Ours over the peer's, both at the same share of their samples. */
export const ratioAt = (ours: readonly number[], peer: readonly number[], share: number): number =>
  quantile(ours, share) / quantile(peer, share);
