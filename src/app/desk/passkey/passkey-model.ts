// A passkey for the desk on this device: added while the desk is open, opening it with one tap, taken away again. It is one
// more slot beside code and passphrase, never instead of them.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt, failed, ok, type Result } from "../../../base/result.ts";
import type { BoxId } from "../../../domain/schema.ts";
import type { StoredBox } from "../../../storage/ports.ts";
import type { AppDeps } from "../../deps.ts";
import type { PasskeyError, Passkeys } from "../../passkeys.ts";
import type { PasskeySlot } from "../../ports.ts";
import type { OpenError } from "../../workspace.ts";

export type PasskeyFailure = PasskeyError | OpenError;
export type PasskeyBusy = "adding" | "opening" | "removing" | undefined;

export interface PasskeyModel {
  /** Undefined until the browser was asked. */
  readonly isOffered: ReadonlySignal<boolean | undefined>;
  readonly busy: ReadonlySignal<PasskeyBusy>;
  readonly failure: ReadonlySignal<PasskeyFailure | undefined>;
  /** What was done last. */
  readonly done: ReadonlySignal<"added" | "removed" | undefined>;
  readonly look: () => Promise<void>;
  /** `label` names it in the person's own list of passkeys; nothing sealed may stand in it. */
  readonly add: (box: BoxId, label: string) => Promise<void>;
  readonly open: (stored: StoredBox) => Promise<void>;
  /** The desk forgets it; the person's list of passkeys is theirs alone. */
  readonly remove: () => Promise<void>;
}

type Deps = Pick<AppDeps, "workspace" | "keys" | "passkeys">;

export const createPasskeyModel = ({ workspace, keys, passkeys }: Deps): PasskeyModel => {
  const isOffered = signal<boolean | undefined>(undefined);
  const busy = signal<PasskeyBusy>(undefined);
  const failure = signal<PasskeyFailure | undefined>(undefined);
  const done = signal<"added" | "removed" | undefined>(undefined);

  const fetchParts = (): Promise<
    Result<{ readonly port: Passkeys; readonly slot: PasskeySlot }, PasskeyFailure>
  > =>
    attempt(
      async () => {
        if (!passkeys) throw new Error("no passkeys on this platform");
        return { port: await passkeys(), slot: await keys.passkeySlot() };
      },
      () => ({ type: "part-missing" }) as const, // A file that cannot be had, as offline on the first day.
    );

  const work = async (
    what: PasskeyBusy,
    job: () => Promise<Result<unknown, PasskeyFailure>>,
    then?: "added" | "removed",
  ): Promise<void> => {
    if (busy.peek()) return;
    busy.value = what;
    failure.value = undefined;
    done.value = undefined;
    const result = await job();
    busy.value = undefined;
    if (result.ok) done.value = then;
    else failure.value = result.error;
  };

  const add = async (box: BoxId, label: string): Promise<Result<void, PasskeyFailure>> => {
    const parts = await fetchParts();
    if (!parts.ok) return parts;
    const { port, slot } = parts.value;
    const made = await port.create(await slot.passkeySalt(box), label);
    if (!made.ok) return made;
    const { credential, secret } = made.value;
    const changed = await workspace.changeSlots(async (rowKey, open) => {
      // The desk may have been locked and another opened while the person was asked.
      const wrapped = await slot.wrapByPasskey(open, secret, rowKey);
      return (slots) => (open === box ? { ...slots, passkey: { credential, wrapped } } : slots);
    });
    secret.fill(0);
    return changed;
  };

  const open = async ({ box, slots }: StoredBox): Promise<Result<unknown, PasskeyFailure>> => {
    const kept = slots.passkey;
    if (!kept) return failed({ type: "box-unknown" });
    const parts = await fetchParts();
    if (!parts.ok) return parts;
    const { port, slot } = parts.value;
    const asked = await port.ask(kept.credential, await slot.passkeySalt(box));
    if (!asked.ok) return asked;
    const secret = asked.value;
    const opened = await workspace.openBySlot(box, async ({ passkey }) => {
      const rowKey = passkey && (await slot.unwrapByPasskey(box, secret, passkey.wrapped));
      return rowKey?.ok ? rowKey.value : undefined;
    });
    secret.fill(0);
    return opened.ok ? ok(undefined) : opened;
  };

  return {
    ...{ isOffered, busy, failure, done },
    look: async () => {
      const parts = passkeys && (await fetchParts());
      isOffered.value = parts?.ok === true && (await parts.value.port.areOffered());
    },
    add: (box, label) => work("adding", () => add(box, label), "added"),
    open: (stored) => work("opening", () => open(stored)),
    remove: () =>
      work(
        "removing",
        () =>
          workspace.changeSlots(async () => ({ passkey, ...slots }) => {
            void passkey; // Named so that it is left out.
            return slots;
          }),
        "removed",
      ),
  };
};
