// A typed code learns its receiver from a plan, which anyone with the code could have written. So it is only an offer,
// until a person has compared its fingerprint with the card on the table.
import type { Named } from "../../domain/record.ts";
import { foldSession } from "../../domain/session.ts";
import type { CardInfo } from "../box-facts.ts";
import type { OpenBox } from "../open-box.ts";
import type { Keys } from "../ports.ts";
import { cardOfPlan } from "../session-plan.ts";

export type PlanOffer = { readonly card: CardInfo; readonly fingerprint: string };

/** Undefined while no plan has come, and when the card itself has named the receiver. */
export const findPlanOffer = async (
  keys: Pick<Keys, "fingerprintOf">,
  box: Pick<OpenBox, "facts">,
  records: readonly Named[],
): Promise<PlanOffer | undefined> => {
  if (box.facts().card) return undefined;
  const session = foldSession(records);
  const card = session && cardOfPlan(session.fields);
  return card && { card, fingerprint: await keys.fingerprintOf(card.desk.recipient) };
};
