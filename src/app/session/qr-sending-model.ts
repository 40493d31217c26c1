// What goes to another device by codes: the very bytes of the hand-over file, all of them or what no copy has held yet.
import { type ReadonlySignal, signal } from "@preact/signals";
import { foldNotes } from "../../domain/notes.ts";
import type { AppDeps } from "../deps.ts";
import type { ToldError } from "../error-key.ts";
import type { OpenBox } from "../open-box.ts";
import { countFresh, type HandOverCopy, makeCopy, noteCopied } from "./hand-over-file.ts";

export type QrParcel = {
  readonly copy: HandOverCopy;
  readonly notes: number;
  /** Envelopes that were in no copy so far. */
  readonly fresh: number;
};

export interface QrSendingModel {
  readonly parcel: ReadonlySignal<QrParcel | undefined>;
  readonly failure: ReadonlySignal<ToldError | undefined>;
  /** Somebody saw that the other device has it all. */
  readonly isGiven: ReadonlySignal<boolean>;
  readonly load: (what: "all" | "fresh") => Promise<void>;
  readonly give: () => Promise<void>;
}

export const createQrSendingModel = (
  deps: Pick<AppDeps, "env" | "delivery">,
  box: OpenBox,
): QrSendingModel => {
  const parcel = signal<QrParcel>();
  const failure = signal<ToldError>();
  const isGiven = signal(false);
  return {
    parcel,
    failure,
    isGiven,
    load: async (what) => {
      failure.value = undefined;
      isGiven.value = false;
      const copy = await makeCopy(deps.delivery, box, what);
      const fresh = copy.ok ? await countFresh(box) : copy;
      const records = await box.records.readAll();
      if (!copy.ok) failure.value = copy.error;
      else if (!fresh.ok) failure.value = fresh.error;
      else if (!records.ok) failure.value = records.error;
      else {
        const live = foldNotes(records.value).filter(({ fields }) => fields.struck !== true);
        parcel.value = { copy: copy.value, notes: live.length, fresh: fresh.value };
      }
    },
    give: async () => {
      const now = parcel.peek();
      if (!now) return;
      const noted = await noteCopied(box, now.copy, deps.env.now());
      if (noted.ok) isGiven.value = true;
      else failure.value = noted.error;
    },
  };
};
