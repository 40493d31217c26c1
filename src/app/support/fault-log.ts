// The last faults by type and time, for support. Types are words of ours or names of the engine's errors: never a
// message, which may quote what somebody wrote.
import { effect, type ReadonlySignal } from "@preact/signals";
import { z } from "../../domain/schema.ts";
import type { DeviceStore } from "../../storage/ports.ts";
import type { CourierState } from "../courier-port.ts";

const Fault = z.readonly(
  z.strictObject({ type: z.string().check(z.regex(/^[\w:-]{1,60}$/)), atMs: z.number() }),
);
export type Fault = z.infer<typeof Fault>;
const Faults = z.readonly(z.array(Fault));

const settingName = "faults";
const mostKept = 20;

/** Undefined for anything we did not write. */
export const readFaults = async (
  device: Pick<DeviceStore, "readSetting">,
): Promise<readonly Fault[]> => {
  const stored = await device.readSetting(settingName);
  const parsed = Faults.safeParse(stored.ok ? stored.value : undefined);
  return parsed.success ? parsed.data : [];
};

/** The name of what was thrown, if it is one: engines put words of their own only into messages. */
export const nameOfThrown = (thrown: unknown): string => {
  const name = typeof thrown === "object" && thrown !== null && "name" in thrown ? thrown.name : "";
  return typeof name === "string" && /^[A-Za-z]{1,40}$/.test(name) ? name : "unknown";
};

export type FaultSources = {
  readonly now: () => number;
  readonly device: Pick<DeviceStore, "readSetting" | "writeSetting">;
  readonly courier: { readonly state: ReadonlySignal<CourierState> };
  readonly page: Pick<EventTarget, "addEventListener">;
};

/** Starts to listen; what happened before is known from its screen only. */
export const startFaultLog = ({ now, device, courier, page }: FaultSources): void => {
  let writing: Promise<unknown> = Promise.resolve();
  const note = (type: string) => {
    const fault = { type, atMs: now() };
    writing = writing.then(async () => {
      const known = await readFaults(device);
      // A disk that refuses is itself what is wrong: then the screen has said so.
      await device.writeSetting(settingName, [...known, fault].slice(-mostKept));
    });
  };
  let told: string | undefined;
  effect(() => {
    const { failure } = courier.state.value;
    if (failure !== undefined && failure !== told) note(`sending:${failure}`);
    told = failure;
  });
  page.addEventListener("error", (event) => {
    if ("error" in event) note(`error:${nameOfThrown(event.error)}`);
  });
  page.addEventListener("unhandledrejection", (event) => {
    if ("reason" in event) note(`rejected:${nameOfThrown(event.reason)}`);
  });
  page.addEventListener("securitypolicyviolation", (event) => {
    const directive = "effectiveDirective" in event ? String(event.effectiveDirective) : "";
    note(`policy:${/^[a-z-]{1,40}$/.test(directive) ? directive : "unknown"}`);
  });
};
