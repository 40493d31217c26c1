// What every screen has to keep, as checks that any browser test can ask for.
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

/** axe finds nothing at WCAG 2.2 A and AA, nor against its best practices. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"], preload: false })
    .setLegacyMode() // In one page: ours have no frames, and a second page for each look takes as long as the look.
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`,
  );
  expect(found).toEqual([]);
};

/** The page never scrolls sideways at its present size. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
};

/**
 * Hands on every breach of the content policy and every uncaught error of pages opened from now on. Profiles do this
 * for each browser they open, so no spec has to remember it.
 */
export const watchForTrouble = async (
  context: BrowserContext,
  report: (trouble: string) => void,
): Promise<void> => {
  context.on("weberror", (error) => report(`uncaught: ${String(error.error())}`));
  context.on("console", (message) => {
    const text = message.text();
    if (/content security policy|trusted ?(type|script|html)|policy-breach/i.test(text)) {
      report(text);
    }
  });
  // The engine's own words may change; the event does not.
  await context.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) =>
      // biome-ignore lint/suspicious/noConsole: the way out of a page that the policy cannot close.
      console.error(
        `policy-breach: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`,
      ),
    ),
  );
};
