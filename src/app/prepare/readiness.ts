// Whether device and person are ready for a session: each step with its verdict, and one result. Facts in, verdicts out.
import type { StorageHealth } from "../../storage/storage-health.ts";
import { type BrowserFacts, checkBrowser, mustInstallFirst } from "../session/browser-check.ts";

/** What this device remembers of preparing: kept as a setting, without any word. */
export type Prepared = {
  readonly practisedMs?: number | undefined;
  readonly camera?: "works" | undefined;
};

/** `partial`: the worker is there, and some of its files are not. */
export type FilesState = "coming" | "kept" | "partial" | "impossible";
export type CameraState = "none" | "untried" | "works" | "denied" | "failed";

export type ReadinessFacts = {
  readonly browser: BrowserFacts;
  readonly storage: StorageHealth;
  readonly files: FilesState;
  readonly camera: CameraState;
  readonly prepared: Prepared;
};

export const prepareSteps = [
  "browser",
  "storage",
  "install",
  "files",
  "camera",
  "practice",
] as const;
export type PrepareStep = (typeof prepareSteps)[number];
/** `problem`: no session on this device before it is mended. `todo`: something is left to do here. */
export type StepVerdict = "ok" | "note" | "todo" | "problem";

export type Readiness = {
  readonly steps: Readonly<Record<PrepareStep, StepVerdict>>;
  /** `almost`: the device is ready, the person has not practised. */
  readonly result: "problem" | "todo" | "almost" | "ready";
};

const fullBytes = 20_000_000;
const lowBytes = 200_000_000;

export const toReadiness = (facts: ReadinessFacts): Readiness => {
  const steps: Readiness["steps"] = {
    browser: checkBrowser(facts.browser).fault ? "problem" : "ok",
    storage: storageVerdict(facts.storage),
    install: installVerdict(facts.browser),
    files: filesVerdicts[facts.files],
    camera: facts.camera === "works" ? "ok" : "note",
    practice: facts.prepared.practisedMs === undefined ? "todo" : "ok",
  };
  return { steps, result: resultOf(steps) };
};

const resultOf = (steps: Readiness["steps"]): Readiness["result"] => {
  const { practice, ...device } = steps;
  const verdicts = Object.values(device);
  if (verdicts.includes("problem")) return "problem";
  if (verdicts.includes("todo")) return "todo";
  return practice === "ok" ? "ready" : "almost";
};

const storageVerdict = (storage: StorageHealth): StepVerdict => {
  const { privateWindow, quotaBytes, usedBytes, persisted } = storage;
  if (privateWindow === "likely") return "problem";
  const free = quotaBytes === undefined ? undefined : quotaBytes - (usedBytes ?? 0);
  if (free !== undefined && free < fullBytes) return "problem";
  return (free !== undefined && free < lowBytes) || persisted !== true ? "note" : "ok";
};

const installVerdict = (browser: BrowserFacts): StepVerdict => {
  if (browser.isInstalled) return "ok";
  // There a tab has a memory that is emptied within days, and apart from the app's own.
  return mustInstallFirst(browser) ? "todo" : "note";
};

const filesVerdicts = {
  kept: "ok",
  coming: "todo",
  partial: "todo",
  impossible: "problem",
} as const;
