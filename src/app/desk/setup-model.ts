// A desk's beginning, step by step: who runs it, a passphrase, the code on paper, and the proof that the paper holds it.
// The code exists in this model alone and goes with it.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type CodeError, parseCode } from "../../base/code.ts";
import { toGroups } from "../../base/crockford.ts";
import { failed, ok, type Result } from "../../base/result.ts";
import type { Operator } from "../../domain/desk-records.ts";
import type { Language } from "../../domain/schema.ts";
import type { StoreError } from "../../storage/ports.ts";
import type { AppDeps } from "../deps.ts";
import type { OpenBox } from "../open-box.ts";
import type { WriteError } from "../record-writer.ts";
import type { OpenError } from "../workspace.ts";
import { connectHub, type RegistrationError } from "./hub-registration.ts";

export const minPassphrase = 12;

export type ProofError =
  | CodeError
  | StoreError
  /** A whole code, but another desk's. */
  | { readonly type: "code-of-other-desk" };

/** Types the sheet back: only what leads to this very box proves it. The first card may print after this. */
export const proveCode = async (
  deps: Pick<AppDeps, "keys">,
  desk: OpenBox,
  typed: string,
): Promise<Result<void, ProofError>> => {
  const code = parseCode("desk", typed);
  if (!code.ok) return code;
  const { box } = await deps.keys.deriveBoxKeys(await deps.keys.deriveRoot("desk", code.value));
  if (box !== desk.box) return failed({ type: "code-of-other-desk" });
  return desk.updateFacts({ recoveryProven: true });
};

/** Says who runs the desk; a later answer replaces every earlier one this device knows. */
export const nameDesk = async (
  desk: OpenBox,
  runs: {
    readonly operator: Operator;
    readonly name: string;
    readonly languages: readonly Language[];
  },
): Promise<Result<void, WriteError>> => {
  const known = await desk.records.readAll();
  if (!known.ok) return known;
  const parents = known.value
    .filter(({ record }) => record.kind === "desk/1")
    .map(({ id }) => id)
    .slice(-64);
  const written = await desk.writer.write([{ kind: "desk/1", parents, ...runs }]);
  return written.ok ? ok(undefined) : written;
};

export type SetupStep = "who" | "passphrase" | "paper" | "proof" | "done";
export type SetupFailure = OpenError | WriteError | RegistrationError | ProofError;
export type FieldFault = "missing" | "short";

export interface SetupModel {
  readonly step: ReadonlySignal<SetupStep>;
  readonly operator: Signal<Operator>;
  readonly name: Signal<string>;
  readonly languages: ReadonlySignal<readonly Language[]>;
  readonly setLanguages: (languages: readonly Language[]) => void;
  readonly setupCode: Signal<string>;
  readonly passphrase: Signal<string>;
  readonly typed: Signal<string>;
  readonly faults: ReadonlySignal<Partial<Record<"name" | "setupCode" | "passphrase", FieldFault>>>;
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<SetupFailure | undefined>;
  /** The desk stands, but the hub did not take it: it can be connected from the desk later. */
  readonly hubFailure: ReadonlySignal<RegistrationError | undefined>;
  /** The code in groups of four, from the paper step on. */
  readonly code: ReadonlySignal<string | undefined>;
  readonly desk: ReadonlySignal<OpenBox | undefined>;
  readonly toPassphrase: () => void;
  readonly back: () => void;
  readonly create: () => Promise<void>;
  readonly toProof: () => void;
  readonly prove: (typed: string) => Promise<void>;
}

export const createSetupModel = (deps: AppDeps, withHub: boolean): SetupModel => {
  const step = signal<SetupStep>("who");
  const operator = signal<Operator>("ngo");
  const name = signal("");
  const languages = signal<readonly Language[]>(["fi"]);
  const setupCode = signal("");
  const passphrase = signal("");
  const typed = signal("");
  const asked = signal<readonly SetupStep[]>([]);
  const busy = signal(false);
  const failure = signal<SetupFailure | undefined>(undefined);
  const hubFailure = signal<RegistrationError | undefined>(undefined);
  const code = signal<string | undefined>(undefined);
  const desk = signal<OpenBox | undefined>(undefined);

  const nameFault = () => (name.value.trim() === "" ? ("missing" as const) : undefined);
  const codeFault = () =>
    withHub && setupCode.value.trim() === "" ? ("missing" as const) : undefined;
  const passphraseFault = () =>
    passphrase.value.trim().length < minPassphrase ? ("short" as const) : undefined;
  const faults: SetupModel["faults"] = computed(() => {
    const found: Partial<Record<"name" | "setupCode" | "passphrase", FieldFault>> = {};
    const [noName, noCode, short] = [nameFault(), codeFault(), passphraseFault()];
    if (asked.value.includes("who") && noName) found.name = noName;
    if (asked.value.includes("who") && noCode) found.setupCode = noCode;
    if (asked.value.includes("passphrase") && short) found.passphrase = short;
    return found;
  });
  const ask = (which: SetupStep) => {
    if (!asked.value.includes(which)) asked.value = [...asked.value, which];
  };
  const work = async (job: () => Promise<SetupFailure | undefined>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    failure.value = undefined;
    failure.value = await job();
    busy.value = false;
  };

  // A second try after a full disk goes on with the desk of the first: its code was not shown to anybody yet.
  let begun: { readonly desk: OpenBox; readonly code: string } | undefined;
  const begin = async () => {
    if (begun) return ok(begun);
    const created = await deps.workspace.createDesk(passphrase.value);
    if (created.ok) begun = created.value;
    return created;
  };

  const createOnce = async (): Promise<SetupFailure | undefined> => {
    const made = await begin();
    if (!made.ok) return made.error;
    desk.value = made.value.desk;
    const named = await nameDesk(made.value.desk, {
      operator: operator.value,
      name: name.value.trim(),
      languages: languages.value,
    });
    if (!named.ok) return named.error;
    passphrase.value = "";
    if (withHub) {
      const connected = await connectHub(deps, made.value.desk, setupCode.value);
      if (!connected.ok) hubFailure.value = connected.error;
    }
    code.value = toGroups(made.value.code);
    step.value = "paper";
    return undefined;
  };

  return {
    step,
    operator,
    name,
    languages,
    setLanguages: (next) => {
      languages.value = next.length > 0 ? next : languages.value;
    },
    setupCode,
    passphrase,
    typed,
    faults,
    busy,
    failure,
    hubFailure,
    code,
    desk,
    toPassphrase: () => {
      ask("who");
      if (!nameFault() && !codeFault()) step.value = "passphrase";
    },
    back: () => {
      if (step.value === "passphrase") step.value = "who";
      if (step.value === "proof") step.value = "paper";
    },
    create: async () => {
      ask("passphrase");
      if (!passphraseFault()) await work(createOnce);
    },
    toProof: () => {
      step.value = "proof";
    },
    prove: (text) =>
      work(async () => {
        const made = desk.value;
        if (!made) return { type: "box-unknown" };
        const proved = await proveCode(deps, made, text);
        if (!proved.ok) return proved.error;
        code.value = undefined;
        step.value = "done";
        return undefined;
      }),
  };
};
