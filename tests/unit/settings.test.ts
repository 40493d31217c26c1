import { expect, test } from "vitest";
import {
  createSettingsModel,
  parseSettings,
  readSettings,
  type Settings,
  type SettingsStore,
} from "../../src/app/shell/settings.ts";
import { failed, ok } from "../../src/base/result.ts";

const initial = parseSettings(undefined, []);
const full = failed({ type: "store-full" } as const);

const createWorld = (
  store: Partial<SettingsStore> = {},
  change: () => Promise<void> = async () => undefined,
) => {
  const written: unknown[] = [];
  const root = { dataset: {} as DOMStringMap };
  const model = createSettingsModel({
    store: {
      readSetting: async () => ok(undefined),
      writeSetting: async (_, value) => {
        written.push(value);
        return ok(undefined);
      },
      ...store,
    },
    texts: { change },
    root,
    initial,
  });
  return { model, root, written };
};

test("starts safe: Finnish, no spelling service, no text that changes by itself, Enter records the note", () => {
  expect(initial).toEqual({
    language: "fi",
    theme: "system",
    textSize: "normal",
    enterAddsLine: false,
    inlineCodes: false,
    spellCheck: false,
    privacyHints: true,
    dock: "bottom",
  } satisfies Settings);
});

test("keeps every field that fits when one does not", () => {
  const stored = { theme: "dark", dock: "ceiling", spellCheck: true, unknown: 1 };
  expect(parseSettings(stored, ["sv"])).toMatchObject({
    theme: "dark",
    dock: "bottom",
    spellCheck: true,
    language: "sv",
  });
});

test("starts with defaults when the device cannot be read", async () => {
  const store = { readSetting: async () => full, writeSetting: async () => full };
  expect(await readSettings(store, [])).toEqual(initial);
});

test("shows a theme at once and keeps it", async () => {
  const { model, root, written } = createWorld();
  await model.change({ theme: "dark", textSize: "larger" });
  expect(root.dataset).toMatchObject({ theme: "dark", textSize: "larger" });
  expect(written.at(-1)).toMatchObject({ theme: "dark" });
});

test("says that a change was not kept, and lets it hold all the same", async () => {
  const { model } = createWorld({ writeSetting: async () => full });
  await model.change({ inlineCodes: true });
  expect(model.failure.value).toEqual({ type: "store-full" });
  expect(model.settings.value.inlineCodes).toBe(true);
});

test("keeps the old language when the new one cannot be fetched", async () => {
  const { model, written } = createWorld({}, () => Promise.reject(new TypeError("offline")));
  await model.change({ language: "sv" });
  expect(model.failure.value).toEqual({ type: "language-missing" });
  expect(model.settings.value.language).toBe("fi");
  expect(written).toEqual([]);
});
