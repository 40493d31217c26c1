// This device's boxes, and the one that is open. Joining, opening, resuming and locking happen here and nowhere else.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Bytes } from "../base/bytes.ts";
import { type CodeError, type CodeKind, createCode, parseCode } from "../base/code.ts";
import { attempt, failed, ok, type Result } from "../base/result.ts";
import type { BoxId, Role } from "../domain/schema.ts";
import type { ResumeFile, StoredBox, StoreError } from "../storage/ports.ts";
import type { BoxFacts, CardInfo } from "./box-facts.ts";
import type { DeskSecret, KeptDesk, ReviveError } from "./kept-desk.ts";
import type { BoxParts } from "./make-box.ts";
import { type OpenBox, type OpenBoxDeps, openStoredBox, type PartMissing } from "./open-box.ts";

export type OpenError =
  | CodeError
  | StoreError
  | PartMissing
  /** No such box on this device. */
  | { readonly type: "box-unknown" }
  /** The code or passphrase does not open this box. */
  | { readonly type: "wrong-key" };

type Slots = StoredBox["slots"];

export interface Workspace {
  readonly open: ReadonlySignal<OpenBox | undefined>;
  /** Opens the session of a code, making its box on this device first where it is new. */
  readonly joinSession: (
    typed: string,
    role: Role,
    card?: CardInfo,
  ) => Promise<Result<OpenBox, OpenError>>;
  /** The open session's card came later: by scan, or from the plan whose recipient matches the paper. */
  readonly adoptCard: (card: CardInfo) => Promise<Result<void, OpenError>>;
  /** Makes a desk with a fresh code; the code is answered once and kept nowhere. */
  readonly createDesk: (
    passphrase: string,
  ) => Promise<Result<{ readonly desk: OpenBox; readonly code: string }, OpenError>>;
  /** A desk's 26 characters: opens it here, or makes its box here when it comes from elsewhere. */
  readonly openDesk: (typed: string) => Promise<Result<OpenBox, OpenError>>;
  readonly openWithPassphrase: (
    box: BoxId,
    passphrase: string,
  ) => Promise<Result<OpenBox, OpenError>>;
  /** Opens the desk of a desk file, making its box on this device first where it is new. */
  readonly restoreDesk: (
    kept: KeptDesk,
    secret: DeskSecret,
  ) => Promise<Result<OpenBox, ReviveError>>;
  /** Opens a box by a slot of it; `unwrap` answers undefined where the slot is not there or does not open. */
  readonly openBySlot: (
    box: BoxId,
    unwrap: (slots: Slots) => Promise<Bytes | undefined>,
  ) => Promise<Result<OpenBox, OpenError>>;
  /** Sets or changes the passphrase of the open desk. */
  readonly setPassphrase: (passphrase: string) => Promise<Result<void, OpenError>>;
  /** Adds, changes or removes a slot of the open box. The row key is not to be kept. */
  readonly changeSlots: (
    prepare: (rowKey: Bytes, box: BoxId) => Promise<(slots: Slots) => Slots>,
  ) => Promise<Result<void, OpenError>>;
  /** After a reload or a kill: opens the box whose resume key lies in the file, if it is younger than 12 h. */
  readonly resume: () => Promise<OpenBox | undefined>;
  /** Drops the key from memory and from the resume file. Bundle what is unsent first. */
  readonly lock: () => Promise<void>;
}

const resumeMs = 12 * 60 * 60 * 1_000;

export type WorkspaceDeps = OpenBoxDeps & { readonly resumeFile: ResumeFile };

export const createWorkspace = (deps: WorkspaceDeps): Workspace => {
  const { env, keys, device, resumeFile } = deps;
  const open = signal<OpenBox | undefined>(undefined);
  // The row key of the open box, for adding slots. Gone with the lock.
  let openRowKey: Bytes | undefined;

  const readStored = async (box: BoxId): Promise<Result<StoredBox, OpenError>> => {
    const stored = await device.readBox(box);
    if (!stored.ok) return stored;
    return stored.value ? ok(stored.value) : failed({ type: "box-unknown" });
  };

  const leaveResumeKey = async (stored: StoredBox, rowKey: Bytes): Promise<void> => {
    const key = env.random(32);
    const madeAt = new Date(env.now()).toISOString();
    if (!(await resumeFile.write({ box: stored.box, key, madeAt }))) return;
    const resume = await keys.wrap("resume", stored.box, key, rowKey);
    await device.putBox({ ...stored, slots: { ...stored.slots, resume } });
  };

  const enter = async (
    stored: StoredBox,
    rowKey: Bytes,
  ): Promise<Result<OpenBox, StoreError | PartMissing>> => {
    const opened = await openStoredBox(deps, stored, rowKey);
    if (!opened.ok) return opened;
    openRowKey = rowKey;
    if (opened.value.facts().card?.noResume !== true) await leaveResumeKey(stored, rowKey);
    open.value = opened.value;
    return opened;
  };

  const makeBox = async (...what: BoxParts): Promise<Result<OpenBox, StoreError | PartMissing>> => {
    // Once per box: an open session is carried on without it.
    const part = await attempt(
      () => import("./make-box.ts"),
      (): PartMissing => ({ type: "part-missing" }),
    );
    if (!part.ok) return part;
    const { stored, rowKey } = await part.value.makeStoredBox(deps, ...what);
    const put = await device.putBox(stored);
    return put.ok ? enter(stored, rowKey) : put;
  };

  /** Opens the box of a code on this device, or makes it. A box id follows from its code, so a wrong code is another box. */
  const openByCode = async (
    kind: CodeKind,
    typed: string,
    facts: Omit<BoxFacts, "root">,
  ): Promise<Result<OpenBox, OpenError>> => {
    const code = parseCode(kind, typed);
    if (!code.ok) return code;
    const root = await keys.deriveRoot(kind, code.value);
    const boxKeys = await keys.deriveBoxKeys(root);
    const stored = await device.readBox(boxKeys.box);
    if (!stored.ok) return stored;
    if (!stored.value) return makeBox(kind, root, facts);
    const rowKey = await keys.unwrap("code", boxKeys.box, boxKeys.slot, stored.value.slots.code);
    if (!rowKey) return failed({ type: "wrong-key" });
    const opened = await enter(stored.value, rowKey);
    // A card scanned after its code was typed tells the receiver at last.
    if (opened.ok && facts.card && !opened.value.facts().card) {
      const adopted = await adoptCard(facts.card);
      if (!adopted.ok) return adopted;
    }
    return opened;
  };

  const adoptCard = async (card: CardInfo): Promise<Result<void, OpenError>> => {
    const box = open.value;
    if (!box || !openRowKey) return failed({ type: "box-unknown" });
    const stored = await readStored(box.box);
    if (!stored.ok) return stored;
    const rescue = await keys.sealRescue(openRowKey, card.desk.recipient);
    const put = await device.putBox({
      ...stored.value,
      slots: { ...stored.value.slots, rescue },
      recipients: [box.keys.recipient, card.desk.recipient],
      deskBox: card.desk.box,
    });
    return put.ok ? box.updateFacts({ card }) : put;
  };

  const openBySlot: Workspace["openBySlot"] = async (box, unwrap) => {
    const stored = await readStored(box);
    if (!stored.ok) return stored;
    const rowKey = await unwrap(stored.value.slots);
    return rowKey ? enter(stored.value, rowKey) : failed({ type: "wrong-key" });
  };

  const changeSlots: Workspace["changeSlots"] = async (prepare) => {
    const box = open.value?.box;
    if (!box || !openRowKey) return failed({ type: "box-unknown" });
    const change = await prepare(openRowKey, box); // May be slow; the box is read only afterwards.
    const stored = await readStored(box);
    if (!stored.ok) return stored;
    return device.putBox({ ...stored.value, slots: change(stored.value.slots) });
  };

  return {
    open,
    joinSession: (typed, role, card) =>
      openByCode("session", typed, {
        role,
        recoveryProven: false,
        hasHub: false,
        ...(card ? { card } : {}),
      }),
    adoptCard,
    createDesk: async (passphrase) => {
      const code = createCode("desk", env.random);
      const root = await keys.deriveRoot("desk", code);
      const facts = { role: "coordinator", recoveryProven: false, hasHub: false } as const;
      const desk = await makeBox("desk", root, facts, passphrase);
      return desk.ok ? ok({ desk: desk.value, code }) : desk;
    },
    openDesk: (typed) =>
      openByCode("desk", typed, { role: "coordinator", recoveryProven: true, hasHub: false }),
    openBySlot,
    openWithPassphrase: (box, passphrase) =>
      openBySlot(
        box,
        async ({ passphrase: slot }) => slot && keys.unwrapWithPassphrase(box, passphrase, slot),
      ),
    restoreDesk: async (kept, secret) => {
      // A scribe's device never needs it.
      const { reviveDesk } = await import("./kept-desk.ts");
      const revived = await reviveDesk(deps, kept, secret);
      return revived.ok ? enter(revived.value.stored, revived.value.rowKey) : revived;
    },
    changeSlots,
    setPassphrase: (passphrase) =>
      changeSlots(async (rowKey, box) => {
        const slot = await keys.wrapWithPassphrase(box, passphrase, rowKey);
        return (slots) => ({ ...slots, passphrase: slot });
      }),
    resume: async () => {
      const left = await resumeFile.read();
      if (!left) return undefined;
      const ageMs = env.now() - Date.parse(left.madeAt);
      const stored = await device.readBox(left.box);
      const slot = stored.ok ? stored.value?.slots.resume : undefined;
      if (!(ageMs >= 0 && ageMs <= resumeMs) || !stored.ok || !stored.value || !slot) {
        await resumeFile.erase();
        return undefined;
      }
      const rowKey = await keys.unwrap("resume", left.box, left.key, slot);
      const opened = rowKey ? await openStoredBox(deps, stored.value, rowKey) : undefined;
      if (!rowKey || !opened?.ok) return undefined;
      openRowKey = rowKey;
      open.value = opened.value;
      return opened.value;
    },
    lock: async () => {
      const closing = open.value;
      const stored = closing ? await device.readBox(closing.box) : undefined;
      // Before it looks locked: people close a device as soon as it does, and what opens it again must be gone by then.
      await resumeFile.erase();
      if (stored?.ok && stored.value) {
        const { resume, ...slots } = stored.value.slots;
        void resume; // Named so that it is left out: it opens nothing without the key just erased.
        await device.putBox({ ...stored.value, slots });
      }
      if (open.value !== closing) return; // Another box was opened meanwhile.
      open.value = undefined;
      openRowKey?.fill(0);
      openRowKey = undefined;
    },
  };
};
