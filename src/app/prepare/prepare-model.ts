// Getting ready, a week before: what this device remembers of it, and how each step stands now. Sends nothing.
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { z } from "../../domain/schema.ts";
import type { DeviceStore, StoreError } from "../../storage/ports.ts";
import type { StorageHealth } from "../../storage/storage-health.ts";
import type { BrowserFacts } from "../session/browser-check.ts";
import type { AppUpdate } from "../update.ts";
import { type CameraState, type FilesState, type Readiness, toReadiness } from "./readiness.ts";

const Prepared = z.strictObject({
  practisedMs: z.optional(z.number()),
  camera: z.optional(z.literal("works")),
});
type Prepared = z.infer<typeof Prepared>;

export type PrepareDeps = {
  readonly now: () => number;
  readonly device: Pick<DeviceStore, "readSetting" | "writeSetting">;
  readonly hasCamera: boolean;
  readonly update: Pick<AppUpdate, "offlineReady" | "offlineImpossible">;
  /** How many of the app's files lie on this device; undefined where it cannot be told. */
  readonly countFiles: () => Promise<number | undefined>;
};

export type PrepareModel = {
  readonly prepared: ReadonlySignal<Prepared | undefined>;
  readonly camera: ReadonlySignal<CameraState>;
  readonly files: ReadonlySignal<{ readonly state: FilesState; readonly count: number }>;
  readonly failure: ReadonlySignal<StoreError | undefined>;
  /** Undefined until this device has remembered. */
  readonly readiness: (facts: {
    readonly browser: BrowserFacts;
    readonly storage: StorageHealth;
  }) => Readiness | undefined;
  readonly load: () => Promise<void>;
  readonly countFiles: () => Promise<void>;
  readonly practised: () => Promise<void>;
  readonly cameraWorks: () => Promise<void>;
};

const settingName = "prepared";

export const createPrepareModel = (deps: PrepareDeps): PrepareModel => {
  const prepared = signal<Prepared>();
  const failure = signal<StoreError>();
  const counted = signal<number>();
  const files = computed((): { readonly state: FilesState; readonly count: number } => {
    const count = counted.value ?? 0;
    if (deps.update.offlineImpossible.value) return { state: "impossible", count };
    if (!deps.update.offlineReady.value) return { state: "coming", count };
    return { state: counted.value === 0 ? "partial" : "kept", count };
  });
  const camera = computed((): CameraState => {
    if (!deps.hasCamera) return "none";
    return prepared.value?.camera === "works" ? "works" : "untried";
  });

  const remember = async (part: Prepared) => {
    prepared.value = { ...prepared.value, ...part };
    const written = await deps.device.writeSetting(settingName, prepared.value);
    failure.value = written.ok ? undefined : written.error;
  };
  const load = async () => {
    const stored = await deps.device.readSetting(settingName);
    const parsed = Prepared.safeParse(stored.ok ? stored.value : undefined);
    prepared.value = { ...(parsed.success ? parsed.data : {}), ...prepared.value };
  };

  return {
    prepared,
    camera,
    files,
    failure,
    readiness: (facts) =>
      prepared.value &&
      toReadiness({
        ...facts,
        files: files.value.state,
        camera: camera.value,
        prepared: prepared.value,
      }),
    load,
    countFiles: async () => {
      counted.value = await deps.countFiles();
    },
    practised: async () => {
      await load();
      await remember({ practisedMs: deps.now() });
    },
    cameraWorks: async () => {
      await load();
      await remember({ camera: "works" });
    },
  };
};
