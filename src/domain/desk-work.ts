// The kinds that only a desk keeps. The live screen never has them; whoever takes records in has all (gate.ts).
import { Aside, Card, Desk, Removal, Rescue, Round } from "./desk-records.ts";
import { Edition } from "./edition-records.ts";
import { DeskEvent, Idea } from "./event-records.ts";
import { Exchange } from "./exchange-records.ts";
import { Finding, Quote, Theme } from "./finding-records.ts";
import { Decision, FollowUp, Measure } from "./measure-records.ts";

export const deskKinds = {
  "desk/1": Desk,
  "round/1": Round,
  "card/1": Card,
  "rescue/1": Rescue,
  "removal/1": Removal,
  "aside/1": Aside,
  "theme/1": Theme,
  "finding/1": Finding,
  "quote/1": Quote,
  "edition/1": Edition,
  "event/1": DeskEvent,
  "idea/1": Idea,
  "decision/1": Decision,
  "measure/1": Measure,
  "follow-up/1": FollowUp,
  "exchange/1": Exchange,
} as const;
