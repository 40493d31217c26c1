// Every address of the app, with real data behind it: the practice round at the desk, a session joined by its card, and
// a device that has nothing yet. Two names of one machine are two devices to a browser, so one profile holds all three.
import { type BrowserContext, expect, type Page } from "@playwright/test";
import { exampleNotes } from "../fixtures/example-notes.ts";
import { planSession, setUpDesk } from "./coordinator.ts";
import { noteField, startSession, writeNote } from "./scribe.ts";

export type Device = "new" | "tablet" | "desk";
export type Tour = {
  readonly pages: Readonly<Record<Device, Page>>;
  /** Fills in the ids of this device: `:session`, `:round`, `:card`. */
  readonly toHash: (address: string) => string;
};
export type Stop = {
  readonly address: string;
  readonly device: Device;
  /** What stands on the screen once its data has come. */
  readonly shows?: string;
  /** What is pressed then, to look at what it opens. */
  readonly press?: string;
  readonly opens?: string;
};

/** A new screen gets its line here; `screens.spec.ts` fails while one is missing. */
export const stops: readonly Stop[] = [
  { device: "new", address: "/" },
  { device: "new", address: "/join" },
  { device: "new", address: "/desk" },
  { device: "new", address: "/desk/new" },
  { device: "new", address: "/desk/new/hub" },
  { device: "new", address: "/prepare" },
  { device: "new", address: "/support" },
  { device: "new", address: "/settings" },
  { device: "new", address: "/help" },
  { device: "new", address: "/briefing" },
  { device: "new", address: "/accessibility", shows: "h2" },
  { device: "new", address: "/privacy" },
  { device: "new", address: "/no-such-page" },
  { device: "tablet", address: "/" },
  { device: "tablet", address: "/join/:card" },
  { device: "tablet", address: "/session/:session/start" },
  { device: "tablet", address: "/session/:session/write", shows: ".row" },
  {
    device: "tablet",
    address: "/session/:session/write",
    shows: ".row",
    press: ".dock-foot [aria-expanded=false]",
  },
  { device: "tablet", address: "/session/:session/debrief", shows: ".debrief-note" },
  { device: "tablet", address: "/session/:session/debrief?read", shows: ".debrief-reading li" },
  { device: "tablet", address: "/session/:session/debrief?sum", shows: "textarea" },
  { device: "tablet", address: "/session/:session/review", shows: ".review-row" },
  { device: "tablet", address: "/session/:session/summary", shows: ".summary-paper" },
  { device: "tablet", address: "/session/:session/clock", shows: ".clock-now" },
  { device: "tablet", address: "/session/:session/hand-over" },
  { device: "tablet", address: "/session/:session/qr", shows: "canvas" },
  { device: "tablet", address: "/session/:session/keeping", shows: "dl" },
  { device: "desk", address: "/desk/home" },
  { device: "desk", address: "/desk/exports", shows: "h3" },
  { device: "desk", address: "/desk/rounds/new" },
  { device: "desk", address: "/desk/rounds/:round" },
  { device: "desk", address: "/desk/sessions/:round", shows: "tbody tr" },
  { device: "desk", address: "/desk/guide/:round" },
  { device: "desk", address: "/desk/print-cards/:round" },
  {
    device: "desk",
    address: "/desk/print-cards/:round",
    press: "main .actions .button-primary",
    opens: ".qr",
  },
  { device: "desk", address: "/desk/print-guide/:round" },
  { device: "desk", address: "/desk/intake" },
  { device: "desk", address: "/desk/notes?starred=1", shows: ".note-text" },
  { device: "desk", address: "/desk/analysis", shows: "tbody tr" },
  { device: "desk", address: "/desk/findings", shows: "textarea" },
  { device: "desk", address: "/desk/findings/:finding", shows: "textarea" },
  { device: "desk", address: "/desk/measures", shows: ".measure-card" },
  { device: "desk", address: "/desk/measures?as=table", shows: "tbody tr" },
  { device: "desk", address: "/desk/measures/:measure", shows: ".indicator-chart" },
  { device: "desk", address: "/desk/thread/finding/:finding", shows: ".thread-node" },
  { device: "desk", address: "/desk/exchange" },
  { device: "desk", address: "/desk/exchange/take", shows: ".file-drop" },
  { device: "desk", address: "/desk/exchange/give" },
  { device: "desk", address: "/desk/measures/new", shows: "form textarea" },
  { device: "desk", address: "/desk/themes", shows: "h2" },
  { device: "desk", address: "/desk/quotes", shows: "details" },
  ...["sub-themes", "sessions", "pairs", "topics", "groups", "dissent", "data"].map(
    (part) => ({ device: "desk", address: `/desk/analysis/${part}`, shows: "tbody tr" }) as const,
  ),
  { device: "desk", address: "/desk/analysis/silence", shows: ".part h3" },
  { device: "desk", address: "/desk/enter/:unheld", shows: ".entered-add" },
  {
    device: "desk",
    address: "/desk/enter/:unheld",
    shows: ".entered-add",
    press: ".entered-add .button",
    opens: ".entered-line",
  },
  { device: "desk", address: "/desk/paper-form/:unheld", shows: ".sheet" },
  { device: "desk", address: "/desk/reports", shows: ".report-page" },
  { device: "desk", address: "/desk/plans", shows: ".report-page" },
  { device: "desk", address: "/desk/plans/table", shows: ".file-drop" },
  { device: "desk", address: "/desk/plans/requests", shows: ".file-drop" },
  { device: "desk", address: "/desk/event", shows: ".event-list li" },
  { device: "desk", address: "/desk/event/:event", shows: ".event-item" },
  { device: "desk", address: "/desk/event/:event?part=findings", shows: ".event-statement" },
  { device: "desk", address: "/desk/event/:event?part=papers", shows: ".actions" },
  { device: "desk", address: "/desk/event/:event?part=present", shows: ".event-preview" },
  { device: "desk", address: "/desk/event/:event?part=room", shows: "form textarea" },
  { device: "desk", address: "/desk/follow-up?round=:round", shows: ".page h2" },
  { device: "desk", address: "/desk/leaflets?round=:round", shows: ".leaflet" },
  { device: "desk", address: "/desk/rivals/:session" },
  { device: "desk", address: "/desk/receipts" },
  { device: "desk", address: "/desk/rescue" },
  { device: "desk", address: "/desk/retention/:round" },
];

/** Makes the three devices in one browser. The tablet keeps its session open over a reload; the desk does not. */
export const prepareTour = async (context: BrowserContext, url: string): Promise<Tour> => {
  const here = url.replace("127.0.0.1", "localhost");
  const desk = await context.newPage();
  await desk.goto(`${here}?demo=1#/desk`);
  const round = desk.locator('a[href*="#/desk/sessions/"]').first();
  await round.waitFor({ timeout: 60_000 });
  const roundId = (await round.getAttribute("href"))?.split("/").at(-1) ?? "";
  await desk.goto(`${here}?demo=1#/desk/findings`);
  await desk.locator("form textarea").fill("Alikulku kierretään iltaisin");
  await desk.locator("form button[type=submit]").click();
  await desk.waitForURL(/findings\/[0-9a-f]{32}/);
  const findingId = desk.url().split("/").at(-1) ?? "";
  await desk.goto(`${here}?demo=1#/desk/measures`);
  const done = desk.locator("[data-column=done] [data-measure]").first();
  await done.waitFor();
  const measureId = (await done.getAttribute("data-measure")) ?? "";

  await desk.goto(`${here}?demo=1#/desk/event`);
  await desk.getByRole("button", { name: "Suunnittele päättäjätilaisuus" }).click();
  await desk.waitForURL(/event\/[0-9a-f]{32}/);
  const eventId = desk.url().split("/").at(-1) ?? "";

  // The last one is still to be held.
  await desk.goto(`${here}?demo=1#/desk/sessions/${roundId}`);
  await desk.locator("tbody tr").last().getByRole("button").click();
  await desk.getByRole("menuitem", { name: "Kirjaa jälkikäteen" }).click();
  await desk.locator("textarea").first().waitFor();
  const unheld = desk.url().split("/").at(-1) ?? "";

  const tablet = await context.newPage();
  await setUpDesk(tablet, url);
  const card = await planSession(tablet, url);
  await tablet.goto(card.link);
  await startSession(tablet);
  const session = /session\/([0-9a-f]+)/.exec(tablet.url())?.[1] ?? "";
  const [first, second] = exampleNotes();
  if (!first || !second) throw new Error("no examples");
  const arabic = "أخاف من انتظار الحافلة وحدي في المساء.";
  const untagged = { ...second, text: "Bussista puhuttiin lopuksi vielä pitkään.", dimensions: [] };
  for (const note of [first, { ...second, text: arabic, lang: "ar" }, second, untagged]) {
    await writeNote(tablet, note);
  }
  await noteField(tablet).fill("Tämä on vielä kesken");

  const parts: Readonly<Record<string, string>> = {
    ":session": session,
    ":round": roundId,
    ":finding": findingId,
    ":event": eventId,
    ":measure": measureId,
    ":unheld": unheld,
    ":card": card.link.split("#/join/")[1] ?? "",
  };
  const fresh = await context.newPage();
  await fresh.goto(here);
  return {
    pages: { new: fresh, tablet, desk },
    toHash: (address) => `#${address.replace(/:[a-z]+/g, (part) => parts[part] ?? part)}`,
  };
};

/** By the address alone, as a link would: what is open stays open. */
export const visit = async (
  tour: Tour,
  { address, device, shows, press, opens }: Stop,
): Promise<Page> => {
  const page = tour.pages[device];
  await page.bringToFront();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, tour.toHash(address));
  await page.locator("h1").first().waitFor();
  if (shows) await page.locator(shows).first().waitFor();
  if (press) await page.locator(press).click();
  if (opens) await page.locator(opens).first().waitFor();
  await expect(page.locator(".busy")).toHaveCount(0);
  return page;
};

/** Through the settings page, as a person would. */
export const speak = async (tour: Tour, language: string): Promise<void> => {
  for (const page of Object.values(tour.pages)) {
    await page.evaluate(() => {
      location.hash = "#/settings";
    });
    await page.locator(`input[type=radio][value=${language}]`).check();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
  }
};
