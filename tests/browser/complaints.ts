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
  await expectToFit(page, name);
  await expectNoViolation(new AxeBuilder({ page }).include(within), name);
}

/** Where a pointer is expected. Fingers are given 44 px beyond what is drawn, which axe does not see. */
const POINTED = 1440;
const WIDTHS = [POINTED, 390];
const NARROWEST = 320;
const BY_SIZE = { rules: { "target-size": { enabled: true } } };
/** What axe measures in colours; all else is the same in both themes. */
const BY_COLOUR = ["color-contrast", "link-in-text-block"];

/** The page that is open fits at every width, and axe finds nothing in it at the usual ones in both themes. */
export async function expectGoodLooks(page: Page, name: string) {
  await page.locator("h1").first().waitFor();
  // Colours that are still changing have no contrast yet.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const width of WIDTHS) {
    await widen(page, width);
    await drawCharts(page);
    // What lies half under the bar is no smaller for it.
    await page.evaluate(() => scrollTo(0, 0));
    const told = `${name} at ${width} px`;
    await expectToFit(page, told);
    await showTheme(page, "light");
    await expectNoViolation(
      new AxeBuilder({ page }).options(width === POINTED ? BY_SIZE : {}),
      told,
    );
    await showTheme(page, "dark");
    await expectNoViolation(new AxeBuilder({ page }).withRules(BY_COLOUR), `${told}, dark`);
  }
  await widen(page, NARROWEST);
  await expectToFit(page, `${name} at ${NARROWEST} px`);
}

/** Brings every chart into sight: it is drawn then. */
export async function drawCharts(page: Page) {
  for (const chart of await page.locator('[data-view="chart"]:visible').all()) {
    await chart.scrollIntoViewIfNeeded();
    // Axes stay where there is nothing to draw.
    await chart.locator("svg:visible").first().waitFor();
  }
}

async function widen(page: Page, width: number) {
  await page.setViewportSize({ width, height: 900 });
  // Charts are drawn anew in the frame after they know their width.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

async function showTheme(page: Page, theme: "light" | "dark") {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

async function expectToFit(page: Page, name: string) {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

async function expectNoViolation(axe: AxeBuilder, name: string) {
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(told, name).toEqual([]);
}
