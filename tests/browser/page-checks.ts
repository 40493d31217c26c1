// What every screen has to keep, as checks that any browser test can ask for.
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

/** axe finds nothing at WCAG 2.2 A and AA, nor against its best practices. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
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

/** Every breach of the content policy and every uncaught error in pages opened from now on. Ask for the list at the end. */
export const collectTrouble = async (context: BrowserContext): Promise<() => readonly string[]> => {
  const trouble: string[] = [];
  context.on("weberror", (error) => trouble.push(String(error.error())));
  context.on("console", (message) => {
    const text = message.text();
    if (/content security policy|trusted ?(type|script)/i.test(text)) trouble.push(text);
  });
  return () => trouble;
};
