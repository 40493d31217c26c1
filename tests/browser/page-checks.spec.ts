// Checks the checks: a planted breach of the content policy is seen whatever a spec looks at, and so is a thrown error.
import { expect, test } from "@playwright/test";
import { createProfile } from "./browser-profile.ts";
import { serveFolder } from "./static-server.ts";

const plants = {
  "a string given to the page as HTML": () => {
    document.body.innerHTML = "<b>planted</b>";
  },
  "a script in the page": () => {
    const script = document.createElement("script");
    document.body.append(script);
    script.append("window.planted = true");
  },
  "a style in an attribute": () => document.body.setAttribute("style", "color: red"),
  "a request to somewhere else": () => {
    void fetch("http://127.0.0.1:9/planted").catch(() => undefined);
  },
  "an uncaught error": () => {
    setTimeout(() => {
      throw new Error("planted");
    });
  },
};

test("sees every planted breach and every uncaught error", async () => {
  const site = await serveFolder("dist");
  const profile = await createProfile();
  try {
    const page = await (await profile.open()).newPage();
    for (const [name, plant] of Object.entries(plants)) {
      await page.goto(site.url);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(profile.takeTrouble(), name).toEqual([]);
      await page.evaluate(plant).catch(() => undefined); // A refused string also throws.
      // The engine's own words come before the event.
      const told = () => profile.takeTrouble().join();
      await expect.poll(told, { message: name }).toMatch(/policy-breach|uncaught/);
    }
    await page.evaluate(plants["a style in an attribute"]);
    await expect(profile.remove()).rejects.toThrow("style");
  } finally {
    profile.takeTrouble();
    await profile.remove();
    await site.stop();
  }
});
