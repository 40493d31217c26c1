// A second version is put on the web space while the first is open: it waits, and it waits for other windows too.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { createProfile } from "./browser-profile.ts";
import { serveFolder } from "./static-server.ts";

const title = "Kuuluu, seuraava versio";

/** A next version: another title, and so another revision of the page in the service worker's list. */
const publishNext = async (folder: string) => {
  const page = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(
    join(folder, "index.html"),
    page.replace(/<title>.*<\/title>/, `<title>${title}</title>`),
  );
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  const next = worker.replace(
    /("|`)revision\1:("|`)[0-9a-f]{32}\2,("|`)url\3:("|`)index\.html\4/,
    (entry) => entry.replace(/[0-9a-f]{32}/, "0".repeat(32)),
  );
  expect(next).not.toBe(worker);
  await writeFile(join(folder, "sw.js"), next);
};

const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const arriving = registration.installing;
    if (!registration.waiting && arriving) {
      await new Promise<void>((resolve) =>
        arriving.addEventListener("statechange", () => arriving.state === "installed" && resolve()),
      );
    }
  });

const takeOver = (page: Page) =>
  page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    if (!waiting) return "none-waiting";
    const replaced = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
    const channel = new MessageChannel();
    const answer = new Promise<string>((resolve) => {
      channel.port1.onmessage = ({ data }) => resolve(data);
    });
    waiting.postMessage({ type: "take-over" }, [channel.port2]);
    if ((await answer) === "taking-over") await replaced;
    return answer;
  });

/**
 * A worker with a file still on its way keeps its place until it rests, and here it never rests: the browser lets no
 * worker that is watched from outside go to sleep.
 */
const comeToRest = (page: Page) => page.waitForLoadState("networkidle");

test("waits until it is asked for and no other window is open", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kuuluu-site-"));
  const profile = await createProfile();
  await cp("dist", folder, { recursive: true });
  const site = await serveFolder(folder);
  try {
    const context = await profile.open();
    const page = await context.newPage();
    await page.goto(site.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await publishNext(folder);
    await lookForUpdate(page);
    await page.reload();
    await expect(page).not.toHaveTitle(title);

    const other = await context.newPage();
    await other.goto(site.url);
    await comeToRest(other);
    expect(await takeOver(page)).toBe("other-windows");
    await page.reload();
    await comeToRest(page);
    await expect(page).not.toHaveTitle(title);

    await other.close();
    expect(await takeOver(page)).toBe("taking-over");
    await page.reload();
    await expect(page).toHaveTitle(title);
  } finally {
    await profile.remove();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

test("the open version keeps opening its own screens when the web space has only the next one's files", async () => {
  const folder = await mkdtemp(join(tmpdir(), "kuuluu-site-"));
  const profile = await createProfile();
  await cp("dist", folder, { recursive: true });
  const site = await serveFolder(folder);
  try {
    const page = await (await profile.open()).newPage();
    await page.goto(site.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await publishNext(folder);
    await lookForUpdate(page);
    // What a new release does to the old one's hashed names.
    await rm(join(folder, "assets"), { recursive: true });
    await page.evaluate(() => {
      location.hash = "#/support";
    });
    await expect(page.getByRole("button", { name: "Tallenna tiedosto" })).toBeVisible();
    await expect(page).not.toHaveTitle(title);
  } finally {
    await profile.remove();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
