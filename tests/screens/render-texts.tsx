// Draws a component with real texts, live regions and settings, as the app root does, but with nothing behind it.
import { configure, render } from "@testing-library/preact";
import type { ComponentChildren } from "preact";
import { AppRoot } from "../../src/app/shell/app-root.tsx";
import { createSettingsModel, parseSettings } from "../../src/app/shell/settings.ts";
import { ok } from "../../src/base/result.ts";
import type { InterfaceCode } from "../../src/i18n/languages.ts";
import type { Namespace } from "../../src/i18n/resources.ts";
import { createTexts, type LoadTexts } from "../../src/i18n/texts.ts";
import { createAnnouncer } from "../../src/ui/announcer.tsx";
import { readTexts } from "../fixtures/read-texts.ts";

// Deriving keys is slow on purpose, and slower on a busy machine; nothing here tests speed.
configure({ asyncUtilTimeout: 20_000 });

export type RenderOptions = {
  readonly language?: InterfaceCode;
  readonly namespaces?: readonly Namespace[];
  readonly load?: LoadTexts;
};

export const everyNamespace: readonly Namespace[] = [
  "a11y",
  "agreement",
  "briefing",
  "clock",
  "common",
  "debrief",
  "device",
  "errors",
  "help",
  "hints",
  "scribe",
  "session",
  "privacy",
  "review",
  "settings",
  "suggestions",
  "support",
];

/** Finnish unless told otherwise. Answers Testing Library's handles and what stands round the component. */
export const renderWithTexts = async (ui: ComponentChildren, options: RenderOptions = {}) => {
  const { language = "fi", namespaces = everyNamespace, load = readTexts } = options;
  const texts = await createTexts({ language, namespaces, load });
  const announcer = createAnnouncer();
  const stored = new Map<string, unknown>();
  const settings = createSettingsModel({
    store: {
      readSetting: async (key) => ok(stored.get(key)),
      writeSetting: async (key, value) => {
        stored.set(key, value);
        return ok(undefined);
      },
    },
    texts,
    root: document.documentElement,
    initial: { ...parseSettings(undefined, []), language },
  });
  const root = (children: ComponentChildren) => (
    <AppRoot texts={texts} announcer={announcer} settings={settings} reload={() => undefined}>
      {children}
    </AppRoot>
  );
  const view = render(root(ui));
  return {
    ...view,
    redraw: (next: ComponentChildren) => view.rerender(root(next)),
    texts,
    announcer,
    settings,
    stored,
  };
};
