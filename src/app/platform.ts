// What differs between a browser and a test: time, randomness, network, locks, events, the place on disk.
import type { Bytes } from "../base/bytes.ts";
import type { ResumeFile } from "../storage/ports.ts";
import type { Passkeys } from "./passkeys.ts";
import type { HoldWriting } from "./writing-hold.ts";

export interface Platform {
  readonly now: () => number;
  readonly random: (length: number) => Bytes;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The app's own folder with a final slash. */
  readonly baseUrl: string;
  readonly databaseName: string;
  /** The browser's own when absent. */
  readonly indexedDb?: IDBFactory;
  readonly resumeFile: ResumeFile;
  /** One piece of work at a time under a name, over all tabs: a Web Lock. */
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Which window of this browser writes in a box. Comes with a file of its own, so it may reject. */
  readonly holdWriting: () => Promise<HoldWriting>;
  readonly after: (delayMs: number, work: () => void) => () => void;
  /** Number from 0 up to 1. */
  readonly chance: () => number;
  /** Calls back on `online` and whenever the page becomes visible. */
  readonly onWake: (work: () => void) => void;
  readonly second: SecondStore;
  /** Comes with a file of its own, so it may reject. Absent where nobody opens a desk by one. */
  readonly passkeys?: () => Promise<Passkeys>;
  /** Another tab upgrades or deletes the database: only a reload helps. */
  readonly onSuperseded: () => void;
}

/** A few numbers that do not go when the database goes. Neither call throws; a browser that refuses keeps nothing. */
export interface SecondStore {
  readonly read: () => string | undefined;
  readonly write: (text: string) => void;
}
