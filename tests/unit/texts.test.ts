import { expect, test } from "vitest";
import { createTexts } from "../../src/i18n/texts.ts";
import { readTexts } from "../fixtures/read-texts.ts";

test("speaks the chosen language and marks the page with it", async () => {
  const root = { lang: "", dir: "" };
  const texts = await createTexts({
    load: readTexts,
    language: "fi",
    namespaces: ["common"],
    root,
  });
  const t = () => texts.translate("common")("action.undo");
  expect([t(), root.lang, root.dir]).toEqual(["Kumoa", "fi", "ltr"]);
  await texts.change("ar");
  expect([t(), root.lang, root.dir]).toEqual(["تراجع", "ar", "rtl"]);
});

test("speaks English where a draft language has no words", async () => {
  const texts = await createTexts({
    load: readTexts,
    language: "so",
    namespaces: ["common", "help"],
  });
  expect(texts.translate("help")("title")).toBe("Help");
  expect(texts.spoken("help").code).toBe("en");
  expect(texts.spoken("common").code).toBe("so");
});

test("uses every plural form of the language", async () => {
  const texts = await createTexts({ load: readTexts, language: "ar", namespaces: ["common"] });
  const missing = (count: number) => texts.translate("common")("code.missing", { count });
  expect(new Set([0, 1, 2, 3, 11, 100].map(missing)).size).toBe(6);
  await texts.change("fi");
  expect(missing(1)).toBe("Yksi merkki puuttuu vielä.");
  expect(missing(2)).toBe("2 merkkiä puuttuu vielä.");
});

test("puts values in as they are, without escaping and without reading them as texts", async () => {
  const texts = await createTexts({ load: readTexts, language: "fi", namespaces: ["common"] });
  const name = "$t(action.undo) {{time}} <b>&";
  const words = texts.translate("common")("step.named", { current: 1, total: 2, name });
  expect(words).toBe(`Vaihe 1/2: ${name}`);
});

test("stays in its language when another cannot be fetched", async () => {
  const texts = await createTexts({
    language: "fi",
    namespaces: ["common"],
    load: async (code, namespace) => {
      if (code === "sv") throw new TypeError("offline");
      return readTexts(code, namespace);
    },
  });
  await expect(texts.change("sv")).rejects.toThrow("offline");
  expect(texts.language().code).toBe("fi");
  expect(texts.translate("common")("action.undo")).toBe("Kumoa");
});

test("tells its listeners of a change, and no longer once they stop", async () => {
  const texts = await createTexts({ load: readTexts, language: "fi", namespaces: ["common"] });
  let calls = 0;
  const stop = texts.onChange(() => {
    calls += 1;
  });
  await texts.change("sv");
  stop();
  await texts.change("fi");
  expect(calls).toBe(1);
});
