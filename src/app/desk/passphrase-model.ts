// The passphrase of this device, chosen or changed while the desk is open. A desk that came by its code has none yet.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { AppDeps } from "../deps.ts";
import type { OpenError } from "../workspace.ts";
import { minPassphrase } from "./setup-model.ts";

export interface PassphraseModel {
  readonly passphrase: Signal<string>;
  readonly isShort: ReadonlySignal<boolean>;
  readonly busy: ReadonlySignal<boolean>;
  readonly isSaved: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<OpenError | undefined>;
  readonly save: () => Promise<void>;
}

export const createPassphraseModel = ({
  workspace,
}: Pick<AppDeps, "workspace">): PassphraseModel => {
  const passphrase = signal("");
  const asked = signal(false);
  const busy = signal(false);
  const isSaved = signal(false);
  const failure = signal<OpenError | undefined>(undefined);
  const tooShort = () => passphrase.value.trim().length < minPassphrase;
  return {
    passphrase,
    isShort: computed(() => asked.value && tooShort()),
    busy,
    isSaved,
    failure,
    save: async () => {
      asked.value = true;
      isSaved.value = false;
      if (busy.value || tooShort()) return;
      busy.value = true;
      const set = await workspace.setPassphrase(passphrase.value);
      busy.value = false;
      failure.value = set.ok ? undefined : set.error;
      if (!set.ok) return;
      passphrase.value = "";
      asked.value = false;
      isSaved.value = true;
    },
  };
};
