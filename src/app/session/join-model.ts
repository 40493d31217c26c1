// Joining by a scanned card, an opened link or 16 typed characters. Nothing is opened before the card is understood,
// and a card that says something else than what this device knows changes nothing.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { BoxId, Role } from "../../domain/schema.ts";
import { parseCardLink } from "../../wire/card-link.ts";
import { type CardInfo, parseCardInfo } from "../box-facts.ts";
import { cutAll } from "../delivery.ts";
import type { AppDeps } from "../deps.ts";
import type { ToldError } from "../error-key.ts";
import type { OpenBox } from "../open-box.ts";
import { type BrowserFacts, checkBrowser, mustInstallFirst } from "./browser-check.ts";
import { findPlanOffer, type PlanOffer } from "./plan-offer.ts";

export type JoinWay = "scan" | "link" | "typed";

export type JoinStage =
  | { readonly at: "asking" }
  /** This browser cannot hold a session: `browserItem` has the words. */
  | { readonly at: "unable" }
  /** A link opened in a tab on iPad or iPhone. */
  | { readonly at: "install" }
  /** Deriving the keys: a few seconds on a cheap tablet. */
  | { readonly at: "opening" }
  | { readonly at: "looking" }
  /** A typed code whose plan came: the person compares it with the paper. */
  | { readonly at: "comparing"; readonly box: BoxId; readonly offer: PlanOffer }
  | { readonly at: "not-matching"; readonly box: BoxId }
  /** A typed code alone. `failure` says why nothing came, if it is known. */
  | { readonly at: "no-plan"; readonly box: BoxId; readonly failure: ToldError | undefined }
  /** The card names another receiver than the one this session already has. */
  | {
      readonly at: "other-receiver";
      readonly box: BoxId;
      readonly known: CardInfo["desk"];
      readonly claimed: CardInfo["desk"];
    }
  | { readonly at: "joined"; readonly box: BoxId; readonly way: JoinWay };

export type JoinModel = {
  readonly stage: ReadonlySignal<JoinStage>;
  readonly failure: ReadonlySignal<ToldError | undefined>;
  readonly takeCard: (text: string, way: "scan" | "link") => Promise<void>;
  readonly takeCode: (code: string) => Promise<void>;
  readonly lookAgain: () => Promise<void>;
  readonly confirmMatch: () => Promise<void>;
  readonly denyMatch: () => void;
  /** Goes on with the session as this device knows it. */
  readonly goOn: () => void;
};

export type JoinDeps = Pick<AppDeps, "workspace" | "courier" | "keys" | "delivery" | "typing">;
export type JoinOptions = { readonly role: Role; readonly facts: BrowserFacts };

export const createJoinModel = (deps: JoinDeps, { role, facts }: JoinOptions): JoinModel => {
  const { workspace, courier } = deps;
  const unable = checkBrowser(facts).fault !== undefined;
  const stage = signal<JoinStage>(unable ? { at: "unable" } : { at: "asking" });
  const failure = signal<ToldError>();

  const refuse = (error: ToldError) => {
    failure.value = error;
    stage.value = { at: "asking" };
  };

  /** Undefined where it was refused, and said so. */
  const enter = async (code: string, card?: CardInfo): Promise<OpenBox | undefined> => {
    failure.value = undefined;
    stage.value = { at: "opening" };
    const before = workspace.open.value;
    // Another session may be open: what it has not written or packed could not be once its key is gone.
    const unkept = before ? await deps.typing.settle(before.box) : [];
    if (unkept.length > 0) {
      refuse({ type: "store-full" });
      return undefined;
    }
    const packed = before && (await cutAll(deps.delivery, before));
    if (packed?.ok === false) {
      refuse(packed.error);
      return undefined;
    }
    const opened = await workspace.joinSession(code, role, card);
    if (opened.ok) return opened.value;
    refuse(opened.error);
    return undefined;
  };

  const look = async (box: OpenBox) => {
    stage.value = { at: "looking" };
    await courier.sendNow();
    const records = await box.records.readAll();
    if (!records.ok) return refuse(records.error);
    const offer = await findPlanOffer(deps.keys, box, records.value);
    const type = courier.state.value.failure;
    stage.value = offer
      ? { at: "comparing", box: box.box, offer }
      : { at: "no-plan", box: box.box, failure: type && { type } };
  };

  return {
    stage,
    failure,
    takeCard: async (text, way) => {
      if (unable || isBusy(stage.value)) return;
      const link = parseCardLink(text);
      if (!link.ok) return refuse(link.error);
      const card = parseCardInfo(link.value);
      if (!card) return refuse({ type: "card-unreadable" });
      if (way === "link" && mustInstallFirst(facts)) {
        stage.value = { at: "install" };
        return;
      }
      const box = await enter(link.value.code, card);
      if (!box) return;
      const known = box.facts().card?.desk;
      stage.value =
        known && known.recipient !== card.desk.recipient
          ? { at: "other-receiver", box: box.box, known, claimed: card.desk }
          : { at: "joined", box: box.box, way };
    },
    takeCode: async (code) => {
      if (unable || isBusy(stage.value)) return;
      const box = await enter(code);
      if (!box) return;
      if (box.facts().card) stage.value = { at: "joined", box: box.box, way: "typed" };
      else await look(box);
    },
    lookAgain: async () => {
      const box = workspace.open.value;
      if (box && stage.value.at === "no-plan") await look(box);
    },
    confirmMatch: async () => {
      const now = stage.value;
      if (now.at !== "comparing") return;
      const adopted = await workspace.adoptCard(now.offer.card);
      if (adopted.ok) stage.value = { at: "joined", box: now.box, way: "typed" };
      else failure.value = adopted.error;
    },
    denyMatch: () => {
      const now = stage.value;
      if (now.at === "comparing") stage.value = { at: "not-matching", box: now.box };
    },
    goOn: () => {
      const now = stage.value;
      if ("box" in now) stage.value = { at: "joined", box: now.box, way: "typed" };
    },
  };
};

const isBusy = ({ at }: JoinStage): boolean => at === "opening" || at === "looking";
