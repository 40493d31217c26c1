// How this device looks and writes. Plain settings, no content; a value that no longer fits falls back alone.
import { type ReadonlySignal, signal } from "@preact/signals";
import { attempt } from "../../base/result.ts";
import { z } from "../../domain/schema.ts";
import { chooseLanguage } from "../../i18n/languages.ts";
import type { Texts } from "../../i18n/texts.ts";
import type { DeviceStore } from "../../storage/ports.ts";
import type { ToldError } from "../error-key.ts";

export const themes = ["system", "light", "dark"] as const;
export const textSizes = ["normal", "large", "larger"] as const;
export const docks = ["bottom", "top", "left", "right"] as const;

const fields = {
  language: z.enum(["fi", "sv", "en", "so", "ar"]),
  theme: z.enum(themes),
  textSize: z.enum(textSizes),
  /** Enter starts a line instead of recording the note. */
  enterAddsLine: z.boolean(),
  /** `p3 ` and `#2` in a note become tags. Off: a text that changes by itself must be asked for. */
  inlineCodes: z.boolean(),
  /** Off: some browsers send what is typed to their makers. */
  spellCheck: z.boolean(),
  /** Possible personal data is pointed out while writing. Before a hand-over it is in any case. */
  privacyHints: z.boolean(),
  dock: z.enum(docks),
};
export const Settings = z.readonly(z.strictObject(fields));
export type Settings = z.infer<typeof Settings>;

const defaults = {
  theme: "system",
  textSize: "normal",
  enterAddsLine: false,
  inlineCodes: false,
  spellCheck: false,
  privacyHints: true,
  dock: "bottom",
} as const;

/** Every field that fits, defaults for the rest; the language from the browser's wishes where none was chosen. */
export const parseSettings = (stored: unknown, wishes: readonly string[]): Settings => {
  const base: Settings = { ...defaults, language: chooseLanguage(wishes) };
  const object = z.record(z.string(), z.unknown()).safeParse(stored);
  if (!object.success) return base;
  const kept = Object.entries(fields).flatMap(([name, schema]) => {
    const value = schema.safeParse(object.data[name]);
    return value.success ? [[name, value.data] as const] : [];
  });
  return Settings.parse({ ...base, ...Object.fromEntries(kept) });
};

export type SettingsStore = Pick<DeviceStore, "readSetting" | "writeSetting">;
export const settingsName = "settings";

/** Read once at the start, before the first texts. An unreadable store means defaults: settings are never worth a halt. */
export const readSettings = async (
  store: SettingsStore,
  wishes: readonly string[],
): Promise<Settings> => {
  const stored = await store.readSetting(settingsName);
  return parseSettings(stored.ok ? stored.value : undefined, wishes);
};

export type SettingsModel = {
  readonly settings: ReadonlySignal<Settings>;
  /** Why the last change was not kept; it holds until the app closes all the same. */
  readonly failure: ReadonlySignal<ToldError | undefined>;
  readonly change: (part: Partial<Settings>) => Promise<void>;
};

/** Where theme and text size are shown: `document.documentElement`. */
export type SettingsRoot = { readonly dataset: DOMStringMap };

export const createSettingsModel = (deps: {
  readonly store: SettingsStore;
  readonly texts: Pick<Texts, "change">;
  readonly root: SettingsRoot;
  readonly initial: Settings;
}): SettingsModel => {
  const settings = signal(deps.initial);
  const failure = signal<ToldError>();
  const show = () => {
    deps.root.dataset.theme = settings.value.theme;
    deps.root.dataset.textSize = settings.value.textSize;
  };
  const speak = async (language: Settings["language"]) =>
    attempt(
      () => deps.texts.change(language),
      () => ({ type: "language-missing" as const }), // An import rejects when the file cannot be had.
    );
  show();
  return {
    settings,
    failure,
    change: async (part) => {
      failure.value = undefined;
      if (part.language !== undefined && part.language !== settings.value.language) {
        const spoken = await speak(part.language);
        if (!spoken.ok) {
          failure.value = spoken.error;
          return;
        }
      }
      settings.value = { ...settings.value, ...part };
      show();
      const written = await deps.store.writeSetting(settingsName, settings.value);
      if (!written.ok) failure.value = written.error;
    },
  };
};
