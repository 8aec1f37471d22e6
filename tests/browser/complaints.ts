import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Errors of the page's own scripts, and what the content security policy refused. */
export function complaints(page: Page) {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !text.includes("404 (Not Found)")) found.push(text);
  });
  return found;
}

/** What is on the screen now fits in its width, and axe finds nothing in it, or in the part of it `within`. */
export async function expectGoodState(page: Page, name: string, within = "html") {
  await page.locator("h1").first().waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(told, name).toEqual([]);
}
